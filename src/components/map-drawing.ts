import type { LocalMap, MapNode } from '../views/row.ts';

/** A map as paths and labels, in a box 264 wide. */
export interface MapDrawing {
  readonly height: number;
  /** Lines by what they stand for; an empty one is left out. */
  readonly lines: { readonly spine: string; readonly heads: string; readonly lost: string; readonly arcs: string };
  /** Outlines of the nodes; that of the page itself is filled. */
  readonly shapes: { readonly self: string; readonly known: string; readonly lost: string };
  readonly rows: readonly {
    readonly href: string;
    readonly label: string;
    readonly y: number;
    /** What the label leaves out: the rest of the title, or what kind of page it is; null when nothing. */
    readonly title: string | null;
  }[];
}

/** Distance of rows: as far apart as a finger needs. */
const ROW = 24;
const TOP = 12;
const SPINE = 30;
const NODE = 46;
/** Where labels start, and how wide they may be. */
export const LABEL = 57;
const WIDE = 264 - LABEL;
const WHAT: Readonly<Record<MapNode['shape'], string>> = { account: 'account', person: 'person', note: '', ghost: 'no note yet' };

/**
 * A tree of one level, the page on top: a stub leads from its spine to each neighbour, with heads that tell the direction of links. Links among
 * neighbours are arcs on the other side of the spine, so that no line crosses a label.
 */
export function drawMap({ nodes, arcs }: LocalMap): MapDrawing {
  const at = (row: number): number => TOP + row * ROW;
  const lines = { spine: '', heads: '', lost: '', arcs: '' };
  const shapes = { self: '', known: '', lost: '' };
  nodes.forEach(({ shape, way }, row) => {
    const y = at(row);
    if (row === 0) {
      shapes.self = outline(shape, SPINE, y, 5.5);
      return;
    }
    const stub = `M${SPINE} ${y}H${NODE - 5}`;
    if (shape === 'ghost') lines.lost += stub;
    else lines.spine += stub;
    if (way === 'out' || way === 'both') lines.heads += `M${NODE - 9} ${y - 3}l4 3-4 3`;
    if (way === 'in' || way === 'both') lines.heads += `M${SPINE + 5} ${y - 3}l-4 3 4 3`;
    shapes[shape === 'ghost' ? 'lost' : 'known'] += outline(shape, NODE, y, 4.5);
  });
  lines.spine = `M${SPINE} ${at(0)}V${at(nodes.length - 1)}${lines.spine}`;
  for (const [from, to] of arcs) {
    const reach = Math.min(SPINE - 2, 5 + 3.5 * (to - from));
    lines.arcs += `M${SPINE} ${at(from)}Q${round(SPINE - 2 * reach)} ${round((at(from) + at(to)) / 2)} ${SPINE} ${at(to)}`;
  }
  return {
    height: TOP * 2 + (nodes.length - 1) * ROW,
    lines,
    shapes,
    rows: nodes.map(({ title, href, shape }, row) => {
      const label = labelOf(title);
      const what = row === 0 ? '' : WHAT[shape];
      const full = label === title && what === '' ? null : what === '' ? title : `${title} (${what})`;
      return { href, label, y: at(row) + 4, title: full };
    }),
  };
}

/** A square for an account, a diamond for a person, a circle for everything else. */
function outline(shape: MapNode['shape'], x: number, y: number, size: number): string {
  if (shape === 'account') return `M${x - size} ${y - size}h${2 * size}v${2 * size}h-${2 * size}z`;
  const r = shape === 'person' ? size + 1 : size;
  if (shape === 'person') return `M${x - r} ${y}l${r}-${r} ${r} ${r}-${r} ${r}z`;
  return `M${x} ${y - r}a${r} ${r} 0 1 0 .1 0z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A title without a date before it, cut where it is wider than its place. */
export function labelOf(title: string): string {
  const plain = title.replace(/^\d{4}-\d{2}-\d{2}\s*[-–—]?\s*/u, '') || title;
  if (plain.length * WIDEST <= WIDE || lengthWithin(plain, WIDE) === plain.length) return plain;
  const cut = plain.slice(0, lengthWithin(plain, WIDE - 9));
  const space = cut.lastIndexOf(' ');
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** How much of a text is no wider than `width`, in UTF-16 units, whole letters and at least one. */
function lengthWithin(text: string, width: number): number {
  let wide = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const isPair = code >= 0xd800 && (text.codePointAt(at) ?? 0) > 0xffff;
    wide += widthOf(code);
    if (wide > width && at > 0) return at;
    at += isPair ? 2 : 1;
  }
  return text.length;
}

const WIDEST = 12.5;

/** About how wide a letter is at 12.5 px: capitals are wider, letters of East Asian scripts are square, marks stand over other letters. */
function widthOf(code: number): number {
  if (code < 0x300) return code >= CAPITAL_A && code <= CAPITAL_Z ? 8.5 : 6.5;
  if (code >= 0x2e80) return WIDEST;
  return /\p{M}/u.test(String.fromCharCode(code)) ? 0 : 7.8;
}

const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
