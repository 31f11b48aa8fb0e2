import type { ChildProcess } from 'node:child_process';
import diagnosticsChannel from 'node:diagnostics_channel';
import { createIndex, close as endService } from 'pagefind';
import { KEPT_SIGNS } from './words.ts';

/**
 * Files the text of results is kept in at most: a large site would have one a page otherwise, each taking a block of the disk. Fewer would
 * make each larger, and ten results are ten of them.
 */
const MAX_FRAGMENTS = 6000;

/** Pagefind's indexing process. */
export interface Indexer {
  /** May stay pending when the process dies: see `died`. */
  readonly add: (url: string, html: string) => Promise<{ readonly errors: readonly string[]; readonly uniqueWords: number }>;
  /** Writes all files of the index below an absolute path; gives what went wrong. May stay pending, as `add`. */
  readonly write: (dir: string) => Promise<readonly string[]>;
  /** Rejects with the reason when the process ends before it was stopped. */
  readonly died: Promise<never>;
  /** Ends the process once no other index of this program uses it, and waits until it is gone. */
  readonly stop: () => Promise<void>;
}

interface Service {
  readonly child: ChildProcess | null;
  readonly died: Promise<never>;
}

// Pagefind keeps one process for all indexes of a program: the first to start spawns it, the last to stop ends it.
let service: Service | null = null;
let users = 0;

/** Starts the process, or shares the one that runs. Rejects when it cannot be started. */
export async function startIndexer(language: string): Promise<Indexer> {
  users += 1;
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    users -= 1;
    if (users > 0) return;
    const child = service?.child ?? null;
    service = null;
    await endService();
    await exitOf(child);
  };
  try {
    const { creating, spawned } = createWatched(language);
    service ??= { child: spawned, died: deathOf(spawned) };
    const { died } = service;
    const { index, errors } = await Promise.race([creating, died]);
    if (!index) throw new Error(errors.join('; '));
    const add: Indexer['add'] = async (url, html) => {
      const { errors, file } = await index.addHTMLFile({ url, content: html });
      return { errors, uniqueWords: file?.uniqueWords ?? 0 };
    };
    const write: Indexer['write'] = async (dir) => (await index.writeFiles({ outputPath: dir })).errors;
    return { add, write, died, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Creates an index and keeps hold of the process it spawns, if it does: Pagefind waits for ever for one that has died. */
function createWatched(language: string) {
  const spawned: ChildProcess[] = [];
  const onSpawn = (message: unknown): void => {
    spawned.push((message as { readonly process: ChildProcess }).process);
  };
  diagnosticsChannel.subscribe('child_process', onSpawn);
  const creating = createIndex({
    forceLanguage: language,
    keepIndexUrl: true,
    maxFragments: MAX_FRAGMENTS,
    includeCharacters: KEPT_SIGNS,
  });
  diagnosticsChannel.unsubscribe('child_process', onSpawn);
  creating.catch(() => undefined);
  return { creating, spawned: spawned[0] ?? null };
}

function deathOf(child: ChildProcess | null): Promise<never> {
  const died = new Promise<never>((_, reject) => {
    child?.once('error', reject);
    child?.once('exit', (code, signal) => {
      const hint = signal === 'SIGKILL' ? ', most likely for want of memory' : '';
      reject(new Error(`its process was ended by ${signal ?? `exit code ${code}`}${hint}`));
    });
  });
  died.catch(() => undefined);
  return died;
}

async function exitOf(child: ChildProcess | null): Promise<void> {
  if (!child || child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  await new Promise((resolve) => child.once('exit', resolve));
}
