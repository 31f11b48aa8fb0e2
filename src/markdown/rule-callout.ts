import type { StateBlock } from './engine-types.ts';

const HEAD = /^\[!([^\]]+)\]([+-]?)(?:\s+|$)(.*)$/su;

/** `[!type|metadata]± title` as the first line of a quote (Obsidian's rule). The rest of the quote is read as usual. */
export function calloutHead(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const quote = state.tokens.at(-1);
  if (silent || quote?.type !== 'blockquote_open' || quote.map?.[0] !== startLine) return false;
  const text = state.src.slice((state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0), state.eMarks[startLine]).trimEnd();
  if (!text.startsWith('[!')) return false;
  const match = HEAD.exec(text);
  if (match === null) return false;
  const [, written = '', fold = '', title = ''] = match;
  const token = state.push('callout_head', '', 0);
  token.meta = { written, fold };
  token.content = title;
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  // A line that goes on without `>` would otherwise be taken for a paragraph below the quote.
  if (state.line < endLine && (state.sCount[state.line] ?? 0) < 0 && !state.isEmpty(state.line)) state.sCount[state.line] = 0;
  return true;
}
