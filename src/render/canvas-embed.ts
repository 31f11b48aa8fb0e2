import { DEEPEST_EMBED } from '../graph/embed-chains.ts';
import type { Inline } from '../markdown/tree.ts';
import type { Canvas } from '../notes/canvas.ts';
import type { SiteFile } from './attachment.ts';
import { drawCanvas } from './canvas.ts';
import { type Drawing, embeddedDrawing } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { icon } from './icon.ts';
import { anchorTo } from './link.ts';

type Embed = Extract<Inline, { kind: 'embed' }>;

/** Width of the column of text, in pixels. */
const COLUMN = 654;

/** A canvas in the text of a note: its drawing, below a link to its page. The link alone when the limits of embeds are reached. */
export function drawCanvasEmbed(drawing: Drawing, embed: Embed, to: SiteFile, canvas: Canvas): string {
  const link = anchorTo(drawing, to, escapeHtml(embed.alt || canvas.title), null);
  const stop = drawing.embedStack.includes(canvas.path) || drawing.embedStack.length > DEEPEST_EMBED || drawing.budget.left <= 0;
  if (stop || canvas.nodes.length === 0)
    return `<p class="file"><span class="file">${icon('canvas')}${link} <span class="count">Canvas</span></span></p>\n`;
  const inner = embeddedDrawing(drawing, canvas.path, []);
  const plane = drawCanvas(inner, canvas, COLUMN);
  drawing.budget.left -= plane.length;
  return `<div class="embed drawn"><p class="of">Canvas ${icon('canvas')}${link}</p>\n${plane}</div>\n`;
}
