import { compareText } from '../diagnostics/order.ts';
import { pathOfCard } from '../graph/documents.ts';
import type { PageUrl } from '../graph/graph.ts';
import type { Canvas } from '../notes/canvas.ts';
import { drawCanvasPage } from '../render/draw.ts';
import { backlinkRows, mentionTotal } from './backlinks.ts';
import { drawContext, noteRef, type ViewContext } from './context.ts';
import type { CanvasView } from './document-view.ts';
import { editHref } from './note-body.ts';

/** The page of a canvas: its drawing, the same in words, the notes on it, and who mentions it. */
export function canvasView(ctx: ViewContext, canvas: Canvas, page: PageUrl): CanvasView {
  const mentions = ctx.graph.backlinks.get(canvas.path) ?? [];
  const drawn = canvas.nodes.length === 0 ? null : drawCanvasPage({ ...drawContext(ctx, canvas.path, page), headingBase: 2 }, canvas);
  const groups = canvas.nodes.filter((node) => node.kind === 'group').length;
  return {
    kind: 'canvas',
    path: canvas.path,
    editHref: editHref(ctx.config.links.editUrl, canvas.path),
    backlinks: backlinkRows(ctx, mentions, null),
    backlinkTotal: mentionTotal(mentions),
    problem: canvas.problem,
    drawing: drawn?.plane ?? null,
    list: drawn?.list ?? null,
    counts: { cards: canvas.nodes.length - groups, groups, lines: canvas.edges.length },
    notes: notesOn(ctx, canvas),
    source: canvas.problem === null ? null : canvas.file.text,
  };
}

function notesOn({ graph, ...ctx }: ViewContext, canvas: Canvas): CanvasView['notes'] {
  const targets = canvas.nodes.flatMap((node) =>
    node.kind === 'file' && node.file !== '' ? (graph.resolve(canvas.path, pathOfCard(node), '', 'wiki').target ?? []) : [],
  );
  return [...new Set(targets)]
    .filter((path) => graph.notes.has(path))
    .map((path) => noteRef({ graph, ...ctx }, path))
    .sort((a, b) => compareText(a.text, b.text));
}
