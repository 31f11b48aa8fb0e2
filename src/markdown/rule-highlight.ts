import type { StateInline } from './engine-types.ts';

const EQUALS = 61;

/** `==marked==`: exactly two signs, the opener not followed and the closer not preceded by white space (Obsidian's rule). */
export function highlight(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== EQUALS) return false;
  const scanned = state.scanDelims(state.pos, true);
  const token = state.push('text', '', 0);
  token.content = '='.repeat(scanned.length);
  if (scanned.length === 2) {
    const [open, close] = [scanned.can_open, scanned.can_close];
    state.delimiters.push({ marker: EQUALS, length: 0, token: state.tokens.length - 1, end: -1, open, close });
  }
  state.pos += scanned.length;
  return true;
}

/** Turns matched pairs of `==` into tokens; runs after markdown-it has paired the delimiters. */
export function pairHighlights(state: StateInline): void {
  pairIn(state, state.delimiters);
  for (const meta of state.tokens_meta) if (meta?.delimiters !== undefined) pairIn(state, meta.delimiters);
}

function pairIn(state: StateInline, delimiters: StateInline['delimiters']): void {
  for (const opener of delimiters) {
    if (opener.marker !== EQUALS || opener.end === -1) continue;
    const closer = delimiters[opener.end];
    const [from, to] = [state.tokens[opener.token], closer === undefined ? undefined : state.tokens[closer.token]];
    if (from === undefined || to === undefined) continue;
    Object.assign(from, { type: 'mark_open', tag: 'mark', nesting: 1, content: '' });
    Object.assign(to, { type: 'mark_close', tag: 'mark', nesting: -1, content: '' });
  }
}
