import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { indexFromFiles, type NamedNote, type NameIndex } from '../../src/graph/names.ts';
import { isNotePath, vaultPath } from '../../src/vault/path.ts';
import type { VaultPath } from '../../src/vault/vault.ts';
import { sharedVaultFiles } from './cases.ts';
import { sharedPath } from './shared.ts';

/** An index over files by name only, with what some of the notes carry besides. */
export function indexOf(
  files: readonly string[],
  carried: Readonly<Record<string, { readonly title?: string; readonly aliases?: readonly string[]; readonly sourceRef?: string }>> = {},
  repairName?: (name: string) => string,
): NameIndex {
  const notes = files.filter(isNotePath).map((path): NamedNote => {
    const { title = nameOf(path), aliases = [], sourceRef = null } = carried[path] ?? {};
    return { path: vaultPath(path), title, aliases, sourceRef };
  });
  return indexFromFiles(notes, files.filter((path) => !isNotePath(path)).map(vaultPath), repairName);
}

/** An index over a shared vault, with the aliases of those notes that are there to be read. */
export function indexOfVault(vault: string): NameIndex {
  const files = sharedVaultFiles(vault);
  const carried = Object.fromEntries(
    files.filter(isNotePath).map((path) => [path, { aliases: aliasesIn(sharedPath(`vaults/${vault}/${path}`)) }]),
  );
  return indexOf(files, carried);
}

export const at = (path: string): VaultPath => vaultPath(path);

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.md'.length);

function aliasesIn(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const block = /^---\n([\s\S]*?)\n---/u.exec(readFileSync(file, 'utf8'))?.[1];
  if (block === undefined) return [];
  try {
    const properties: unknown = parse(block, { logLevel: 'silent' });
    const aliases: unknown = typeof properties === 'object' && properties !== null && 'aliases' in properties ? properties.aliases : [];
    return (Array.isArray(aliases) ? aliases : [aliases]).filter((alias) => typeof alias === 'string');
  } catch {
    return [];
  }
}
