import path from 'node:path';
import type { DocumentFile, VaultPath } from './vault.ts';

/**
 * The one maker of vault paths: relative to the vault, segments joined by `/`, NFC, no empty, `.` or `..` segment. On Windows `\` separates
 * too; elsewhere it is part of a name. Throws a RangeError for a path that is empty, absolute or leads out of the vault: no content can
 * cause that, only a mistake in the program or on the command line.
 */
export function vaultPath(text: string): VaultPath {
  const slashed = path.sep === '\\' ? text.replaceAll('\\', '/') : text;
  const segments: string[] = [];
  for (const segment of slashed.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && segments.pop() === undefined) throw new RangeError(`path leads out of the vault: ${text}`);
    if (segment !== '..') segments.push(segment);
  }
  if (segments.length === 0 || path.isAbsolute(text)) throw new RangeError(`not a path inside the vault: ${text}`);
  return segments.join('/').normalize('NFC') as VaultPath;
}

/** True when a file of this name is a note: its extension is `.md`, or `.mdx`, in any case. `.markdown` files are attachments. */
export function isNotePath(name: string): boolean {
  return (name.length > 3 && name.slice(-3).toLowerCase() === '.md') || isMdxPath(name);
}

/** True when a file of this name is MDX: Markdown with a program in it. */
export function isMdxPath(name: string): boolean {
  return name.length > 4 && name.slice(-4).toLowerCase() === '.mdx';
}

/** What a file of this name is read as: a canvas, a base, or no document at all (null). */
export function documentKindOf(path: string): DocumentFile['kind'] | null {
  const extension = /[^/]\.(canvas|base)$/iu.exec(path)?.[1]?.toLowerCase();
  return extension === 'canvas' || extension === 'base' ? extension : null;
}
