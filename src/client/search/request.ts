import { FACETS, type FacetName } from '../../search/table.ts';
import { keyOf } from '../../search/words.ts';

/** What is asked. An empty text with a filter lists all pages of that filter; of people and tags a page must have all that are chosen. */
export interface SearchRequest {
  readonly text: string;
  readonly kind: string | null;
  readonly account: string | null;
  readonly person: readonly string[];
  readonly tag: readonly string[];
  readonly year: string | null;
  readonly sort: 'relevance' | 'date';
}

/** What is chosen of a filter. */
export function chosenOf(request: SearchRequest, name: FacetName): readonly string[] {
  const chosen = request[name];
  return chosen === null ? [] : typeof chosen === 'string' ? [chosen] : chosen;
}

export function isFiltered(request: SearchRequest): boolean {
  return FACETS.some((name) => chosenOf(request, name).length > 0);
}

/** The request with a value chosen, or no longer chosen. */
export function toggled(request: SearchRequest, name: FacetName, value: string): SearchRequest {
  const chosen = chosenOf(request, name);
  const has = chosen.includes(value);
  if (name === 'person' || name === 'tag')
    return { ...request, [name]: has ? chosen.filter((other) => other !== value) : [...chosen, value] };
  return { ...request, [name]: has ? null : value };
}

export function withoutFilters(request: SearchRequest): SearchRequest {
  return { ...request, kind: null, account: null, person: [], tag: [], year: null };
}

/** Whether a request can have an answer. */
export function asksSomething(request: SearchRequest): boolean {
  return keyOf(request.text) !== '' || isFiltered(request);
}
