import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { openStemmer, type Stemmer } from '../../../src/client/search/stems.ts';
import type { PageUrl } from '../../../src/graph/graph.ts';
import { writeIndex } from '../../search/write-index.ts';
import { makeTempDir } from '../../support/temp.ts';

let stems: Stemmer;

beforeAll(async () => {
  const dir = makeTempDir();
  const words = { names: [], titles: [], passages: [] };
  const html = '<html><body><p>a</p></body></html>';
  await writeIndex(path.join(dir, 'pagefind'), [
    { url: 'a.html' as PageUrl, html, kind: 'note', accounts: [], people: [], tags: [], date: null, words },
  ]);
  stems = await openStemmer(
    new Uint8Array(gunzipSync(readFileSync(path.join(dir, 'pagefind', 'wasm.en.pagefind'))).subarray('pagefind_dcd'.length)),
  );
  rmSync(dir, { recursive: true });
});

test('the engine tells the stems of words, in their order', () => {
  expect(stems(['rehearsals', 'universities', 'added', 'c++', '20260318', '讨论', 'rehearsals'])).toEqual([
    'rehears',
    'universiti',
    'add',
    'c++',
    '20260318',
    '讨论',
    'rehears',
  ]);
});

test('words asked before keep their stems, and none is an answer too', () => {
  expect(stems(['rehearsals', 'running'])).toEqual(['rehears', 'run']);
  expect(stems([])).toEqual([]);
});

test('what is no engine is refused', async () => {
  await expect(openStemmer(new Uint8Array([0, 1, 2]))).rejects.toThrow();
});
