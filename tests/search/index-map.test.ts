import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCbor } from '../../src/search/cbor.ts';
import { type IndexMeta, knownMeta, mapText, readMap } from '../../src/search/index-map.ts';

type Page = readonly [name: string, words: number, group: string];
const metadata = (pages: readonly Page[], order: readonly number[] = []): IndexMeta => [
  '1.6.0',
  pages,
  [
    ['0', 'cust', 'en_1'],
    ['custo', 'z', 'en_2'],
  ],
  [
    ['kind', 'en_k'],
    ['account', 'en_a'],
  ],
  [['date', order]],
  ['account', 'title'],
];

describe('the map of an index', () => {
  test('says which file holds which words, and which words nearly every page has', () => {
    const map = readMap(mapText(metadata([['en_p', 100, '']]), [['the', 1, true]]));
    expect(map.common).toEqual([['the', 1, true]]);
    expect(map.chunks).toEqual([
      ['0', 'en_1'],
      ['custo', 'en_2'],
    ]);
    expect(map.fields).toEqual(['account', 'title']);
  });

  test('knows the length of pages within a factor, and which are late', () => {
    const map = readMap(
      mapText(
        metadata(
          [
            ['a', 3, ''],
            ['b', 100, ''],
            ['c', 900, ''],
            ['d', 90_000, ''],
          ],
          [2, 0, 3, 1],
        ),
      ),
    );
    expect(map.lengths).toEqual([16, 128, 1024, 2048]);
    expect(map.ages).toEqual([0.25, 0.75, 0, 0.5]);
  });

  test('finds the text of every page, alone or among others', () => {
    const groups = fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(groups, fc.nat(), (sizes, seed) => {
        const pages = sizes.flatMap((size, at): readonly Page[] =>
          Array.from({ length: size }, (_, place): Page => {
            const name = `en_${((place * 7919 + seed + at * 104_729) % 1_000_003).toString(36)}_${at}_${place}`;
            return [name, 100, size === 1 ? '' : `en_group_${at}`];
          }),
        );
        const map = readMap(mapText(metadata(pages)));
        for (const [page, [name, , group]] of pages.entries()) {
          const members = pages.filter(([, , other]) => other === group).map(([other]) => other);
          const { file, place } = map.fragmentOf(page);
          expect(file).toBe(group === '' ? name : group);
          expect(place === null ? name : members.sort()[place]).toBe(name);
        }
      }),
      { numRuns: 30 },
    );
  });

  test.each([[null], [['2.0.0', {}, []]], [['2.0.0', [['a', 1]], [], [], [], []]], [['2.0.0', [], [['a', 'b']], [], [], []]]])(
    'metadata of another form is refused: %j',
    (other) => {
      expect(() => knownMeta(other as never)).toThrow(/Pagefind .* another form/u);
    },
  );
});

describe('CBOR', () => {
  const bytes = (...all: readonly number[]) => readCbor(new Uint8Array(all));

  test('is read as it is written', () => {
    expect(bytes(0x84, 0x17, 0x18, 0xff, 0x19, 0x01, 0x00, 0x1a, 0x00, 0x01, 0x00, 0x00)).toEqual([23, 255, 256, 65_536]);
    expect(bytes(0x83, 0x20, 0x38, 0x63, 0x63, 0x61, 0xc3, 0xa9)).toEqual([-1, -100, 'aé']);
    expect(bytes(0x82, 0x80, 0xf6)).toEqual([[], null]);
    expect(bytes(0x1b, 0, 0, 0, 1, 0, 0, 0, 0)).toBe(2 ** 32);
  });

  test.each([[0xa0], [0xc0], [0x9f], [0xfb]])('what the index is not made of is refused: %i', (head) => {
    expect(() => bytes(head, 0, 0, 0, 0, 0, 0, 0, 0)).toThrow(RangeError);
  });
});
