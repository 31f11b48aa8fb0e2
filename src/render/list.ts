import type { Block, ListItem } from '../markdown/tree.ts';
import { blockIdAttribute, type Drawing, lineIdAttribute, within } from './drawing.ts';
import { fillsBlock } from './embed.ts';
import { drawAction, drawBox, hasFields, type TaskParts, taskParts } from './task.ts';

type List = Extract<Block, { kind: 'list' }>;

/** A list. One of tasks with fields becomes rows of actions, other boxes keep the form of a list. Every item has the anchor of its line. */
export function drawList(drawing: Drawing, list: List): string {
  const tag = list.ordered ? 'ol' : 'ul';
  const parts = list.items.some(isTask) ? list.items.map((item) => (isTask(item) ? taskParts(drawing, item) : null)) : NO_PARTS;
  const rows = parts.length > 0 && !parts.includes(null) && parts.some((part) => part !== null && hasFields(part));
  const form = rows ? ' class="actions"' : parts.length > 0 ? ' class="boxes"' : '';
  const start = list.ordered && list.start !== 1 ? ` start="${list.start}"` : '';
  const id = blockIdAttribute(drawing, list.blockId);
  let items = '';
  for (const [i, item] of list.items.entries()) items += drawItem(drawing, list, item, parts[i] ?? null, rows);
  return `<${tag}${form}${start}${id}>\n${items}</${tag}>\n`;
}

const NO_PARTS: readonly (TaskParts | null)[] = [];

function isTask({ task }: ListItem): boolean {
  return task !== null;
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
  const first = blocks[0];
  if (!list.tight || first?.kind !== 'paragraph' || first.blockId !== null || first.children.some((node) => fillsBlock(drawing, node))) {
    return within(drawing, () => drawing.paint.blocks(drawing, blocks));
  }
  const text = drawing.paint.inlines(drawing, first.children);
  return blocks.length === 1 ? text : `${text}\n${within(drawing, () => drawing.paint.blocks(drawing, blocks.slice(1)))}`;
}
