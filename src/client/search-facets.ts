import type { FacetTotals } from '../search/facets.ts';
import type { Index } from './search-index.ts';
import { FACETS, type FacetName, type SearchRequest } from './search-request.ts';

/** One value of a filter; `count` is null where counting would take too long. */
export interface FacetValue {
  readonly value: string;
  readonly count: number | null;
}

/** Values to offer: those that lead to results, most frequent first (years: newest first). */
export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>;

/** Which pages each value of each filter holds. */
export interface FacetSets {
  readonly values: Readonly<Record<FacetName, ReadonlyMap<string, ReadonlySet<number>>>>;
  /** Whether a page passes the filters of a request, but for one of them. */
  readonly allowing: (request: SearchRequest, without?: FacetName) => (page: number) => boolean;
}

const sets = new WeakMap<Index, Promise<FacetSets>>();

/** Read once an index. */
export function setsOf(index: Index): Promise<FacetSets> {
  const known = sets.get(index);
  if (known !== undefined) return known;
  const reading = readSets(index).catch((error: unknown) => {
    sets.delete(index);
    throw error;
  });
  sets.set(index, reading);
  return reading;
}

async function readSets(index: Index): Promise<FacetSets> {
  const [kind, account, year] = await Promise.all(FACETS.map((name) => index.filter(name)));
  const values = { kind: asSets(kind), account: asSets(account), year: asSets(year) };
  const nothing: ReadonlySet<number> = new Set();
  return {
    values,
    allowing: (request, without) => {
      const chosen = FACETS.filter((name) => name !== without && request[name] !== null);
      const allowed = chosen.map((name) => values[name].get(request[name] ?? '') ?? nothing);
      return (page) => allowed.every((pages) => pages.has(page));
    },
  };
}

function asSets(pages: ReadonlyMap<string, readonly number[]> = new Map()): ReadonlyMap<string, ReadonlySet<number>> {
  return new Map([...pages].map(([value, numbers]) => [value, new Set(numbers)]));
}

/** Counts of each filter under the other filters: what choosing another value of it would give. */
export function facetsOf({ values, allowing }: FacetSets, request: SearchRequest, found: readonly number[]): Facets {
  const countsOf = (name: FacetName): readonly FacetValue[] => {
    const pages = found.filter(allowing(request, name));
    const counts = [...values[name]].map(([value, holders]): [string, number] => [value, countIn(pages, holders)]);
    return valuesOf(name, counts, true);
  };
  return { kind: countsOf('kind'), account: countsOf('account'), year: countsOf('year') };
}

/** The values of the whole site: their order, not their counts. */
export function facetsOfTotals(totals: FacetTotals): Facets {
  const of = (name: FacetName): readonly FacetValue[] => valuesOf(name, Object.entries(totals[name]), false);
  return { kind: of('kind'), account: of('account'), year: of('year') };
}

function countIn(pages: readonly number[], holders: ReadonlySet<number>): number {
  let count = 0;
  for (const page of pages) if (holders.has(page)) count += 1;
  return count;
}

function valuesOf(name: FacetName, counts: readonly (readonly [string, number])[], shown: boolean): readonly FacetValue[] {
  return counts
    .filter(([, count]) => count > 0)
    .sort(([a, x], [b, y]) => (name === 'year' ? byText(b, a) : y - x || byText(a, b)))
    .map(([value, count]) => ({ value, count: shown ? count : null }));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
