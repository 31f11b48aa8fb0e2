import { FACETS, type FacetName } from '../../search/table.ts';
import { isCommon, placesIn, stemsOf } from './common.ts';
import { type Facets, facetsOf, failingOf } from './facets.ts';
import { guesser } from './guess.ts';
import { type Hit, hitFrom } from './hit.ts';
import { type Found, type Match, matchOf, pagesOf } from './match.ts';
import { writtenSoFirst } from './quoted.ts';
import { ranked } from './rank.ts';
import { type Index, openIndex } from './read-index.ts';
import type { SearchRequest } from './request.ts';
import type { Term } from './term.ts';
import { termsOf } from './terms.ts';
import type { Transport } from './transport.ts';

/** Pages in an order, each read from the index when asked for. */
export interface Results {
  readonly total: number;
  /** Those that can be read; fewer than asked for where some can not. Rejects when none can. */
  readonly hits: (from: number, count: number) => Promise<readonly Hit[]>;
}

/** Pages that have every word of the query come first, then those that have the beginning of the last one. */
export interface Answer extends Results {
  /** How many of the results have the words themselves. */
  readonly exact: number;
  /** Words of the query that nearly every page has, and that were therefore not looked up: pages without them may be among the results. */
  readonly common: readonly string[];
  /** Nothing else was asked: these are all pages that pass the filters. */
  readonly everything: boolean;
  /** Filters whose values cost little to read; on large sites the others wait until they are asked for. */
  readonly cheap: readonly FacetName[];
  /** Values of filters with their counts. Results do not wait for them. */
  readonly facets: (names: readonly FacetName[]) => Promise<Facets>;
  /** What to offer instead when no page of the site has what was asked, whatever its filters. Never mixed with results. */
  readonly guess: Guess | null;
}

export interface Guess extends Results {
  /** Words of the query that the site does not have; none when it has all, but no page has them together. */
  readonly missing: readonly string[];
  /** What was looked for instead; null when only what is left of the query was. */
  readonly instead: string | null;
  /** Queries that would have results, the likeliest first. */
  readonly queries: readonly string[];
}

export interface SearchEngine {
  readonly ask: (request: SearchRequest) => Promise<Answer>;
}

/** Pages of a site up to which all filters are read at once: some 100 KB. */
const FEW = 8000;
/** Terms whose pages are kept for the next query, which is mostly the same with a letter more. */
const KEPT_TERMS = 60;
const KEPT_ANSWERS = 20;

/** Opens the index. Rejects when it cannot be read. `root` leads from this page to the site root, `language` is that of the page. */
export async function openEngine(transport: Transport, root: string, language = 'en'): Promise<SearchEngine> {
  const index = await openIndex(transport);
  const all = index.lengths.map((_, page) => page);
  const found = new Map<string, Promise<Match>>();
  const match = (term: Term): Promise<Match> =>
    kept(found, `${term.typing}${JSON.stringify(term.any)}`, KEPT_TERMS, () => matchOf(index, term));
  const guess = guesser(index, language, match);

  /** The matches, the last with words that begin so from the list of all words when the index shows none. */
  const completed = async (terms: readonly Term[], matches: readonly Match[]): Promise<readonly Match[]> => {
    const [term, last] = [terms.at(-1), matches.at(-1)];
    if (!term?.typing || !last || last.exact.size + last.begun.size > 0) return matches;
    return [...matches.slice(0, -1), { exact: last.exact, begun: await guess.begun(term) }];
  };

  const ask = async (request: SearchRequest): Promise<Answer> => {
    const asked = termsOf(request.text, language);
    const common = asked.filter((term) => isCommon(index, term));
    const terms = asked.filter((term) => !common.includes(term));
    const matches = await completed(terms, await Promise.all(terms.map(match)));
    const { exact, begun } = terms.length === 0 ? { exact: all, begun: [] } : pagesOf(matches);
    const sorted = request.sort === 'date' || terms.length === 0;
    const [days, failing] = await Promise.all([sorted ? index.days() : null, failingOf(index.facet, request, all.length)]);
    const allowed = (page: number): boolean => failing === null || failing[page] === 0;
    const order = (pages: readonly number[], found: readonly Found[]): readonly number[] => {
      const kept = pages.filter(allowed);
      return days ? newestFirst(days, kept) : ranked(index, kept, found);
    };
    const wide = matches.map(({ exact, begun }) => (begun.size === 0 ? exact : both(exact, begun)));
    const first = order(
      exact,
      matches.map(({ exact }) => exact),
    );
    const found = [...(days ? first : await writtenSoFirst(index, terms, first)), ...order(begun, wide)];
    const offered = terms.length > 0 && exact.length + begun.length === 0 ? await guess.offer(terms, matches) : null;
    return {
      ...resultsOf(index, root, found, wide, first.length, stemsOf(index, common)),
      exact: first.length,
      common: common.map(({ text }) => text),
      everything: terms.length === 0 && common.length > 0,
      cheap: all.length > FEW ? ['kind', 'year'] : FACETS,
      facets: (names) => facetsOf(index.facet, names, failing, [...exact, ...begun], all.length),
      guess: offered && { ...offered, ...resultsOf(index, root, offered.pages.filter(allowed), offered.found, 0) },
    };
  };
  const answers = new Map<string, Promise<Answer>>();
  return { ask: (request) => kept(answers, JSON.stringify(request), KEPT_ANSWERS, () => ask(request)) };
}

function both(exact: Found, begun: Found): Found {
  const found = new Map(begun);
  for (const [page, posting] of exact) found.set(page, posting);
  return found;
}

function newestFirst(days: Int32Array, pages: readonly number[]): readonly number[] {
  return [...pages].sort((a, b) => (days[b] ?? 0) - (days[a] ?? 0) || a - b);
}

/** `unfetched`: stems whose places are not known, and are found in the text of what is shown. */
function resultsOf(
  index: Index,
  root: string,
  pages: readonly number[],
  terms: readonly Found[],
  exact: number,
  unfetched: ReadonlySet<string> = new Set(),
): Results {
  return {
    total: pages.length,
    hits: async (from, count) => {
      const read = pages.slice(from, from + count).map(async (page, at) => {
        const fragment = await index.fragment(page);
        const known = terms.flatMap((found) => found.get(page)?.at ?? []);
        const places = known.length > 0 ? known : placesIn(index, fragment, unfetched);
        return hitFrom(fragment, places, root, from + at < exact ? 'exact' : 'begun');
      });
      const settled = await Promise.allSettled(read);
      const hits = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
      return hits.length > 0 ? hits : Promise.all(read);
    },
  };
}

/** The value of a key, made once and kept until so many others were asked for; a failure is not kept. */
function kept<T>(made: Map<string, Promise<T>>, key: string, most: number, make: () => Promise<T>): Promise<T> {
  const known = made.get(key);
  if (known !== undefined) return known;
  const [oldest] = made.size >= most ? made.keys() : [];
  if (oldest !== undefined) made.delete(oldest);
  const making = make().catch((error: unknown) => {
    made.delete(key);
    throw error;
  });
  made.set(key, making);
  return making;
}
