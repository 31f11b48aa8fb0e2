import type { StateInline } from './engine-types.ts';
import { envOf } from './parse-env.ts';

const BANG = 33;
const OPEN = 91;
const CLOSE = 93;
const NEWLINE = 10;

/** `[[target#part|display]]` and `![[…]]`: on one line, shortest match, not empty, no other `[[` inside (Obsidian's rule). */
export function wikilink(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const embed = src.charCodeAt(pos) === BANG;
  const open = embed ? pos + 1 : pos;
  if (src.charCodeAt(open) !== OPEN || src.charCodeAt(open + 1) !== OPEN) return false;
  const close = closeOf(src, open + 2, state.posMax);
  if (close < 0) return false;
  const content = src.slice(open + 2, close);
  if (content.trim() === '') return false;
  if (!silent) {
    const token = state.push('wikilink', '', 0);
    const { offset } = envOf(state);
    token.content = content;
    token.meta = { start: offset + pos, end: offset + close + 2, embed };
  }
  state.pos = close + 2;
  return true;
}

function closeOf(src: string, from: number, max: number): number {
  if (src.charCodeAt(from) === OPEN) return -1;
  for (let at = from; at + 1 < max; at++) {
    const code = src.charCodeAt(at);
    if (code === NEWLINE) return -1;
    if (code === CLOSE && src.charCodeAt(at + 1) === CLOSE) return isFootnotePart(src, from, at, max) ? at + 1 : at;
    if (code === OPEN && src.charCodeAt(at + 1) === OPEN) return -1;
  }
  return -1;
}

/** `[[note#[^1]]]`: the first of the three brackets belongs to the label of a footnote. */
function isFootnotePart(src: string, from: number, close: number, max: number): boolean {
  return close + 2 < max && src.charCodeAt(close + 2) === CLOSE && /#\[\^[^\][\s]+$/u.test(src.slice(from, close));
}
