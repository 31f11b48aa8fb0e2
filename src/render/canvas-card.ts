import { pathOfCard } from '../graph/documents.ts';
import { DEEPEST_EMBED } from '../graph/embed-chains.ts';
import type { Resolution } from '../graph/graph.ts';
import type { Inline, Tree } from '../markdown/tree.ts';
import { isExternal } from '../markdown/urls.ts';
import { plainText, walkInlines } from '../markdown/walk.ts';
import type { Canvas, CanvasNode, FileCard, LinkCard, TextCard } from '../notes/canvas.ts';
import { nameFromPath, nameOfDocument } from '../notes/title.ts';
import { isFile, missingWords, type SiteFile } from './attachment.ts';
import { withDirections } from './directions.ts';
import { type Drawing, embeddedDrawing } from './drawing.ts';
import { isWhole, partOf } from './embed-part.ts';
import { escapeHtml } from './escape.ts';
import { EXTERNAL_REL, externalHref, hostOf } from './external-href.ts';
import { addUnmarked, drawNotes } from './footnotes.ts';
import { icon } from './icon.ts';
import { anchorTo } from './link.ts';
import { labelOf, mediumOf } from './medium.ts';
import { drawPicture } from './picture.ts';

/** A name of at most this many characters stands for a card. */
const NAME_LENGTH = 60;

/** The content of a card, at the size of the card: what does not fit is cut off. */
export function drawCard(drawing: Drawing, canvas: Canvas, card: Exclude<CanvasNode, { kind: 'group' }>): string {
  switch (card.kind) {
    case 'text':
      return `<div class="card prose">${drawTextOfCard(drawing, canvas, card)}</div>`;
    case 'link':
      return `<div class="card"><p class="of">${drawLinkOfCard(card)}</p></div>`;
    case 'file': {
      const to = resolveCard(drawing, canvas, card);
      if (!isFile(to)) return `<div class="card"><p class="hollow">${missingCard(drawing, card, to)}</p></div>`;
      if (mediumOf(to.target) === 'image' && !drawing.ctx.graph.notes.has(to.target)) {
        const picture = { target: to.target, href: to.href, alt: '', title: null, width: null, height: null };
        return `<div class="card shows">${drawPicture(drawing, picture, false)}</div>`;
      }
      const content = drawNoteOfCard(drawing, card, to);
      const text = content === '' ? '' : `<div class="prose">${content}</div>`;
      return `<div class="card">${drawHeadOfCard(drawing, card, to)}${text}</div>`;
    }
  }
}

/** The whole text of a text card, its footnotes below. Links lead where they would from a note beside the canvas. */
export function drawTextOfCard(drawing: Drawing, canvas: Canvas, card: TextCard): string {
  const inner: Drawing = {
    ...embeddedDrawing(drawing, canvas.path, card.tree.footnotes),
    tasks: new Map(card.tasks.map((task) => [task.line, task])),
    embedStack: drawing.embedStack,
  };
  const text = drawing.paint.blocks(inner, card.tree.blocks);
  if (card.tree.footnotes.length > 0) addUnmarked(inner, labelsMarked(card.tree));
  return withDirections(text + drawNotes(inner), drawing.ctx.direction ?? 'ltr');
}

/** The address of a link card as a link; its text alone when it must not be followed. */
export function drawLinkOfCard(card: LinkCard): string {
  const href = externalHref(card.url);
  if (card.url === '') return 'A link without address';
  if (href === null || !isExternal(card.url)) return escapeHtml(card.url);
  const host = hostOf(card.url);
  const rest = card.url === host ? '' : ` <span class="count">${escapeHtml(card.url)}</span>`;
  return `${icon('web')}<a href="${href}" ${EXTERNAL_REL}>${escapeHtml(host)}</a>${rest}`;
}

