import type { PageFacts } from './page-parts.ts';

/**
 * The style sheets of all pages as one, the site's own first. Filters without a script ask for the ids of their controls, which are a page's
 * own in one file: there the end of an id decides, with the weight of an id.
 */
export function styleOfBook(pages: readonly PageFacts[], read: (path: string) => string, readerStyle: string): string {
  const paths = [...new Set(pages.flatMap(({ styles }) => styles))];
  const controls = new Set(pages.flatMap((page) => page.controls));
  const css = [...paths.map(read), readerStyle].join('\n');
  if (/url\((?!["']?data:|%23)/iu.test(css)) throw new Error('a style sheet loads something');
  return css.replace(/#([a-z][\w-]*)/giu, (whole, id: string) => (controls.has(id) ? `:is([id$=':${id}'],#${id})` : whole));
}
