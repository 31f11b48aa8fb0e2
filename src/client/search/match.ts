import { joined, type Posting } from './postings.ts';
import type { Index } from './read-index.ts';
import type { Sequence, Term } from './term.ts';

/** Pages that meet a term. */
export type Found = ReadonlyMap<number, Posting>;

export interface Match {
  /** Pages that have the word itself, in any of its grammatical forms. */
  readonly exact: Found;
  /** Pages that have words which begin so; of a term that is still being typed. */
  readonly begun: Found;
}

/** Pages that meet all terms, and those that do with the last one only begun. */
export function pagesOf(matches: readonly Match[]): { readonly exact: readonly number[]; readonly begun: readonly number[] } {
  const exact = common(matches.map(({ exact }) => exact));
  const last = matches.at(-1);
  if (!last || last.begun.size === 0) return { exact, begun: [] };
  const known = new Set(exact);
  const begun = common([...matches.slice(0, -1).map(({ exact }) => exact), last.begun]).filter((page) => !known.has(page));
  return { exact, begun };
}

function common(found: readonly Found[]): readonly number[] {
  const [fewest, ...others] = [...found].sort((a, b) => a.size - b.size);
  return [...(fewest?.keys() ?? [])].filter((page) => others.every((pages) => pages.has(page))).sort((a, b) => a - b);
}

/** Pages after which nobody asks for words that only begin so. */
const PLENTY = 200;
/** How much less a longer word says than the one that was typed. */
const BEGUN = 0.4;

export async function matchOf(index: Index, term: Term): Promise<Match> {
  const exact = merged(await Promise.all(term.any.map((sequence) => holdersOf(index, sequence))), 1);
  const key = term.any[0]?.keys.at(-1) ?? '';
  const begun = term.typing && exact.size < PLENTY ? await begunBy(index, key) : new Map<number, Posting>();
  return { exact, begun };
}

/** Pages with words that begin so. */
async function begunBy(index: Index, key: string): Promise<Found> {
  const [stem] = index.stems([key]);
  const longer = (await index.stemsFrom(key)).filter((other) => other !== stem);
  return merged(await Promise.all(longer.map((other) => index.postings(other))), BEGUN);
}

/** Pages that have any of these words in one of their forms. */
export async function pagesWith(index: Index, words: readonly string[]): Promise<Found> {
  return merged(await Promise.all([...new Set(index.stems(words))].map((stem) => index.postings(stem))), BEGUN);
}

async function holdersOf(index: Index, { keys, open }: Sequence): Promise<readonly Posting[]> {
  const stems = index.stems(keys);
  const lists = await Promise.all(stems.map((stem) => index.postings(stem)));
  const [first, ...rest] = lists;
  if (rest.length === 0) {
    if (!open) return first ?? [];
    const longer = await Promise.all((await index.stemsFrom(keys[0] ?? '')).map((stem) => index.postings(stem)));
    return [...merged([first ?? [], ...longer], 1).values()];
  }
  const others = rest.map((list) => new Map((list ?? []).map((posting) => [posting.page, posting])));
  return (first ?? []).flatMap(
    (posting) =>
      inOrder(
        posting,
        others.map((pages) => pages.get(posting.page)),
        stems,
      ) ?? [],
  );
}

/** The words where they stand one after the other; words that were written as one share a place. */
function inOrder(first: Posting, rest: readonly (Posting | undefined)[], stems: readonly string[]): Posting | null {
  const at: number[] = [];
  let weight = 0;
  const places = rest.map((posting) => new Set(posting?.at ?? []));
  for (const start of first.at) {
    const run = [start];
    for (const [index, next] of places.entries()) {
      const last = run.at(-1) ?? start;
      const place = stems[index] !== stems[index + 1] && next.has(last) ? last : next.has(last + 1) ? last + 1 : null;
      if (place === null) break;
      run.push(place);
    }
    if (run.length <= places.length) continue;
    at.push(...run);
    weight += first.weight / first.at.length;
  }
  if (at.length === 0) return null;
  const all = [first, ...rest.flatMap((posting) => posting ?? [])];
  const title = all.every((posting) => posting.title > 0)
    ? Math.min(
        1,
        all.reduce((sum, posting) => sum + posting.title, 0),
      )
    : 0;
  return {
    page: first.page,
    at: [...new Set(at)].sort((a, b) => a - b),
    weight: weight * all.length,
    title,
    subject: all.every((posting) => posting.subject),
    ghost: all.some((posting) => posting.ghost),
  };
}

function merged(lists: readonly (readonly Posting[] | null)[], damp: number): Found {
  const found = new Map<number, Posting>();
  for (const list of lists) {
    for (const posting of list ?? []) {
      const before = found.get(posting.page);
      found.set(posting.page, before ? joined(before, posting, damp) : posting);
    }
  }
  return found;
}
