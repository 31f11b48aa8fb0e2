import { setImmediate } from 'node:timers/promises';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PlannedPage, Site } from '../site.ts';
import type { Page } from '../views/view.ts';
import { type DrawFailure, type DrawnPage, drawPage, failedPage, type Renderer } from './draw-page.ts';
import type { DrawThread } from './draw-thread.ts';
import { OutputError } from './output-error.ts';
import type { Stage } from './stage.ts';

/** A page that could not be drawn. */
export interface FailedPage extends DrawFailure {
  readonly planned: PlannedPage;
}

export interface RenderOptions {
  /** A thread that draws the pages without a program into the same stage; null to draw all in this one. */
  readonly thread: DrawThread<PlannedPage> | null;
  /** Told of every page that is drawn, or handed to the thread, in the order of the plan. What it throws ends the drawing. */
  readonly onPage: (html: string | null) => void;
  /** Told of every page that is drawn in this thread and failed. What it throws ends the drawing. */
  readonly onFailure: (failed: FailedPage) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** Pages between two turns of the event loop. */
const TURN = 8;

/**
 * Draws every planned page into the stage, or hands it to the thread. A plain page stands in the place of those that fail. Pages with a program are drawn
 * first, so that the page that lists findings can tell which failed.
 */
export async function writePages(stage: Stage, site: Site, renderer: Renderer, options: RenderOptions): Promise<void> {
  const programs = await drawPrograms(site, renderer);
  const found = [...programs].flatMap(([planned, { failure }]) => (failure === null ? [] : [pageFailed({ planned, ...failure })]));
  const { thread } = options;
  let count = 0;
  for (const planned of site.plan) {
    const draw = async (page: Page): Promise<DrawnPage | null> => {
      if (thread === null) return drawPage(renderer, page);
      await thread.draw(planned, page);
      return null;
    };
    const drawn = programs.get(planned) ?? (await drawPlanned(site, planned, found, draw));
    programs.delete(planned);
    if (drawn !== null) {
      if (drawn.failure !== null) await options.onFailure({ planned, ...drawn.failure });
      stage.write(planned.url, drawn.html);
    }
    options.onPage(drawn?.html ?? null);
    count += 1;
    if (count % TURN === 0) await setImmediate();
    options.signal?.throwIfAborted();
  }
}

/** Makes the data of a page and has it drawn. The plain page where it cannot be made. */
async function drawPlanned<T>(
  site: Site,
  planned: PlannedPage,
  found: readonly Diagnostic[],
  draw: (page: Page) => Promise<T>,
): Promise<T | DrawnPage> {
  let page: Page | undefined;
  try {
    page = site.page(planned.url, found);
  } catch (error) {
    return failedPage(planned.url, undefined, error);
  }
  return page === undefined ? failedPage(planned.url, undefined, new Error('it is planned but has no data')) : draw(page);
}

/** Draws the pages with a program. */
async function drawPrograms(site: Site, renderer: Renderer): Promise<Map<PlannedPage, DrawnPage>> {
  const paths = new Set<string | null>(site.mdx.map(({ path }) => path));
  const drawn = new Map<PlannedPage, DrawnPage>();
  for (const planned of site.plan) {
    if (!paths.has(planned.note)) continue;
    drawn.set(planned, await drawPlanned(site, planned, [], (page) => drawPage(renderer, page)));
  }
  return drawn;
}

/** What is found when the pages with a program are drawn, and nothing is written: findings about those that fail. */
export async function findFailingPrograms(site: Site, renderer: Renderer): Promise<readonly Diagnostic[]> {
  const drawn = await drawPrograms(site, renderer);
  return [...drawn].flatMap(([planned, { failure }]) => (failure === null ? [] : [pageFailed({ planned, ...failure })]));
}

/** The finding about a page that failed. */
export function pageFailed({ planned, reason, line }: FailedPage): Diagnostic {
  const hint = planned.note?.endsWith('.mdx')
    ? 'Mend the expression or component in the page; the reason is that of its program.'
    : undefined;
  const message = `The page ${planned.url} could not be made: ${reason}`;
  return diagnostic('page-failed', { path: planned.note, line, message, hint });
}

/** The error that ends a build at a page that failed. */
export function pageError({ planned, reason, line }: FailedPage): OutputError {
  const note = planned.note === null ? '' : ` (from ${planned.note}${line === null ? '' : `:${line}`})`;
  return new OutputError(
    'page',
    `The page ${planned.url}${note} could not be made: ${reason}`,
    'The old site is as it was. Build without --strict to get a plain page in its place.',
  );
}
