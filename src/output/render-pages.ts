import { setImmediate } from 'node:timers/promises';
import type { PlannedPage, Site } from '../site.ts';
import type { Page } from '../views/view.ts';
import { OutputError } from './output-error.ts';
import { pageInPlace } from './page-in-place.ts';
import type { Stage } from './stage.ts';

/** What draws a page. */
export interface Renderer {
  readonly render: (page: Page) => Promise<string>;
}

/** What is told of every page that was drawn, in the order of the plan. Awaited, so that a slow index holds back the pages. */
export type PageListener = (planned: PlannedPage, html: string) => Promise<void> | void;

/** A page that could not be drawn. */
export interface FailedPage {
  readonly planned: PlannedPage;
  readonly reason: string;
}

export interface RenderOptions {
  readonly onPage: PageListener;
  /** Throw an OutputError at the first page that fails instead of putting a plain page in its place. */
  readonly strict: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Pages between two turns of the event loop: the pipe to the search index must keep flowing. */
const TURN = 8;

/** Draws every planned page into the stage. Returns the pages that failed; a plain page stands in their place. */
export async function writePages(stage: Stage, site: Site, renderer: Renderer, options: RenderOptions): Promise<readonly FailedPage[]> {
  const failed: FailedPage[] = [];
  let count = 0;
  for (const planned of site.plan) {
    const drawn = await drawPage(site, renderer, planned);
    if (drawn.failure !== null) {
      if (options.strict) throw pageError(planned, drawn.failure);
      failed.push({ planned, reason: drawn.failure });
    }
    stage.write(planned.url, drawn.html);
    await options.onPage(planned, drawn.html);
    count += 1;
    if (count % TURN === 0) await setImmediate();
    options.signal?.throwIfAborted();
  }
  return failed;
}

async function drawPage(
  site: Site,
  renderer: Renderer,
  planned: PlannedPage,
): Promise<{ readonly html: string; readonly failure: string | null }> {
  let page: Page | undefined;
  try {
    page = site.page(planned.url);
    if (page === undefined) return { html: pageInPlace(planned.url, page), failure: 'it is planned but has no data' };
    return { html: await renderer.render(page), failure: null };
  } catch (error) {
    // Whoever draws may end the build.
    if (error instanceof OutputError) throw error;
    return { html: pageInPlace(planned.url, page), failure: reasonOf(error, planned.url) };
  }
}

/** What was thrown, without the page's own URL in front: the report names it already. */
function reasonOf(error: unknown, url: string): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.startsWith(`${url}: `) ? text.slice(url.length + 2) : text;
}

function pageError(planned: PlannedPage, reason: string): OutputError {
  const note = planned.note === null ? '' : ` (from ${planned.note})`;
  return new OutputError(
    'page',
    `The page ${planned.url}${note} could not be made: ${reason}`,
    'The old site is as it was. Build without --strict to get a plain page in its place.',
  );
}
