import type { PageUrl } from '../graph/graph.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they must not stand in an address as they are
const PATH_UNSAFE = /[\u0000-\u0020\u007f"'<>`\\^{|}%?]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above
const ANCHOR_UNSAFE = /[\u0000-\u0020\u007f"'<>`\\^{|}%]/gu;

/**
 * The address of `href` (relative to the site root, with an optional `#anchor`) as seen from the page `from`. Only signs that an address or an
 * attribute can not hold are percent-encoded; letters of every script stay as they are.
 */
export function relativeHref(from: PageUrl, href: string): string {
  const hash = href.indexOf('#');
  const path = hash < 0 ? href : href.slice(0, hash);
  const anchor = hash < 0 ? '' : `#${percent(href.slice(hash + 1), ANCHOR_UNSAFE)}`;
  if (path === '' || path === from) return anchor === '' ? local(percent(from.slice(from.lastIndexOf('/') + 1), PATH_UNSAFE)) : anchor;
  // Behind the last slash up to which both are the same.
  let start = 0;
  for (let i = 0; i < from.length && from.charCodeAt(i) === path.charCodeAt(i); i++) if (from.charCodeAt(i) === SLASH) start = i + 1;
  let up = '';
  for (let at = from.indexOf('/', start); at >= 0; at = from.indexOf('/', at + 1)) up += '../';
  const rest = percent(path.slice(start), PATH_UNSAFE);
  return (up === '' ? local(rest) : up + rest) + anchor;
}

const SLASH = 0x2f;

/** A colon in the first segment would make it a scheme. */
function local(path: string): string {
  return path.includes(':') && /^[^/]*:/u.test(path) ? `./${path}` : path;
}

function percent(text: string, unsafe: RegExp): string {
  return text.toWellFormed().replace(unsafe, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
