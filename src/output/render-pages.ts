import { setImmediate } from 'node:timers/promises';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PlannedPage, Site } from '../site.ts';
import type { Page } from '../views/view.ts';
import { MdxPageError } from './mdx-failure.ts';
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
  /** Line of its note; null when unknown. */
  readonly line: number | null;
}

export interface RenderOptions {
  readonly onPage: PageListener;
  /** Throw an OutputError at the first page that fails instead of putting a plain page in its place. */
  readonly strict: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Pages between two turns of the event loop: the pipe to the search index must keep flowing. */
const TURN = 8;

/**
 * Draws every planned page into the stage. Returns the pages that failed; a plain page stands in their place. Pages with a program are drawn first, so that
 * the page that lists findings can tell which failed.
 */
export async function writePages(stage: Stage, site: Site, renderer: Renderer, options: RenderOptions): Promise<readonly FailedPage[]> {
  const programs = await drawPrograms(site, renderer);
  const found = [...programs.values()].flatMap(({ failure }) => (failure === null ? [] : [pageFailed(failure)]));
  const failed: FailedPage[] = [];
  let count = 0;
  for (const planned of site.plan) {
    const drawn = programs.get(planned) ?? (await drawPage(site, renderer, planned, found));
    programs.delete(planned);
    if (drawn.failure !== null) {
      if (options.strict) throw pageError(drawn.failure);
      failed.push(drawn.failure);
    }
    stage.write(planned.url, drawn.html);
    await options.onPage(planned, drawn.html);
    count += 1;
    if (count % TURN === 0) await setImmediate();
    options.signal?.throwIfAborted();
  }
  return failed;
}

interface DrawnPage {
  readonly html: string;
  readonly failure: FailedPage | null;
}

/** Draws the pages with a program. */
async function drawPrograms(site: Site, renderer: Renderer): Promise<Map<PlannedPage, DrawnPage>> {
  const paths = new Set<string | null>(site.mdx.map(({ path }) => path));
  const drawn = new Map<PlannedPage, DrawnPage>();
  for (const planned of site.plan) if (paths.has(planned.note)) drawn.set(planned, await drawPage(site, renderer, planned, []));
  return drawn;
}

/** What is found when the pages with a program are drawn, and nothing is written: findings about those that fail. */
export async function findFailingPrograms(site: Site, renderer: Renderer): Promise<readonly Diagnostic[]> {
  const drawn = await drawPrograms(site, renderer);
  return [...drawn.values()].flatMap(({ failure }) => (failure === null ? [] : [pageFailed(failure)]));
}

/** The finding about a page that failed. */
export function pageFailed({ planned, reason, line }: FailedPage): Diagnostic {
  const hint = planned.note?.endsWith('.mdx')
    ? 'Mend the expression or component in the page; the reason is that of its program.'
    : undefined;
  const message = `The page ${planned.url} could not be made: ${reason}`;
  return diagnostic('page-failed', { path: planned.note, line, message, hint });
}

async function drawPage(site: Site, renderer: Renderer, planned: PlannedPage, found: readonly Diagnostic[]): Promise<DrawnPage> {
  let page: Page | undefined;
  const failed = (reason: string, line: number | null): DrawnPage => ({
    html: pageInPlace(planned.url, page),
    failure: { planned, reason, line },
  });
  try {
    page = site.page(planned.url, found);
    if (page === undefined) return failed('it is planned but has no data', null);
    return { html: await renderer.render(page), failure: null };
  } catch (error) {
    // Whoever draws may end the build.
    if (error instanceof OutputError) throw error;
    return failed(reasonOf(error, planned.url), error instanceof MdxPageError ? error.line : null);
  }
}

/** What was thrown, without the page's own URL in front: the report names it already. */
function reasonOf(error: unknown, url: string): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.startsWith(`${url}: `) ? text.slice(url.length + 2) : text;
}

function pageError({ planned, reason, line }: FailedPage): OutputError {
  const note = planned.note === null ? '' : ` (from ${planned.note}${line === null ? '' : `:${line}`})`;
  return new OutputError(
    'page',
    `The page ${planned.url}${note} could not be made: ${reason}`,
    'The old site is as it was. Build without --strict to get a plain page in its place.',
  );
}
