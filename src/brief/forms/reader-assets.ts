import fs from 'node:fs';
import type { LoadedTheme } from '../../output/theme.ts';
import type { ReaderScripts } from './page-file.ts';

/** What the theme brings for briefs in one file, as text. */
export interface ReaderAssets extends ReaderScripts {
  readonly readerStyle: string;
  readonly unlock: string;
  readonly unlockStyle: string;
}

export function readReaderAssets({ assets }: LoadedTheme): ReaderAssets {
  const read = (name: string, ending: string): string => {
    const pattern = new RegExp(`/on-demand/${name}\\.[0-9a-f]+\\.${ending}$`, 'u');
    const found = assets.find(({ path }) => pattern.test(path));
    if (!found) throw new Error(`the compiled theme has no ${name}.${ending}: run "npm run prepare"`);
    return fs.readFileSync(found.file, 'utf8').trimEnd();
  };
  return {
    early: read('reader-early', 'js'),
    reader: read('reader', 'js'),
    readerStyle: read('reader', 'css'),
    unlock: read('unlock', 'js'),
    unlockStyle: read('unlock', 'css'),
  };
}
