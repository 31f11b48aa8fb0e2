import { countTally } from '../../components/tally.ts';
import { standingText } from '../../components/words.ts';
import { SOON_DAYS } from '../../notes/due.ts';
import { canCount, daysFrom } from '../today.ts';
import { type Filters, filtersFromHash, hashFromFilters } from './filters.ts';

const root = document.documentElement.dataset['root'] ?? '';

/** Counts of a board that lies over several pages, and the ways to where its buckets begin, from today. */
export function recountSpread(board: HTMLElement, day: string): void {
  if (!canCount(day)) return;
  const tally = board.dataset['duesAll'] ?? '';
  const ahead = (due: string) => daysFrom(day, due);
  const counts: Record<string, number> = {
    overdue: countTally(tally, (due) => due < day),
    soon: countTally(tally, (due) => due >= day && ahead(due) <= SOON_DAYS),
    later: countTally(tally, (due) => due >= day && ahead(due) > SOON_DAYS),
  };
  for (const link of board.querySelectorAll<HTMLAnchorElement>('[data-jump]')) {
    const id = link.dataset['jump'] ?? '';
    const count = counts[id];
    const words = link.querySelector('.n');
    if (count === undefined || !words) continue;
    words.textContent = String(count);
    link.href = `${hrefOf(pageOf(board, id, day))}#b-${id}`;
    const item = link.closest('li');
    if (item) item.hidden = count === 0;
  }
  const standing = board.querySelector<HTMLElement>('[data-standing]');
  if (!standing) return;
  const { open, proposed } = standing.dataset;
  standing.textContent = standingText({
    open: Number(open),
    overdue: counts['overdue'] ?? 0,
    soon: counts['soon'] ?? 0,
    proposed: Number(proposed),
  });
}

/**
 * Follows an address that asks for all of an account or an owner, which one page of a board of several can not show, to the page that has them
 * all; true when it leads there. One that the page has no link to is filtered by here, and that is said.
 */
export function goToWhole(board: HTMLElement): boolean {
  const asked = filtersFromHash(location.hash);
  const name = asked.account ? 'account' : 'owner';
  const link = asked[name] && board.querySelector<HTMLAnchorElement>(`[data-whole="${name}"][data-value="${CSS.escape(asked[name])}"]`);
  if (!link) return false;
  location.replace(link.href);
  return true;
}

/** The other pages of the board are shown with the same filters; not in a file that holds all pages, where the hash says which. */
export function keepFilters(board: HTMLElement, filters: Filters): void {
  for (const link of board.querySelectorAll<HTMLAnchorElement>('.pages a'))
    if (link.pathname !== location.pathname) link.hash = hashFromFilters(filters);
}

/** Follows an address that asks for a due date to the page where that begins; true when it leads to another page. */
export function goToBucket(board: HTMLElement, day: string): boolean {
  const id = filtersFromHash(location.hash).due ?? /^#b-(\w+)$/.exec(location.hash)?.[1];
  if (id === undefined) return false;
  const page = pageOf(board, id, day);
  if (location.hash.includes('=') && page !== Number(board.dataset['page'])) {
    // Filters besides come along; the page that holds the date goes to it.
    const more = Object.keys(filtersFromHash(location.hash)).length > 1;
    location.replace(hrefOf(page) + (more ? location.hash : `#b-${id}`));
    return true;
  }
  board.querySelector(`[data-bucket="${CSS.escape(id)}"]`)?.scrollIntoView({ behavior: 'instant' });
  return false;
}

/** Open actions with a date stand in its order, so that a bucket begins on the first page that reaches its first day. */
function pageOf(board: HTMLElement, id: string, day: string): number {
  const lasts = (board.dataset['lasts'] ?? '').split(' ');
  if (canCount(day) && id === 'overdue') return 1;
  if (canCount(day) && (id === 'soon' || id === 'later'))
    return (
      Math.max(
        lasts.findIndex((last) => (id === 'soon' ? last >= day : daysFrom(day, last) > SOON_DAYS)),
        0,
      ) + 1
    );
  const built = board.querySelector<HTMLAnchorElement>(`[data-jump="${CSS.escape(id)}"]`)?.getAttribute('href') ?? '';
  return Number(/(\d+)\.html/.exec(built)?.[1] ?? 1);
}

function hrefOf(page: number): string {
  return root + (page === 1 ? 'actions.html' : `actions/${page}.html`);
}
