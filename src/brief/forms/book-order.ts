import type { PlannedPage } from '../../site.ts';

/** Kinds of pages in reading order, with the heading their pages stand under in the list of all pages. */
const CHAPTERS: readonly (readonly [heading: string, kinds: readonly string[]])[] = [
  ['Overview', ['home', 'cover', 'account', 'accounts', 'actions', 'decisions', 'timeline', 'people']],
  ['Meetings', ['meeting']],
  ['Notes', ['note', 'canvas', 'base']],
  ['People', ['person']],
  ['Lists', ['account-notes', 'browse', 'tags', 'tag']],
];
/** Pages of a site that mean nothing inside one file. */
const NOT_INSIDE = new Set(['not-found', 'search']);

/** A page's place in the book. */
export interface Placed {
  readonly planned: PlannedPage;
  readonly chapter: string;
}

/** The pages of a brief in the order they are read: the first page first, newest meetings before older ones. */
export function bookOrder(plan: readonly PlannedPage[]): readonly Placed[] {
  const ranked = plan
    .filter(({ kind }) => !NOT_INSIDE.has(kind))
    .map((planned) => {
      const chapter = CHAPTERS.findIndex(([, kinds]) => kinds.includes(planned.kind));
      const kinds = CHAPTERS[chapter]?.[1] ?? [];
      // A kind that this list does not know yet stands with the lists.
      const at = chapter === -1 ? 4 : chapter;
      return { planned, at, rank: chapter === -1 ? 99 : kinds.indexOf(planned.kind) };
    });
  const byUrl = (a: PlannedPage, b: PlannedPage): number => (a.url < b.url ? -1 : 1);
  return ranked
    .toSorted(
      (a, b) =>
        a.at - b.at || a.rank - b.rank || (a.planned.kind === 'meeting' ? byUrl(b.planned, a.planned) : byUrl(a.planned, b.planned)),
    )
    .map(({ planned, at }) => ({ planned, chapter: CHAPTERS[at]?.[0] ?? '' }));
}
