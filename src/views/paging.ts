import type { PageUrl } from '../graph/graph.ts';
import { hrefOf } from './context.ts';
import type { Paging } from './row.ts';

/** Most rows of a generated list on one page. */
export const PAGE_ROWS = 400;

/** Actions on one page of the board; a row is larger than those of other lists. */
export const ACTION_ROWS = 300;

/** Number of pages a list takes; one at least. */
export function pageCount(rows: number, size = PAGE_ROWS): number {
  return Math.max(1, Math.ceil(rows / size));
}

/**
 * URL of a list's page: `actions.html`, then `actions/2.html`; below a folder `tags/x.html`, then `tags/x.2.html`, which no tag can have,
 * for slugs hold no dot. Pages count from 1.
 */
export function pagedUrl(base: PageUrl, page: number): PageUrl {
  if (page <= 1) return base;
  return base.replace(/\.html$/u, base.includes('/') ? `.${page}.html` : `/${page}.html`) as PageUrl;
}

/** The page's part of the rows, and links to the others; no links when one page holds all. */
export function paged<T>(
  rows: readonly T[],
  base: PageUrl,
  current: number,
  size = PAGE_ROWS,
): { readonly rows: readonly T[]; readonly paging: Paging | null } {
  const count = pageCount(rows.length, size);
  const paging =
    count === 1
      ? null
      : { current, pages: Array.from({ length: count }, (_, i) => ({ text: String(i + 1), href: hrefOf(pagedUrl(base, i + 1)) })) };
  return { rows: rows.slice((current - 1) * size, current * size), paging };
}
