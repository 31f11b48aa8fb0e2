import fs from 'node:fs';
import { writeLock } from './lock.ts';
import { diskErrorFrom } from './output-error.ts';
import { readTargetPaths, type Target } from './target.ts';

const REMOVE = { recursive: true, force: true, maxRetries: 3, retryDelay: 50 } as const;

/**
 * Mends what a killed build left: a site that had been moved aside goes back to its place, half-written folders are deleted.
 * Call it with the lock held.
 */
export function recoverTarget(target: Target): void {
  if (!exists(target.dir) && exists(target.old)) fs.renameSync(target.old, target.dir);
  remove(target.stage);
  remove(target.old);
}

/** Mends an output folder that a killed build left moved aside; does nothing when it is in its place. Throws an OutputError (`busy`) while a build runs. */
export function mendOutput(out: string): void {
  const target = readTargetPaths(out);
  if (exists(target.dir) || !exists(target.old)) return;
  const unlock = writeLock(target.lock);
  try {
    recoverTarget(target);
  } finally {
    unlock();
  }
}

/**
 * Puts the staged site in the place of the old one: old away, new in, old deleted. When the new one cannot be moved in, the old one
 * is put back and the error thrown. Returns false when the old site was replaced but could not be deleted.
 */
export async function swapTarget(target: Target): Promise<boolean> {
  const replaced = exists(target.dir);
  try {
    if (replaced) fs.renameSync(target.dir, target.old);
    try {
      fs.renameSync(target.stage, target.dir);
    } catch (error) {
      if (replaced) fs.renameSync(target.old, target.dir);
      throw error;
    }
  } catch (error) {
    throw diskErrorFrom(error, 'The new site could not be put in place');
  }
  try {
    // Off the main thread: deleting a large site takes a while.
    await fs.promises.rm(target.old, REMOVE);
    return true;
  } catch {
    return false;
  }
}

function exists(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function remove(dir: string): void {
  fs.rmSync(dir, REMOVE);
}
