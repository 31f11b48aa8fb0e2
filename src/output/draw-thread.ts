import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Page } from '../views/view.ts';
import type { DrawFailure } from './draw-page.ts';
import { OutputError } from './output-error.ts';
import type { StagedFiles } from './stage.ts';

/** What the thread is told as it begins. */
export interface DrawWork {
  /** Folder of the compiled theme. */
  readonly theme: string;
  /** Folder of the stage, which exists. */
  readonly stage: string;
  /** Folder of the last site. */
  readonly last: string;
  readonly site: Page['site'];
  /** Paths of the theme's files that are written only when a page names them. */
  readonly onDemand: readonly string[];
}

/** A page on its way to the thread: all pages of a site share the rest. */
export type PageData = Omit<Page, 'site'>;

/** What the thread tells of a batch. */
export interface DrawnBatch {
  /** By place in the batch. */
  readonly failures: readonly (DrawFailure & { readonly at: number })[];
  /** After the last batch. */
  readonly result: DrawResult | null;
}

export interface DrawResult {
  readonly files: StagedFiles;
  /** Files on demand that no page names. */
  readonly unnamed: readonly string[];
}

/** Pages handed over at once. */
const BATCH = 8;
/** Batches that may wait: enough for the thread to have work while this one makes a heavy page. */
const WAITING = 12;

/** Room for what a page leaves behind: with more, the thread takes 80 MB more and is no faster. */
const YOUNG_MB = 16;

/** A thread that draws pages and writes them into a stage. */
export interface DrawThread<Key> {
  /** Hands a page over. Settles when the next may come; rejects when the thread broke. */
  readonly draw: (key: Key, page: Page) => Promise<void>;
  /** Settles when all pages are drawn. Rejects when the thread broke. */
  readonly finish: () => Promise<DrawResult>;
  /** Ends the thread; it touches the disk no more. May be called at any time. */
  readonly stop: () => Promise<void>;
}

/** Begins the thread. `onDrawn` is told of each page, in order, with the reason when it failed; what it throws breaks the thread. */
export function openDrawThread<Key>(work: DrawWork, onDrawn: (key: Key, failure: DrawFailure | null) => void): DrawThread<Key> {
  const thread = new Worker(new URL(`./draw-worker${path.extname(import.meta.url)}`, import.meta.url), {
    workerData: work,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  /** Keys of the batches that are not drawn yet, in order. */
  const sent: (readonly Key[])[] = [];
  let keys: Key[] = [];
  let pages: PageData[] = [];
  let wake = (): void => {};
  let broken: { readonly error: unknown } | null = null;
  const breakWith = (error: unknown): void => {
    broken ??= { error };
    wake();
  };

  const finished = new Promise<DrawResult>((resolve, reject) => {
    thread.on('message', ({ failures, result }: DrawnBatch) => {
      try {
        const drawn = sent.shift() ?? [];
        const reasons = new Map(failures.map(({ at, ...failure }) => [at, failure]));
        for (const [at, key] of drawn.entries()) onDrawn(key, reasons.get(at) ?? null);
        if (result !== null) resolve(result);
        wake();
      } catch (error) {
        breakWith(error);
        reject(error);
      }
    });
    thread.once('error', (error) => reject(errorFrom(error))).once('messageerror', reject);
    thread.once('exit', (code) => reject(new Error(`The thread that draws pages ended early, with code ${code}`)));
  });
  finished.catch(breakWith);

  const send = (): void => {
    thread.postMessage(pages);
    sent.push(keys);
    [keys, pages] = [[], []];
  };

  const draw = async (key: Key, { site: _, ...page }: Page): Promise<void> => {
    keys.push(key);
    pages.push(page);
    if (pages.length < BATCH) return;
    send();
    while (sent.length > WAITING && broken === null) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (broken !== null) throw broken.error;
  };

  const finish = async (): Promise<DrawResult> => {
    if (pages.length > 0) send();
    // An empty batch is the last.
    send();
    return finished;
  };

  const stop = async (): Promise<void> => {
    await thread.terminate();
  };

  return { draw, finish, stop };
}

/** What the thread threw. Of an error of our own only the fields come over. */
function errorFrom(error: unknown): unknown {
  if (!(error instanceof Error)) return new Error(`The thread that draws pages threw ${String(error)}`);
  if (error.name === 'OutputError' && 'reason' in error && 'hint' in error) {
    return new OutputError(error.reason as OutputError['reason'], error.message, String(error.hint), { cause: error });
  }
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new OutputError('page', 'There is not enough memory to draw the pages', OUT_OF_MEMORY, { cause: error });
  }
  return error;
}

const OUT_OF_MEMORY = 'The old site is as it was. Close other programs, or set NODE_OPTIONS=--max-old-space-size=4096.';
