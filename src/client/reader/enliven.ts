import { recount } from '../ages.ts';
import { countBoard, settleBoard } from '../board/standing.ts';
import { copyButton, statusLine } from '../clipboard.ts';
import { recountContacts, recountNext } from '../moments.ts';
import { followOutline } from '../outline.ts';
import { sortTables } from '../table-sort.ts';
import { canCount, today } from '../today.ts';
import { anchorId, hrefOf } from './book-format.ts';

let status: HTMLElement | null = null;

/**
 * What a page of a brief in one file does beyond reading, when it is first shown: ages count from today, tables sort, the outline follows,
 * code can be copied. Left out: previews, which load pages into frames; and filters that live in the address, which here names the page. The
 * filters of timelines and actions are the style sheet's and work without a script.
 */
export function enliven(page: HTMLElement): void {
  // Lists that are cut say which day they are for, and stay as that day saw them.
  if (page.dataset['board'] !== 'paged' && !page.querySelector('[data-glance]')) recount(today(), page);
  if (canCount(today())) {
    if (page.dataset['board'] === 'whole') recountBoard(page);
    recountContacts(today(), page);
    recountNext(today(), page, hrefOfPage);
  }
  sortTables(page);
  followOutline(page);
  for (const block of page.querySelectorAll<HTMLElement>('div.code')) {
    const code = block.querySelector('pre > code');
    if (!code) continue;
    status ??= statusLine();
    const text = () => (code.textContent ?? '').replace(/\n$/u, '');
    block.append(copyButton({ what: 'code', label: 'Copy', status, text, select: () => getSelection()?.selectAllChildren(code) }));
  }
}

/** The page of all actions. Its filters are the style sheet's. */
function recountBoard(board: HTMLElement): void {
  const rows = [...board.querySelectorAll<HTMLElement>('.row')];
  settleBoard(board, rows);
  countBoard(board, rows);
}

/** `meetings/kick-off.html#l-12` is a place in this file. */
function hrefOfPage(href: string): string {
  const [url = '', anchor] = href.split('#', 2);
  const key = url.replace(/\.html$/u, '');
  return hrefOf(anchor === undefined ? key : anchorId(key, anchor));
}
