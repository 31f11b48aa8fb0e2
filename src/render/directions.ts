import { countDirections, type Direction, firstDirection, hasRightToLeft } from '../notes/direction.ts';

/** Elements that take the direction of their letters. Cells, which have to stay in their column, do so by style. */
const TEXTS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'summary', 'figcaption', 'caption', 'dt', 'dd']);
/** Elements that take the direction of most of their letters: their mark, line or order of columns stands on the side where their text begins. */
const BOXES = new Set(['ul', 'ol', 'dl', 'table', 'blockquote', 'details', 'div', 'figure', 'aside']);
/** Elements whose letters say nothing of the text around them. */
const MUTE = new Set(['code', 'kbd', 'samp', 'pre', 'svg', 'math', 'script', 'style', 'sup', 'audio', 'video', 'iframe']);
/** Titles, which may be words of the interface, follow the box they belong to. */
const FOLLOWING = / class="(?:title|of|meta|due)[" ]/;
/** Words of the interface. */
const OURS = / class="(?:of|meta|due|vh)[" ]| aria-label="/;
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'wbr', 'source', 'track', 'use', 'path']);
/** Tags and text of finished HTML, in which every `<` and `>` of a text or an attribute is escaped. */
const PIECES = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^>"]|"[^"]*")*)>|[^<]+|</g;
const ENTITY = /&#?[a-z0-9]{1,8};/gi;
/** Letters of an element that are kept to find its direction. */
const ENOUGH = 2000;

interface Open {
  readonly name: string;
  readonly mute: boolean;
  readonly block: Block | null;
}

interface Block {
  readonly parent: Block | null;
  readonly kind: 'text' | 'box';
  /** The direction follows that around it, unless it is the other way by what the text says first. */
  readonly follows: boolean;
  /** Stated by the note itself. */
  readonly stated: boolean;
  /** Where in `out` the attribute goes. */
  readonly at: number;
  text: string;
  dir: Direction;
}

/**
 * Finished HTML with `dir` on those blocks that run the other way than what is around them: texts by their first letter where most letters
 * agree, lists, quotes and tables by most of their letters. `base` is the direction of the place. HTML without right-to-left text in a left-to-right place comes back as it is.
 */
export function withDirections<T extends string>(html: T, base: Direction): T {
  if (base === 'ltr' && !hasRightToLeft(html)) return html;
  const out: string[] = [];
  const blocks: Block[] = [];
  const open: Open[] = [];
  for (const [piece, closing, tag, attributes = ''] of html.matchAll(PIECES)) {
    const top = open.at(-1);
    if (tag === undefined) {
      out.push(piece);
      if (top?.mute !== true) addText(top?.block ?? null, piece.replace(ENTITY, ' '));
      continue;
    }
    const name = tag.toLowerCase();
    if (closing === '/') {
      const at = open.findLastIndex((element) => element.name === name);
      if (at >= 0) open.length = at;
      out.push(piece);
      continue;
    }
    const block = blockOf(name, attributes, top?.block ?? null, out.length + 1);
    if (block === null) out.push(piece);
    else {
      blocks.push(block);
      out.push(piece.slice(0, piece.endsWith('/>') ? -2 : -1), '', '>');
    }
    if (VOID.has(name) || attributes.endsWith('/')) continue;
    open.push({ name, mute: top?.mute === true || MUTE.has(name) || OURS.test(attributes), block: block ?? top?.block ?? null });
  }
  // Blocks are in order of their start: what is around a block has its direction before it.
  for (const block of blocks) {
    const around = block.parent?.dir ?? base;
    block.dir = block.stated ? (block.text.includes('rtl') ? 'rtl' : 'ltr') : (directionOf(block) ?? around);
    if (block.follows && block.dir === 'ltr') block.dir = around;
    if (!block.stated && block.dir !== around) out[block.at] = ` dir="${block.dir}"`;
  }
  return out.join('') as T;
}

function blockOf(name: string, attributes: string, parent: Block | null, at: number): Block | null {
  const kind = TEXTS.has(name) ? 'text' : BOXES.has(name) ? 'box' : null;
  // Rows of actions keep their columns; their text is a block of its own.
  if (kind === null || / class="actions?[ "]/.test(attributes)) return null;
  const follows = FOLLOWING.test(attributes) || name === 'summary';
  const stated = / dir="(\w+)"/i.exec(attributes)?.[1];
  return { parent, kind, follows, stated: stated !== undefined, at, text: stated ?? '', dir: 'ltr' };
}

function addText(block: Block | null, text: string): void {
  for (let at = block; at !== null; at = at.parent) if (!at.stated && at.text.length < ENOUGH) at.text += text;
}

/** How much of a box must run one way to set it against what is around it. */
const CLEAR = 2 / 3;

/**
 * Null where the direction around decides: for text without letters, and where the first letter and most letters disagree, as in a Hebrew sentence that
 * begins with a product's name.
 */
function directionOf({ kind, text }: Block): Direction | null {
  const { ltr, rtl } = countDirections(text);
  const most = rtl > ltr ? 'rtl' : 'ltr';
  if (kind === 'text') return firstDirection(text) === most ? most : null;
  return Math.max(ltr, rtl) > (ltr + rtl) * CLEAR ? most : null;
}
