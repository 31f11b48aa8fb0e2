/** A picture or a typeface that is written out in the style itself. */
const INLINE = 'data:(?:image/(?:png|jpe?g|gif|webp|avif)|font/[a-z0-9+-]+|application/(?:x-)?font-[a-z0-9+-]+);base64,';
const FOREIGN = {
  drawing: /url\s*\((?!\s*["']?\s*#)[^)]*\)?/giu,
  page: new RegExp(`url\\s*\\((?!\\s*["']?\\s*(?:#|${INLINE}))[^)]*\\)?`, 'giu'),
} as const;

/**
 * CSS without comments, imports, escapes and addresses outside the file. The style of a `page` may hold pictures and typefaces as data, and its escapes
 * of signs beyond ASCII become those signs; a `drawing` has none of them. The result holds no `<` for a page, so that no end tag can hide in it.
 */
export function cleanCss(css: string, of: 'drawing' | 'page'): string {
  const text = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/gu, '');
  const plain = of === 'page' ? text.replace(/\\([0-9a-f]{1,6})\s?/giu, (_, code: string) => signFrom(code)).replaceAll('<', '') : text;
  return plain
    .replace(/\\/gu, '')
    .replace(/@(?:import|charset|namespace)[^;{}]*;?/giu, '')
    .replace(/(?:-moz-binding|behavior)\s*:[^;}]*;?/giu, '')
    .replace(/(?:image-set|image|src|expression)\s*\([^)]*\)?/giu, 'none')
    .replace(FOREIGN[of], 'none');
}

function signFrom(code: string): string {
  const point = Number.parseInt(code, 16);
  return point > 0x9f && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '';
}
