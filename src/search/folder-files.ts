import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FOLDER_FILES, HANDOVER } from './facets.ts';

/** When the index is written a second time, for folders opened without a server: always, never, or as long as it is small (`auto`). */
export type FolderChoice = 'auto' | 'always' | 'never';

/** Bytes of the largest index that `auto` writes twice: that of about 6,000 notes of two or three kilobytes. */
const SMALL = 12_000_000;

/** Pagefind's own programs, which the site does not load. */
const PROGRAM = /^pagefind(?:-worker)?\.js$/u;

/**
 * Writes a copy of every file of the index as a script that hands its bytes over: browsers load scripts from a folder, but let no script read
 * files there. Gives the copies, relative to the index folder, or none when they are not wanted.
 */
export async function writeFolderFiles(
  dir: string,
  files: readonly string[],
  bytes: number,
  choice: FolderChoice,
): Promise<readonly { readonly path: string; readonly bytes: number }[]> {
  if (choice === 'never' || (choice === 'auto' && bytes > SMALL)) return [];
  const copies: { readonly path: string; readonly bytes: number }[] = [];
  for (const file of files.filter((name) => !PROGRAM.test(name))) {
    const copy = `${FOLDER_FILES}/${file}.js`;
    const script = `${HANDOVER}(${JSON.stringify(file)},"${(await readFile(path.join(dir, file))).toString('base64')}");\n`;
    await mkdir(path.dirname(path.join(dir, copy)), { recursive: true });
    await writeFile(path.join(dir, copy), script);
    copies.push({ path: copy, bytes: script.length });
  }
  return copies;
}
