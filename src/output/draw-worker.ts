import { parentPort, workerData } from 'node:worker_threads';
import type { Page } from '../views/view.ts';
import { drawPage } from './draw-page.ts';
import type { DrawnBatch, DrawWork, PageData } from './draw-thread.ts';
import { readLastSite } from './last-site.ts';
import { onDemand } from './on-demand.ts';
import { writeStage } from './stage.ts';
import { loadTheme } from './theme.ts';

// A thread that draws pages and writes them into a stage, in the order in which they come; an empty batch is the last. What it throws reaches its
// owner as an error of the thread.
const { theme: folder, stage: dir, last, site, onDemand: paths } = workerData as DrawWork;
const port = parentPort;
if (port === null) throw new Error('not a thread');
const theme = loadTheme(folder);
const stage = writeStage(dir, readLastSite(last));
const demand = onDemand(paths);
let turn = Promise.resolve();
let broken = false;
port.on('message', (batch: readonly PageData[]) => {
  turn = turn.then(() => draw(batch)).catch(breakWith);
});

/** Ends the thread. Thrown out of all promises: what becomes of a rejection that nobody takes is for the process to choose. */
function breakWith(error: unknown): void {
  broken = true;
  setImmediate(() => {
    throw error;
  });
}

async function draw(batch: readonly PageData[]): Promise<void> {
  if (broken) return;
  const failures: DrawnBatch['failures'][number][] = [];
  for (const [at, data] of batch.entries()) {
    const page: Page = { ...data, site };
    const { html, failure } = await drawPage(theme, page);
    if (failure !== null) failures.push({ at, ...failure });
    demand.read(html);
    stage.write(page.url, html);
  }
  const drawn: DrawnBatch = { failures, result: batch.length > 0 ? null : { files: stage.files(), unnamed: demand.unnamed() } };
  port?.postMessage(drawn);
  if (batch.length === 0) port?.close();
}
