import { FACETS_FILE, type FacetTotals, INDEX_FOLDER } from '../search/facets.ts';

/** The parts of Pagefind's browser module that the search uses. */
export interface Pagefind {
  readonly options: (options: PagefindOptions) => Promise<void>;
  readonly search: (
    term: string | null,
    options: { filters?: Record<string, string>; sort?: Record<string, 'asc' | 'desc'> },
  ) => Promise<PagefindAnswer>;
  readonly filters: () => Promise<Counts>;
  readonly destroy: () => Promise<void>;
}

export interface PagefindOptions {
  readonly basePath?: string;
  readonly noWorker?: boolean;
  /** Part of the address of the one file that changes with every index. */
  readonly metaCacheTag?: string;
  readonly ranking?: { readonly metaWeights: Readonly<Record<string, number>> };
}

export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface PagefindAnswer {
  readonly results: readonly { readonly words: readonly number[]; readonly data: () => Promise<Fragment | null> }[];
  /** Pages a value among the results. */
  readonly filters: Counts;
  /** The same without the filters of the query. */
  readonly totalFilters: Counts;
}

/** One page as the index holds it. */
export interface Fragment {
  readonly url: string;
  /** As it was indexed. */
  readonly raw_url?: string;
  /** The words of the page, one space between them. */
  readonly content: string;
  readonly meta: { readonly title?: string; readonly ghost?: string; readonly account?: string; readonly date?: string };
  readonly filters: { readonly kind?: readonly string[]; readonly account?: readonly string[]; readonly year?: readonly string[] };
  readonly anchors: readonly { readonly element: string; readonly id: string; readonly text?: string; readonly location: number }[];
}

/** How the index reaches the browser: over http, or by other means where fetching is not allowed. */
export interface Transport {
  readonly pagefind: () => Promise<Pagefind>;
  readonly facets: () => Promise<FacetTotals>;
}

/** Where the site lies and which build it is, as the page says on its root element. */
export interface SiteBase {
  /** Path from this page to the site root: empty, or `../` once or more. */
  readonly root: string;
  readonly digest: string;
}

export function siteBase(document: Document): SiteBase {
  const { root = '', digest = '' } = document.documentElement.dataset;
  return { root, digest };
}

/** The transport for sites that are served. The site may lie below any path. */
export function httpTransport({ root, digest }: SiteBase, document: Document): Transport {
  const folder = new URL(`${root}${INDEX_FOLDER}/`, document.baseURI).href;
  let attempts = 0;
  return {
    pagefind: async () => {
      attempts += 1;
      // Browsers remember a module that could not be fetched: another try needs another address.
      const again = attempts > 1 ? `?again=${attempts}` : '';
      const pagefind: Pagefind = await import(`${folder}pagefind.js${again}`);
      await pagefind.options({ basePath: folder, metaCacheTag: digest, ranking: { metaWeights: META_WEIGHTS } });
      return pagefind;
    },
    facets: async () => {
      const response = await fetch(`${folder}${FACETS_FILE}?ts=${encodeURIComponent(digest)}`);
      if (!response.ok) throw new Error(`${FACETS_FILE}: ${response.status}`);
      return response.json();
    },
  };
}

/** How much a name counts where it stands (`record.ts`): a page about it before pages that mention it, names without a note last. */
export const META_WEIGHTS = { title: 5, subject: 4, account: 1, ghost: 0.5, date: 0.05 };
