import { percentPair } from './comments.ts';
import type { StateBlock, StateInline } from './engine-types.ts';
import { envOf, searchOnce } from './parse-env.ts';

const PERCENT = 37;
const LESS = 60;

/** `%%…%%` inside a block of text, over its lines. Exactly two signs on both sides; an unclosed one is text. */
export function commentInline(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== PERCENT || src.charCodeAt(pos + 1) !== PERCENT) return false;
  let run = 2;
  while (src.charCodeAt(pos + run) === PERCENT && pos + run < state.posMax) run++;
  const find = (): number => percentPair(src, pos + 2, state.posMax);
  const close = run === 2 ? searchOnce(envOf(state), 'percent', src, pos + 2, state.posMax, find) : -1;
  if (close < 0) {
    if (!silent) state.pending += '%'.repeat(run);
    state.pos = pos + run;
    return true;
  }
  state.pos = close + 2;
  return true;
}

/**
 * Comments that begin a block: `<!-- … -->`, and `%%` over several lines and blank lines up to the next `%%`, wherever that stands.
 * A line that is just `%%` hides the rest of the note when nothing closes it; any other unclosed opener is text.
 */
export function commentBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const env = envOf(state);
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (start < env.hiddenTo) return silent || hide(state, startLine, endLine);
  const first = state.src.charCodeAt(start);
  if ((first !== PERCENT && first !== LESS) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  return first === LESS ? htmlComment(state, startLine, endLine, silent, start) : percentComment(state, startLine, endLine, silent, start);
}

function htmlComment(state: StateBlock, startLine: number, endLine: number, silent: boolean, start: number): boolean {
  const { src } = state;
  if (!src.startsWith('<!--', start)) return false;
  const env = envOf(state);
  const close = searchOnce(env, 'html-comment', src, start, src.length, () => src.indexOf('-->', start + 2));
  if (close < 0) return false;
  if (silent) return true;
  env.hiddenTo = close + 3;
  return hide(state, startLine, endLine);
}

function percentComment(state: StateBlock, startLine: number, endLine: number, silent: boolean, start: number): boolean {
  const { src } = state;
  if (src.charCodeAt(start + 1) !== PERCENT || src.charCodeAt(start + 2) === PERCENT) return false;
  const env = envOf(state);
  const bare = src.slice(start + 2, state.eMarks[startLine]).trim() === '';
  if (silent) return bare && !closesInline(state, start);
  const close = searchOnce(env, 'percent-block', src, start + 2, src.length, () => percentPair(src, start + 2, src.length));
  if (close < 0) {
    if (!bare) return false;
    const message = 'The comment opened here is not closed, so the rest of the note is hidden.';
    const hint = 'Add a line `%%` where the comment ends.';
    env.problems.push({ code: 'comment-unclosed', line: env.firstLine + startLine, message, hint });
  } else if (close < (state.eMarks[startLine] ?? 0)) return false;
  env.hiddenTo = close < 0 ? src.length : close + 2;
  return hide(state, startLine, endLine);
}

/** True when the paragraph being read has an inline comment open, which this line closes. */
function closesInline(state: StateBlock, start: number): boolean {
  let open = false;
  for (let at = state.bMarks[state.line] ?? 0; ; ) {
    const pair = percentPair(state.src, at, start);
    if (pair < 0) return open;
    // `100%% sure` is no opener.
    if (open || !/\d/u.test(state.src.charAt(pair - 1))) open = !open;
    at = pair + 2;
  }
}

/** Skips hidden lines. Text after the comment on its last line is left as if the line began there. */
function hide(state: StateBlock, startLine: number, endLine: number): boolean {
  const { hiddenTo, hiddenLines } = envOf(state);
  let line = startLine;
  for (; line < endLine && (state.eMarks[line] ?? 0) <= hiddenTo; line++) hiddenLines.add(line);
  if (line < endLine && (state.bMarks[line] ?? 0) < hiddenTo) {
    const max = state.eMarks[line] ?? 0;
    let text = hiddenTo;
    while (text < max && (state.src.charCodeAt(text) === 32 || state.src.charCodeAt(text) === 9)) text++;
    state.bMarks[line] = hiddenTo;
    state.tShift[line] = text - hiddenTo;
    if (line === startLine && text >= max) line++;
  }
  if (line === startLine) return false;
  state.line = line;
  return true;
}
