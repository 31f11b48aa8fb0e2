import { expect, test } from 'vitest';
import { memorySite } from '../support/memory-vault.ts';

const meeting = (date: string, account: string, body: string) => `---\ndate: ${date}\naccount: ${account}\n---\n${body}`;
const list = (heading: string, ...items: readonly string[]) => `## ${heading}\n${items.map((item) => `- ${item}`).join('\n')}\n`;

/** An account that talks of stores and prices all the time, and of a few things now and then. */
const FILES = {
  '01.md': meeting(
    '2026-01-05',
    'Northwind',
    list(
      'Decisions',
      'North does not move before its 31 controllers are replaced.',
      'The rehearsal report is one page and carries the signature of Siobhán.',
      'Stores get the price file at night.',
      'CCTV recordings are out of scope.',
    ),
  ),
  '02.md': meeting('2026-01-12', 'Northwind', list('Key Facts', 'Stores open at seven, and the price file is at night.', 'Nothing else.')),
  '03.md': meeting('2026-01-19', 'Northwind', list('Decisions', 'North on 12 May if its controllers are done.')),
  '04.md': meeting(
    '2026-01-26',
    'Northwind',
    `${list('Actions', '[ ] Write the one-page report form that Siobhán will sign @Ann')}\n## Summary\nStores get a price.`,
  ),
  '05.md': meeting('2026-02-02', 'Northwind', list('Decisions', 'Stores may refuse a price at night.', 'Somebody asks about recordings.')),
  '06.md': meeting('2026-02-09', 'Castellan', list('Decisions', 'North does not move before its 31 controllers are replaced.')),
};
const touched = (text: string): readonly string[] =>
  memorySite(FILES).graph.decisions.find((decision) => decision.account === 'Northwind' && decision.text.startsWith(text))?.touchedBy ?? [];

test('a decision is touched by a later meeting of its account that shares rare words with it, in whatever part', () => {
  expect(touched('North does not')).toEqual(['03.md']);
  expect(touched('The rehearsal report')).toEqual(['04.md']);
});

test('not by one word alone, nor by words that all meetings share, nor by itself or another account', () => {
  expect(touched('CCTV')).toEqual([]);
  expect(touched('North on 12 May')).toEqual([]);
});

test('no order of files changes what touches what', () => {
  const backwards = memorySite(Object.fromEntries(Object.entries(FILES).toReversed()));
  expect(backwards.graph.decisions).toEqual(memorySite(FILES).graph.decisions);
});

test('an account note that repeats a decision of its meeting is a further source of it, whatever comes first', () => {
  const say = 'Stores get the “price file” at night.';
  for (const name of ['0 Northwind.md', 'Northwind.md']) {
    const { decisions } = memorySite({
      [name]: `---\ntype: customer\naliases: [Northwind]\n---\n# Northwind\n${list('Decisions', say, 'Ours alone.')}`,
      'a.md': meeting('2026-01-05', 'Northwind', list('Decisions', 'Stores get the "price file" at night')),
      'b.md': meeting('2026-01-12', 'Northwind', list('Decisions', 'Stores get the price file at night')),
      'c.md': meeting('2026-01-12', 'Castellan', list('Decisions', say)),
    }).graph;
    expect(decisions.map(({ source, repeatedIn }) => [source.path, repeatedIn.map(({ path }) => path)])).toEqual([
      ['b.md', [name]],
      ['c.md', []],
      ['a.md', []],
      [name, []],
    ]);
  }
});
