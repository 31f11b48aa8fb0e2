/** Elements of raw HTML that never reach a page, with all they hold: it is no text for readers. */
export const DROPPED_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'applet audio button canvas datalist embed frame frameset head iframe math noembed noframes noscript object option optgroup plaintext script select ' +
    'style svg template textarea title video xmp'
  ).split(' '),
);

/** Elements without content that never reach a page. */
const DROPPED_MARKS = new Set(['base', 'input', 'link', 'meta']);

/** Names of the elements that some raw HTML opens and no page shows, in order, lower case. */
export function droppedElementsIn(html: string): readonly string[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)/giu)]
    .map((match) => (match[1] ?? '').toLowerCase())
    .filter((name) => DROPPED_ELEMENTS.has(name) || DROPPED_MARKS.has(name));
}
