import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween, isList, textFromVisit, visitFrom, visitFromText } from '../../src/client/visits.ts';

const HOUR = 3_600_000;
const list = (...entries: readonly string[]) => entries.join('');
const [a, b, c, d] = ['aaaaaa111', 'bbbbbb111', 'cccccc111', 'dddddd111'] as const;

describe('a visit', () => {
  test('that is the first has seen all there is', () => {
    expect(visitFrom(null, a, 5)).toEqual({ seen: a, since: 5, list: a, at: 5 });
  });

  test('goes on while the first page is looked at again, whatever is built meanwhile', () => {
    let visit = visitFrom(visitFrom(null, a, 0), list(a, b), 5 * HOUR);
    for (const hour of [6, 9, 12]) visit = visitFrom(visit, list(a, b, c), hour * HOUR);
    expect(visit).toEqual({ seen: a, since: 0, list: list(a, b, c), at: 12 * HOUR });
  });

  test('is over after hours without a look, and the next one starts from what it saw last', () => {
    const visit = visitFrom(visitFrom(visitFrom(null, a, 0), list(a, b), HOUR), list(a, b, c), 6 * HOUR);
    expect(visit).toEqual({ seen: list(a, b), since: HOUR, list: list(a, b, c), at: 6 * HOUR });
  });

  test('goes on when the clock was set back', () => {
    expect(visitFrom(visitFrom(null, a, 9 * HOUR), list(a, b), HOUR).seen).toBe(a);
  });
});

describe('two lists', () => {
  test('tell what is new, changed and gone, wherever it stands', () => {
    const after = list(d, 'cccccc222', a);
    expect(changesBetween(list(a, b, c), after)).toEqual({ added: [0], changed: [1], gone: 1 });
    expect(changesBetween('', after)).toEqual({ added: [0, 1, 2], changed: [], gone: 0 });
    expect(changesBetween(after, '')).toEqual({ added: [], changed: [], gone: 3 });
  });

  test('with two notes whose names came out the same lose neither', () => {
    expect(changesBetween(list(a, a), list(a, a, a))).toEqual({ added: [2], changed: [], gone: 0 });
  });

  test('of the same notes in another order are the same', () => {
    const entries = fc.uniqueArray(fc.stringMatching(/^[0-9a-z]{9}$/), { selector: (entry) => entry.slice(0, 6) });
    fc.assert(
      fc.property(entries, entries, (one, two) => {
        expect(changesBetween(one.join(''), one.toReversed().join(''))).toEqual({ added: [], changed: [], gone: 0 });
        const changes = changesBetween(one.join(''), two.join(''));
        expect(one.length - changes.gone + changes.added.length).toBe(two.length);
      }),
    );
  });
});

describe('what is kept', () => {
  test('comes back as it was, and the list is kept once while nothing changed', () => {
    for (const visit of [
      { seen: a, since: 1, list: list(a, b), at: 2 },
      { seen: a, since: 1, list: a, at: 2 },
      { seen: '', since: 1, list: '', at: 2 },
    ])
      expect(visitFromText(textFromVisit(visit))).toEqual(visit);
    expect(textFromVisit({ seen: a, since: 1, list: a, at: 2 })).toBe(`1 2 ${a} `);
  });

  test('and was damaged counts as nothing', () => {
    for (const text of [null, '', '{}', '1 2', `1 x ${a} `, `1 2 ${a}x `, `1 2 ${a} ${b} more`, `1 2 <img${a.slice(4)} `]) {
      expect([text, visitFromText(text)]).toEqual([text, null]);
    }
    expect([undefined, 7, 'aaaaaa11', 'AAAAAA111'].map(isList)).toEqual([false, false, false, false]);
  });
});
