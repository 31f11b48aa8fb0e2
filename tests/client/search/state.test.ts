import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTHING, queryFromRequest, recentQueries, requestFromQuery } from '../../../src/client/search/state.ts';

describe('the address of the search page', () => {
  test('holds query, filters and order', () => {
    const request = {
      text: 'roll & back',
      kind: 'meeting',
      account: 'AT&T',
      person: ['Mara Lindholm', 'Tomas'],
      tag: ['a/b'],
      year: '2026',
      sort: 'date',
    } as const;
    expect(queryFromRequest(request)).toBe(
      '?q=roll+%26+back&kind=meeting&account=AT%26T&person=Mara+Lindholm&person=Tomas&tag=a%2Fb&year=2026&sort=date',
    );
  });

  test('of nothing is nothing', () => {
    expect(queryFromRequest(NOTHING)).toBe('');
    expect(requestFromQuery('')).toEqual(NOTHING);
  });

  test('empty and unknown values are no filters', () => {
    expect(requestFromQuery('?kind=&sort=oldest&page=2')).toEqual(NOTHING);
  });

  test('gives back any request', () => {
    const word = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }));
    const request = fc.record({
      text: fc.string({ unit: 'grapheme' }).map((text) => text.trim()),
      kind: word,
      account: word,
      year: word,
      person: fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' })),
      tag: fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' })),
      sort: fc.constantFrom('relevance' as const, 'date' as const),
    });
    fc.assert(
      fc.property(request, (any) => {
        expect(requestFromQuery(queryFromRequest(any))).toEqual(any);
      }),
    );
  });
});

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  } as unknown as Storage;
}

describe('recent queries', () => {
  test('newest first, each once, the last six', () => {
    const storage = memory();
    const recent = recentQueries(() => storage, '/wiki/');
    for (const text of ['a', 'b', ' a ', '', 'c', 'd', 'e', 'f', 'g']) recent.add(text);
    expect(recent.list()).toEqual(['g', 'f', 'e', 'd', 'c', 'a']);
    expect(recentQueries(() => storage, '/other/').list()).toEqual([]);
    recent.clear();
    expect(recent.list()).toEqual([]);
  });

  test('a browser without storage remembers nothing, and does not fail', () => {
    const forbidden = recentQueries(() => {
      throw new DOMException('denied', 'SecurityError');
    }, '/');
    forbidden.add('a');
    expect(forbidden.list()).toEqual([]);
  });

  test('what others have put there is not believed', () => {
    const storage = memory();
    storage.setItem('dossier:recent:/', '[1, "a", {"b": 2}]');
    expect(recentQueries(() => storage, '/').list()).toEqual(['a']);
    storage.setItem('dossier:recent:/', '{');
    expect(recentQueries(() => storage, '/').list()).toEqual([]);
  });
});
