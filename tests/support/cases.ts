import { readFileSync } from 'node:fs';
import { hasShared, sharedPath } from './shared.ts';

/** Rows of a shared case file; none when the shared data is absent. */
export function sharedCases<T>(name: string): readonly T[] {
  return hasShared ? (JSON.parse(readFileSync(sharedPath(`cases/${name}.json`), 'utf8')) as T[]) : [];
}

/** Names of all files of a shared vault (or of a folder in one), relative to it. */
export function sharedVaultFiles(vault: string): readonly string[] {
  const [name = '', ...folder] = vault.split('/');
  const prefix = folder.map((segment) => `${segment}/`).join('');
  return readFileSync(sharedPath(`vaults/${name}.files.txt`), 'utf8')
    .split('\n')
    .filter((path) => path !== '' && path.startsWith(prefix))
    .map((path) => path.slice(prefix.length));
}
