import type { Block, Tree } from '../markdown/tree.ts';
import { walkBlocks } from '../markdown/walk.ts';

/** What an embed asks for. */
export interface Wanted {
  /** From the first `#` on; empty for the whole note. */
  readonly subpath: string;
  /** Line of the part in the note, as the graph found it; null when there is none. */
  readonly line: number | null;
  /** Line of the heading that only repeats the note's title, or null. */
  readonly titleLine: number | null;
}

/**
 * The blocks that an embed shows: the whole text, a heading with all up to the next one of its level or above, a block, an item with what is below it,
 * a footnote. A heading that repeats the title is left out: a frame names its note. Null when there is no such part (Obsidian's rules).
 */
export function partOf(tree: Tree, { subpath, line, titleLine }: Wanted): readonly Block[] | null {
  const part = isWhole(subpath) ? tree.blocks : line === null ? null : partAt(tree, subpath, line);
  return part?.filter((block) => block.kind !== 'heading' || block.line !== titleLine) ?? null;
}

/** True when a subpath names no part. */
export function isWhole(subpath: string): boolean {
  return subpath.replaceAll('#', '').trim() === '';
}

function partAt(tree: Tree, subpath: string, line: number): readonly Block[] | null {
  const id = /^#\^(.+)$/u.exec(subpath)?.[1]?.trim().toLowerCase();
  if (id !== undefined) return blockWithId(tree, id);
  if (/^#\s*\[\^/u.test(subpath)) {
    const note = tree.footnotes.find((candidate) => candidate.line === line);
    if (note !== undefined) return note.blocks;
  }
  return sectionAt(tree, line);
}

function sectionAt(tree: Tree, line: number): readonly Block[] | null {
  let found: readonly Block[] | null = null;
  const search = (blocks: readonly Block[]): void => {
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.line === line);
    const heading = blocks[at];
    if (heading?.kind !== 'heading') return;
    const rest = blocks.slice(at + 1);
    const end = rest.findIndex((block) => block.kind === 'heading' && block.level <= heading.level);
    found = [heading, ...(end < 0 ? rest : rest.slice(0, end))];
  };
  search(tree.blocks);
  if (found === null) {
    walkBlocks(tree, (block) => {
      if (found === null && (block.kind === 'quote' || block.kind === 'callout')) search(block.blocks);
    });
  }
  return found;
}

function blockWithId(tree: Tree, id: string): readonly Block[] | null {
  let found: readonly Block[] | null = null;
  walkBlocks(tree, (block) => {
    if (found !== null) return;
    if (block.blockId?.toLowerCase() === id) found = [block];
    else if (block.kind === 'list') {
      const at = block.items.findIndex((candidate) => candidate.blockId?.toLowerCase() === id);
      const item = block.items[at];
      if (item !== undefined) found = [{ ...block, blockId: null, start: block.start + at, items: [item] }];
    }
  });
  return found;
}

/** True when a line of the note lies within a part of it. */
export function holdsLine(part: readonly Block[], line: number): boolean {
  const first = part[0];
  const last = part.at(-1);
  return first !== undefined && last !== undefined && first.line <= line && line <= last.endLine;
}