/** The name of a file card as a link, with the part it shows or the kind of its file. */
export function drawHeadOfCard(drawing: Drawing, card: FileCard, to: SiteFile): string {
  const note = drawing.ctx.graph.notes.get(to.target);
  const words = escapeHtml(nameOfTarget(drawing, to));
  if (note === undefined) {
    const { glyph, word } = labelOf(to.target);
    return `<p class="of">${icon(glyph)}${anchorTo(drawing, to, words, null)} <span class="count">${word}</span></p>`;
  }
  const part = isWhole(card.subpath)
    ? ''
    : ` <span class="count">${escapeHtml(card.subpath.replace(/^#+\^?/u, '').replaceAll('#', ' › '))}</span>`;
  return `<p class="of">${icon(note.kind === 'meeting' ? 'meet' : 'note')}${anchorTo(drawing, to, words, null)}${part}</p>`;
}

/** Why a file card shows nothing. A note that is kept out of the site is a note that is not there. */
export function missingCard(drawing: Drawing, card: FileCard, to: Resolution): string {
  return missingWords(drawing, embedOf(card), to);
}

/** Where a file card leads. Its path counts from the root of the vault. */
export function resolveCard(drawing: Drawing, canvas: Canvas, card: FileCard): Resolution {
  if (card.file === '') return { status: 'missing', via: null, target: null, name: '', href: null, candidates: [] };
  return drawing.ctx.graph.resolve(canvas.path, pathOfCard(card), card.subpath, 'wiki');
}

/** A short name by which a card can be spoken of, as plain text. */
export function nameOfCard(drawing: Drawing, canvas: Canvas, node: CanvasNode): string {
  switch (node.kind) {
    case 'text': {
      const [line = ''] = plainText(node.tree.blocks).trim().split('\n', 1);
      return clipped(line) || 'a card without words';
    }
    case 'file': {
      const to = resolveCard(drawing, canvas, node);
      return isFile(to) ? nameOfTarget(drawing, to) : nameFromPath(node.file) || 'a card without file';
    }
    case 'link':
      return clipped(hostOf(node.url)) || 'a link without address';
    case 'group':
      return node.label === '' ? 'a group' : clipped(node.label);
  }
}

function nameOfTarget(drawing: Drawing, to: SiteFile): string {
  return drawing.ctx.graph.notes.get(to.target)?.title ?? nameOfDocument(to.target);
}

/** The text of a note on a card, within the limits that hold for embeds; '' when the card is no note or the limits are reached. */
function drawNoteOfCard(drawing: Drawing, card: FileCard, to: SiteFile): string {
  const note = drawing.ctx.graph.notes.get(to.target);
  if (note === undefined || drawing.embedStack.includes(to.target) || drawing.embedStack.length > DEEPEST_EMBED || drawing.budget.left <= 0)
    return '';
  const tree = drawing.ctx.treeOf(to.target);
  const line = to.subpathFound ? to.targetLine : null;
  const blocks = partOf(tree, { subpath: card.subpath, line, titleLine: note.titleLine });
  if (blocks === null) return `<p class="hollow">No part called <b>${escapeHtml(card.subpath.replace(/^#+/u, ''))}</b> there.</p>`;
  const inner = embeddedDrawing(drawing, to.target, tree.footnotes);
  const text = drawing.paint.blocks(inner, blocks) + drawNotes(inner);
  drawing.budget.left -= text.length;
  return withDirections(text, drawing.ctx.direction ?? 'ltr');
}

/** A file card as the embed that it is. */
function embedOf({ file, subpath }: FileCard): Extract<Inline, { kind: 'embed' }> {
  const ref = { raw: file, embed: true, syntax: 'wiki', path: file, subpath, display: file, aliased: false, line: 1, column: 1 } as const;
  return { kind: 'embed', ref, alt: '', title: null, width: null, height: null, standalone: true };
}

function labelsMarked(tree: Tree): ReadonlySet<string> {
  const labels = new Set<string>();
  walkInlines(tree, (inline) => {
    if (inline.kind === 'footnote') labels.add(inline.label);
  });
  return labels;
}

function clipped(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= NAME_LENGTH ? line : `${line.slice(0, NAME_LENGTH).toWellFormed().trimEnd()}…`;
}
