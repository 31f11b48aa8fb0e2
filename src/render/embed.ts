import { DEEPEST_EMBED } from '../graph/embed-chains.ts';
import type { Block, Inline, Tree } from '../markdown/tree.ts';
import { walkBlocks } from '../markdown/walk.ts';
import { drawFile, isFile, mediumOf, missingWords, type SiteFile, wordsOf } from './attachment.ts';
import { type Drawing, embeddedDrawing, hrefFrom } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { drawNotes } from './footnotes.ts';
import { hidden, icon } from './icon.ts';
import { anchorTo, resolve } from './link.ts';

type Embed = Extract<Inline, { kind: 'embed' }>;

/**
 * An embed on a line of its own. A note, or the part of one that the subpath names, is drawn in a frame. A note that is around already, the sixth
 * level, and all beyond a megabyte become links; what is not there leaves a visible gap.
 */
export function drawEmbed(drawing: Drawing, embed: Embed): string {
  const to = resolve(drawing, embed.ref);
  if (!isFile(to)) return `<p class="hollow">${missingWords(drawing, embed, to)}</p>\n`;
  const medium = mediumOf(to.target);
  if (medium !== 'note') return drawFile(drawing, embed, to, medium);
  const note = drawing.ctx.graph.notes.get(to.target);
  const stop = drawing.embedStack.includes(to.target) || drawing.embedStack.length > DEEPEST_EMBED || drawing.budget.left <= 0;
  if (stop || note === undefined) return `<p class="embedded">${anchorTo(drawing, to, escapeHtml(wordsOf(embed)), null)}</p>\n`;
  const tree = drawing.ctx.treeOf(to.target);
  const blocks = partOf(tree, to, embed.ref.subpath, note.titleLine);
  const href = hrefFrom(drawing, to.href);
  if (blocks === null) {
    const part = `<b>${escapeHtml(embed.ref.subpath.replace(/^#+/u, ''))}</b>`;
    return `<p class="hollow">No part called ${part} in <a href="${href}">${escapeHtml(note.title)}</a>.</p>\n`;
  }
  const inner = embeddedDrawing(drawing, to.target, tree.footnotes);
  const text = drawing.paint.blocks(inner, blocks) + drawNotes(inner);
  drawing.budget.left -= text.length;
  const link = `<a class="link" href="${href}">open${hidden(` ${escapeHtml(note.title)}`)}</a>`;
  return `<div class="embed"><p class="of">From ${icon(note.kind === 'meeting' ? 'meet' : 'note')} ${escapeHtml(note.title)} ${link}</p>\n${text}</div>\n`;
}

/** The blocks a subpath names: a heading with all up to the next one of its level or above, a block, an item; null when there is no such part. */
function partOf(tree: Tree, to: SiteFile, subpath: string, titleLine: number | null): readonly Block[] | null {
  if (subpath.replaceAll('#', '').trim() === '') return tree.blocks.filter((block) => block.line !== titleLine || block.kind !== 'heading');
  if (!to.subpathFound || to.targetLine === null) return null;
  const id = /^#\^(.+)$/u.exec(subpath)?.[1]?.trim().toLowerCase();
  return id === undefined ? sectionAt(tree, to.targetLine) : blockWithId(tree, id, to.targetLine);
}

function sectionAt(tree: Tree, line: number): readonly Block[] | null {
  let found: readonly Block[] | null = null;
  const search = (blocks: readonly Block[]): void => {
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.line === line);
    const heading = blocks[at];
    if (heading?.kind !== 'heading') return;
    const rest = blocks.slice(at + 1);
    const end = rest.findIndex((block) => block.kind === 'heading' && block.level <= heading.level);
    found = [heading, ...(end < 0 ? rest : rest.slice(0, end))];
  };
  search(tree.blocks);
  if (found === null) {
    walkBlocks(tree, (block) => {
      if (found === null && (block.kind === 'quote' || block.kind === 'callout')) search(block.blocks);
    });
  }
  return found;
}

function blockWithId(tree: Tree, id: string, line: number): readonly Block[] | null {
  let found: readonly Block[] | null = null;
  walkBlocks(tree, (block) => {
    if (found !== null) return;
    if (block.blockId?.toLowerCase() === id) found = [block];
    else if (block.kind === 'list') {
      const item = block.items.find((candidate) => candidate.blockId?.toLowerCase() === id);
      if (item !== undefined) found = [{ ...block, items: [item] }];
    }
  });
  if (found !== null) return found;
  const note = tree.footnotes.find((candidate) => candidate.line === line);
  return note?.blocks ?? null;
}
