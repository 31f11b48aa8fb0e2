import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { IndexedPage, IndexPlace, IndexReport } from './finish-index.ts';
import type { VocabularyTexts } from './vocabulary.ts';

/** A document on its way to the thread. */
export interface SentDocument {
  /** Its name in the folder of documents. */
  readonly name: string;
  readonly html: string;
  readonly page: IndexedPage;
  readonly words: VocabularyTexts;
}

/** What the thread is told, in this order: documents, that all have come, that Pagefind has read them. */
export type IndexTask =
  | { readonly kind: 'documents'; readonly documents: readonly SentDocument[] }
  | { readonly kind: 'all' }
  | { readonly kind: 'finish'; readonly empty: boolean };

/** What the thread answers, to each task one: that it is done, and to the last what was written. */
export interface IndexAnswer {
  readonly report: IndexReport | null;
}

/** Documents handed over at once. */
const BATCH = 100;
/** Batches that may wait: some 30 MB of text. This thread may then go on to pages while the last are written. */
const WAITING = 64;

/** A thread that writes the documents of an index down for Pagefind, counts their words, and finishes the index when Pagefind is done. */
export interface IndexThread {
  /** Hands a document over. Throws what the thread threw. */
  readonly add: (document: SentDocument) => void;
  /** Settles when more documents may come. Rejects with what the thread threw, as all of these do. */
  readonly ready: () => Promise<void>;
  /** Settles when all documents are written. */
  readonly written: () => Promise<void>;
  /** Makes the index of what Pagefind wrote. `empty`: no document has a word, and there is nothing. */
  readonly finish: (empty: boolean) => Promise<IndexReport>;
  /** Ends the thread; it touches the disk no more. May be called at any time, more than once. */
  readonly stop: () => Promise<void>;
}

/** Begins the thread. The folder of documents exists. */
export function openIndexThread(place: IndexPlace): IndexThread {
  const thread = new Worker(new URL(`./index-worker${path.extname(import.meta.url)}`, import.meta.url), { workerData: place });
  /** Who waits for the answers to the tasks that were sent, in order. */
  const asked: PromiseWithResolvers<IndexReport | null>[] = [];
  let batch: SentDocument[] = [];
  let broken: { readonly error: unknown } | null = null;

  const breakWith = (error: unknown): void => {
    broken ??= { error };
    for (const { reject } of asked.splice(0)) reject(broken.error);
  };
  thread.on('message', ({ report }: IndexAnswer) => asked.shift()?.resolve(report));
  thread.once('error', breakWith).once('messageerror', breakWith);
  thread.once('exit', () => breakWith(new Error('its thread ended early')));

  const ask = (task: IndexTask): Promise<IndexReport | null> => {
    const answer = Promise.withResolvers<IndexReport | null>();
    // Who does not wait for this one is told with the next.
    answer.promise.catch(() => {});
    if (broken === null) {
      asked.push(answer);
      thread.postMessage(task);
    } else answer.reject(broken.error);
    return answer.promise;
  };
  const send = (): void => {
    if (batch.length > 0) void ask({ kind: 'documents', documents: batch });
    batch = [];
  };

  return {
    add: (document) => {
      if (broken !== null) throw broken.error;
      batch.push(document);
      if (batch.length >= BATCH) send();
    },
    ready: async () => {
      while (asked.length > WAITING) await asked[0]?.promise;
      if (broken !== null) throw broken.error;
    },
    written: async () => {
      send();
      await ask({ kind: 'all' });
    },
    finish: async (empty) => {
      const report = await ask({ kind: 'finish', empty });
      if (report === null) throw new Error('its thread made no report');
      return report;
    },
    stop: async () => {
      await thread.terminate();
    },
  };
}
