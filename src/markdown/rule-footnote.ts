import type { StateBlock, StateInline, Token } from './engine-types.ts';
import { envOf } from './parse-env.ts';

const OPEN = 91;
const CARET = 94;
const LABEL = /\[\^([^\]\s[]+)\]/y;

/** `[^label]`: a reference when the text defines the label, compared without case. */
export function footnoteReference(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== OPEN || src.charCodeAt(pos + 1) !== CARET) return false;
  LABEL.lastIndex = pos;
  const match = LABEL.exec(src);
  const label = match?.[1]?.toLowerCase();
  if (match === null || label === undefined || pos + match[0].length > state.posMax) return false;
  const known = envOf(state).footnotes;
  if (known !== null && !known.has(label)) return false;
  if (!silent) state.push('footnote_reference', '', 0).content = label;
  state.pos = pos + match[0].length;
  return true;
}

/** `^[text]`: a note whose text stands where it is referred to. Not inside another one. */
export function footnoteInline(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== CARET || src.charCodeAt(pos + 1) !== OPEN) return false;
  const env = envOf(state);
  if (env.inFootnote) return false;
  const end = state.md.helpers.parseLinkLabel(state, pos + 1, false);
  if (end < 0 || src.slice(pos + 2, end).trim() === '') return false;
  if (!silent) {
    const token = state.push('footnote_inline', '', 0);
    const children: Token[] = [];
    const { offset } = env;
    env.offset = offset + pos + 2;
    env.inFootnote = true;
    state.md.inline.parse(src.slice(pos + 2, end), state.md, env, children);
    env.inFootnote = false;
    env.offset = offset;
    token.children = children;
  }
  state.pos = end + 1;
  return true;
}

const DEFINITION = /\[\^([^\]\s[]+)\]:/y;

/** `[^label]: text` with lines that go on below, indented by four. */
export function footnoteDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const begin = state.bMarks[startLine] ?? 0;
  const start = begin + (state.tShift[startLine] ?? 0);
  const max = state.eMarks[startLine] ?? 0;
  if (state.src.charCodeAt(start) !== OPEN || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  DEFINITION.lastIndex = start;
  const match = DEFINITION.exec(state.src);
  const label = match?.[1]?.toLowerCase();
  if (match === null || label === undefined || start + match[0].length > max) return false;
  if (silent) return true;
  const open = state.push('footnote_open', '', 1);
  const env = envOf(state);
  open.meta = { label };
  const lines: [number, number] = [startLine, startLine + 1];
  open.map = lines;
  env.footnotes?.add(label);
  const after = start + match[0].length;
  let text = after;
  while (text < max && (state.src.charCodeAt(text) === 32 || state.src.charCodeAt(text) === 9)) text++;
  const old = { begin, shift: state.tShift[startLine] ?? 0, count: state.sCount[startLine] ?? 0, parent: state.parentType };
  state.bMarks[startLine] = after;
  state.tShift[startLine] = text - after;
  state.blkIndent += 4;
  state.sCount[startLine] = state.blkIndent;
  state.parentType = 'footnote';
  state.md.block.tokenize(state, startLine, endLine);
  state.parentType = old.parent;
  state.blkIndent -= 4;
  state.bMarks[startLine] = old.begin;
  state.tShift[startLine] = old.shift;
  state.sCount[startLine] = old.count;
  // An empty definition reads nothing; its line is spent all the same.
  state.line = Math.max(state.line, startLine + 1);
  lines[1] = state.line;
  state.push('footnote_close', '', -1);
  return true;
}
