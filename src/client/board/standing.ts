import { standingText } from '../../components/words.ts';
import { type Filters, fits, NAMES, type Name } from './filters.ts';

/** Puts the rows into the buckets of the day that their due dates were counted for, and says how many there are. */
export function settleBoard(board: HTMLElement, rows: readonly HTMLElement[]): void {
  settle(board, rows);
  if (board.dataset['board'] !== 'paged') tellStanding(board, rows);
}

/** The numbers of a board whose filters are the style sheet's: rows and options as they are without any. */
export function countBoard(board: HTMLElement, rows: readonly HTMLElement[]): void {
  countBuckets(board);
  for (const name of NAMES) showFacet(board, rows, {}, name);
}

/** How many rows of each bucket are shown. */
export function countBuckets(board: HTMLElement): void {
  for (const bucket of board.querySelectorAll<HTMLElement>('[data-bucket]')) {
    const count = bucket.querySelectorAll('.row:not(.out)').length;
    bucket.hidden = count === 0;
    const words = bucket.querySelector('.bucket .count');
    if (words) words.textContent = board.dataset['board'] === 'paged' ? `${count} on this page` : String(count);
  }
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

/** What an option would leave, given the other filters. */
export function showFacet(board: HTMLElement, rows: readonly HTMLElement[], filters: Filters, name: Name): void {
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
