import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { UsageError } from './usage-error.ts';

const CONFIG_NAME = 'dossier.yaml';

/**
 * The absolute path of the vault a command works on: the folder as given, else the nearest one with a `dossier.yaml` from the current
 * folder upwards, else the only one directly below it, else the current folder. Throws a UsageError when that is no folder.
 */
export function readVaultFolder(given: string | undefined, cwd = process.cwd()): string {
  if (given !== undefined) {
    const dir = path.resolve(cwd, given);
    const stats = fs.statSync(dir, { throwIfNoEntry: false });
    if (!stats) throw new UsageError(`There is no folder ${dir}`, 'Give the path of the folder that holds your notes.');
    if (!stats.isDirectory()) throw new UsageError(`${dir} is a file`, 'Give the folder that holds your notes.');
    return dir;
  }
  for (let dir = cwd; ; dir = path.dirname(dir)) {
    if (hasConfig(dir)) return dir;
    if (path.dirname(dir) === dir) break;
  }
  const below = fs
    .readdirSync(cwd, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => path.join(cwd, entry.name))
    .filter(hasConfig);
  if (below.length === 1 && below[0] !== undefined) return below[0];
  if (below.length > 1) {
    const names = below.map((dir) => path.basename(dir)).sort();
    throw new UsageError(`Several folders here have a ${CONFIG_NAME}: ${names.join(', ')}`, 'Name the one you mean.');
  }
  if (cwd === os.homedir() || path.dirname(cwd) === cwd) {
    throw new UsageError(
      `The current folder is ${cwd === os.homedir() ? 'your home folder' : 'the root of the disk'}`,
      'Name the folder that holds your notes: dossier build ~/Vault',
    );
  }
  return cwd;
}

/** Where a site is written when nothing is said: `<vault>-site` beside the vault; `dist` for `content` in an Astro project. */
export function defaultOutput(vault: string): string {
  const parent = path.dirname(vault);
  if (path.basename(vault) === 'content' && fs.existsSync(path.join(parent, 'astro.config.mjs'))) return path.join(parent, 'dist');
  return path.join(parent, `${path.basename(vault)}-site`);
}

function hasConfig(dir: string): boolean {
  return fs.existsSync(path.join(dir, CONFIG_NAME));
}
