import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTheme } from '../../src/output/theme.ts';
import type { Page } from '../../src/views/view.ts';
import { fixtures } from './fixtures.ts';

const theme = loadTheme(fileURLToPath(new URL('../../build/theme/', import.meta.url)));

/** Renders every fixture with the compiled theme into a folder, its assets beside it. */
export async function writeFixtures(outDir: string): Promise<void> {
  for (const page of fixtures) write(join(outDir, page.url), await theme.render(page));
  for (const { path, file } of theme.assets) write(join(outDir, path), readFileSync(file));
}

/** One page, drawn. */
export async function drawPage(page: Page): Promise<string> {
  return theme.render(page);
}

/** The files a page loads. */
export function readThemeAssets(): readonly { readonly name: string; readonly contents: Uint8Array }[] {
  return theme.assets.map(({ path, file }) => ({ name: path.replace('assets/', ''), contents: readFileSync(file) }));
}

function write(file: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2]) await writeFixtures(process.argv[2]);
