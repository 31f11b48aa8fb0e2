/** Filters of the page of all actions. They live in the address (`#due=overdue&owner=…`), so that a filtered list can be linked. */
export type Filters = Partial<Record<Name | 'sort', string>>;

export type Name = (typeof NAMES)[number];

export const NAMES = ['state', 'due', 'priority', 'owner', 'account'] as const;
const ORDER = [...NAMES, 'sort'] as const;

/** Filters from the hash of an address; a word that stands for none is left out. `state=overdue` is how a due date was asked for once. */
export function filtersFromHash(hash: string): Filters {
  const words = new URLSearchParams(hash.includes('=') ? hash.slice(1) : '');
  const { state, ...rest }: Filters = Object.fromEntries(ORDER.flatMap((name) => (words.get(name) ? [[name, words.get(name)]] : [])));
  if (state === 'overdue' || state === 'soon') return { due: state, ...rest };
  return state === undefined ? rest : { state, ...rest };
}

/** The hash of an address that leads to the same filters; '' without any. */
export function hashFromFilters(filters: Filters): string {
  const given = ORDER.flatMap((name) => (filters[name] ? [[name, filters[name]]] : []));
  const words = new URLSearchParams(given).toString();
  return words && `#${words}`;
}

/** True when a row passes all filters. */
export function fits(row: HTMLElement, filters: Filters): boolean {
  const { when, state, rank, owner, account } = row.dataset;
  const high = rank === 'highest' || rank === 'high';
  if (filters.state === 'open' ? when === 'closed' : filters.state && filters.state !== state) return false;
  if (filters.due && filters.due !== when) return false;
  if (filters.priority && (filters.priority === 'high') !== high) return false;
  return (!filters.owner || filters.owner === owner) && (!filters.account || filters.account === account);
}
