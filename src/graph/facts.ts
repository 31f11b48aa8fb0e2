import type { Note } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountNames } from './account-names.ts';
import type { Fact } from './graph.ts';
import { foldText, type SimilarIndex, similarTo } from './similar.ts';
import type { Said, Subjects } from './subjects.ts';
import { supports } from './supports.ts';

/** A fact comes from a text in other words when they share this part of the smaller and of the joint set of words, and four words at least. */
const NEAR_OVERLAP = 0.6;
const NEAR_JACCARD = 0.35;
const NEAR_WORDS = 4;

/**
 * Facts: items under a Key Facts or Key Information heading of notes that have an account. A meeting's own fact is its own source; an account
 * note's is traced to the newest meeting that says the same (`exact`) or the same in other words (`near`); else `none`. A meeting that
 * contradicts it is no source of it, however many words they share (see `supports`).
 */
export function factsFrom(notes: readonly Note[], accounts: AccountNames, subjects: Subjects): readonly Fact[] {
  return notes.flatMap((note) => {
    const account = accounts.of.get(note.path)?.[0];
    if (account === undefined) return [];
    const items = note.sections.filter((section) => section.name === 'facts').flatMap((section) => section.items);
    return items.map((item): Fact => {
      const traced =
        note.kind === 'meeting' ? { meeting: note.path, match: 'exact' as const } : trace(subjects.get(account.key)?.said, item.text);
      const { meeting, match } = traced;
      return { text: item.text, account: account.name, path: note.path, line: item.line, meeting, match };
    });
  });
}

function trace(index: SimilarIndex<Said> | undefined, text: string): { readonly meeting: VaultPath | null; readonly match: Fact['match'] } {
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
