import { keyOf } from '../../search/words.ts';
import type { Fragment, Index } from './read-index.ts';
import type { Term } from './term.ts';

// Words on nearly every page (`the`) say nothing about any, and their places would be the largest file of the index to fetch.

/** Whether a term is one plain word of that kind. Phrases are looked up: `“the who”` is not `who`. */
export function isCommon(index: Index, { any, text }: Term): boolean {
  const [first, ...others] = any;
  if (first?.keys.length !== 1 || first.open || text.startsWith('“') || others.some(({ keys }) => keys.length > 1)) return false;
  return index.stems(first.keys).every((stem) => index.common(stem) !== null);
}

export function stemsOf(index: Index, terms: readonly Term[]): ReadonlySet<string> {
  return new Set(index.stems(terms.flatMap(({ any }) => any[0]?.keys ?? [])));
}

/** Words of a page's text with these stems, at most; the first are enough for an excerpt. */
const MOST_PLACES = 40;

export function placesIn(index: Index, { content }: Fragment, stems: ReadonlySet<string>): readonly number[] {
  if (stems.size === 0) return [];
  const keys = content.split(' ').map(keyOf);
  // A word and its stem begin alike; only such words are worth asking the engine for.
  const beginnings = new Set([...stems].map((stem) => stem.slice(0, 2)));
  const near = [...new Set(keys.filter((key) => beginnings.has(key.slice(0, 2))))];
  const meant = new Set(index.stems(near).flatMap((stem, at) => (stems.has(stem) ? [near[at]] : [])));
  return keys.flatMap((key, at) => (meant.has(key) ? [at] : [])).slice(0, MOST_PLACES);
}
