import type { Block, ListItem } from '../markdown/tree.ts';
import { blockIdAttribute, type Drawing, lineIdAttribute, within } from './drawing.ts';
import { fillsBlock } from './embed.ts';
import { drawAction, drawBox, hasFields, type TaskParts, taskParts } from './task.ts';

type List = Extract<Block, { kind: 'list' }>;

/** A list. One of tasks with fields becomes rows of actions, other boxes keep the form of a list. Every item has the anchor of its line. */
export function drawList(drawing: Drawing, list: List): string {
  const tag = list.ordered ? 'ol' : 'ul';
  const parts = list.items.map((item) => (item.task === null ? null : taskParts(drawing, item)));
  const boxes = parts.filter((part) => part !== null);
  const rows = boxes.length === list.items.length && boxes.some(hasFields);
  const form = rows ? ' class="actions"' : boxes.length > 0 ? ' class="boxes"' : '';
  const start = list.ordered && list.start !== 1 ? ` start="${list.start}"` : '';
  const id = blockIdAttribute(drawing, list.blockId);
  const items = list.items.map((item, i) => drawItem(drawing, list, item, parts[i] ?? null, rows)).join('');
  return `<${tag}${form}${start}${id}>\n${items}</${tag}>\n`;
}

function drawItem(drawing: Drawing, list: List, item: ListItem, parts: TaskParts | null, row: boolean): string {
  const id = lineIdAttribute(drawing, item.line);
  const blockId = blockIdAttribute(drawing, item.blockId);
  const mark = blockId === '' ? '' : `<span${blockId}></span>`;
  if (parts === null) return `<li${id}>${mark}${itemText(drawing, list, item.blocks)}</li>\n`;
  const rest = parts.rest.length === 0 ? '' : `<div class="under">${within(drawing, () => itemText(drawing, list, parts.rest))}</div>`;
  const inner = row ? drawAction(drawing, parts) : drawBox(drawing, parts);
  return `<li class="${row ? 'action' : 'box'} ${parts.state}"${id}>${mark}${inner}${rest}</li>\n`;
}

/** The blocks of an item; in a tight list a paragraph that stands first has no `p` around it. */
function itemText(drawing: Drawing, list: List, blocks: readonly Block[]): string {
  const [first, ...rest] = blocks;
  if (!list.tight || first?.kind !== 'paragraph' || first.blockId !== null || first.children.some((node) => fillsBlock(drawing, node))) {
    return within(drawing, () => drawing.paint.blocks(drawing, blocks));
  }
  const text = drawing.paint.inlines(drawing, first.children);
  return rest.length === 0 ? text : `${text}\n${within(drawing, () => drawing.paint.blocks(drawing, rest))}`;
}
