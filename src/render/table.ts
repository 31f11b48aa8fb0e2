import type { Align, Block, TableCell } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import { blockIdAttribute, type Drawing } from './drawing.ts';
import { escapeHtml } from './escape.ts';

type Table = Extract<Block, { kind: 'table' }>;

const CLASSES: Readonly<Record<Exclude<Align, null>, string>> = { left: '', right: ' class="num"', center: ' class="center"' };
/** Characters of a row that fit the column of text. */
const FITTING = 84;
/** Columns that fit a phone. */
const COLUMNS = 4;
/** Characters of a cell that do not break into lines. */
const CELL = 36;

/** A table, aligned by classes. One that may be wider than the text can be scrolled, with the keyboard too. */
export function drawTable(drawing: Drawing, table: Table): string {
  const id = blockIdAttribute(drawing, table.blockId);
  const head = table.head.map((cell, i) => drawCell(drawing, cell, 'th', table.align[i] ?? null)).join('');
  const rows = table.rows
    .map((row) => `<tr>${row.map((cell, i) => drawCell(drawing, cell, 'td', table.align[i] ?? null)).join('')}</tr>\n`)
    .join('');
  const body = rows === '' ? '' : `<tbody>\n${rows}</tbody>`;
  const html = `<table class="table"${id}><thead><tr>${head}</tr></thead>${body}</table>`;
  if (widthOf(table) <= FITTING && table.head.length <= COLUMNS) return `${html}\n`;
  const name = table.head
    .map((cell) => plainText(cell.children).trim())
    .filter((text) => text !== '')
    .join(', ');
  return `<section class="scroll" tabindex="0" aria-label="${escapeHtml(`Table: ${name || 'without head'}, line ${table.line}`)}">${html}</section>\n`;
}

function drawCell(drawing: Drawing, cell: TableCell, tag: 'th' | 'td', align: Align): string {
  const aligned = align === null ? '' : CLASSES[align];
  const scope = tag === 'th' ? ' scope="col"' : '';
  const inner = drawing.paint.inlines(drawing, cell.children);
  // An empty head cell names nothing.
  return tag === 'th' && inner === '' ? `<td${aligned}></td>` : `<${tag}${scope}${aligned}>${inner}</${tag}>`;
}

function widthOf(table: Table): number {
  const widths = table.head.map((cell) => plainText(cell.children).length);
  for (const row of table.rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, plainText(cell.children).length);
    });
  }
  return widths.reduce((sum, width) => sum + Math.min(width, CELL) + 2, 0);
}
