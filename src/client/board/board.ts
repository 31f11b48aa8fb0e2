import { countOf, standingText, WHEN_WORDS } from '../../components/words.ts';
import { type Filters, filtersFromHash, fits, hashFromFilters, NAMES, type Name } from './filters.ts';
import { sortBoard } from './sort.ts';
import { goToBucket, goToWhole, keepFilters, recountSpread } from './spread.ts';

/** Brings the board to life: rows lie in the bucket of today, filters combine and live in the address, counts follow them. */
export function runBoard(day: string): void {
  const board = document.querySelector<HTMLElement>('[data-board]');
  if (!board?.querySelector('.row')) return;
  board.classList.add('live');
  const rows = [...board.querySelectorAll<HTMLElement>('.row')];
  settle(board, rows);
  const paged = board.dataset['board'] === 'paged';
  if (paged) recountSpread(board, day);
  else tellStanding(board, rows);

  let filters: Filters = {};
  const sort = sortBoard(board, rows, (by) => go({ ...filters, sort: by }));
  const go = (next: Filters) => {
    filters = next;
    history.replaceState(null, '', hashFromFilters(next) || location.pathname + location.search);
    sort(filters.sort);
    show(board, rows, filters);
  };
  const follow = () => {
    if (paged && (goToWhole(board) || goToBucket(board, day))) return;
    const asked = filtersFromHash(location.hash);
    // Over several pages a due date is a place, not a filter.
    filters = paged ? { ...asked, due: '' } : asked;
    sort(filters.sort);
    show(board, rows, filters);
  };
  board.addEventListener('change', (event) => {
    const input = event.target;
    if (input instanceof HTMLInputElement) go({ ...filters, [input.name]: input.value });
  });
  board.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest<HTMLElement>('a[data-facet]');
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      const { facet, value = '' } = link.dataset;
      const name = facet === 'owner' ? 'owner' : 'account';
      go({ ...filters, [name]: filters[name] === value ? '' : value });
    } else if (target?.closest('[data-clear]')) {
      go(filters.sort ? { sort: filters.sort } : {});
      board.querySelector<HTMLElement>('.filters :checked')?.focus();
    }
  });
  window.addEventListener('hashchange', follow);
  follow();
}

/** Moves rows into the buckets they belong to today; a bucket that gained some stands by due date again. */
function settle(board: HTMLElement, rows: readonly HTMLElement[]): void {
  const gained = new Set<Element>();
  for (const row of rows) {
    const bucket = board.querySelector(`[data-bucket="${row.dataset['when'] ?? ''}"]`);
    if (!bucket || row.parentElement === bucket) continue;
    bucket.append(row);
    gained.add(bucket);
  }
  const dueOf = (row: Element) => row.querySelector<HTMLElement>('[data-due]')?.dataset['due'] ?? '';
  for (const bucket of gained)
    bucket.append(...[...bucket.querySelectorAll('.row')].sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0)));
}

function tellStanding(board: HTMLElement, rows: readonly HTMLElement[]): void {
  const of = (filters: Filters) => rows.filter((row) => fits(row, filters)).length;
  const standing = board.querySelector('[data-standing]');
  const open = { state: 'open' };
  if (standing)
    standing.textContent = standingText({
      open: of(open),
      overdue: of({ due: 'overdue' }),
      soon: of({ due: 'soon' }),
      proposed: of({ state: 'proposed' }),
    });
}

function show(board: HTMLElement, rows: readonly HTMLElement[], filters: Filters): void {
  const left = rows.filter((row) => fits(row, filters));
  const kept = new Set(left);
  for (const row of rows) row.classList.toggle('out', !kept.has(row));
  for (const bucket of board.querySelectorAll<HTMLElement>('[data-bucket]')) {
    const count = bucket.querySelectorAll('.row:not(.out)').length;
    bucket.hidden = count === 0;
    const words = bucket.querySelector('.bucket .count');
    if (words) words.textContent = board.dataset['board'] === 'paged' ? `${count} on this page` : String(count);
  }
  board.classList.toggle('bare', left.length === 0);
  for (const name of NAMES) showFacet(board, rows, filters, name);
  tellChosen(board, left.length, filters);
  keepFilters(board, filters);
}

/** What an option would leave, given the other filters. */
function showFacet(board: HTMLElement, rows: readonly HTMLElement[], filters: Filters, name: Name): void {
  const others = rows.filter((row) => fits(row, { ...filters, [name]: '' }));
  for (const option of board.querySelectorAll<HTMLElement>(`[data-facet="${name}"]`)) {
    const value = option.dataset['value'] ?? '';
    const chosen = (filters[name] ?? '') === value;
    const count = others.filter((row) => fits(row, { [name]: value })).length;
    const words = option.querySelector('.n');
    if (words) words.textContent = String(count);
    const input = option.querySelector('input');
    if (input) input.checked = chosen;
    else if (chosen) option.setAttribute('aria-current', 'true');
    else option.removeAttribute('aria-current');
    const item = option.closest<HTMLElement>('li');
    if (item) item.hidden = count === 0 && !chosen;
  }
}

const WORDS: Readonly<Record<string, string>> = {
  open: 'open',
  proposed: 'proposed',
  done: 'done',
  high: 'high priority',
  rest: 'medium or low priority',
};

function tellChosen(board: HTMLElement, count: number, { state, due, priority, owner, account }: Filters): void {
  const line = board.querySelector<HTMLElement>('[data-chosen]');
  if (!line) return;
  const names = [
    state && (WORDS[state] ?? state),
    due && (due === 'none' ? 'without a date' : (WHEN_WORDS[due as keyof typeof WHEN_WORDS] ?? due).toLowerCase()),
    priority && (WORDS[priority] ?? priority),
    owner && `owner ${owner}`,
    account && `account ${account}`,
  ].filter(Boolean);
  line.hidden = names.length === 0;
  if (names.length === 0) return;
  const clear = Object.assign(document.createElement('button'), { type: 'button', className: 'chip', textContent: 'Show all' });
  clear.dataset['clear'] = '';
  const here = board.dataset['board'] === 'paged' ? ' on this page' : '';
  line.replaceChildren(`${countOf(count, 'action')}${here}: ${names.join(', ')}`, clear);
}
