import { isUnsafeUrl } from './urls.ts';

/** Elements of raw HTML that never reach a page, with all they hold: it is no text for readers. */
export const DROPPED_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'applet button canvas datalist frame frameset head math noembed noframes noscript option optgroup plaintext script select ' +
    'style svg template textarea title xmp'
  ).split(' '),
);

/** Elements that show another file or page; what stands inside them is for browsers that know none of them. */
export const MEDIA_ELEMENTS: ReadonlySet<string> = new Set(['audio', 'video', 'iframe', 'object', 'embed']);

/** Elements without content that never reach a page. */
const DROPPED_MARKS = new Set(['base', 'input', 'link', 'meta']);

/** Names of the elements that some raw HTML opens and no page shows, in order, lower case: frames without an address that can be followed too. */
export function droppedElementsIn(html: string): readonly string[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)([^<>]*)/giu)].flatMap(([, written = '', rest = '']) => {
    const name = written.toLowerCase();
    const goes = DROPPED_ELEMENTS.has(name) || DROPPED_MARKS.has(name) || (FRAMES.has(name) && !hasAddress(rest));
    return goes ? [name] : [];
  });
}

const FRAMES = new Set(['iframe', 'object', 'embed']);

function hasAddress(attributes: string): boolean {
  const written = /\s(?:src|data)\s*=\s*["']?([^"'\s>]+)/iu.exec(attributes)?.[1];
  return written !== undefined && !isUnsafeUrl(written);
}
