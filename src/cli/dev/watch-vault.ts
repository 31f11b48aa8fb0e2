import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** Folders that are never part of a vault. */
const SKIPPED = /(?:^|[\\/])(?:\.[^\\/]*|node_modules)(?:[\\/]|$)/;

/**
 * Watches a vault folder, dot folders and the output folder left out. `onChange` gets paths relative to the vault, with `/`. Fulfilled once
 * nothing goes unnoticed any more: read the vault after that, or what changes in between is missed.
 */
export async function watchVault(
  dir: string,
  output: string,
  onChange: (relative: string) => void,
  onError: (error: unknown) => void,
): Promise<FSWatcher> {
  const relative = (file: string) => path.relative(dir, file).split(path.sep).join('/');
  const watcher = watch(dir, {
    ignoreInitial: true,
    ignored: (file) => file === output || SKIPPED.test(relative(file)),
  });
  watcher.on('all', (event, file) => {
    if (event !== 'addDir') onChange(relative(file));
  });
  watcher.on('error', onError);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return watcher;
}
