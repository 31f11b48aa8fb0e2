import { DEEPEST_EMBED } from '../graph/embed-chains.ts';
import type { Resolution } from '../graph/graph.ts';
import type { Block, Inline } from '../markdown/tree.ts';
import type { Note } from '../notes/note.ts';
import { drawFile, drawInlineFile, isFile, missingWords, type SiteFile, wordsOf } from './attachment.ts';
import { drawBaseEmbed } from './base.ts';
import { drawCanvasEmbed } from './canvas-embed.ts';
import { type Drawing, embeddedDrawing, hrefFrom } from './drawing.ts';
import { holdsLine, isWhole, partOf } from './embed-part.ts';
import { escapeHtml } from './escape.ts';
import { drawNotes } from './footnotes.ts';
import { icon } from './icon.ts';
import { anchorTo, resolve } from './link.ts';
import { mediumOf } from './medium.ts';

type Embed = Extract<Inline, { kind: 'embed' }>;

/** Why a note is not shown in place, as words behind its link. */
const STOPS = {
  circle: 'not shown again inside itself',
  depth: 'too many embeds inside each other to show it here',
  budget: 'left out here: the embeds of this page are very long',
  program: 'a page with components, which is shown on its own only',
} as const;

/** What stands in place of an embed of a note. */
type Shown =
  | { readonly kind: 'part'; readonly note: Note; readonly to: SiteFile; readonly blocks: readonly Block[] }
  | { readonly kind: 'no-part'; readonly note: Note; readonly to: SiteFile }
  | { readonly kind: 'link'; readonly to: SiteFile; readonly why: keyof typeof STOPS }
  | { readonly kind: 'file'; readonly to: SiteFile }
  | { readonly kind: 'nothing'; readonly to: Resolution };

/** True for an embed that can not stand in a line of text: one on a line of its own, and a note's part of several blocks wherever it is written. */
export function fillsBlock(drawing: Drawing, inline: Inline): inline is Embed {
  if (inline.kind !== 'embed') return false;
  if (inline.standalone) return true;
  const shown = shownBy(drawing, inline);
  return shown.kind === 'part' && oneLine(shown.blocks) === null;
}

/**
 * An embed on a line of its own. A note, or the part of one that the subpath names, is drawn in a frame. A note that is around already, the sixth
 * level, and all beyond a megabyte become links; what is not there leaves a visible gap.
 */
export function drawEmbed(drawing: Drawing, embed: Embed): string {
  const shown = shownBy(drawing, embed);
  switch (shown.kind) {
    case 'nothing':
      return `<p class="hollow">${missingWords(drawing, embed, shown.to)}</p>\n`;
    case 'file': {
      const document = drawing.ctx.graph.documents.get(shown.to.target);
      if (document?.kind === 'canvas') return drawCanvasEmbed(drawing, embed, shown.to, document);
      if (document?.kind === 'base') return drawBaseEmbed(drawing, embed, shown.to, document);
      const medium = mediumOf(shown.to.target);
      return medium === 'note' ? '' : drawFile(drawing, embed, shown.to, medium);
    }
    case 'link':
      return `<p class="embedded">${linkTo(drawing, embed, shown.to)} <span class="why">${STOPS[shown.why]}</span></p>\n`;
    case 'no-part':
      return `<p class="hollow">${noPart(drawing, embed, shown.to, shown.note)}</p>\n`;
    case 'part': {
      const { to, note, blocks } = shown;
      const inner = embeddedDrawing(drawing, to.target, drawing.ctx.treeOf(to.target).footnotes);
      const text = drawing.paint.blocks(inner, blocks) + drawNotes(inner);
      drawing.budget.left -= text.length;
      const from = `From ${icon(note.kind === 'meeting' ? 'meet' : 'note')}<a href="${hrefFrom(drawing, to.href)}">${escapeHtml(note.title)}</a>`;
      const content = text.trim() === '' ? '<p class="empty">Nothing is written there yet.</p>\n' : text;
      return `<div class="embed"><p class="of">${from}</p>\n${content}</div>\n`;
    }
  }
}

