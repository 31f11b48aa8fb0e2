import type { InlineRule } from './engine-types.ts';
import { envOf } from './parse-env.ts';

/** Wraps one of markdown-it's link rules: the token it makes (`link_open` or `image`) learns where it stands. */
export function linkWithPlace(rule: InlineRule): InlineRule {
  return (state, silent) => {
    const { pos } = state;
    const from = state.tokens.length;
    if (!rule(state, silent)) return false;
    if (silent) return true;
    const { offset } = envOf(state);
    for (let at = from; at < state.tokens.length; at++) {
      const token = state.tokens[at];
      if (token?.type !== 'link_open' && token?.type !== 'image') continue;
      token.meta = { start: offset + pos, end: offset + state.pos };
      break;
    }
    return true;
  };
}
