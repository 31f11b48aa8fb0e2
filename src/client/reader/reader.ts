import { blocksIn, jsonBlock } from './blocks.ts';
import { bookOfSections, openBlocks } from './book.ts';
import { SEARCH_BLOCK } from './book-format.ts';
import type { FindRecord } from './find.ts';
import { startReading } from './start.ts';

// The script of a brief in one file. It stands at the end of the body; nothing is loaded, and nothing leaves the page.

const blocks = blocksIn(document);
const records = (): readonly FindRecord[] => jsonBlock<readonly FindRecord[]>(blocks, SEARCH_BLOCK);
const main = document.querySelector<HTMLElement>('main[data-start]');

if (main) {
  startReading(bookOfSections(main), records);
} else {
  const { index, book, nodes } = openBlocks(blocks);
  document.querySelector('[data-waiting]')?.replaceWith(...nodes);
  if (index.asOf !== '') document.body.dataset['asOf'] = index.asOf;
  startReading(book, records);
}
