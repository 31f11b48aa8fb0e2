import type { StateBlock } from './engine-types.ts';

const ID_LINE = /^\^([A-Za-z0-9-]+)$/u;
const ID_END = /(?:[ \t\n]|(?<=\]\]))\^([A-Za-z0-9-]+)$/u;
const CARET = 94;

/** A line that is just `^id`: it names the block before it, after a blank line or directly (Obsidian's rule). */
export function blockIdLine(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (state.src.charCodeAt(start) !== CARET || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const id = ID_LINE.exec(state.src.slice(start, state.eMarks[startLine]).trimEnd())?.[1];
  if (id === undefined) return false;
  if (silent) return true;
  const before = state.tokens.at(-1);
  if (before === undefined || before.nesting === 1 || before.type === 'block_id' || before.type === 'callout_head') return false;
  const token = state.push('block_id', '', 0);
  token.content = id;
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}

/** A ` ^id` at the end of a paragraph's source (behind `]]` the space may be left out), and how many characters it takes there. */
export function blockIdAtEnd(content: string): { readonly id: string; readonly length: number } | null {
  if (!content.includes('^')) return null;
  const match = ID_END.exec(content);
  return match?.[1] === undefined ? null : { id: match[1], length: content.length - content.slice(0, match.index).trimEnd().length };
}
