import type { Note, SectionItem } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountNames } from './account-names.ts';
import type { Fact, ResolvedLink } from './graph.ts';
import { foldText } from './lexicon.ts';
import type { Subject, Subjects } from './subjects.ts';
import { supports } from './supports.ts';

/** A fact comes from a text in other words when they share this part of the smaller and of the joint set of words, and four words at least. */
const NEAR_OVERLAP = 0.6;
const NEAR_JACCARD = 0.35;
const NEAR_WORDS = 4;
/** Words that more sayings of an account than these have, and more than one of so many, tell nothing of what is near. */
const COMMON = 50;
const COMMON_OF = 3;

/** Inputs of `factsFrom`. */
export interface FactsInput {
  readonly notes: readonly Note[];
  readonly accounts: AccountNames;
  readonly subjects: Subjects;
  /** By note: where its links lead, in the order of lines. */
  readonly links: ReadonlyMap<VaultPath, readonly ResolvedLink[]>;
}

/** The meeting that is a fact's source, and how well it is. */
type Source = Pick<Fact, 'meeting' | 'match'>;

/**
 * Facts: items under a Key Facts or Key Information heading of notes that have an account. A meeting's own fact is its own source. An account
 * note's comes from the meeting that its own text links, for so its author says (`exact`, whatever words the meeting has; of several the
 * newest); else it is traced to the newest meeting that says the same (`exact`) or the same in other words (`near`); else `none`. A meeting
 * that contradicts it is traced by nobody, however many words they share (see `supports`).
 */
export function factsFrom({ notes, accounts, subjects, links }: FactsInput): readonly Fact[] {
  const meetings = new Map(notes.filter((note) => note.kind === 'meeting').map((note) => [note.path, note]));
  return notes.flatMap((note) => {
    const account = accounts.of.get(note.path)?.[0];
    if (account === undefined) return [];
    const items = note.sections.filter((section) => section.name === 'facts').flatMap((section) => section.items);
    if (items.length === 0) return [];
    const ofAccount = (path: VaultPath): boolean => accounts.of.get(path)?.some(({ key }) => key === account.key) === true;
    const cited = (links.get(note.path) ?? []).flatMap(({ link, to }) => {
      const meeting = to.target === null || link.property !== null ? undefined : meetings.get(to.target);
      return meeting !== undefined && ofAccount(meeting.path) ? [{ line: link.line, meeting }] : [];
    });
    return items.map((item): Fact => {
      const { meeting, match }: Source =
        note.kind === 'meeting'
          ? { meeting: note.path, match: 'exact' }
          : (citedSource(cited, item) ?? trace(subjects.of.get(account.key), item.text));
      return { text: item.text, account: account.name, path: note.path, line: item.line, meeting, match };
    });
  });
}

/** The newest meeting that the text of an item links. */
function citedSource(cited: readonly { readonly line: number; readonly meeting: Note }[], item: SectionItem): Source | null {
  const [newest] = cited
    .filter(({ line }) => line >= item.line && line <= item.endLine)
    .map(({ meeting }) => meeting)
    .sort((a, b) => ((a.date ?? '') > (b.date ?? '') ? -1 : (a.date ?? '') < (b.date ?? '') ? 1 : 0));
  return newest === undefined ? null : { meeting: newest.path, match: 'exact' };
}

function trace(subject: Subject | undefined, text: string): Source {
  if (subject === undefined) return { meeting: null, match: 'none' };
  const words = subject.sayings.lexicon.wordsOf(text);
  const exact = sameSaying(subject, text, words);
  if (exact !== null) return { meeting: exact.path, match: 'exact' };
  const near = nearSaying(subject, text, words);
  return near === null ? { meeting: null, match: 'none' } : { meeting: near.path, match: 'near' };
}

/** The meeting of the first saying that is the same text, folded. It has the same words, so that only those that have the rarest are looked at. */
function sameSaying({ sayings, first, end }: Subject, text: string, words: readonly number[]): Note | null {
  const fold = foldText(text);
  const isSame = (saying: number): boolean =>
    sayings.sizeOf(saying) === words.length &&
    !sayings.isTask(saying) &&
    foldText(sayings.textOf(saying)) === fold &&
    supports(sayings.textOf(saying), text);
  let holders: { readonly from: number; readonly to: number } | null = null;
  for (const word of words) {
    const [from, to] = [sayings.holdersFrom(word, first), sayings.holdersFrom(word, end)];
    if (holders === null || to - from < holders.to - holders.from) holders = { from, to };
  }
  const { from, to } = holders ?? { from: first, to: end };
  for (let place = from; place < to; place += 1) {
    const saying = holders === null ? place : sayings.holderAt(place);
    if (isSame(saying)) return sayings.noteOf(saying);
  }
  return null;
}

/** The meeting of the saying that shares the greatest part of the joint set of words, the first of several. */
function nearSaying({ sayings, first, end }: Subject, text: string, words: readonly number[]): Note | null {
  const common = Math.max(COMMON, (end - first) / COMMON_OF);
  const shared = new Map<number, number>();
  for (const word of words) {
    const [from, to] = [sayings.holdersFrom(word, first), sayings.holdersFrom(word, end)];
    if (to - from > common) continue;
    for (let place = from; place < to; place += 1) {
      const saying = sayings.holderAt(place);
      shared.set(saying, (shared.get(saying) ?? 0) + 1);
    }
  }
  const near: { readonly saying: number; readonly jaccard: number }[] = [];
  for (const [saying, count] of shared) {
    if (count < NEAR_WORDS || sayings.isTask(saying)) continue;
    const size = sayings.sizeOf(saying);
    const jaccard = count / Math.max(1, words.length + size - count);
    if (count / Math.max(1, Math.min(words.length, size)) >= NEAR_OVERLAP && jaccard >= NEAR_JACCARD) near.push({ saying, jaccard });
  }
  near.sort((a, b) => b.jaccard - a.jaccard || a.saying - b.saying);
  const best = near.find(({ saying }) => supports(sayings.textOf(saying), text));
  return best === undefined ? null : sayings.noteOf(best.saying);
}
