import type { FacetTotals } from '../search/facets.ts';
import { queryText } from '../search/words.ts';
import { type Hit, hitFrom } from './search-hit.ts';
import type { Counts, Pagefind, PagefindAnswer, Transport } from './search-pagefind.ts';

export const FACETS = ['kind', 'account', 'year'] as const;
export type FacetName = (typeof FACETS)[number];

/** What is asked. An empty text with a filter lists all pages of that filter. */
export interface SearchRequest {
  readonly text: string;
  readonly kind: string | null;
  readonly account: string | null;
  readonly year: string | null;
  readonly sort: 'relevance' | 'date';
}

/** One value of a filter; `count` is null where counting would take too long. */
export interface FacetValue {
  readonly value: string;
  readonly count: number | null;
}

/** Values to offer: those that lead to results, most frequent first (years: newest first). */
export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>;

export interface Answer {
  readonly total: number;
  readonly facets: Facets;
  /** Results `from` … `from + count`, each read from the index when asked for. */
  readonly hits: (from: number, count: number) => Promise<readonly Hit[]>;
}

export interface SearchEngine {
  readonly ask: (request: SearchRequest) => Promise<Answer>;
}

/** Pagefind counts in pages × results for each filter it has loaded: above so many pages that is felt, and it is not asked to. */
const COUNTED_PAGES = 8000;

/** Whether a request can have an answer. */
export function asksSomething(request: SearchRequest): boolean {
  return queryText(request.text) !== '' || FACETS.some((name) => request[name] !== null);
}

/** Opens the index. Rejects when it cannot be read. `root` leads from this page to the site root. */
export async function openEngine(transport: Transport, root: string): Promise<SearchEngine> {
  const [pagefind, totals] = await Promise.all([transport.pagefind(), transport.facets()]);
  const counted = totals.pages <= COUNTED_PAGES;
  try {
    // Either waits until the index is there; both fail when it cannot be had.
    await (counted ? pagefind.filters() : pagefind.search('', {}));
  } catch (error) {
    await pagefind.destroy();
    throw error;
  }
  return {
    ask: async (request) => {
      const answer = await pagefind.search(termOf(request), {
        filters: filtersOf(request),
        sort: request.sort === 'date' ? { date: 'desc' } : {},
      });
      return {
        total: answer.results.length,
        facets: counted ? facetsFrom(await countsOf(pagefind, request, answer), true) : facetsFrom(totals, false),
        hits: async (from, count) => {
          const slice = answer.results.slice(from, from + count);
          const fragments = await Promise.all(slice.map(async (result) => ({ words: result.words, fragment: await result.data() })));
          return fragments.flatMap(({ words, fragment }) => (fragment ? [hitFrom(fragment, words, root)] : []));
        },
      };
    },
  };
}

function termOf(request: SearchRequest): string | null {
  const term = queryText(request.text);
  return term === '' ? null : term;
}

function filtersOf(request: SearchRequest, without?: FacetName): Record<string, string> {
  const set = FACETS.filter((name) => name !== without && request[name] !== null);
  return Object.fromEntries(set.map((name) => [name, request[name] ?? '']));
}

/** Counts of each filter under the other filters: what choosing another value of it would give. */
async function countsOf(pagefind: Pagefind, request: SearchRequest, answer: PagefindAnswer): Promise<Counts> {
  const set = FACETS.filter((name) => request[name] !== null);
  const counts = await Promise.all(
    FACETS.map(async (name) => {
      if (!set.includes(name)) return [name, answer.filters[name] ?? {}] as const;
      if (set.length === 1 && termOf(request) !== null) return [name, answer.totalFilters[name] ?? {}] as const;
      const others = await pagefind.search(termOf(request), { filters: filtersOf(request, name) });
      return [name, others.filters[name] ?? {}] as const;
    }),
  );
  return Object.fromEntries(counts);
}

/** Values with results in the order they are offered; `shown: false` keeps the order of the counts, not the counts. */
function facetsFrom(counts: Counts | FacetTotals, shown: boolean): Facets {
  const valuesOf = (name: FacetName): readonly FacetValue[] =>
    Object.entries(counts[name] ?? {})
      .filter(([, count]) => count > 0)
      .sort(([a, x], [b, y]) => (name === 'year' ? byText(b, a) : y - x || byText(a, b)))
      .map(([value, count]) => ({ value, count: shown ? count : null }));
  return { kind: valuesOf('kind'), account: valuesOf('account'), year: valuesOf('year') };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
