import type { VaultPath } from '../vault/vault.ts';
import type { Via } from './graph.ts';
import { lastSegment, type NamedFile, type NameIndex, nameKey, withoutMd } from './names.ts';

/** Where Obsidian (as published) finds a path. It always picks one file; only an alias can be carried by several notes. */
export type PathResolution =
  | { readonly status: 'found'; readonly via: Extract<Via, 'exact' | 'name' | 'suffix' | 'relative' | 'alias'>; readonly target: VaultPath }
  | { readonly status: 'ambiguous'; readonly candidates: readonly VaultPath[] }
  | { readonly status: 'missing' };

const MISSING: PathResolution = { status: 'missing' };

/**
 * Resolves the path of a link (no `#…`) standing in `from` by Obsidian's rules, then by the aliases of notes as Obsidian Publish does. The path of
 * a Markdown link is tried as given, then percent-decoded, first as a URI, then whole. An empty path is the note itself.
 */
export function resolvePath(index: NameIndex, from: VaultPath, path: string, syntax: 'wiki' | 'markdown'): PathResolution {
  if (path === '') return { status: 'found', via: 'exact', target: from };
  const forms = syntax === 'markdown' ? decodedForms(path) : [path];
  for (const form of forms) {
    const found = fileAtPath(index, from, nameKey(form));
    if (found !== null) return found;
  }
  for (const form of forms) {
    const found = noteByAlias(index, nameKey(form));
    if (found !== null) return found;
  }
  return MISSING;
}

/** The path as given and, when they differ, after `decodeURI` and after `decodeURIComponent`. */
export function decodedForms(path: string): readonly string[] {
  if (!path.includes('%')) return [path];
  return [...new Set([path, decoded(decodeURI, path), decoded(decodeURIComponent, path)])];
}

/** The path from the root that `./…` or `../…` means in a folder (`a/b/`, empty at the root); too many `../` stop at the root. Null for any other path. */
export function relativePath(path: string, folder: string): string | null {
  if (!path.startsWith('./') && !path.startsWith('../')) return null;
  const segments = folder === '' ? [] : folder.slice(0, -1).split('/');
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** The file that a path without folders means wherever it stands, because no other has its name; null when there is none, or a choice. */
export function onlyFileNamed(index: NameIndex, path: string): VaultPath | null {
  if (path === '' || path.includes('/')) return null;
  const name = nameKey(path);
  const [only, ...others] = filesAsWritten(index, name) ?? index.byName.get(`${name}.md`) ?? [];
  return only === undefined || others.length > 0 ? null : only.path;
}

function filesAsWritten(index: NameIndex, name: string): readonly NamedFile[] | undefined {
  return name.includes('.') ? index.byName.get(name) : undefined;
}

function fileAtPath(index: NameIndex, from: VaultPath, key: string): PathResolution | null {
  const last = lastSegment(key);
  const asWritten = filesAsWritten(index, last);
  const files = asWritten ?? index.byName.get(`${last}.md`);
  if (files === undefined) return null;
  const path = asWritten === undefined ? `${key}.md` : key;
  const [only] = files;
  if (only !== undefined && files.length === 1 && !key.includes('/')) return { status: 'found', via: 'name', target: only.path };
  if (key.startsWith('/')) return foundAt(index, path.slice(1), 'exact');
  const folder = nameKey(from.slice(0, from.lastIndexOf('/') + 1));
  const relative = relativePath(path, folder);
  const exact = relative === null ? foundAt(index, path, 'exact') : foundAt(index, relative, 'relative');
  if (exact !== null) return exact;
  const best = bestSuffix(files, relative ?? path, folder);
  return best === null ? null : { status: 'found', via: key.includes('/') ? 'suffix' : 'name', target: best.path };
}

function foundAt(index: NameIndex, key: string, via: 'exact' | 'relative'): PathResolution | null {
  const target = index.byPath.get(key);
  return target === undefined ? null : { status: 'found', via, target };
}

/**
 * The file whose path ends with the target: whole segments before a match within one (`xProjects/Plan` for `Projects/Plan`, which Obsidian accepts),
 * then files in or below the source's folder, then the order of the index.
 */
function bestSuffix(files: readonly NamedFile[], target: string, folder: string): NamedFile | null {
  let best: NamedFile | null = null;
  let bestRank = -1;
  for (const file of files) {
    if (!file.key.endsWith(target)) continue;
    const isWhole = file.key.length === target.length || file.key[file.key.length - target.length - 1] === '/';
    const rank = (isWhole ? 2 : 0) + (file.key.startsWith(folder) ? 1 : 0);
    if (rank <= bestRank) continue;
    best = file;
    bestRank = rank;
    if (rank === 3) break;
  }
  return best;
}

/** A note by alias: the whole path as an alias, then its last segment. */
function noteByAlias(index: NameIndex, key: string): PathResolution | null {
  const name = withoutMd(key.trim());
  const notes = index.byAlias.get(name) ?? index.byAlias.get(lastSegment(name));
  if (notes === undefined) return null;
  const [target] = notes;
  return target !== undefined && notes.length === 1
    ? { status: 'found', via: 'alias', target }
    : { status: 'ambiguous', candidates: notes };
}

function decoded(decode: (text: string) => string, path: string): string {
  try {
    return decode(path);
  } catch {
    // A stray `%` is a character of the name.
    return path;
  }
}
