import type { IsoDate, Note, SectionItem } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountName, AccountNames } from './account-names.ts';
import type { Decision } from './graph.ts';
import { foldText } from './lexicon.ts';
import type { NotePlace } from './note-place.ts';
import { endOfNewer, type Subject, type Subjects } from './subjects.ts';

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
  placeAt: (note: Note, line: number) => NotePlace,
): readonly Decision[] {
  const places: Place[] = [];
  for (const note of notes) {
    for (const { name, items } of note.sections) {
      if (name !== 'decisions') continue;
      const account = accounts.of.get(note.path)?.[0] ?? null;
      for (const item of items) places.push({ note, item, account });
    }
  }
  const repeats = repeatsIn(places);
  const again = new Set([...repeats.values()].flat());
  const source = ({ note, item }: Place): Decision['source'] => placeAt(note, item.line);
  const tally = { evidence: new Float64Array(subjects.sayings.count), shared: new Uint16Array(subjects.sayings.count) };
  const decisions = places
    .filter((place) => !again.has(place))
    .map((place): Decision => {
      const { note, item, account } = place;
      const subject = account === null ? undefined : subjects.of.get(account.key);
      return {
        text: item.text,
        date: note.date,
        account: account?.name ?? null,
        source: source(place),
        repeatedIn: (repeats.get(place) ?? []).map(source),
        touchedBy: subject === undefined || note.date === null ? [] : touching(subject, item.text, note.date, tally),
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

/** What was added up for each saying while one decision was compared with them; zero between decisions. */
interface Tally {
  readonly evidence: Float64Array;
  readonly shared: Uint16Array;
}

function touching(subject: Subject, text: string, date: IsoDate, { evidence, shared }: Tally): readonly VaultPath[] {
  const { sayings, first } = subject;
  const end = endOfNewer(subject, date);
  if (end === first) return [];
  const words = sayings.lexicon.wordsOf(text);
  let total = 0;
  for (const word of words) {
    const weight = subject.weightOf(word);
    total += weight;
    if (isCommon(subject, word)) continue;
    const stop = sayings.holdersFrom(word, end);
    for (let place = sayings.holdersFrom(word, first); place < stop; place += 1) {
      const saying = sayings.holderAt(place);
      evidence[saying] = (evidence[saying] ?? 0) + weight;
      shared[saying] = (shared[saying] ?? 0) + 1;
    }
  }
  const found: Note[] = [];
  for (let saying = end - 1; saying >= first; saying -= 1) {
    const weight = evidence[saying] ?? 0;
    if ((shared[saying] ?? 0) < SHARED_WORDS || weight < RETURNS) continue;
    const note = sayings.noteOf(saying);
    const last = found.at(-1);
    if (note === last) continue;
    // The oldest come first; of one day all are wanted, to be put in order.
    if (found.length >= TOUCHED_LIMIT && last?.date !== note.date) break;
    const likeness = weight / Math.sqrt(total * weightOfSaying(subject, saying));
    if (weight * likeness >= RETURNS) found.push(note);
  }
  evidence.fill(0, first, end);
  shared.fill(0, first, end);
  return found
    .sort((a, b) => order(a.date ?? '', b.date ?? '') || order(a.path, b.path))
    .map(({ path }) => path)
    .slice(0, TOUCHED_LIMIT);
}

function weightOfSaying(subject: Subject, saying: number): number {
  let weight = 0;
  for (let i = 0; i < subject.sayings.sizeOf(saying); i += 1) weight += subject.weightOf(subject.sayings.wordAt(saying, i));
  return weight;
}

function isCommon({ here, meetings }: Subject, word: number): boolean {
  if (meetings <= COMMON) return false;
  const count = here(word);
  return count > COMMON && count > meetings * COMMON_PART;
}
