import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDERS = ['../../content', '../../../shared/vaults'];

/** Texts of all notes of the sample and of the shared vaults that are there, always in the same order. */
export function fuzzSeeds(): readonly string[] {
  return FOLDERS.map((folder) => fileURLToPath(new URL(folder, import.meta.url)))
    .filter((dir) => existsSync(dir))
    .flatMap((dir) => {
      const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
      return names.sort().map((name) => readFileSync(path.join(dir, name), 'utf8'));
    });
}
