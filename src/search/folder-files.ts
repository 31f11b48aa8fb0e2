import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FOLDER_FILES, folderScript, HANDOVER } from './files.ts';

/** When the index is written a second time, for folders opened without a server: always, never, or as long as it is small (`auto`). */
export type FolderChoice = 'auto' | 'always' | 'never';

/** Bytes of the largest index that `auto` writes twice: that of about 6,000 notes of two or three kilobytes. */
const SMALL = 12_000_000;

/** Pagefind's own programs, which the site does not load. */
const PROGRAM = /^pagefind(?:-worker)?\.js$/u;

/**
 * Writes the files of the index again as scripts that hand their bytes over: browsers load scripts from a folder, but let no script read files
 * there. Gives the scripts, relative to the index folder, or none when they are not wanted.
 */
export function writeFolderFiles(
  dir: string,
  files: readonly string[],
  bytes: number,
  choice: FolderChoice,
): readonly { readonly path: string; readonly bytes: number }[] {
  if (choice === 'never' || (choice === 'auto' && bytes > SMALL)) return [];
  const scripts = Map.groupBy(
    files.filter((name) => !PROGRAM.test(name)),
    folderScript,
  );
  return [...scripts].map(([script, names]) => {
    const target = path.join(dir, FOLDER_FILES, script);
    const text = names
      .map((name) => `${HANDOVER}(${JSON.stringify(name)},"${readFileSync(path.join(dir, name)).toString('base64')}");\n`)
      .join('');
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    return { path: `${FOLDER_FILES}/${script}`, bytes: text.length };
  });
}
