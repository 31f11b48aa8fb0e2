import type { BlockRule, StateBlock } from './engine-types.ts';
import { envOf, searchOnce } from './parse-env.ts';

const LESS = 60;
/** Openers of raw HTML that go on over blank lines up to their closer. */
const OPENER = /<(?:(script|pre|style|textarea)(?=[\s>]|$)|(\?)|(!\[CDATA\[))/iy;
const CLOSERS: readonly RegExp[] = [/<\/(?:script|pre|style|textarea)>/giu, /\?>/gu, /\]\]>/gu];
const DECLARATION = /<![A-Za-z]/y;
const DECLARATION_END = />|\n[ \t]*\n/gu;

/**
 * Wraps markdown-it's rule for blocks of raw HTML. One that nothing closes would take the rest of the note with it (CommonMark's rule); here its opener
 * is read as text. Comments are read by their own rule, and an unclosed one is text too.
 */
export function closedHtml(rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    if (state.src.charCodeAt(start) !== LESS || state.src.startsWith('<!--', start)) return false;
    return !isUnclosed(state, start) && !isOpenDeclaration(state, start) && rule(state, startLine, endLine, silent);
  };
}

function isUnclosed(state: StateBlock, start: number): boolean {
  const { src } = state;
  OPENER.lastIndex = start;
  const kinds = OPENER.exec(src)?.slice(1) ?? [];
  const kind = kinds.findIndex((part) => part !== undefined);
  const closer = CLOSERS[kind];
  if (closer === undefined) return false;
  const find = (): number => {
    closer.lastIndex = start;
    return closer.exec(src)?.index ?? -1;
  };
  return searchOnce(envOf(state), `html${kind}`, src, start, src.length, find) < 0;
}

/** `<!x` ends with its `>`, which must stand before a blank line. */
function isOpenDeclaration(state: StateBlock, start: number): boolean {
  const { src } = state;
  DECLARATION.lastIndex = start;
  if (!DECLARATION.test(src)) return false;
  const { misses } = envOf(state);
  const miss = misses.get('declaration');
  if (miss !== undefined && miss.text === src && start >= miss.from && start <= miss.to) return true;
  DECLARATION_END.lastIndex = start;
  const end = DECLARATION_END.exec(src);
  if (end?.[0] === '>') return false;
  misses.set('declaration', { text: src, from: start, to: end?.index ?? src.length });
  return true;
}
