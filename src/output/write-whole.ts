import fs from 'node:fs';
import path from 'node:path';
import { writeLock } from './lock.ts';
import { diskErrorFrom } from './output-error.ts';
import { writeStage } from './stage.ts';
import { recoverTarget, swapTarget } from './swap.ts';
import { checkFileTarget, checkForeignFiles, checkTarget, readTargetPaths, type Target } from './target.ts';

/** Where to write, and what must stay as it is. */
export interface WholeOptions {
  readonly out: string;
  readonly vaultRoot: string;
  /** Globs of the vault that config leaves out. */
  readonly ignore: readonly string[];
}

/**
 * Writes one file whole or not at all: beside its place, then renamed into it once the disk has it. `make` gives what is in it, after the
 * place was found fit. Returns the absolute path and the number of bytes. Throws an OutputError; what was there is then as it was.
 */
export async function writeWholeFile(
  { out, vaultRoot, ignore }: WholeOptions,
  isOurs: (file: string) => boolean,
  make: () => Promise<Uint8Array | string>,
): Promise<{ readonly out: string; readonly bytes: number }> {
  const target = readTargetPaths(out);
  const check = (): void => checkFileTarget(target, vaultRoot, ignore, isOurs);
  return locked(target, check, async () => {
    fs.rmSync(target.stage, { recursive: true, force: true });
    const made = await make();
    const data = typeof made === 'string' ? Buffer.from(made, 'utf8') : made;
    const descriptor = fs.openSync(target.stage, 'wx');
    try {
      for (let done = 0; done < data.length; ) done += fs.writeSync(descriptor, data, done);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    // Someone may have put a file there in the meantime.
    check();
    fs.renameSync(target.stage, target.dir);
    return { out: target.dir, bytes: data.length };
  });
}

/** Writes a folder of a few files, whole or not at all, as a site is written. `make` gives its files by path. Throws an OutputError. */
export async function writeWholeFolder(
  { out, vaultRoot, ignore }: WholeOptions,
  make: () => Promise<ReadonlyMap<string, Uint8Array | string>>,
): Promise<{ readonly out: string; readonly bytes: number }> {
  const target = readTargetPaths(out);
  return locked(
    target,
    () => checkTarget(target, vaultRoot, ignore),
    async () => {
      recoverTarget(target);
      checkForeignFiles(target);
      const stage = writeStage(target.stage);
      for (const [file, data] of await make()) stage.write(file, data);
      const { bytes } = stage.seal();
      await swapTarget(target);
      return { out: target.dir, bytes };
    },
  );
}

async function locked<T>(target: Target, check: () => void, action: () => Promise<T>): Promise<T> {
  check();
  let unlock: () => void = () => {};
  try {
    fs.mkdirSync(path.dirname(target.dir), { recursive: true });
    unlock = writeLock(target.lock);
    return await action();
  } catch (error) {
    fs.rmSync(target.stage, { recursive: true, force: true });
    throw diskErrorFrom(error, 'The output could not be written');
  } finally {
    unlock();
  }
}
