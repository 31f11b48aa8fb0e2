/** Filters of the page of all actions. They live in the address (`#state=overdue&owner=…`), so that a filtered list can be linked. */
type Filters = Partial<Record<'state' | 'due' | 'priority' | 'owner' | 'account', string>>;

const NAMES = ['state', 'due', 'priority', 'owner', 'account'] as const;

/** Brings the board to life: rows lie in the bucket of today, counts follow the filters, links of owners and accounts filter. */
export function runBoard(): void {
  const board = document.querySelector<HTMLElement>('[data-board]');
  if (!board?.querySelector('.row')) return;
  board.classList.add('live');
  const whole = board.dataset['board'] === 'whole';
  const rows = [...board.querySelectorAll<HTMLElement>('.row')];
  settle(board, rows);
  countStates(board, rows);

  let filters = filtersFromHash();
  const go = (next: Filters) => {
    filters = next;
    const text = new URLSearchParams(Object.entries(next).filter(([, value]) => value)).toString();
    history.replaceState(null, '', text ? `#${text}` : location.pathname + location.search);
    show(board, rows, filters);
  };
  board.addEventListener('change', (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const name = input.name === 'priority' ? 'priority' : 'state';
    go(without(filters, name, input.value === 'all' || input.value === 'any' ? undefined : input.value));
  });
  board.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const link = whole ? target?.closest<HTMLElement>('[data-filter]') : null;
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      const name = link.dataset['filter'] === 'owner' ? 'owner' : 'account';
      const value = link.dataset['value'];
      go(without(filters, name, filters[name] === value ? undefined : value));
    } else if (target?.closest('[data-clear]')) {
      go({});
    }
  });
  window.addEventListener('hashchange', () => {
    filters = filtersFromHash();
    show(board, rows, filters);
  });
  show(board, rows, filters);
}

function without(filters: Filters, name: keyof Filters, value: string | undefined): Filters {
  const { [name]: _, ...rest } = filters;
  return value === undefined ? rest : { ...rest, [name]: value };
}

function filtersFromHash(): Filters {
  const words = new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : '');
  return Object.fromEntries(NAMES.flatMap((name) => (words.get(name) ? [[name, words.get(name)]] : [])));
}

/** Moves rows whose due date has passed since the build into the bucket they belong to now. */
function settle(board: HTMLElement, rows: readonly HTMLElement[]): void {
  const bucketOf = (name: string) => board.querySelector<HTMLElement>(`[data-bucket="${name}"]`);
  for (const row of rows) {
    const bucket = bucketOf(row.dataset['when'] ?? '');
    if (bucket && row.parentElement !== bucket) bucket.append(row);
  }
}

function countStates(board: HTMLElement, rows: readonly HTMLElement[]): void {
  for (const count of board.querySelectorAll<HTMLElement>('[data-n]')) {
    const state = count.dataset['n'] ?? '';
    count.textContent = String(rows.filter((row) => fits(row, { state })).length);
  }
  const of = (state: string) => rows.filter((row) => fits(row, { state })).length;
  const standing = board.querySelector('[data-standing]');
  if (standing)
    standing.textContent = `${of('open')} open: ${of('overdue')} overdue, ${of('soon')} due soon, ${of('proposed')} only proposed`;
}

function fits(row: HTMLElement, filters: Filters): boolean {
  const { when, state, rank, owner, account } = row.dataset;
  const high = rank === 'highest' || rank === 'high';
  if (filters.state === 'open' ? when === 'closed' : filters.state && filters.state !== state && filters.state !== when) return false;
  if (filters.due && filters.due !== when) return false;
  if (filters.priority && (filters.priority === 'high') !== high) return false;
  return (!filters.owner || filters.owner === owner) && (!filters.account || filters.account === account);
}

function show(board: HTMLElement, rows: readonly HTMLElement[], filters: Filters): void {
  for (const row of rows) row.classList.toggle('out', !fits(row, filters));
  for (const bucket of board.querySelectorAll<HTMLElement>('[data-bucket]')) {
    const left = bucket.querySelectorAll('.row:not(.out)').length;
    bucket.hidden = left === 0;
    const count = bucket.querySelector('.bucket .count');
    if (count) count.textContent = String(left);
  }
  board.classList.toggle(
    'bare',
    rows.every((row) => row.classList.contains('out')),
  );
  check(board, 'state', filters.state ?? 'all');
  check(board, 'priority', filters.priority ?? 'any');
  for (const link of board.querySelectorAll<HTMLElement>('[data-filter]')) {
    const name = link.dataset['filter'] === 'owner' ? 'owner' : 'account';
    if (filters[name] === link.dataset['value']) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  const chosen = board.querySelector<HTMLElement>('[data-chosen]');
  const names = [filters.owner && `owner ${filters.owner}`, filters.account && `account ${filters.account}`].filter(
    (name) => name !== undefined && name !== '',
  );
  if (!chosen) return;
  chosen.hidden = names.length === 0;
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.className = 'chip';
  clear.dataset['clear'] = '';
  clear.textContent = 'Show all';
  chosen.replaceChildren(`Only ${names.join(', ')}`, clear);
}

function check(board: HTMLElement, name: string, value: string): void {
  const input = board.querySelector<HTMLInputElement>(`input[name="${name}"][value="${CSS.escape(value)}"]`);
  if (input) input.checked = true;
}
