import { compareText } from '../../diagnostics/order.ts';
import { indexFromFiles, lastSegment, type NameIndex, nameKey } from '../../graph/names.ts';
import { type PathResolution, resolvePath } from '../../graph/resolve.ts';
import type { Document } from '../../notes/document.ts';
import type { Note } from '../../notes/note.ts';
import type { Refusal } from '../../scope/brief.ts';
import { repairName } from '../../vault/repair.ts';
import type { VaultPath } from '../../vault/vault.ts';
import { type FileRef, type Wanted, wantedOf, wantedOfDocument } from './file-refs.ts';

/** The files that the notes of a brief mean, and what stops the brief. */
export interface MeantFiles {
  readonly refs: readonly FileRef[];
  /** Canvases and bases among them. */
  readonly documents: readonly Document[];
  readonly refusals: readonly Refusal[];
}

export interface MeantFilesInput {
  /** Notes of the brief, as they are shown, under their paths in the vault. */
  readonly notes: readonly Note[];
  /** All other notes. They decide nothing but whether a brief is stopped. */
  readonly others: readonly Note[];
  /** Files that may ship at all. */
  readonly assets: readonly VaultPath[];
  readonly documents: readonly Document[];
  readonly ownerOf: (path: VaultPath) => 'own' | 'other' | 'nobody';
}

/**
 * Which files the notes of a brief mean, so that no other file of the vault has a say in it: what is found here is all that later stages know.
 * A path written out counts as it is. A bare name means a file of the account's folder; else one that lies in no account's folder, by
 * Obsidian's order. Nothing is healed: whether a name has one bearer or several depends on files of others. A name that several files bear, of
 * which the one meant lies beside notes of others that show it, stops the brief: whose it is can not be told.
 */
export function meantFiles({ notes, others, assets, documents, ownerOf }: MeantFilesInput): MeantFiles {
  const files = [...assets, ...documents.map(({ path }) => path)];
  const indexOf = (paths: readonly VaultPath[]): NameIndex =>
    indexFromFiles(
      notes.map((note) => ({ path: note.path, title: note.title, aliases: note.aliases, sourceRef: null })),
      paths,
      repairName,
    );
  const all = indexOf(files);
  const own = indexOf(files.filter((path) => ownerOf(path) === 'own'));
  const shared = indexOf(files.filter((path) => ownerOf(path) !== 'other'));
  const isFile = new Set<string>(files);
  const documentAt = new Map(documents.map((document) => [document.path, document]));
  const rivals = rivalsAmong(notes, others, shared, all, isFile);
  const refs: FileRef[] = [];
  const refusals: Refusal[] = [];
  const chosen = new Map<VaultPath, Document>();

  const take = (wanted: Wanted): void => {
    const found = foundBy([all, own, shared], wanted);
    if (found === null || !isFile.has(found.target)) return;
    const { target } = found;
    const document = documentAt.get(target);
    if (document !== undefined && !wanted.shown) return;
    if (!found.sure && rivals(wanted, target))
      refusals.push({
        path: wanted.from,
        line: wanted.line,
        rule: 'file-unclear',
        message: `${wanted.raw} means ${target}, which lies beside notes of others, and another file has the same name: write its whole path.`,
      });
    refs.push({ ...wanted, target });
    if (document === undefined || chosen.has(target)) return;
    chosen.set(target, document);
    for (const card of wantedOfDocument(document)) take(card);
  };
  for (const note of notes) for (const wanted of wantedOf(note)) take(wanted);
  return { refs, documents: [...chosen.values()].sort((a, b) => compareText(a.path, b.path)), refusals };
}

/** The file or note a reference means. `sure`: by its whole path, or in the account's own folder. */
function foundBy(
  [all, own, shared]: readonly [NameIndex, NameIndex, NameIndex],
  { from, path, syntax }: Wanted,
): { readonly target: VaultPath; readonly sure: boolean } | null {
  const written = resolvePath(all, from, path, syntax);
  if (path.includes('/') && written.status === 'found' && (written.via === 'exact' || written.via === 'relative'))
    return { target: written.target, sure: true };
  const inOwn = targetOf(resolvePath(own, from, path, syntax));
  if (inOwn !== null) return { target: inOwn, sure: true };
  const inShared = targetOf(resolvePath(shared, from, path, syntax));
  return inShared === null ? null : { target: inShared, sure: false };
}

function targetOf(found: PathResolution): VaultPath | null {
  return found.status === 'found' ? found.target : null;
}

/** Whether the file that a bare name means may be meant by notes of others alone. */
function rivalsAmong(
  notes: readonly Note[],
  others: readonly Note[],
  shared: NameIndex,
  all: NameIndex,
  isFile: ReadonlySet<string>,
): (wanted: Wanted, target: VaultPath) => boolean {
  let shownBy: Map<VaultPath, VaultPath[]> | null = null;
  const showers = (): ReadonlyMap<VaultPath, readonly VaultPath[]> => {
    if (shownBy !== null) return shownBy;
    shownBy = new Map();
    for (const note of others) {
      for (const { path, syntax } of wantedOf(note)) {
        const target = targetOf(resolvePath(all, note.path, path, syntax));
        if (target !== null && isFile.has(target)) shownBy.set(target, [...(shownBy.get(target) ?? []), note.path]);
      }
    }
    return shownBy;
  };
  return ({ from }, target) => {
    const namesakes = (shared.byName.get(lastSegment(nameKey(target))) ?? []).filter((file) => file.path !== target);
    if (namesakes.length === 0 || isBelow(target, folderOf(from))) return false;
    if (notes.some((note) => isBelow(target, folderOf(note.path)))) return false;
    return (showers().get(target) ?? []).some((path) => isBelow(target, folderOf(path)));
  };
}

/** Whether a file lies in a folder or below it; everything lies below the root, which says nothing. */
function isBelow(path: VaultPath, folder: string): boolean {
  return folder !== '' && path.startsWith(folder);
}

function folderOf(path: VaultPath): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
