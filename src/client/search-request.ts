import { keyOf } from '../search/words.ts';

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

/** Whether a request can have an answer. */
export function asksSomething(request: SearchRequest): boolean {
  return keyOf(request.text) !== '' || FACETS.some((name) => request[name] !== null);
}
