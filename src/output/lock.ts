import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { OutputError } from './output-error.ts';

/** How often a build says that it is alive, and how long its silence may last, in milliseconds. */
const HEARTBEAT = 5_000;
const SILENCE = 60_000;

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly id: string;
}

/** Ids of the locks this process holds. */
const held = new Set<string>();

/**
 * Takes the lock of an output folder and returns the function that gives it back. Throws an OutputError (`busy`) when a living build
 * holds it; the lock of a build that was killed is taken over: its process is gone, or it has not given a sign for a minute.
 */
export function writeLock(file: string): () => void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine: Holder = { pid: process.pid, host: os.hostname(), id: randomUUID() };
  for (let attempt = 0; attempt < 3; attempt++) {
    if (writeExclusive(file, mine)) return keepLock(file, mine.id);
    const found = readHolder(file);
    if (found === 'gone') continue;
    if (isAlive(file, found)) break;
    removeStale(file, found);
  }
  throw new OutputError('busy', 'Another build is writing this folder.', `Wait until it is done. If none is running, delete ${file}`);
}

/** False when the file is there already. A lock that cannot be written to its end is taken away again. */
function writeExclusive(file: string, mine: Holder): boolean {
  let descriptor: number;
  try {
    descriptor = fs.openSync(file, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    fs.writeFileSync(descriptor, JSON.stringify(mine));
    fs.closeSync(descriptor);
    return true;
  } catch (error) {
    fs.rmSync(file, { force: true });
    throw error;
  }
}

function keepLock(file: string, id: string): () => void {
  held.add(id);
  const timer = setInterval(() => {
    const now = new Date();
    fs.utimes(file, now, now, () => {});
  }, HEARTBEAT);
  timer.unref();
  return () => {
    clearInterval(timer);
    held.delete(id);
    const holder = readHolder(file);
    if (holder !== 'gone' && holder?.id === id) fs.rmSync(file, { force: true });
  };
}

/** Null when the file cannot be understood: a build was killed while writing it. */
function readHolder(file: string): Holder | null | 'gone' {
  try {
    const data: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (typeof data === 'object' && data !== null && 'pid' in data && 'host' in data && 'id' in data) return data as Holder;
    return null;
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'gone' : null;
  }
}

function isAlive(file: string, holder: Holder | null): boolean {
  const stats = fs.statSync(file, { throwIfNoEntry: false });
  if (!stats) return false;
  const silent = Date.now() - stats.mtimeMs;
  if (holder === null) return silent < HEARTBEAT;
  if (holder.host === os.hostname()) {
    if (holder.pid === process.pid) return held.has(holder.id);
    if (!isRunning(holder.pid)) return false;
  }
  return silent < SILENCE;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Moves a dead lock aside first, so that of two builds that find it only one can remove it, and neither the other's new lock. */
function removeStale(file: string, stale: Holder | null): void {
  const aside = `${file}-${randomUUID()}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved !== 'gone' && moved?.id !== stale?.id) {
    try {
      fs.linkSync(aside, file);
    } catch {
      // A third build holds the lock already.
    }
  }
  fs.rmSync(aside, { force: true });
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