/** An embed in a line of text. One paragraph of a note stands in the line with a mark that leads to its note; more than that is a link. */
export function drawInlineEmbed(drawing: Drawing, embed: Embed, inLink: boolean): string {
  const shown = shownBy(drawing, embed);
  if (inLink && shown.kind !== 'file') return escapeHtml(wordsOf(embed));
  switch (shown.kind) {
    case 'file':
      return drawInlineFile(drawing, embed, shown.to, inLink);
    case 'nothing':
      return `<span class="hollow">${missingWords(drawing, embed, shown.to)}</span>`;
    case 'no-part':
      return `<span class="hollow">${noPart(drawing, embed, shown.to, shown.note)}</span>`;
    case 'link':
      return linkTo(drawing, embed, shown.to);
    case 'part': {
      const line = oneLine(shown.blocks);
      if (line === null) return linkTo(drawing, embed, shown.to);
      const inner = { ...embeddedDrawing(drawing, shown.to.target, []), notes: null };
      const text = drawing.paint.inlines(inner, line);
      drawing.budget.left -= text.length;
      const title = escapeHtml(`From ${shown.note.title}`);
      const mark = `<a class="from" href="${hrefFrom(drawing, shown.to.href)}" title="${title}" aria-label="${title}">${icon('note')}</a>`;
      return `<span class="quoted">${text}</span>${mark}`;
    }
  }
}

function shownBy(drawing: Drawing, embed: Embed): Shown {
  const to = resolve(drawing, embed.ref);
  if (!isFile(to)) return { kind: 'nothing', to };
  const note = drawing.ctx.graph.notes.get(to.target);
  if (note === undefined) return { kind: 'file', to };
  const { subpath } = embed.ref;
  const wanted = { subpath, line: to.subpathFound ? to.targetLine : null, titleLine: note.titleLine };
  const around = drawing.embedStack.filter((path) => path === to.target).length;
  const ownPart = around === 1 && to.target === drawing.ctx.from && !isWhole(subpath);
  if (around > 0 && !ownPart) return { kind: 'link', to, why: 'circle' };
  if (drawing.embedStack.length > DEEPEST_EMBED) return { kind: 'link', to, why: 'depth' };
  if (note.mdx !== undefined) return { kind: 'link', to, why: 'program' };
  if (drawing.budget.left <= 0) return { kind: 'link', to, why: 'budget' };
  const blocks = partOf(drawing.ctx.treeOf(to.target), wanted);
  if (blocks === null) return { kind: 'no-part', note, to };
  if (ownPart && holdsLine(blocks, embed.ref.line)) return { kind: 'link', to, why: 'circle' };
  return { kind: 'part', note, to, blocks };
}

/** The text of a part that is one paragraph, or one item without more below it; null for every other. */
function oneLine(blocks: readonly Block[]): readonly Inline[] | null {
  const [only, ...others] = blocks;
  if (only === undefined || others.length > 0) return null;
  if (only.kind === 'list') return only.items.length === 1 && only.items[0]?.task === null ? oneLine(only.items[0].blocks) : null;
  if (only.kind !== 'paragraph' && only.kind !== 'heading') return null;
  return only.children.some((inline) => inline.kind === 'embed') ? null : only.children;
}

function linkTo(drawing: Drawing, embed: Embed, to: SiteFile): string {
  return anchorTo(drawing, to, escapeHtml(wordsOf(embed)), null);
}

function noPart(drawing: Drawing, embed: Embed, to: SiteFile, note: Note): string {
  const part = `<b>${escapeHtml(embed.ref.subpath.replace(/^#+/u, ''))}</b>`;
  return `No part called ${part} in <a href="${hrefFrom(drawing, to.href)}">${escapeHtml(note.title)}</a>.`;
}
