import type { Note, SectionItem } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountNames } from './account-names.ts';
import type { Fact, ResolvedLink } from './graph.ts';
import { foldText, type SimilarIndex, similarTo } from './similar.ts';
import type { Said, Subjects } from './subjects.ts';
import { supports } from './supports.ts';

/** A fact comes from a text in other words when they share this part of the smaller and of the joint set of words, and four words at least. */
const NEAR_OVERLAP = 0.6;
const NEAR_JACCARD = 0.35;
const NEAR_WORDS = 4;

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
          : (citedSource(cited, item) ?? trace(subjects.get(account.key)?.said, item.text));
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

function trace(index: SimilarIndex<Said> | undefined, text: string): Source {
  if (index === undefined) return { meeting: null, match: 'none' };
  const exact = index.byFold
    .get(foldText(text))
    ?.map((i) => index.candidates[i])
    .find((candidate) => candidate !== undefined && candidate.item.in !== 'tasks' && supports(candidate.text, text));
  if (exact !== undefined) return { meeting: exact.item.note.path, match: 'exact' };
  const near = similarTo(index, text).find(
    ({ item, said, shared, overlap, jaccard }) =>
      item.in !== 'tasks' && shared >= NEAR_WORDS && overlap >= NEAR_OVERLAP && jaccard >= NEAR_JACCARD && supports(said, text),
  );
  return near === undefined ? { meeting: null, match: 'none' } : { meeting: near.item.note.path, match: 'near' };
}
