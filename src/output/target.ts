import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { globMatcher } from '../config/globs.ts';
import { MANIFEST_NAME, readManifest } from './manifest.ts';
import { OutputError } from './output-error.ts';

/** An output folder and the names a build uses beside it, all absolute and on one file system. */
export interface Target {
  /** The folder the site is read from. */
  readonly dir: string;
  /** Where the next site is put together. */
  readonly stage: string;
  /** Where the last site waits while the new one takes its place. */
  readonly old: string;
  readonly lock: string;
}

/** Files that file managers leave in any folder; they are no reason to refuse one. */
const JUNK = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/**
 * The places for an output folder. Links in the path are followed, so that the folder itself is replaced and not the link to it.
 * Only reads the disk.
 */
export function readTargetPaths(out: string): Target {
  const dir = readRealPath(path.resolve(out));
  const parent = path.dirname(dir);
  const name = path.basename(dir);
  return {
    dir,
    stage: path.join(parent, `.${name}.dossier-new`),
    old: path.join(parent, `.${name}.dossier-old`),
    lock: path.join(parent, `.${name}.dossier-lock`),
  };
}

/**
 * Refuses places that a build must not replace: the root, the home folder or one above it, the vault or one above it, a folder inside
 * the vault (unless Dossier made it or `ignore` in the config leaves it out), a file. Throws an OutputError with what to do.
 */
export function checkTarget(target: Target, vaultRoot: string, ignore: readonly string[]): void {
  const { dir } = target;
  const vault = readRealPath(path.resolve(vaultRoot));
  const home = readRealPath(os.homedir());
  if (path.dirname(dir) === dir) throw refusal('The output folder would be the root of the disk.');
  if (isInside(home, dir))
    throw refusal(`The output folder would replace ${dir === home ? 'your home folder' : 'a folder that holds your home folder'}.`);
  if (dir === vault) throw refusal('The output folder would be the vault itself.');
  if (isInside(vault, dir)) throw refusal('The output folder would replace a folder that holds the vault.');
  const stats = fs.lstatSync(dir, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) throw refusal(`${dir} is a file.`);
  if (isInside(dir, vault) && readManifest(dir) === null && !isIgnored(vault, dir, ignore)) {
    throw refusal(
      'The output folder lies inside the vault.',
      `Choose a folder outside the vault with -o, or add "${path.relative(vault, dir).split(path.sep).join('/')}/**" to ignore in dossier.yaml.`,
    );
  }
}

/**
 * Refuses places where a build must not write a file: a folder, a file that Dossier did not make, a place inside the vault (unless Dossier
 * made the file or `ignore` in the config leaves it out). `isOurs` tells what Dossier made. Throws an OutputError with what to do.
 */
export function checkFileTarget(
  { dir: file }: Target,
  vaultRoot: string,
  ignore: readonly string[],
  isOurs: (file: string) => boolean,
): void {
  const stats = fs.lstatSync(file, { throwIfNoEntry: false });
  const hint = 'Choose another name with -o, or move it away.';
  if (stats && !stats.isFile()) throw refusal(`${file} is a folder.`, hint);
  const ours = stats !== undefined && isOurs(file);
  if (stats && !ours) throw refusal(`${file} is a file that Dossier did not make.`, hint);
  const vault = readRealPath(path.resolve(vaultRoot));
  if (!ours && isInside(file, vault) && !isIgnored(vault, file, ignore))
    throw refusal('The file would lie inside the vault.', 'Choose a place outside the vault with -o.');
}

/**
 * Refuses a folder with files that an earlier build did not make, since a build replaces it whole. Call it with the lock held.
 * Throws an OutputError that names some of them.
 */
export function checkForeignFiles(target: Target): void {
  if (!fs.existsSync(target.dir)) return;
  const foreign = foreignFiles(target.dir, new Set(Object.keys(readManifest(target.dir)?.files ?? {})));
  if (foreign.length === 0) return;
  const some = foreign.slice(0, 3).join(', ');
  const rest = foreign.length > 3 ? ` and ${foreign.length - 3} more` : '';
  throw refusal(
    `${target.dir} holds files that an earlier build did not make: ${some}${rest}.`,
    'A build replaces its folder whole. Choose a new or empty folder with -o, or move these files away.',
  );
}

/** True when `inner` is `outer` or lies below it. Both absolute. */
export function isInside(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return relative === '' || (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative));
}

function isIgnored(vault: string, dir: string, ignore: readonly string[]): boolean {
  return globMatcher(ignore)(path.relative(vault, dir).split(path.sep).join('/'));
}

/** Files of a folder that are not among those made, which are relative with `/`. Sorted. */
export function foreignFiles(dir: string, made: ReadonlySet<string>): readonly string[] {
  const foreign: string[] = [];
  const visit = (folder: string, below: string): void => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const file = `${below}${entry.name}`;
      if (entry.isDirectory()) visit(`${folder}${path.sep}${entry.name}`, `${file}/`);
      else if (file !== MANIFEST_NAME && !made.has(file) && !JUNK.has(entry.name)) foreign.push(file);
    }
  };
  visit(dir, '');
  return foreign.sort();
}

function refusal(message: string, hint = 'Choose a folder of its own for the site with -o.'): OutputError {
  return new OutputError('usage', message, hint);
}

/** The real path of whatever part of a path exists, with the rest as written. */
function readRealPath(absolute: string): string {
  try {
    return fs.realpathSync(absolute);
  } catch {
    const parent = path.dirname(absolute);
    return parent === absolute ? absolute : path.join(readRealPath(parent), path.basename(absolute));
  }
}
