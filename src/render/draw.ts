import { parseInline } from '../markdown/parse.ts';
import type { Block, FootnoteDefinition, Inline, Tree } from '../markdown/tree.ts';
import { walkInlines } from '../markdown/walk.ts';
import type { Canvas } from '../notes/canvas.ts';
import type { Note } from '../notes/note.ts';
import { drawBlocks as paintBlocks } from './blocks.ts';
import { drawCanvas } from './canvas.ts';
import { drawCanvasList } from './canvas-list.ts';
import { withDirections } from './directions.ts';
import { type DrawContext, newDrawing, type Painter } from './drawing.ts';
import { addUnmarked, drawNotes } from './footnotes.ts';
import { type Html, safeHtml } from './html.ts';
import { drawPlain, drawInlines as paintInlines } from './inlines.ts';

const paint: Painter = { blocks: paintBlocks, inlines: paintInlines };

/**
 * The text of a note with its footnotes below. `tree` may be a part of the note's own. The heading that only repeats the title is left out.
 * Footnotes that nothing in the note refers to are shown too.
 */
export function drawNote(ctx: DrawContext, note: Note, tree: Tree): Html {
  const drawing = newDrawing(ctx, paint, tree.footnotes);
  const isTitle = (block: Block): boolean => block.kind === 'heading' && block.line === note.titleLine;
  const text = paintBlocks(drawing, tree.blocks.some(isTitle) ? tree.blocks.filter((block) => !isTitle(block)) : tree.blocks);
  if (tree.footnotes.length > 0) addUnmarked(drawing, markedLabels(ctx.treeOf(note.path), tree));
  return safeHtml(withDirections(text + drawNotes(drawing), ctx.direction ?? 'ltr'));
}

/** Blocks of a note on their own. `footnotes` are drawn below as far as the blocks refer to them. */
export function drawBlocks(ctx: DrawContext, blocks: readonly Block[], footnotes: readonly FootnoteDefinition[] = []): Html {
  const drawing = newDrawing(ctx, paint, footnotes);
  return safeHtml(withDirections(paintBlocks(drawing, blocks) + drawNotes(drawing), ctx.direction ?? 'ltr'));
}

/** A canvas for a page of its own: the drawing, and all that stands on it as a list. */
export function drawCanvasPage(ctx: DrawContext, canvas: Canvas): { readonly plane: Html; readonly list: Html } {
  const drawing = newDrawing(ctx, paint, null);
  const plane = drawCanvas(drawing, canvas, PLANE_WIDTH);
  return { plane: safeHtml(plane), list: safeHtml(withDirections(drawCanvasList(drawing, canvas), ctx.direction ?? 'ltr')) };
}

/** Width of the frame of a canvas on its page, in pixels. */
const PLANE_WIDTH = 1240;

/** One run of inlines, without blocks around it. Footnote marks are left out, notes in place stand in brackets. */
export function drawInlines(ctx: DrawContext, inlines: readonly Inline[]): Html {
  return plainHtml(inlines) ?? safeHtml(paintInlines(newDrawing(ctx, paint, null), inlines));
}

/** A run of inlines that is text without form, as most single lines are: all that needs no context. Null for every other. */
export function plainHtml(inlines: readonly Inline[]): Html | null {
  const html = drawPlain(inlines);
  return html === null ? null : safeHtml(html);
}

/** One run of inlines as the text of a link: with its form, without links, tags' links, pictures and footnotes. */
export function drawLabel(ctx: DrawContext, inlines: readonly Inline[]): Html {
  return plainHtml(inlines) ?? safeHtml(paintInlines(newDrawing(ctx, paint, null), withoutPictures(inlines), true));
}

function withoutPictures(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.kind === 'embed' || inline.kind === 'remote' || inline.kind === 'html') return [];
    if (inline.kind === 'break') return [{ kind: 'text', value: ' ' }];
    if (inline.kind === 'link' && inline.children.length === 0) return [{ kind: 'text', value: inline.ref.display }];
    return 'children' in inline ? [{ ...inline, children: withoutPictures(inline.children) }] : [inline];
  });
}

/** One line of Markdown: a task's text, a decision, a fact. */
export function drawInline(ctx: DrawContext, markdown: string): Html {
  return drawInlines(ctx, parseInline(markdown, 1));
}

function markedLabels(...trees: readonly Tree[]): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const tree of trees) {
    walkInlines(tree, (inline) => {
      if (inline.kind === 'footnote') labels.add(inline.label);
    });
  }
  return labels;
}
