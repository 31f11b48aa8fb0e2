import { readNoteFile } from '../../vault/read-note.ts';
import type { NoteFile, Vault } from '../../vault/vault.ts';
import { readVaultState, type VaultState } from '../read-site.ts';

/**
 * The state after files changed; `paths` are relative to the folder, with `/`. Notes that are known are read again one by one, all others
 * are kept as they are (the same objects, so that later stages can tell). A new or vanished file makes the folder be read whole.
 */
export function readChanges(dir: string, state: VaultState, paths: ReadonlySet<string>): VaultState {
  const { vault, config } = state;
  const changed = new Map<string, NoteFile>();
  const known = new Map(vault.notes.map((note) => [note.diskPath ?? note.path, note]));
  const assets = new Set(vault.assets.map((asset) => asset.diskPath ?? asset.path));
  for (const path of paths) {
    if (assets.has(path)) continue;
    const before = known.get(path);
    const now = before && readNoteFile(dir, path, before.mdx === 'trusted');
    if (now?.kind !== 'note') return keepUnchanged(state, readVaultState(dir));
    if (now.note.digest !== before?.digest) changed.set(now.note.path, now.note);
  }
  return changed.size === 0 ? state : { config, vault: withNotes(vault, changed) };
}

/** The vault with some notes replaced, and their findings with them. */
function withNotes(vault: Vault, changed: ReadonlyMap<string, NoteFile>): Vault {
  const kept = vault.diagnostics.filter(({ path }) => path === null || !changed.has(path));
  const found = [...changed.values()].flatMap((note) => note.diagnostics);
  return { ...vault, notes: vault.notes.map((note) => changed.get(note.path) ?? note), diagnostics: [...kept, ...found] };
}

/** A newly read state with the old objects of config and notes that are still the same. */
function keepUnchanged(before: VaultState, now: VaultState): VaultState {
  const known = new Map(before.vault.notes.map((note) => [note.path, note]));
  const notes = now.vault.notes.map((note) => {
    const old = known.get(note.path);
    return old?.digest === note.digest && old.diskPath === note.diskPath && old.mdx === note.mdx ? old : note;
  });
  const sameConfig = JSON.stringify(now.config) === JSON.stringify(before.config);
  return { config: sameConfig ? before.config : now.config, vault: { ...now.vault, notes } };
}
