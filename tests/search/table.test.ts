import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FacetSource, type FacetValue, facetsOf, failingOf } from '../../src/client/search/facets.ts';
import { chosenOf, type SearchRequest } from '../../src/client/search/request.ts';
import { NOTHING } from '../../src/client/search/state.ts';
import {
  DAYS_FILE,
  FACETS,
  type FacetName,
  facetFile,
  readDays,
  readFacet,
  type TableRow,
  tableFiles,
  UNDATED,
  yearsOf,
} from '../../src/search/table.ts';

const row = (over: Partial<TableRow>): TableRow => ({ kind: 'note', accounts: [], people: [], tags: [], date: null, ...over });

function sourceOf(rows: readonly TableRow[]): FacetSource {
  const files = new Map(tableFiles(rows));
  const file = (name: string) => files.get(name) ?? new Uint8Array();
  return async (name) => (name === 'year' ? yearsOf(readDays(file(DAYS_FILE))) : readFacet(file(facetFile(name))));
}

/** Values of a page, as a person would read them off. */
function valuesOf(page: TableRow, name: FacetName): readonly string[] {
  const year = page.date === null ? [] : [page.date.slice(0, 4)];
  return [...new Set({ kind: [page.kind], account: page.accounts, person: page.people, tag: page.tags, year }[name])];
}

/** Counts by going through all pages for every value. */
function plainly(rows: readonly TableRow[], found: readonly number[], request: SearchRequest, name: FacetName): readonly FacetValue[] {
  const several = name === 'person' || name === 'tag';
  const passes = (page: TableRow): boolean =>
    FACETS.every(
      (other) => (other === name && !several) || chosenOf(request, other).every((value) => valuesOf(page, other).includes(value)),
    );
  const counts = new Map<string, number>();
  for (const page of found.map((number) => rows[number]).filter((page) => page !== undefined)) {
    if (passes(page)) for (const value of valuesOf(page, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}

const name = fc.constantFrom('Mara', 'Tomas', 'Zürich', '__proto__', 'a/b', 'x\ny');
const names = fc.array(name, { maxLength: 4 });
const date = fc.option(
  fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
);
const rowArb = fc.record({ kind: fc.constantFrom('note', 'meeting', 'person'), accounts: names, people: names, tags: names, date });
const requestArb = fc.record({
  kind: fc.option(fc.constantFrom('note', 'meeting')),
  account: fc.option(name),
  person: fc.uniqueArray(name, { maxLength: 2 }),
  tag: fc.uniqueArray(name, { maxLength: 2 }),
  year: fc.option(fc.constantFrom('2025', '2026')),
});
const sorted = (values: readonly FacetValue[]) => values.toSorted((a, b) => (a.value < b.value ? -1 : 1));

describe('the table of pages', () => {
  test('gives back days and values of any pages', () => {
    fc.assert(
      fc.asyncProperty(fc.array(rowArb, { maxLength: 300 }), async (rows) => {
        const days = readDays(new Map(tableFiles(rows)).get(DAYS_FILE) ?? new Uint8Array());
        expect([...days].map((day) => (day === UNDATED ? null : new Date(day * 86_400_000).toISOString().slice(0, 10)))).toEqual(
          rows.map((page) => page.date),
        );
        for (const facet of FACETS) {
          const values = await sourceOf(rows)(facet);
          for (const [page, one] of rows.entries()) {
            expect(
              [...values]
                .filter(([, pages]) => pages.includes(page))
                .map(([value]) => value)
                .sort(),
            ).toEqual([...valuesOf(one, facet)].sort());
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('what is no date is no date', () => {
    const days = readDays(new Map(tableFiles([row({ date: 'soon' }), row({ date: '2026-03-18' })])).get(DAYS_FILE) ?? new Uint8Array());
    expect([...days]).toEqual([UNDATED, 20_530]);
  });

  test('a file that is cut off is refused', () => {
    const [, bytes] = tableFiles([row({}), row({})])[1] ?? ['', new Uint8Array()];
    expect(() => readFacet(bytes.subarray(0, -1))).toThrow(RangeError);
  });
});

describe('counts', () => {
  test('are those of going through all pages', () => {
    const any = fc.tuple(fc.array(rowArb, { maxLength: 60 }), requestArb, fc.infiniteStream(fc.boolean()));
    fc.assert(
      fc.asyncProperty(any, async ([rows, filters, chance]) => {
        const request = { ...NOTHING, ...filters };
        const found = rows.flatMap((_, page) => (chance.next().value ? [page] : []));
        const source = sourceOf(rows);
        const facets = await facetsOf(source, FACETS, await failingOf(source, request, rows.length), found, rows.length);
        for (const facet of FACETS) expect(sorted(facets[facet] ?? [])).toEqual(sorted(plainly(rows, found, request, facet)));
      }),
    );
  });

  test('come most frequent first, years newest first, and only of filters that were asked for', async () => {
    const rows = [
      row({ tags: ['b'], date: '2024-01-01' }),
      row({ tags: ['b', 'a'], date: '2026-01-01' }),
      row({ tags: ['c'], date: '2024-05-05' }),
    ];
    const facets = await facetsOf(sourceOf(rows), ['tag', 'year'], null, [0, 1, 2], 3);
    expect(facets).toEqual({
      tag: [
        { value: 'b', count: 2 },
        { value: 'a', count: 1 },
        { value: 'c', count: 1 },
      ],
      year: [
        { value: '2026', count: 1 },
        { value: '2024', count: 2 },
      ],
    });
  });
});
