import { drawNote } from '../../src/render/draw.ts';
import type { DrawContext } from '../../src/render/drawing.ts';
import { type FakeFiles, fakeContext, fakeGraph } from './fake-graph.ts';

/** The HTML of the first note of some files, or of a note called `Note.md` with this text. */
export function draw(files: FakeFiles | string, more: Partial<DrawContext> = {}): string {
  const own = typeof files === 'string' ? { notes: { 'Note.md': files } } : files;
  const [path = 'Note.md'] = Object.keys(own.notes);
  const { note, treeOf } = fakeGraph(own);
  const context = fakeContext(own, path, more);
  return drawNote(context, note(path), treeOf(context.from));
}
