import { rootPath } from '../graph/documents.ts';
import type { Canvas, CanvasColor, CanvasEdge, CanvasGroup, CanvasNode } from '../notes/canvas.ts';
import { isFile } from './attachment.ts';
import { drawCard } from './canvas-card.ts';
import { boundsOf, LABEL_HEIGHT, type Route, routeOf } from './canvas-geometry.ts';
import { type Drawing, hrefFrom } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { mediumOf } from './medium.ts';

/** How small a drawing may become to fit its frame; below that it is scrolled. */
const SMALLEST_SCALE = 0.7;
/** Letters of one line of an edge's label. */
const LABEL_LINE = 17;
const LINE_HEIGHT = 19;

/**
 * A canvas as one drawing in a frame that can be scrolled: groups behind, then lines, cards in their order, labels of lines on top. Places are SVG
 * attributes and colours classes or attributes, so that no style is needed in the page. `fit`: width of the frame, in pixels.
 */
export function drawCanvas(drawing: Drawing, canvas: Canvas, fit: number): string {
  const { nodes, edges } = canvas;
  const box = boundsOf(nodes);
  const scale = Math.max(SMALLEST_SCALE, Math.min(1, fit / box.width));
  const [width, height] = [Math.round(box.width * scale), Math.round(box.height * scale)];
  const routes = edges.flatMap((edge) => {
    const [from, to] = [nodes[edge.from], nodes[edge.to]];
    return from === undefined || to === undefined ? [] : [{ edge, route: routeOf(edge, from, to) }];
  });
  const groups = nodes.map((node, i) => (node.kind === 'group' ? drawGroup(drawing, canvas, node, i) : '')).join('');
  const lines = routes.map(({ edge, route }) => drawEdge(edge, route)).join('');
  const cards = nodes.map((node) => (node.kind === 'group' ? '' : drawPlacedCard(drawing, canvas, node))).join('');
  const labels = routes.map(({ edge, route }) => drawLabel(edge, route)).join('');
  const name = escapeHtml(`Drawing: ${canvas.title}`);
  return (
    `<div class="canvas" tabindex="0" role="group" aria-label="${name}">` +
    `<svg class="plane" viewBox="${box.x} ${box.y} ${box.width} ${box.height}" width="${width}" height="${height}">` +
    `${groups}${lines}${cards}${labels}</svg></div>\n`
  );
}

function drawPlacedCard(drawing: Drawing, canvas: Canvas, card: Exclude<CanvasNode, CanvasGroup>): string {
  const place = placeOf(card);
  return `<g class="item ${card.kind}${toneOf(card.color)}><rect ${place} rx="8"/><foreignObject ${place}>${drawCard(drawing, canvas, card)}</foreignObject></g>\n`;
}

function drawGroup(drawing: Drawing, canvas: Canvas, group: CanvasGroup, index: number): string {
  const place = placeOf(group);
  const label =
    group.label === ''
      ? ''
      : `<foreignObject x="${group.x}" y="${group.y - LABEL_HEIGHT}" width="${group.width}" height="${LABEL_HEIGHT}"><p class="label">${escapeHtml(group.label)}</p></foreignObject>`;
  return `<g class="item group${toneOf(group.color)}><rect ${place} rx="8"/>${drawBackground(drawing, canvas, group, index)}${label}</g>\n`;
}

/** The picture behind a group; a repeated one as tiles of a quarter of its width. */
function drawBackground(drawing: Drawing, canvas: Canvas, group: CanvasGroup, index: number): string {
  if (group.background === null) return '';
  const to = drawing.ctx.graph.resolve(canvas.path, rootPath(group.background), '', 'wiki');
  if (!isFile(to) || mediumOf(to.target) !== 'image') return '';
  const href = hrefFrom(drawing, to.href);
  if (group.backgroundStyle !== 'repeat') {
    const fill = group.backgroundStyle === 'cover' ? 'slice' : 'meet';
    return `<image href="${href}" ${placeOf(group)} preserveAspectRatio="xMidYMid ${fill}"/>`;
  }
  drawing.budget.embeds += 1;
  const id = `e-${drawing.budget.embeds}-${index}`;
  const pixels = drawing.ctx.pixelsOf?.(to.target) ?? { width: 4, height: 3 };
  const width = Math.max(1, Math.round(group.width / 4));
  const height = Math.max(1, Math.round((width * pixels.height) / pixels.width));
  const tile = `<image href="${href}" width="${width}" height="${height}"/>`;
  return (
    `<pattern id="${id}" x="${group.x}" y="${group.y}" width="${width}" height="${height}" patternUnits="userSpaceOnUse">${tile}</pattern>` +
    `<rect class="tiles" ${placeOf(group)} rx="8" fill="url(#${id})"/>`
  );
}

function drawEdge({ color }: CanvasEdge, { curve, heads }: Route): string {
  return `<g class="line${toneOf(color)}><path d="${curve}"/>${heads.map((head) => `<path class="tip" d="${head}"/>`).join('')}</g>\n`;
}

function drawLabel({ label, color }: CanvasEdge, { middle }: Route): string {
  if (label === '') return '';
  const lines = linesOf(label);
  const top = middle.y - ((lines.length - 1) * LINE_HEIGHT) / 2 + 5;
  const spans = lines.map((line, i) => `<tspan x="${middle.x}" y="${top + i * LINE_HEIGHT}">${escapeHtml(line)}</tspan>`).join(' ');
  return `<text class="said${toneOf(color)} text-anchor="middle">${spans}</text>\n`;
}

function placeOf({ x, y, width, height }: CanvasNode): string {
  return `x="${x}" y="${y}" width="${width}" height="${height}"`;
}

/** The end of a `class` attribute, its quote included, for a preset colour; a colour of the author's own is an attribute. */
function toneOf(color: CanvasColor): string {
  if (color === null) return '"';
  return color.startsWith('#') ? ` toned" color="${color}"` : ` toned tone-${color}"`;
}

/** Words of a label in lines of about the same length as others; a longer word has a line of its own. */
function linesOf(label: string): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LABEL_LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
