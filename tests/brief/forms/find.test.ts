import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FindRecord, finderOver, hitOf, termsOf } from '../../../src/client/reader/find.ts';

const record = (key: string, title: string, text: string, more: Partial<FindRecord> = {}): FindRecord => ({
  key,
  title,
  kind: 'meeting',
  accounts: [],
  date: null,
  names: '',
  parts: [{ id: null, heading: '', text }],
  ...more,
});

const RECORDS = [
  record('a', 'Rollback rehearsal', 'It took 31 minutes.', { date: '2026-03-04' }),
  record('b', 'Kick-off', 'Nobody spoke of a rollback then.', { date: '2026-01-04' }),
  record('c', 'Rollbacks of old', 'Three of them.', { date: '2026-03-30' }),
  record('d', 'Besuch in Zürich', 'Mit Siobhán Keane: Straße, 客户需求文档。'),
  record('e', 'Site survey', 'two-site latency', {
    parts: [
      { id: null, heading: '', text: 'Intro.' },
      { id: 'numbers', heading: 'Numbers', text: 'The latency was measured twice.' },
      { id: 'next', heading: 'Next', text: 'Nothing of it.' },
    ],
  }),
];
const finder = finderOver(RECORDS);
const keys = (query: string): readonly string[] => finder.find(query).map(({ key }) => key);

describe('search in one file', () => {
  test('finds the word itself before words that begin with it, titles before texts', () => {
    expect(keys('rollback')).toEqual(['a', 'b', 'c']);
    expect(keys('rollbacks')).toEqual(['c']);
    expect(keys('roll')).toEqual(['c', 'a', 'b']);
  });

  test('finds pages with every word, anywhere on them', () => {
    expect(keys('rollback minutes')).toEqual(['a']);
    expect(keys('rollback zebra')).toEqual([]);
    expect(keys('')).toEqual([]);
    expect(keys(' … ')).toEqual([]);
  });

  test('does not find the inside of words, but what stands after a hyphen or bracket', () => {
    expect(keys('back')).toEqual([]);
    expect(keys('site')).toEqual(['e']);
    expect(keys('off')).toEqual(['b']);
  });

  test('does not mind marks over letters, case, or how they are written', () => {
    expect(keys('zurich')).toEqual(['d']);
    expect(keys('SIOBHAN')).toEqual(['d']);
    expect(keys('Zu\u0308rich')).toEqual(['d']);
    expect(keys('strasse')).toEqual(['d']);
  });

  test('finds words in scripts without spaces', () => {
    expect(keys('需求')).toEqual(['d']);
    expect(keys('文档')).toEqual(['d']);
    expect(finderOver([record('x', '要件A', '')]).find('a')).toHaveLength(1);
  });
});

describe('a hit', () => {
  const runs = (list: readonly { readonly text: string; readonly mark: boolean }[]): string =>
    list.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');

  test('leads to its page and its sections, with what was found marked', () => {
    const hit = hitOf(RECORDS[4] as FindRecord, 'latency');
    expect(hit.href).toBe('#e');
    expect(hit.sections.map(({ href, title, excerpt }) => [href, runs(title), runs(excerpt)])).toEqual([
      ['#e:numbers', 'Numbers', 'The [latency] was measured twice.'],
    ]);
    expect(hit.excerpt).toEqual([]);
  });

  test('marks words as they stand', () => {
    expect(runs(hitOf(RECORDS[0] as FindRecord, 'ROLL reh').title)).toBe('[Rollback] [rehearsal]');
    expect(runs(hitOf(RECORDS[3] as FindRecord, 'siobhan strasse').excerpt)).toBe('Mit [Siobhán] Keane: [Straße], 客户需求文档。');
  });

  test('encodes a per cent sign in the name of a section', () => {
    const odd = record('x', 'Odd', '', { parts: [{ id: '50%', heading: 'Half price', text: '' }] });
    expect(hitOf(odd, 'half').sections[0]?.href).toBe('#x:50%25');
  });
});

test('every page is found by each word of its title, whatever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }), (words) => {
      const title = words.join(' ');
      const page = record('p', title, '');
      for (const term of termsOf(title))
        expect(finderOver([page]).find(term).length + Number(!/[\p{L}\p{N}]/u.test(term))).toBeGreaterThan(0);
      hitOf(page, title);
    }),
  );
});
