import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/report.ts';
import { readNoteFile } from './read-note.ts';
import { type ReadingConfig, readVault } from './read-vault.ts';
import type { NoteFile, Vault, VaultPath } from './vault.ts';

/**
 * The vault after some files changed, equal to reading it anew: `changed` names every path that may have been written, made or removed since
 * `vault` was read (folders count for all below them). When all of them are notes that are still there, nothing else is touched; otherwise the
 * folder is listed again and the other notes are taken over.
 */
export function readChangedVault(vault: Vault, config: ReadingConfig, changed: readonly VaultPath[]): Vault {
  return readChangedNotes(vault, changed) ?? readVault(vault.root, config, { unchanged: unchangedNotes(vault, changed) });
}

function readChangedNotes(vault: Vault, changed: readonly VaultPath[]): Vault | null {
  const paths = new Set(changed);
  const known = vault.notes.filter(({ path }) => paths.has(path));
  if (known.length !== paths.size) return null;
  const replaced = new Map<VaultPath, NoteFile>();
  const old = new Set<Diagnostic>();
  const fresh: Diagnostic[] = [];
  for (const note of known) {
    const result = readNoteFile(vault.root, note.diskPath ?? note.path, note.mdx === 'trusted');
    if (result.kind !== 'note') return null;
    replaced.set(note.path, result.note);
    for (const diagnostic of note.diagnostics) old.add(diagnostic);
    fresh.push(...result.note.diagnostics);
  }
  const diagnostics = old.size + fresh.length === 0 ? vault.diagnostics : [...vault.diagnostics.filter((one) => !old.has(one)), ...fresh];
  return { ...vault, notes: vault.notes.map((note) => replaced.get(note.path) ?? note), diagnostics: sortDiagnostics(diagnostics) };
}

function unchangedNotes(vault: Vault, changed: readonly VaultPath[]): ReadonlyMap<VaultPath, NoteFile> {
  const paths = new Set<string>(changed);
  const isChanged = (path: string): boolean => {
    for (let end = path.length; end !== -1; end = path.lastIndexOf('/', end - 1)) if (paths.has(path.slice(0, end))) return true;
    return false;
  };
  return new Map(vault.notes.filter(({ path }) => !isChanged(path)).map((note) => [note.path, note]));
}
