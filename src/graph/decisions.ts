import type { Note } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountNames } from './account-names.ts';
import type { Decision, Href } from './graph.ts';
import { type SimilarIndex, similarTo } from './similar.ts';
import type { Said, Subjects } from './subjects.ts';

/** A later meeting returns to a decision's subject when it shares this many words and this part of the smaller text. */
const SHARED_WORDS = 3;
const SHARED_PART = 0.5;
/** Most later meetings named for one decision. */
const TOUCHED_LIMIT = 5;

/**
 * Decisions of all notes: list items under a Decisions heading, newest first, then by account and place. `touchedBy` names later meetings of
 * the same account whose decisions or facts share the subject.
 */
export function decisionsFrom(
  notes: readonly Note[],
  accounts: AccountNames,
  subjects: Subjects,
  lineHref: (note: Note, line: number) => Href,
): readonly Decision[] {
  const decisions = notes.flatMap((note) =>
    note.sections
      .filter((section) => section.name === 'decisions')
      .flatMap((section) => section.items)
      .map((item): Decision => {
        const account = accounts.of.get(note.path)?.[0] ?? null;
        return {
          text: item.text,
          date: note.date,
          account: account?.name ?? null,
          source: { path: note.path, line: item.line, href: lineHref(note, item.line) },
          touchedBy: account === null || note.date === null ? [] : touching(subjects.get(account.key), item.text, note),
        };
      }),
  );
  return decisions.sort(
    (a, b) => order(b.date ?? '', a.date ?? '') || order(a.source.path, b.source.path) || a.source.line - b.source.line,
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function touching(index: SimilarIndex<Said> | undefined, text: string, from: Note): readonly VaultPath[] {
  if (index === undefined) return [];
  const dates = new Map<VaultPath, string>();
  for (const { item, shared, overlap } of similarTo(index, text)) {
    const { note } = item;
    if (item.in === 'summary' || shared < SHARED_WORDS || overlap < SHARED_PART) continue;
    if (note.date !== null && from.date !== null && note.date > from.date) dates.set(note.path, note.date);
  }
  return [...dates]
    .sort(([a, left], [b, right]) => order(left, right) || order(a, b))
    .map(([path]) => path)
    .slice(0, TOUCHED_LIMIT);
}
