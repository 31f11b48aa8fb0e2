import type { Block, Inline } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import { drawCallout } from './callout.ts';
import { drawCode } from './code.ts';
import { blockIdAttribute, type Drawing, within } from './drawing.ts';
import { drawEmbed } from './embed.ts';
import { escapeHtml } from './escape.ts';
import { htmlOf } from './html-place.ts';
import { drawList } from './list.ts';
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
    } else out += drawBlock(drawing, block);
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
      return `<pre class="math" tabindex="0"${blockIdAttribute(drawing, block.blockId)}><code>${escapeHtml(block.value)}</code></pre>\n`;
    case 'table':
      return drawTable(drawing, block);
    case 'rule':
      return '<hr>\n';
  }
}

/** Headings stand one level below the one they belong to, whatever numbers the note uses: a page has one `h1`, and no level is left out. */
function drawHeading(drawing: Drawing, heading: Extract<Block, { kind: 'heading' }>): string {
  const { base, levels } = drawing.outline;
  while ((levels.at(-1) ?? 0) >= heading.level) levels.pop();
  levels.push(heading.level);
  const level = Math.min(6, base + levels.length);
  const id = drawing.idPrefix === '' ? drawing.headingIds.get(heading.line) : undefined;
  const mark = heading.blockId === null ? '' : `<span${blockIdAttribute(drawing, heading.blockId)}></span>`;
  const text = drawing.paint.inlines(drawing, heading.children);
  if (id === undefined || drawing.usedIds.has(id)) return `<h${level}>${mark}${text}</h${level}>\n`;
  drawing.usedIds.add(id);
  const words = escapeHtml(plainText(heading.children).replace(/\s+/gu, ' ').trim());
  const anchor = `<a class="anchor" href="#${escapeHtml(encodeAnchor(id))}" aria-label="Link to ${words}">#</a>`;
  return `<h${level} id="${escapeHtml(id)}">${mark}${text}${anchor}</h${level}>\n`;
}

function encodeAnchor(id: string): string {
  return id.replace(/[%\s"<>`]/gu, (sign) => encodeURIComponent(sign));
}

/** A paragraph; embeds on a line of their own part it, since they are blocks. */
function drawParagraph(drawing: Drawing, block: Extract<Block, { kind: 'paragraph' }>): string {
  let id = blockIdAttribute(drawing, block.blockId);
  if (!block.children.some((node) => node.kind === 'embed' && node.standalone)) {
    const text = drawing.paint.inlines(drawing, block.children);
    return text.trim() === '' && id === '' ? '' : `<p${id}>${text}</p>\n`;
  }
  let out = '';
  let run: Inline[] = [];
  const flush = (): void => {
    while (run.at(-1)?.kind === 'break') run.pop();
    if (run.length > 0) out += `<p${id}>${drawing.paint.inlines(drawing, run)}</p>\n`;
    else if (id !== '') out += `<div${id}></div>`;
    id = '';
    run = [];
  };
  for (const node of block.children) {
    if (node.kind === 'embed' && node.standalone) {
      flush();
      out += drawEmbed(drawing, node);
    } else if (node.kind !== 'break' || run.length > 0) run.push(node);
  }
  flush();
  return out;
}
