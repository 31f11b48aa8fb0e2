import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { finishIndex, type IndexedPage, type IndexPlace, type IndexReport } from './finish-index.ts';
import type { IndexAnswer, IndexTask } from './index-thread.ts';
import { vocabulary } from './vocabulary.ts';

// A thread that writes documents down, then makes the index of what Pagefind wrote, and ends. What it throws reaches its owner as an error of the
// thread.
const place = workerData as IndexPlace;
const port = parentPort;
if (port === null) throw new Error('not a thread');
const pages = new Map<string, IndexedPage>();
const known = vocabulary();
let words = '';

port.on('message', (task: IndexTask) => {
  // Thrown out of all promises: what becomes of a rejection that nobody takes is for the process to choose.
  done(task).catch((error: unknown) =>
    setImmediate(() => {
      throw error;
    }),
  );
});

async function done(task: IndexTask): Promise<void> {
  let report: IndexReport | null = null;
  switch (task.kind) {
    case 'documents':
      for (const { name, html, page, words } of task.documents) {
        fs.writeFileSync(path.join(place.documents, name), html);
        pages.set(`/${name}`, page);
        known.count(words);
      }
      break;
    case 'all':
      break;
    case 'finish':
      fs.rmSync(place.documents, { recursive: true });
      report = await finishIndex({ ...place, pages, words, empty: task.empty });
  }
  const answer: IndexAnswer = { report };
  port?.postMessage(answer);
  // While Pagefind is at work.
  if (task.kind === 'all') words = known.text();
  if (task.kind === 'finish') port?.close();
}
