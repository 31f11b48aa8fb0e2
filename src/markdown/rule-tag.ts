import type { StateInline } from './engine-types.ts';
import { envOf } from './parse-env.ts';

const HASH = 35;
// Obsidian's own list: white space, general and supplemental punctuation, and ASCII signs but `_ - /` end a tag.
const TAG = /[^\s\u2000-\u206f\u2e00-\u2e7f'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\]+/y;

/** `#tag/part` after white space or at the start; all digits is no tag; slashes at the end do not belong to it (Obsidian's rule). */
export function tag(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== HASH) return false;
  if (pos > 0 && !/\s/u.test(src.charAt(pos - 1))) return false;
  TAG.lastIndex = pos + 1;
  const name =
    TAG.exec(src)?.[0]
      .slice(0, state.posMax - pos - 1)
      .replace(/\/+$/u, '') ?? '';
  if (name === '' || /^\d+$/u.test(name)) return false;
  if (!silent) {
    const token = state.push('tag', '', 0);
    token.content = name;
    token.meta = { start: envOf(state).offset + pos };
  }
  state.pos = pos + 1 + name.length;
  return true;
}
