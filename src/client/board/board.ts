import { countOf, WHEN_WORDS } from '../../components/words.ts';
import { type Filters, filtersFromHash, fits, hashFromFilters, NAMES } from './filters.ts';
import { sortBoard } from './sort.ts';
import { goToBucket, goToWhole, keepFilters, recountSpread } from './spread.ts';
import { countBuckets, settleBoard, showFacet } from './standing.ts';

/** Brings the board to life: rows lie in the bucket of today, filters combine and live in the address, counts follow them. */
export function runBoard(day: string): void {
  const board = document.querySelector<HTMLElement>('[data-board]');
  if (!board?.querySelector('.row')) return;
  board.classList.add('live');
  const rows = [...board.querySelectorAll<HTMLElement>('.row')];
  settleBoard(board, rows);
  const paged = board.dataset['board'] === 'paged';
  if (paged) recountSpread(board, day);

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

function show(board: HTMLElement, rows: readonly HTMLElement[], filters: Filters): void {
  const left = rows.filter((row) => fits(row, filters));
  const kept = new Set(left);
  for (const row of rows) row.classList.toggle('out', !kept.has(row));
  countBuckets(board);
  board.classList.toggle('bare', left.length === 0);
  for (const name of NAMES) showFacet(board, rows, filters, name);
  tellChosen(board, left.length, filters);
  keepFilters(board, filters);
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
