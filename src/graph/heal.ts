import type { VaultPath } from '../vault/vault.ts';
import type { Via } from './graph.ts';
import { lastSegment, type NamedFile, type NameIndex, nameKey, withoutMd } from './names.ts';
import { decodedForms, relativePath } from './resolve.ts';

/** What Dossier finds for a path that Obsidian does not. The first rung that knows the name decides: one file heals the link, several do not. */
export type Healing =
  | { readonly status: 'healed'; readonly via: Extract<Via, 'source' | 'folded' | 'basename' | 'title'>; readonly target: VaultPath }
  | { readonly status: 'ambiguous'; readonly candidates: readonly VaultPath[] }
  | { readonly status: 'missing' };

const MISSING: Healing = { status: 'missing' };

/**
 * Heals the path of a link (no `#…`) standing in `from`, to be asked after `resolvePath`. Rungs in order: the note made from the source of that name;
 * the file of that path after folding; the one file of that name in another folder; the one note of that title. A note's own source line never
 * leads back to the note.
 */
export function healPath(index: NameIndex, from: VaultPath, path: string): Healing {
  const form = decodedForms(path).at(-1) ?? path;
  const name = index.fold(withoutMd(lastSegment(form)));
  if (!/[\p{L}\p{N}\p{S}]/u.test(name) || path.startsWith('|')) return MISSING;
  const made = index.bySource.get(name) ?? [];
  const isOwnSource = made.includes(from);
  const rungs = [
    { via: 'source', find: () => (isOwnSource ? [] : made) },
    { via: 'folded', find: () => filesAtFoldedPath(index, from, form) },
    { via: 'basename', find: () => filesByName(index, form) },
    { via: 'title', find: () => index.byTitle.get(index.fold(withoutMd(form))) ?? index.byTitle.get(name) ?? [] },
  ] as const;
  for (const { via, find } of rungs) {
    const targets = isOwnSource ? find().filter((target) => target !== from) : find();
    const [target] = targets;
    if (target !== undefined)
      return targets.length === 1 ? { status: 'healed', via, target } : { status: 'ambiguous', candidates: targets };
  }
  return MISSING;
}

/** Files whose path, folded, is or ends with the link's path, folded; whole segments only. */
function filesAtFoldedPath(index: NameIndex, from: VaultPath, path: string): readonly VaultPath[] {
  const fromRoot = path.startsWith('/');
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const wanted = foldedPath(index, relativePath(path, folder) ?? path.replace(/^\/+/u, ''));
  const at = (file: NamedFile): boolean => {
    const own = foldedPath(index, file.path);
    return own === wanted || (!fromRoot && own.endsWith(`/${wanted}`));
  };
  return foldedCandidates(index, path)
    .filter(at)
    .map((file) => file.path);
}

/** Path folded segment by segment, without `.md`. */
function foldedPath(index: NameIndex, path: string): string {
  return withoutMd(path).split('/').map(index.fold).join('/');
}

/** Files of the link's name wherever they stand: of exactly that name if there are any, else of that name after folding. */
function filesByName(index: NameIndex, path: string): readonly VaultPath[] {
  const last = lastSegment(nameKey(path));
  const exact = (last.includes('.') ? index.byName.get(last) : undefined) ?? index.byName.get(`${last}.md`);
  return (exact ?? foldedCandidates(index, path)).map((file) => file.path);
}

function foldedCandidates(index: NameIndex, path: string): readonly NamedFile[] {
  const last = index.fold(lastSegment(path));
  return (last.includes('.') ? index.byFoldedName.get(last) : undefined) ?? index.byFoldedName.get(`${last}.md`) ?? [];
}
