import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readCbor } from './cbor.ts';
import { SIGNATURE } from './files.ts';
import type { IndexMap, IndexMeta } from './index-map.ts';

/** Part of the pages that a word must stand on to say nothing about any of them. */
const NEARLY_EVERY = 0.6;
/** Bytes of a file of words that are worth not to be fetched. On small sites even the word on every page is answered in full. */
const LARGE = 64_000;

/**
 * Words on nearly every page whose places fill a large file: the browser answers them without it. Reads only the large files of an index that
 * lies in `dir`.
 */
export async function commonWords(dir: string, [, pages, chunks]: IndexMeta): Promise<IndexMap['common']> {
  const common: IndexMap['common'][number][] = [];
  for (const [, , name] of chunks) {
    const file = path.join(dir, 'index', `${name}.pf_index`);
    if ((await stat(file)).size < LARGE) continue;
    const [words] = readCbor(gunzipSync(await readFile(file)).subarray(SIGNATURE.length)) as unknown as readonly [readonly Word[]];
    for (const [stem, plain, spellings] of words) {
      const count = Math.max(plain.length, ...spellings.map(([, entries]) => entries.length));
      if (count >= pages.length * NEARLY_EVERY) common.push([stem, count, words.length === 1]);
    }
  }
  return common;
}

type Word = readonly [stem: string, plain: readonly unknown[], spellings: readonly (readonly [string, readonly unknown[]])[]];
