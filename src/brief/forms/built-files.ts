import fs from 'node:fs';
import path from 'node:path';

/** A file of a finished brief. */
export interface BuiltFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly data: Uint8Array;
}

/** Every file below a folder, sorted by path (code point order). */
export function readBuiltFiles(dir: string): readonly BuiltFile[] {
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ path: path.relative(dir, file).split(path.sep).join('/'), data: fs.readFileSync(file) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
