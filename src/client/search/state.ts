import type { SearchRequest } from './request.ts';

export const NOTHING: SearchRequest = { text: '', kind: null, account: null, person: [], tag: [], year: null, sort: 'relevance' };

/** The request that an address of the search page holds. */
export function requestFromQuery(query: string): SearchRequest {
  const params = new URLSearchParams(query);
  const one = (name: string): string | null => params.get(name) || null;
  const several = (name: string): readonly string[] => [...new Set(params.getAll(name).filter((value) => value !== ''))];
  return {
    text: params.get('q') ?? '',
    kind: one('kind'),
    account: one('account'),
    person: several('person'),
    tag: several('tag'),
    year: one('year'),
    sort: params.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** The query part of the search page's address for a request, with `?`; empty when nothing is asked. */
export function queryFromRequest(request: SearchRequest): string {
  const params = new URLSearchParams();
  if (request.text.trim() !== '') params.set('q', request.text.trim());
  if (request.kind !== null) params.set('kind', request.kind);
  if (request.account !== null) params.set('account', request.account);
  for (const person of request.person) params.append('person', person);
  for (const tag of request.tag) params.append('tag', tag);
  if (request.year !== null) params.set('year', request.year);
  if (request.sort === 'date') params.set('sort', 'date');
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}

/** The reader's last queries, kept in this browser for this site only. */
export interface RecentQueries {
  /** Newest first. */
  readonly list: () => readonly string[];
  readonly add: (text: string) => void;
  readonly clear: () => void;
}

const MOST_RECENT = 6;

/** Storage may be missing, full or forbidden: then nothing is remembered. `site` tells sites on one origin apart. */
export function recentQueries(storage: () => Storage, site: string): RecentQueries {
  const key = `dossier:recent:${site}`;
  const list = (): readonly string[] => {
    try {
      const kept: unknown = JSON.parse(storage().getItem(key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string').slice(0, MOST_RECENT) : [];
    } catch {
      return [];
    }
  };
  const keep = (queries: readonly string[]): void => {
    try {
      storage().setItem(key, JSON.stringify(queries));
    } catch {
      // Remembering is a convenience: without storage there is none.
    }
  };
  return {
    list,
    add: (text) => {
      const query = text.trim();
      if (query !== '') keep([query, ...list().filter((other) => other !== query)].slice(0, MOST_RECENT));
    },
    clear: () => keep([]),
  };
}
