import { MDX_FILL } from '../markdown/mdx-document.ts';
import { type Html, safeHtml } from './html.ts';

/** The drawn prose of an MDX page, cut where its tags and expressions stand. */
export interface MdxRegions {
  /** By island, 0 for the whole page: the drawn prose around and within it, numbers where an island stands. */
  readonly regions: Readonly<Record<number, readonly (Html | number)[]>>;
  /** By island: the level of a heading in it. */
  readonly levels: Readonly<Record<number, number>>;
}

const TOKEN = /\u2063(\d+)([soc])\u2064/gu;
const TAG = /<[a-z/](?:"[^"]*"|[^"<>])*>/giu;
/** A paragraph that is nothing but islands, or one element from end to end. */
const WRAPPED = /<p(?: [^>]*)?>\s*((?:\u2063\d+[soc]\u2064\s*)+|\u2063(\d+)o\u2064(?:(?!<\/?p[ >])[\s\S])*?\u2063\2c\u2064)\s*<\/p>/gu;

const PARAGRAPH = /<p( [^>]*)?>((?:(?!<\/p>)[\s\S])*)<\/p>/gu;

function partedParagraph(paragraph: string, attributes = '', inside: string, blocks: ReadonlySet<number>): string {
  if (!inside.includes('\u2063')) return paragraph;
  let depth = 0;
  const parted = inside.replace(
    /<(\/?)[a-z](?:"[^"]*"|[^"<>])*?(\/?)>|\u2063(\d+)s\u2064/giu,
    (part, end: string, isVoid: string, island: string) => {
      if (island === undefined) depth += end === '/' ? -1 : isVoid === '/' || /^<(?:br|img|wbr|input|hr)\b/iu.test(part) ? 0 : 1;
      return island !== undefined && depth === 0 && blocks.has(Number(island))
        ? `</p>${part}<p${attributes.replace(/ id="[^"]*"/u, '')}>`
        : part;
    },
  );
  return `<p${attributes}>${parted}</p>`.replace(/<p[^>]*>\s*<\/p>/gu, '');
}

/**
 * Cuts drawn prose at its tokens. `blocks` are islands that no paragraph can hold: one that stands in a paragraph parts it. Tokens within a tag (in an
 * alternative text, say) mean nothing and are left out.
 */
export function mdxRegionsFrom(html: Html, blocks: ReadonlySet<number>): MdxRegions {
  const clean = html
    .replaceAll(MDX_FILL, '')
    .replace(TAG, (tag) => tag.replace(TOKEN, ''))
    .replace(WRAPPED, '$1')
    .replace(PARAGRAPH, (paragraph, attributes: string, inside: string) => partedParagraph(paragraph, attributes, inside, blocks));
  const regions: Record<number, (Html | number)[]> = { 0: [] };
  const levels: Record<number, number> = {};
  const open = [0];
  const push = (part: Html | number): void => {
    if (part !== '') regions[open.at(-1) ?? 0]?.push(part);
  };
  let from = 0;
  let level = 1;
  for (const match of clean.matchAll(TOKEN)) {
    const text = clean.slice(from, match.index);
    const headings = [...text.matchAll(/<h([1-6]) id=/gu)];
    level = Number(headings.at(-1)?.[1] ?? level);
    push(safeHtml(text));
    const island = Number(match[1]);
    if (match[2] === 'c') {
      while (open.length > 1 && open.includes(island) && open.pop() !== island);
    } else {
      push(island);
      levels[island] = Math.min(level + 1, 6);
      if (match[2] === 'o') {
        regions[island] = [];
        open.push(island);
      }
    }
    from = match.index + match[0].length;
  }
  while (open.length > 1) open.pop();
  push(safeHtml(clean.slice(from)));
  return { regions, levels };
}
