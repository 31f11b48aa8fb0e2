import { plainText } from '../markdown/walk.ts';
import type { Box, Canvas, CanvasNode } from './canvas.ts';

/** A node of a canvas, by its place in `nodes`, and what lies in it. Only groups hold others. */
export interface CanvasPlace {
  readonly index: number;
  readonly inside: readonly CanvasPlace[];
}

/** Groups that are looked through for the cards in them, smallest first; all beyond are taken for empty. */
const MOST_GROUPS = 400;

/**
 * The nodes of a canvas as they are read: rows from top to bottom, each from left to right, cards and groups within the smallest group that holds their
 * middle.
 */
export function readingOrder({ nodes }: Pick<Canvas, 'nodes'>): readonly CanvasPlace[] {
  const groups = nodes
    .flatMap((node, index) => (node.kind === 'group' ? [{ node, index, area: node.width * node.height }] : []))
    .sort((a, b) => a.area - b.area || b.index - a.index)
    .slice(0, MOST_GROUPS);
  const ranks = new Map(groups.map(({ index }, rank) => [index, rank]));
  const inside = new Map<number | null, number[]>();
  nodes.forEach((node, index) => {
    const own = ranks.get(index);
    // A group lies only in groups behind it in this order: no circle can come of it.
    const around = groups.find(({ node: group }, rank) => (own === undefined ? node.kind !== 'group' : rank > own) && holds(group, node));
    const key = around?.index ?? null;
    const list = inside.get(key);
    if (list === undefined) inside.set(key, [index]);
    else list.push(index);
  });
  const placesIn = (key: number | null): readonly CanvasPlace[] =>
    rowsOf(nodes, inside.get(key) ?? []).map((index) => ({ index, inside: inside.has(index) ? placesIn(index) : [] }));
  return placesIn(null);
}

function holds(group: Box, node: Box): boolean {
  const x = node.x + node.width / 2;
  const y = node.y + node.height / 2;
  return group.x <= x && x <= group.x + group.width && group.y <= y && y <= group.y + group.height;
}

/** Sorted by rows: what begins in the upper half of the first of a row stands in that row. */
function rowsOf(nodes: readonly CanvasNode[], indexes: readonly number[]): readonly number[] {
  const box = (index: number): Box => nodes[index] ?? { x: 0, y: 0, width: 0, height: 0 };
  const sorted = [...indexes].sort((a, b) => box(a).y - box(b).y || box(a).x - box(b).x || a - b);
  const rows: number[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const index of sorted) {
    const { y, height } = box(index);
    const row = rows.at(-1);
    if (row !== undefined && y < end) row.push(index);
    else {
      rows.push([index]);
      end = y + Math.max(1, height / 2);
    }
  }
  return rows.flatMap((row) => row.sort((a, b) => box(a).x - box(b).x || box(a).y - box(b).y || a - b));
}

/** All words of a canvas as plain texts, in reading order, those of lines at the end; for search. */
export function textsOfCanvas(canvas: Canvas): readonly string[] {
  const texts: string[] = [];
  const visit = (places: readonly CanvasPlace[]): void => {
    for (const { index, inside } of places) {
      const node = canvas.nodes[index];
      if (node !== undefined) texts.push(textOfNode(node));
      visit(inside);
    }
  };
  visit(readingOrder(canvas));
  texts.push(...canvas.edges.map((edge) => edge.label));
  return texts.filter((text) => text !== '');
}

function textOfNode(node: CanvasNode): string {
  switch (node.kind) {
    case 'text':
      return [node.tree.blocks, ...node.tree.footnotes.map((note) => note.blocks)]
        .map((blocks) => plainText(blocks).trim())
        .join('\n')
        .trim();
    case 'file':
      return (node.file.split('/').at(-1) ?? '').replace(/\.(?:md|canvas|base)$/iu, '');
    case 'link':
      return node.url;
    case 'group':
      return node.label;
  }
}
