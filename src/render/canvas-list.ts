import type { Canvas, CanvasEdge } from '../notes/canvas.ts';
import { type CanvasPlace, readingOrder } from '../notes/canvas-order.ts';
import { isFile } from './attachment.ts';
import { drawHeadOfCard, drawLinkOfCard, drawTextOfCard, missingCard, nameOfCard, resolveCard } from './canvas-card.ts';
import type { Drawing } from './drawing.ts';
import { escapeHtml } from './escape.ts';

/** Anchor of a card in the list. */
function anchorOf(index: number): string {
  return `card-${index + 1}`;
}

/**
 * All that stands on a canvas as a list in reading order: cards with their whole text, those of a group below its name, and below each card in words
 * where its lines lead. For screen readers, small screens and paper; each card has an anchor.
 */
export function drawCanvasList(drawing: Drawing, canvas: Canvas): string {
  const names = canvas.nodes.map((node) => nameOfCard(drawing, canvas, node));
  const lines = linesByCard(canvas.edges);
  const drawPlace = ({ index, inside }: CanvasPlace): string => {
    const node = canvas.nodes[index];
    if (node === undefined) return '';
    const content = node.kind === 'group' ? groupWords(node.label) : drawContent(drawing, canvas, index);
    const own = (lines.get(index) ?? [])
      .map((line) => `<li${line.words === JOINED ? ' class="joined"' : ''}>${lineWords(line, names)}</li>`)
      .join('');
    const leads = own === '' ? '' : `<ul class="leads">${own}</ul>\n`;
    const held = inside.length === 0 ? '' : `<ul class="held">\n${inside.map(drawPlace).join('')}</ul>\n`;
    return `<li id="${anchorOf(index)}" class="${node.kind}">${content}${leads}${held}</li>\n`;
  };
  return `<ul class="on-canvas">\n${readingOrder(canvas).map(drawPlace).join('')}</ul>\n`;
}

function groupWords(label: string): string {
  return `<p class="of">Group${label === '' ? '' : ` <b>${escapeHtml(label)}</b>`}</p>\n`;
}

function drawContent(drawing: Drawing, canvas: Canvas, index: number): string {
  const node = canvas.nodes[index];
  switch (node?.kind) {
    case 'text':
      return `<div class="prose">${drawTextOfCard(drawing, canvas, node)}</div>\n`;
    case 'link':
      return `<p class="of">${drawLinkOfCard(node)}</p>\n`;
    case 'file': {
      const to = resolveCard(drawing, canvas, node);
      return `${isFile(to) ? drawHeadOfCard(drawing, node, to) : `<p class="hollow">${missingCard(drawing, node, to)}</p>`}\n`;
    }
    default:
      return '';
  }
}

/** A line as it is told of one of its ends. */
interface ToldLine {
  readonly to: number;
  readonly words: string;
  readonly label: string;
}

/** Every line once, at the card it comes from; at its other end when only that end has no arrow. */
function linesByCard(edges: readonly CanvasEdge[]): ReadonlyMap<number, readonly ToldLine[]> {
  const lines = new Map<number, ToldLine[]>();
  for (const edge of edges) {
    const back = edge.fromEnd === 'arrow' && edge.toEnd === 'none';
    const [from, to] = back ? [edge.to, edge.from] : [edge.from, edge.to];
    const words = edge.fromEnd !== edge.toEnd ? 'leads to' : edge.toEnd === 'arrow' ? 'leads both ways, to and from' : JOINED;
    const line = { to, words, label: edge.label };
    const list = lines.get(from);
    if (list === undefined) lines.set(from, [line]);
    else list.push(line);
  }
  return lines;
}

const JOINED = 'is joined to';

function lineWords({ to, words, label }: ToldLine, names: readonly string[]): string {
  const said = label === '' ? '' : ` (${escapeHtml(label)})`;
  return `${words} <a href="#${anchorOf(to)}">${escapeHtml(names[to] ?? '')}</a>${said}`;
}
