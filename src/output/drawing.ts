import os from 'node:os';
import type { PlannedPage, Site } from '../site.ts';
import type { Renderer } from './draw-page.ts';
import { type DrawThread, openDrawThread } from './draw-thread.ts';
import { onDemand } from './on-demand.ts';
import { type FailedPage, pageError, writePages } from './render-pages.ts';
import type { Stage } from './stage.ts';

/** The pages of a site on their way into its stage, drawn in this thread or in one of their own. */
export interface Drawing {
  /** Draws them, or hands them over. `onPage` is called after each; what it throws ends the drawing. */
  readonly draw: (onPage: () => void) => Promise<void>;
  /** Settles when all are in the stage: those that failed, in the order of the plan, and the theme's files on demand that none names. */
  readonly finish: () => Promise<{ readonly failed: readonly FailedPage[]; readonly unnamed: ReadonlySet<string> }>;
  /** Nothing touches the disk any more. */
  readonly stop: () => Promise<void>;
}

/** Pages from which on a thread is worth its start. */
const MANY_PAGES = 1000;

export interface DrawingOptions {
  /** Folder of the last site. */
  readonly last: string;
  /** Folder of the compiled theme; null where all pages are to be drawn in this thread. */
  readonly themeFolder: string | null;
  /** Throw an OutputError at the first page that fails. */
  readonly strict: boolean;
  /** Told of each page that is drawn: how many are, of all. */
  readonly onDrawn: (done: number, total: number) => void;
  readonly signal: AbortSignal | undefined;
}

/** What draws, and the files it brings. */
interface Drawer extends Renderer {
  readonly assets: readonly { readonly path: string; readonly onDemand?: boolean }[];
}

/** Begins the drawing of a site into a stage. */
export function openDrawing(stage: Stage, site: Site, theme: Drawer, options: DrawingOptions): Drawing {
  const { last, themeFolder, strict, onDrawn, signal } = options;
  const paths = theme.assets.flatMap((asset) => (asset.onDemand === true ? asset.path : []));
  const demand = onDemand(paths);
  const failed: FailedPage[] = [];
  const onFailure = (failure: FailedPage): void => {
    if (strict) throw pageError(failure);
    failed.push(failure);
  };
  const total = site.plan.length;
  let done = 0;
  const onDone = (): void => {
    done += 1;
    onDrawn(done, total);
  };
  const isWorthIt = total >= MANY_PAGES && os.availableParallelism() > 1;
  // Pages of a brief pass a guard, which is in this thread.
  const isPlain = site.scope.kind !== 'brief';
  const thread: DrawThread<PlannedPage> | null =
    themeFolder !== null && isPlain && isWorthIt
      ? openDrawThread({ theme: themeFolder, stage: stage.dir, last, site: site.info, onDemand: paths }, (planned, failure) => {
          if (failure !== null) onFailure({ planned, ...failure });
          onDone();
          signal?.throwIfAborted();
        })
      : null;
  return {
    draw: (onPage) =>
      writePages(stage, site, theme, {
        thread,
        onPage: (html) => {
          if (html !== null) {
            demand.read(html);
            onDone();
          }
          onPage();
        },
        onFailure: async (failure) => {
          // A strict build names the first page of the plan that fails, and the thread is behind.
          if (strict) await thread?.finish();
          onFailure(failure);
        },
        signal,
      }),
    finish: async () => {
      const unnamed = new Set(demand.unnamed());
      if (thread !== null) {
        const result = await thread.finish();
        stage.take(result.files);
        const theirs = new Set(result.unnamed);
        for (const file of unnamed) if (!theirs.has(file)) unnamed.delete(file);
      }
      const order = new Map(failed.length > 1 ? site.plan.map((planned, at) => [planned, at]) : []);
      failed.sort((a, b) => (order.get(a.planned) ?? 0) - (order.get(b.planned) ?? 0));
      return { failed, unnamed };
    },
    stop: async () => thread?.stop(),
  };
}
