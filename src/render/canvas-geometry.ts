import type { Box, CanvasEdge, CanvasNode, CanvasSide } from '../notes/canvas.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line between two cards, ready to be drawn. */
export interface Route {
  /** Path data of the curve. */
  readonly curve: string;
  /** Path data of each arrow head. */
  readonly heads: readonly string[];
  /** Its middle, where the label stands. */
  readonly middle: Point;
}

/** Room around everything, in pixels. */
const MARGIN = 28;
/** Height of a group's label, which stands above its frame. */
export const LABEL_HEIGHT = 34;
const HEAD = { length: 13, half: 6.5 };
const REACH = { least: 40, most: 180 };

/** The part of the plane that holds all nodes, labels of groups included. */
export function boundsOf(nodes: readonly CanvasNode[]): Box {
  let [left, top, right, bottom] = [0, 0, 0, 0];
  nodes.forEach((node, i) => {
    const above = node.kind === 'group' && node.label !== '' ? LABEL_HEIGHT : 0;
    left = i === 0 ? node.x : Math.min(left, node.x);
    top = i === 0 ? node.y - above : Math.min(top, node.y - above);
    right = i === 0 ? node.x + node.width : Math.max(right, node.x + node.width);
    bottom = i === 0 ? node.y + node.height : Math.max(bottom, node.y + node.height);
  });
  return { x: left - MARGIN, y: top - MARGIN, width: right - left + 2 * MARGIN, height: bottom - top + 2 * MARGIN };
}

/** The way of a line: it leaves and enters in the middle of a side, square to it. Sides that are not given are the nearest. */
export function routeOf(edge: CanvasEdge, from: Box, to: Box): Route {
  const fromSide = edge.fromSide ?? sideTowards(from, to);
  const toSide = edge.toSide ?? sideTowards(to, from);
  const start = { at: middleOf(from, fromSide), out: OUT[fromSide] };
  const end = { at: middleOf(to, toSide), out: OUT[toSide] };
  const distance = Math.hypot(end.at.x - start.at.x, end.at.y - start.at.y);
  const reach = Math.max(REACH.least, Math.min(REACH.most, distance / 2));
  // A line ends at the foot of its arrow head, so that the tip stays sharp.
  const a = edge.fromEnd === 'arrow' ? ahead(start, HEAD.length - 1) : start.at;
  const d = edge.toEnd === 'arrow' ? ahead(end, HEAD.length - 1) : end.at;
  const b = ahead(start, reach);
  const c = ahead(end, reach);
  return {
    curve: `M${point(a)}C${point(b)} ${point(c)} ${point(d)}`,
    heads: [...(edge.fromEnd === 'arrow' ? [head(start)] : []), ...(edge.toEnd === 'arrow' ? [head(end)] : [])],
    middle: { x: round((a.x + 3 * b.x + 3 * c.x + d.x) / 8), y: round((a.y + 3 * b.y + 3 * c.y + d.y) / 8) },
  };
}

interface Ray {
  readonly at: Point;
  readonly out: Point;
}

const OUT: Readonly<Record<CanvasSide, Point>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

function sideTowards(box: Box, other: Box): CanvasSide {
  const dx = other.x + other.width / 2 - (box.x + box.width / 2);
  const dy = other.y + other.height / 2 - (box.y + box.height / 2);
  // Cards are wide: beside each other they may still stand apart more in height.
  if (Math.abs(dx) * box.height > Math.abs(dy) * box.width) return dx > 0 ? 'right' : 'left';
  return dy > 0 ? 'bottom' : 'top';
}

function middleOf({ x, y, width, height }: Box, side: CanvasSide): Point {
  const { x: dx, y: dy } = OUT[side];
  return { x: x + (width * (1 + dx)) / 2, y: y + (height * (1 + dy)) / 2 };
}

function ahead({ at, out }: Ray, length: number): Point {
  return { x: at.x + out.x * length, y: at.y + out.y * length };
}

/** A triangle whose tip touches the card. */
function head(ray: Ray): string {
  const foot = ahead(ray, HEAD.length);
  const across = { x: -ray.out.y * HEAD.half, y: ray.out.x * HEAD.half };
  return `M${point(ray.at)}L${point({ x: foot.x + across.x, y: foot.y + across.y })}L${point({ x: foot.x - across.x, y: foot.y - across.y })}Z`;
}

function point({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
