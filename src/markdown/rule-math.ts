import type { StateBlock, StateInline } from './engine-types.ts';
import { envOf, lineEndFrom, searchOnce } from './parse-env.ts';

const DOLLAR = 36;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
/** Signs in braces that one formula may hold; each is an opener to be tried, too. */
const MAX_OTHERS = 20;

/**
 * `$…$` and `$$…$$` inside a line. So that money stays money: nothing blank after the opener or before the closer, no digit after a
 * single closer, no other sign between them but in braces (`$300M or ~$400M, and $x$`), `\$` is a plain sign.
 */
export function mathInline(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== DOLLAR) return false;
  let run = 1;
  while (src.charCodeAt(pos + run) === DOLLAR && pos + run < state.posMax) run++;
  const close = run > 2 ? -1 : closeOf(state, pos + run, run);
  if (close < 0) {
    if (!silent) state.pending += '$'.repeat(run);
    state.pos = pos + run;
    return true;
  }
  if (!silent) {
    const token = state.push('math', '', 0);
    token.content = src.slice(pos + run, close).trim();
    token.info = run === 2 ? 'display' : '';
  }
  state.pos = close + run;
  return true;
}

function closeOf(state: StateInline, from: number, run: number): number {
  const { src } = state;
  if (from >= state.posMax || isBlank(src.charCodeAt(from))) return -1;
  const max = run === 2 ? state.posMax : Math.min(lineEndFrom(envOf(state), src, from), state.posMax);
  let price = false;
  const close = searchOnce(envOf(state), `math${run}`, src, from, max, () => {
    let depth = 0;
    let others = 0;
    for (let at = from; at < max; at++) {
      const code = src.charCodeAt(at);
      if (code === BACKSLASH) at++;
      else if (code === OPEN_BRACE) depth++;
      else if (code === CLOSE_BRACE) depth--;
      else if (code === DOLLAR) {
        const start = at;
        while (src.charCodeAt(at + 1) === DOLLAR && at + 1 < max) at++;
        if (at - start + 1 === run && start > from && closes(src, start, run)) return start;
        others++;
        if (run === 1 && (depth <= 0 || others > MAX_OTHERS)) {
          price = true;
          return start;
        }
      }
    }
    return -1;
  });
  return price ? -1 : close;
}

function closes(src: string, at: number, run: number): boolean {
  if (isBlank(src.charCodeAt(at - 1))) return false;
  const after = src.charCodeAt(at + run);
  return run === 2 || !(after >= 48 && after <= 57);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10;
}

/** A block that opens with `$$` at the start of a line and closes with `$$` at the end of the same or a later one. */
export function mathBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (!state.src.startsWith('$$', start) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  // Asked whether it ends the text of a list item or footnote above, it stands outside of that.
  const outer = Math.min(state.blkIndent, state.sCount[startLine] ?? 0);
  const first = lineText(state, startLine).slice(2).trimEnd();
  if (first.startsWith('$')) return false;
  if (first.endsWith('$$') && first.length > 2) {
    const inner = first.slice(0, -2);
    if (inner.includes('$$')) return false;
    if (!silent) push(state, startLine, startLine, inner.trim());
    return true;
  }
  if (first.includes('$$')) return false;
  const close = searchOnce(envOf(state), 'math-block', state.src, start, state.eMarks[endLine - 1] ?? start, () => {
    for (let line = startLine + 1; line < endLine; line++) {
      if ((state.sCount[line] ?? 0) < outer && !state.isEmpty(line)) return -1;
      if (lineText(state, line).trimEnd().endsWith('$$')) return line;
    }
    return -1;
  });
  if (close < 0) return false;
  if (silent) return true;
  const indent = state.sCount[startLine] ?? 0;
  const inner = state.getLines(startLine + 1, close, indent, true) + lineText(state, close).trimEnd().slice(0, -2);
  push(state, startLine, close, `${first}\n${inner}`.replace(/^\n+|\s+$/gu, ''));
  return true;
}

function push(state: StateBlock, startLine: number, lastLine: number, content: string): void {
  const token = state.push('math_block', '', 0);
  token.content = content;
  token.map = [startLine, lastLine + 1];
  state.line = lastLine + 1;
}

function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice(lineStart(state, line), state.eMarks[line]);
}
