import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cbor, readCbor, writeCbor } from '../../src/search/cbor.ts';
import { type IndexMeta, mapText, readMap } from '../../src/search/index-map.ts';
import { addressTexts } from '../../src/search/page-texts.ts';
import { tempDir } from '../support/temp.ts';

const MARK = 'pagefind_dcd';
type Given = { readonly url: string; readonly content: string };

/** An index whose texts lie in files of so many pages, as Pagefind would write them; 1 for a file each. */
function written(pages: number, inOne: number) {
  const dir = tempDir();
  mkdirSync(path.join(dir, 'fragment'));
  const texts = Array.from({ length: pages }, (_, page): Given => ({ url: `/${(page * 7) % 1000}.html`, content: `text of ${page}` }));
  const meta: [name: string, words: number, group: string][] = [];
  for (let from = 0; from < pages; from += inOne) {
    const names = texts.slice(from, from + inOne).map((_, at) => `en_${from + at}`);
    const group = inOne === 1 ? '' : `en_group_${from}`;
    const all = Object.fromEntries(names.map((name, at) => [name, texts[from + at]]));
    const content = inOne === 1 ? texts[from] : all;
    writeFileSync(path.join(dir, 'fragment', `${group || names[0]}.pf_fragment`), gzipSync(MARK + JSON.stringify(content)));
    meta.push(...names.map((name, at): (typeof meta)[number] => [name, from + at, group]));
  }
  return { dir, texts, meta: ['1.6.0', meta, [], [], [['date', []]], []] as unknown as IndexMeta };
}

test.each([
  [1, 1, 3],
  [7, 1, 7],
  [7, 1, 3],
  [7, 3, 7],
  [9, 4, 2],
  [100, 30, 6],
])('%i pages, %i in a file, are found by the map in at most %i files', (pages, inOne, most) => {
  const { dir, texts, meta } = written(pages, inOne);
  const real = new Map(texts.map(({ url }, page) => [url, `notes/${String(page).padStart(3, '0')}.html`]));
  const addressed = addressTexts(dir, meta, 'en', (url) => real.get(url) ?? '', most);
  expect(addressed.given).toEqual(texts.map(({ url }) => url));
  expect(addressed.meta[1].map(([, words]) => words)).toEqual(texts.map((_, page) => page));
  expect(readdirSync(dir)).toEqual(['fragment']);
  expect(readdirSync(path.join(dir, 'fragment')).length).toBeLessThanOrEqual(most);
  const map = readMap(mapText(addressed.meta));
  for (const [page, { url, content }] of texts.entries()) {
    const { file, place } = map.fragmentOf(page);
    const bytes = gunzipSync(readFileSync(path.join(dir, 'fragment', `${file}.pf_fragment`)));
    const read = JSON.parse(bytes.toString('utf8', MARK.length));
    const text = place === null ? read : read[Object.keys(read).sort()[place] ?? ''];
    expect(text).toEqual({ url: real.get(url), content });
  }
});

test('names say what is in a file, whatever Pagefind called it', () => {
  const [first, second] = [written(9, 2), written(9, 4)];
  const names = [first, second].map(({ dir, meta }) => {
    addressTexts(dir, meta, 'en', (url) => `a${url}`, 3);
    return readdirSync(path.join(dir, 'fragment'));
  });
  expect(names[1]).toEqual(names[0]);
});

test('a text that is missing is told of', () => {
  const { dir, meta } = written(4, 2);
  const [version, pages, ...rest] = meta;
  const other = pages.map(([name, words, group], page): (typeof pages)[number] => [page === 3 ? 'en_other' : name, words, group]);
  expect(() => addressTexts(dir, [version, other, ...rest], 'en', (url) => url)).toThrow('Pagefind wrote no text of en_other');
});

test('CBOR that is written is read again', () => {
  const { value } = fc.letrec<{ value: Cbor }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.nat({ max: 2 ** 32 - 1 }),
      fc.nat({ max: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 40 }) as fc.Arbitrary<Cbor>,
    ),
  }));
  fc.assert(
    fc.property(value, (one) => {
      expect(readCbor(writeCbor(one))).toEqual(one);
    }),
  );
});
