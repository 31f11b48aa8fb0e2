import type { PageUrl } from '../graph/graph.ts';
import type { Page } from '../views/view.ts';
import { MdxPageError } from './mdx-failure.ts';
import { OutputError } from './output-error.ts';
import { pageInPlace } from './page-in-place.ts';

/** What draws a page. */
export interface Renderer {
  readonly render: (page: Page) => Promise<string>;
}

/** A page as HTML, or the plain page that stands in its place. */
export interface DrawnPage {
  readonly html: string;
  /** Null when it was drawn. */
  readonly failure: DrawFailure | null;
}

/** Why a page could not be drawn. */
export interface DrawFailure {
  readonly reason: string;
  /** Line of its note; null when unknown. */
  readonly line: number | null;
}

/** Draws a page. Rejects with an OutputError of whoever draws. */
export async function drawPage(renderer: Renderer, page: Page): Promise<DrawnPage> {
  try {
    return { html: await renderer.render(page), failure: null };
  } catch (error) {
    // Whoever draws may end the build.
    if (error instanceof OutputError) throw error;
    return failedPage(page.url, page, error);
  }
}

/** The plain page in place of one that failed with this error. `page` is what is known of it. */
export function failedPage(url: PageUrl, page: Page | undefined, error: unknown): DrawnPage {
  const line = error instanceof MdxPageError ? error.line : null;
  return { html: pageInPlace(url, page), failure: { reason: reasonOf(error, url), line } };
}

/** What was thrown, without the page's own URL in front: the report names it already. */
function reasonOf(error: unknown, url: string): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.startsWith(`${url}: `) ? text.slice(url.length + 2) : text;
}
