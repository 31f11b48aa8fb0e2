import type { Note, SectionItem } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountName, AccountNames } from './account-names.ts';
import type { Decision, Href } from './graph.ts';
import { foldText, subjectWords } from './similar.ts';
import type { Subject, Subjects } from './subjects.ts';

/** Together, what two texts share and how much of both it is must reach this; and they share more than one word. */
const RETURNS = 0.36;
const SHARED_WORDS = 2;
/** Words that are in this part of an account's meetings, and in many, part none of them. */
const COMMON_PART = 0.4;
const COMMON = 20;
/** Most later meetings named for one decision. */
const TOUCHED_LIMIT = 5;

/**
 * Decisions of all notes: list items under a Decisions heading, newest first, then by account and place. What an account's note repeats of its
 * meetings (the same folded text) is the meeting's decision, which was taken there on its day; the note is a further source. `touchedBy` names
 * later meetings of the same account that return to the subject.
 *
 * A meeting returns to a decision when one of its decisions, facts, tasks or sentences of the summary does. Words weigh more the fewer meetings
 * of the account have them, and the fewer of the vault, so that a name or a rare word tells more than `price` or `week`. Evidence is the weight
 * of the words that both texts share; likeness is that weight against what both weigh (the cosine of the two). Their product decides: two
 * short texts that are nearly the same, or two long ones that share much.
 */
export function decisionsFrom(
  notes: readonly Note[],
  accounts: AccountNames,
  subjects: Subjects,
  lineHref: (note: Note, line: number) => Href,
): readonly Decision[] {
  const places = notes.flatMap((note) =>
    note.sections
      .filter((section) => section.name === 'decisions')
      .flatMap((section) => section.items)
      .map((item) => ({ note, item, account: accounts.of.get(note.path)?.[0] ?? null })),
  );
  const repeats = repeatsIn(places);
  const again = new Set([...repeats.values()].flat());
  const source = ({ note, item }: Place): Decision['source'] => ({ path: note.path, line: item.line, href: lineHref(note, item.line) });
  const decisions = places
    .filter((place) => !again.has(place))
    .map((place): Decision => {
      const { note, item, account } = place;
      return {
        text: item.text,
        date: note.date,
        account: account?.name ?? null,
        source: source(place),
        repeatedIn: (repeats.get(place) ?? []).map(source),
        touchedBy: account === null || note.date === null ? [] : touching(subjects.get(account.key), item.text, note),
      };
    });
  return decisions.sort(
    (a, b) => order(b.date ?? '', a.date ?? '') || order(a.source.path, b.source.path) || a.source.line - b.source.line,
  );
}

/** One item of a list of decisions. */
interface Place {
  readonly note: Note;
  readonly item: SectionItem;
  readonly account: AccountName | null;
}

/** By item of a meeting: those of its account's note that say the same. Of several meetings the newest has them. */
function repeatsIn(places: readonly Place[]): ReadonlyMap<Place, readonly Place[]> {
  const own = places.filter(({ note, account }) => note.kind === 'account' && account !== null);
  const wanted = new Set(own.map(({ account }) => account?.key));
  const newest = new Map<string, Place>();
  for (const place of places) {
    if (place.note.kind !== 'meeting' || !wanted.has(place.account?.key)) continue;
    const known = newest.get(keyOf(place));
    if (known === undefined || order(known.note.date ?? '', place.note.date ?? '') < 0) newest.set(keyOf(place), place);
  }
  const repeats = new Map<Place, Place[]>();
  for (const place of own) {
    const decided = newest.get(keyOf(place));
    if (decided === undefined) continue;
    const list = repeats.get(decided);
    if (list === undefined) repeats.set(decided, [place]);
    else list.push(place);
  }
  return repeats;
}

function keyOf({ item, account }: Place): string {
  return `${account?.key}\n${foldText(item.text)}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function touching(subject: Subject | undefined, text: string, from: Note): readonly VaultPath[] {
  if (subject === undefined || from.date === null) return [];
  const { said } = subject;
  const words = subjectWords(text);
  const weights = words.map((word) => weightOf(subject, word));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const met = new Map<number, { evidence: number; shared: number }>();
  words.forEach((word, at) => {
    const weight = weights[at] ?? 0;
    if (isCommon(subject, word)) return;
    for (const i of said.byWord.get(word) ?? []) {
      // Newest first: what follows is older still.
      if ((said.candidates[i]?.item.note.date ?? '') <= (from.date ?? '')) break;
      const known = met.get(i);
      if (known === undefined) met.set(i, { evidence: weight, shared: 1 });
      else {
        known.evidence += weight;
        known.shared += 1;
      }
    }
  });
  const dates = new Map<VaultPath, string>();
  for (const [i, { evidence, shared }] of met) {
    const candidate = said.candidates[i];
    if (candidate === undefined || shared < SHARED_WORDS || evidence < RETURNS) continue;
    const likeness = evidence / Math.sqrt(total * subjectWords(candidate.text).reduce((sum, word) => sum + weightOf(subject, word), 0));
    if (evidence * likeness >= RETURNS) dates.set(candidate.item.note.path, candidate.item.note.date ?? '');
  }
  return [...dates]
    .sort(([a, left], [b, right]) => order(left, right) || order(a, b))
    .map(([path]) => path)
    .slice(0, TOUCHED_LIMIT);
}

function weightOf({ here, everywhere, meetings, allMeetings }: Subject, word: string): number {
  const own = Math.log(1 + meetings / (here.get(word) ?? 1));
  return (own * Math.log(1 + allMeetings / (everywhere.get(word) ?? 1))) / Math.log(1 + allMeetings);
}

function isCommon({ here, meetings }: Subject, word: string): boolean {
  const count = here.get(word) ?? 0;
  return count > COMMON && count > meetings * COMMON_PART;
}
