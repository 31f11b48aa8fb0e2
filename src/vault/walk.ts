import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/config.ts';
import { globMatcher } from '../config/globs.ts';
import { CONFIG_NAME } from '../config/read-config.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compareText } from '../diagnostics/order.ts';
import { damagedNames } from './damaged-names.ts';
import { vaultPath } from './path.ts';
import type { FailedFile, VaultPath } from './vault.ts';

/** The folder given as vault is not there or can not be listed. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
}

/** The real path of a vault folder. Throws a VaultError when there is none. */
export function readRoot(dir: string): string {
  try {
    const root = realpathSync(dir);
    if (statSync(root).isDirectory()) return root;
  } catch (error) {
    throw new VaultError(`The vault ${dir} can not be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`);
  }
  throw new VaultError(`The vault ${dir} is not a folder.`);
}

/** The file that marks a folder as output of Dossier. */
export const MANIFEST_NAME = '.dossier-manifest.json';

/** One regular file of the vault. */
export interface FoundFile {
  readonly path: VaultPath;
  /** Relative to the vault, with `/`, as the file system spells it. */
  readonly diskPath: string;
}

/** The names in a vault folder; nothing has been opened yet. */
export interface Walk {
  /** Sorted by path, code point order; no path twice. */
  readonly files: readonly FoundFile[];
  readonly failed: readonly FailedFile[];
  readonly ignored: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lists a vault folder and all below it. Left out and counted as `ignored`: dot files, all in dot folders, what config ignores or does not
 * include, `dossier.yaml`. Left out without count, since they are no part of a vault: `node_modules` and folders that Dossier wrote. Symbolic
 * links are not followed; they, pipes, sockets and devices are failures, as are folders that can not be listed. Throws only when `root`
 * itself can not be listed.
 */
export function readFolderTree(root: string, config: Pick<Config, 'include' | 'ignore'>): Walk {
  const isIncluded = config.include.length === 0 ? () => true : globMatcher(config.include);
  const isIgnored = config.ignore.length === 0 ? () => false : globMatcher(config.ignore);
  const found: FoundFile[] = [];
  const failed: FailedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  let ignored = 0;
  const fail = (code: 'file-not-regular' | 'file-unreadable', at: VaultPath, reason: string): void => {
    failed.push({ path: at, reason });
    diagnostics.push(diagnostic(code, { path: at, line: null, message: `Not read: ${reason}.` }));
  };

  const visit = (folder: string, entries: readonly Dirent[], hidden: boolean): void => {
    for (const entry of entries) {
      const { name } = entry;
      const diskPath = folder === '' ? name : `${folder}/${name}`;
      const isHidden =
        hidden || name.startsWith('.') || (diskPath === CONFIG_NAME && entry.isFile()) || isIgnored(diskPath.normalize('NFC'));
      if (entry.isDirectory()) {
        if (name === 'node_modules' || (!isHidden && existsSync(path.join(root, diskPath, MANIFEST_NAME)))) continue;
        let below: readonly Dirent[];
        try {
          below = readdirSync(path.join(root, diskPath), { withFileTypes: true });
        } catch (error) {
          if (!isHidden)
            fail('file-unreadable', vaultPath(diskPath), `the folder can not be listed (${(error as NodeJS.ErrnoException).code})`);
          continue;
        }
        visit(diskPath, below, isHidden);
      } else if (isHidden || !isIncluded(diskPath.normalize('NFC'))) ignored += 1;
      else if (entry.isFile()) found.push({ path: vaultPath(diskPath), diskPath });
      else fail('file-not-regular', vaultPath(diskPath), entry.isSymbolicLink() ? 'it is a symbolic link' : 'it is not a regular file');
    }
  };
  visit('', readdirSync(root, { withFileTypes: true }), false);

  const files = uniqueFiles(found, failed, diagnostics);
  diagnostics.push(...caseDuplicates(files), ...damagedNames(files));
  return { files, failed, ignored, diagnostics };
}

/** Of two names that are the same after composing accents, the one already composed stays; the other is a failure. */
function uniqueFiles(found: FoundFile[], failed: FailedFile[], diagnostics: Diagnostic[]): readonly FoundFile[] {
  const isComposed = ({ path: name, diskPath }: FoundFile): boolean => name === diskPath;
  found.sort((a, b) => compareText(a.path, b.path) || Number(isComposed(b)) - Number(isComposed(a)) || compareText(a.diskPath, b.diskPath));
  return found.filter((file, index) => {
    if (file.path === found[index - 1]?.path) {
      failed.push({ path: file.path, reason: 'another file has the same name, with its accents stored differently' });
      diagnostics.push(
        diagnostic('name-collision', { path: file.path, line: null, message: 'Two files have this name; one of them is left out.' }),
      );
      return false;
    }
    if (!isComposed(file)) {
      diagnostics.push(diagnostic('name-not-nfc', { path: file.path, line: null, message: 'The name is stored in decomposed form.' }));
    }
    return true;
  });
}

function caseDuplicates(files: readonly FoundFile[]): readonly Diagnostic[] {
  const seen = new Map<string, VaultPath>();
  const diagnostics: Diagnostic[] = [];
  for (const { path: name } of files) {
    const folded = name.toLowerCase();
    const other = seen.get(folded);
    if (other === undefined) seen.set(folded, name);
    else
      diagnostics.push(
        diagnostic('name-case-duplicate', { path: name, line: null, message: `${other} is the same name in another case.` }),
      );
  }
  return diagnostics;
}
