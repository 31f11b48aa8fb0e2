import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** Folders that are never part of a vault. */
const SKIPPED = /(?:^|[\\/])(?:\.[^\\/]*|node_modules)(?:[\\/]|$)/;

/**
 * Watches a vault folder, dot folders and the output folder left out. `onChange` gets paths relative to the vault, with `/`.
 */
export function watchVault(
  dir: string,
  output: string,
  onChange: (relative: string) => void,
  onError: (error: unknown) => void,
): FSWatcher {
  const relative = (file: string) => path.relative(dir, file).split(path.sep).join('/');
  const watcher = watch(dir, {
    ignoreInitial: true,
    ignored: (file) => file === output || SKIPPED.test(relative(file)),
  });
  watcher.on('all', (event, file) => {
    if (event !== 'addDir') onChange(relative(file));
  });
  watcher.on('error', onError);
  return watcher;
}
