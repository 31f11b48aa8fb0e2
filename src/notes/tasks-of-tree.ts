import type { Block, Tree } from '../markdown/tree.ts';
import { walkBlocks } from '../markdown/walk.ts';
import { type KeepText, keepAsIs } from './kept-text.ts';
import type { Callout, Task } from './note.ts';
import { parseTask, type TaskProblem } from './tasks.ts';

/** Every task line of a tree in order, with the line of the item it is nested under, and what could not be read of them. */
export function tasksFrom(
  tree: Tree,
  globalFilter: string | null,
  keep: KeepText = keepAsIs,
): { readonly tasks: readonly Task[]; readonly problems: readonly TaskProblem[] } {
  const tasks: Task[] = [];
  const problems: TaskProblem[] = [];
  const visit = (blocks: readonly Block[], parentLine: number | null): void => {
    for (const block of blocks) {
      if (block.kind === 'quote' || block.kind === 'callout') visit(block.blocks, null);
      if (block.kind !== 'list') continue;
      for (const item of block.items) {
        if (item.task !== null) {
          const read = parseTask(
            { marker: item.marker, status: item.task, source: keep(item.source), line: item.line, parentLine, blockId: item.blockId },
            { globalFilter },
          );
          if (read.task !== null) tasks.push(read.task);
          problems.push(...read.problems);
        }
        visit(item.blocks, item.line);
      }
    }
  };
  visit(tree.blocks, null);
  for (const note of tree.footnotes) visit(note.blocks, null);
  return { tasks: tasks.sort((a, b) => a.line - b.line), problems };
}

/** Callouts and block ids of a tree, in order of line. */
export function marksFrom(tree: Tree): {
  readonly callouts: readonly Callout[];
  readonly blocks: readonly { readonly id: string; readonly line: number }[];
} {
  const callouts: Callout[] = [];
  const blocks: { id: string; line: number }[] = [];
  walkBlocks(tree, (block) => {
    if (block.blockId !== null) blocks.push({ id: block.blockId, line: block.line });
    if (block.kind === 'callout') {
      const { line, written, canonical, titleSource, fold, metadata } = block;
      callouts.push({ line, type: written, canonical, title: titleSource, fold, metadata });
    }
    if (block.kind === 'list')
      for (const item of block.items) if (item.blockId !== null) blocks.push({ id: item.blockId, line: item.line });
  });
  return { callouts: callouts.sort((a, b) => a.line - b.line), blocks: blocks.sort((a, b) => a.line - b.line) };
}
