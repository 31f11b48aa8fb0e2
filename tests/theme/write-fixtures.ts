import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fixtures } from './fixtures.ts';

const themeDir = fileURLToPath(new URL('../../build/theme/', import.meta.url));

/** Renders every fixture with the compiled theme into a folder, its assets beside it. */
export async function writeFixtures(outDir: string): Promise<void> {
  const { render } = await import(pathToFileURL(join(themeDir, 'server/entry.mjs')).href);
  for (const page of fixtures) {
    const file = join(outDir, page.url);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await render(page));
  }
  await cp(join(themeDir, 'client'), outDir, { recursive: true });
}

if (process.argv[2]) await writeFixtures(process.argv[2]);
