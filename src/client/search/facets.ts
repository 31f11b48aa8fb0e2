import { FACETS, type FacetName, type ValuePages } from '../../search/table.ts';
import { chosenOf, isFiltered, type SearchRequest } from './request.ts';

/** One value of a filter, and how many of the pages found would be left with it. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** Values to offer of the filters that were asked for: those that lead to results, most frequent first (years: newest first). */
export type Facets = Readonly<Partial<Record<FacetName, readonly FacetValue[]>>>;

/** Gives the pages by value of a filter. */
export type FacetSource = (name: FacetName) => Promise<ValuePages>;

/** Which filters each page fails, as bits in the order of `FACETS`. */
export type Failing = Uint8Array;

/** Looks at all filters of a request; null when it has none. `pages`: how many there are. */
export async function failingOf(source: FacetSource, request: SearchRequest, pages: number): Promise<Failing | null> {
  if (!isFiltered(request)) return null;
  const failing = new Uint8Array(pages);
  for (const [at, name] of FACETS.entries()) {
    const chosen = chosenOf(request, name);
    const values: ValuePages = chosen.length === 0 ? new Map() : await source(name);
    for (const value of chosen) {
      const passes = new Uint8Array(pages);
      for (const page of values.get(value) ?? []) passes[page] = 1;
      for (let page = 0; page < pages; page += 1) if (passes[page] === 0) failing[page] = (failing[page] ?? 0) | (1 << at);
    }
  }
  return failing;
}

/**
 * Counts of a filter under the others: what choosing another value of it would give; of a filter with several values, what one more would.
 * `asked`: 1 for pages that have the words. One walk through the lists of the filter, whatever the number of values.
 */
export function countsOf(name: FacetName, values: ValuePages, failing: Failing | null, asked: Uint8Array): readonly FacetValue[] {
  const own = name === 'person' || name === 'tag' ? 0 : 1 << FACETS.indexOf(name);
  const counted: FacetValue[] = [];
  for (const [value, pages] of values) {
    let count = 0;
    for (const page of pages) if (asked[page] === 1 && ((failing?.[page] ?? 0) & ~own) === 0) count += 1;
    if (count > 0) counted.push({ value, count });
  }
  return counted.sort((a, b) => (name === 'year' ? byText(b.value, a.value) : b.count - a.count || byText(a.value, b.value)));
}

/** Counts of these filters for pages found. */
export async function facetsOf(
  source: FacetSource,
  names: readonly FacetName[],
  failing: Failing | null,
  found: readonly number[],
  pages: number,
): Promise<Facets> {
  const asked = new Uint8Array(pages);
  for (const page of found) asked[page] = 1;
  const counts = names.map(async (name) => [name, countsOf(name, await source(name), failing, asked)] as const);
  return Object.fromEntries(await Promise.all(counts));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
