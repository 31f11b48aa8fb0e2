import { parseInline } from '../markdown/parse.ts';
import type { Block, FootnoteDefinition, Inline, Tree } from '../markdown/tree.ts';
import { walkInlines } from '../markdown/walk.ts';
import type { Note } from '../notes/note.ts';
import { drawBlocks as paintBlocks } from './blocks.ts';
import { type DrawContext, newDrawing, type Painter } from './drawing.ts';
import { addUnmarked, drawNotes } from './footnotes.ts';
import { type Html, safeHtml } from './html.ts';
import { drawInlines as paintInlines } from './inlines.ts';

const paint: Painter = { blocks: paintBlocks, inlines: paintInlines };

/**
 * The text of a note with its footnotes below. `tree` may be a part of the note's own. The heading that only repeats the title is left out.
 * Footnotes that nothing in the note refers to are shown too.
 */
export function drawNote(ctx: DrawContext, note: Note, tree: Tree): Html {
  const drawing = newDrawing(ctx, paint, tree.footnotes);
  const text = paintBlocks(
    drawing,
    tree.blocks.filter((block) => block.kind !== 'heading' || block.line !== note.titleLine),
  );
  if (tree.footnotes.length > 0) addUnmarked(drawing, markedLabels(ctx.treeOf(note.path), tree));
  return safeHtml(text + drawNotes(drawing));
}

/** Blocks of a note on their own. `footnotes` are drawn below as far as the blocks refer to them. */
export function drawBlocks(ctx: DrawContext, blocks: readonly Block[], footnotes: readonly FootnoteDefinition[] = []): Html {
  const drawing = newDrawing(ctx, paint, footnotes);
  return safeHtml(paintBlocks(drawing, blocks) + drawNotes(drawing));
}

/** One run of inlines, without blocks around it. Footnote marks are left out, notes in place stand in brackets. */
export function drawInlines(ctx: DrawContext, inlines: readonly Inline[]): Html {
  return safeHtml(paintInlines(newDrawing(ctx, paint, null), inlines));
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
