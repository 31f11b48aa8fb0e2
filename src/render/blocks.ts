import { evenSpaces } from '../markdown/spaces.ts';
import type { Block, Inline } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import { drawRemote } from './attachment.ts';
import { drawCallout } from './callout.ts';
import { drawCode } from './code.ts';
import { blockIdAttribute, type Drawing, within } from './drawing.ts';
import { drawEmbed, fillsBlock } from './embed.ts';
import { escapeHtml } from './escape.ts';
import { nextLevel } from './heading-level.ts';
import { htmlOf } from './html-place.ts';
import { endOfMedia, tagsBetween } from './inlines.ts';
import { drawList } from './list.ts';
import { drawMathBlock } from './math.ts';
import type { HtmlScope } from './sanitize.ts';
import { drawTable } from './table.ts';

/** Draws the blocks of one container. Raw HTML may open in one of them and close in a later one, never outside the container. */
export function drawBlocks(drawing: Drawing, blocks: readonly Block[]): string {
  let out = '';
  let html: HtmlScope | null = null;
  for (const block of blocks) {
    if (block.kind === 'html') {
      html ??= htmlOf(drawing, false, false);
      out += html.feed(block.value);
    } else {
      const drawn = drawBlock(drawing, block);
      out += html === null ? drawn : html.between(drawn);
    }
  }
  return html === null ? out : out + html.close();
}

function drawBlock(drawing: Drawing, block: Exclude<Block, { kind: 'html' }>): string {
  switch (block.kind) {
    case 'heading':
      return drawHeading(drawing, block);
    case 'paragraph':
      return drawParagraph(drawing, block);
    case 'list':
      return drawList(drawing, block);
    case 'quote':
      return `<blockquote${blockIdAttribute(drawing, block.blockId)}>\n${within(drawing, () => drawBlocks(drawing, block.blocks))}</blockquote>\n`;
    case 'callout':
      return drawCallout(drawing, block);
    case 'code':
      return drawCode(drawing, block);
    case 'math':
      return drawMathBlock(drawing, block);
    case 'table':
      return drawTable(drawing, block);
    case 'rule':
      return `<hr${blockIdAttribute(drawing, block.blockId)}>\n`;
  }
}

function drawHeading(drawing: Drawing, heading: Extract<Block, { kind: 'heading' }>): string {
  const level = nextLevel(drawing, heading.level);
  const id = drawing.idPrefix === '' ? drawing.headingIds.get(heading.line) : undefined;
  const mark = heading.blockId === null ? '' : `<span${blockIdAttribute(drawing, heading.blockId)}></span>`;
  const text = drawing.paint.inlines(drawing, heading.children);
  if (id === undefined || drawing.usedIds.has(id)) return `<h${level}>${mark}${text}</h${level}>\n`;
  drawing.usedIds.add(id);
  const words = escapeHtml(evenSpaces(plainText(heading.children)).trim());
  const anchor = `<a class="anchor" href="#${escapeHtml(encodeAnchor(id))}" aria-label="Link to ${words}">#</a>`;
  return `<h${level} id="${escapeHtml(id)}">${mark}${text}${anchor}</h${level}>\n`;
}

function encodeAnchor(id: string): string {
  return id.replace(/[%\s"<>`]/gu, (sign) => encodeURIComponent(sign));
}

/** A paragraph; what can not stand in a line of text parts it, since it is a block. */
function drawParagraph(drawing: Drawing, block: Extract<Block, { kind: 'paragraph' }>): string {
  let id = blockIdAttribute(drawing, block.blockId);
  const { children } = block;
  const alone = mediaAlone(children);
  if (alone !== null) {
    const html = htmlOf(drawing, false, false);
    const media = html.feed(alone) + html.close();
    return id === '' ? media : `<div${id}>${media}</div>\n`;
  }
  if (!children.some(mayFillBlock)) {
    const text = drawing.paint.inlines(drawing, children);
    return text.trim() === '' && id === '' ? '' : `<p${id}>${text}</p>\n`;
  }
  let out = '';
  let run: Inline[] = [];
  const flush = (): void => {
    while (isBlank(run.at(-1))) run.pop();
    if (run.length > 0) {
      out += `<p${id}>${drawing.paint.inlines(drawing, run)}</p>\n`;
      id = '';
    }
    run = [];
  };
  children.forEach((node, i) => {
    if (fillsBlock(drawing, node)) {
      flush();
      out += drawEmbed(drawing, node);
    } else if (node.kind === 'remote' && isAlone(children, i)) {
      flush();
      out += `<p class="media">${drawRemote(drawing, node, false, true)}</p>\n`;
    } else if (run.length > 0 || !isBlank(node)) run.push(node);
  });
  flush();
  return id === '' ? out : `<div${id}>${out}</div>\n`;
}

/** The tags of raw HTML that shows a file or page and has no text around it; null for every other paragraph. */
function mediaAlone(nodes: readonly Inline[]): string | null {
  const end = nodes[0]?.kind === 'html' ? endOfMedia(nodes, 0) : null;
  return end !== null && nodes.slice(end + 1).every(isBlank) ? tagsBetween(nodes, 0, end) : null;
}

function mayFillBlock(node: Inline): boolean {
  return node.kind === 'embed' || node.kind === 'remote';
}

function isBlank(node: Inline | undefined): boolean {
  return node?.kind === 'break' || (node?.kind === 'text' && node.value.trim() === '');
}

/** True when a node fills its line. */
function isAlone(nodes: readonly Inline[], at: number): boolean {
  const ends = (step: 1 | -1): boolean => {
    for (let i = at + step; ; i += step) {
      const node = nodes[i];
      if (node === undefined || node.kind === 'break') return true;
      if (!isBlank(node)) return false;
    }
  };
  return ends(-1) && ends(1);
}
