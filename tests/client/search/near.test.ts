import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completions, distanceWithin, nearWords } from '../../../src/client/search/near.ts';
import type { KnownWord } from '../../../src/search/vocabulary.ts';
import { keyOf } from '../../../src/search/words.ts';

const known = (...words: readonly string[]): readonly KnownWord[] =>
  words.map((word) => ({ word: word.replace('!', ''), key: keyOf(word.replace('!', '')), weight: 3, name: word.endsWith('!') }));

describe('near spellings', () => {
  test.each([
    ['northwnd', 'Northwind'],
    ['norhtwind', 'Northwind'],
    ['nothwind', 'Northwind'],
    ['nortwindd', 'Northwind'],
    ['rehersal', 'rehearsal'],
    ['reheersals', 'rehearsal'],
    ['catle', 'cattle'],
    ['lindquist', 'Lindqvist'],
    ['rehersa', 'rehearsal'],
    ['zurihc', 'Zürich'],
  ])('%s may mean %s', (typed, meant) => {
    const words = known('Northwind!', 'rehearsal', 'cattle', 'Lindqvist!', 'Zürich', 'storage', 'meeting');
    expect(nearWords(words, typed, 3)[0]).toBe(meant);
  });

  test.each(['xylophone', 'qqqqqq', 'cat', 'it'])('%s may mean nothing of it', (typed) => {
    expect(nearWords(known('Northwind!', 'storage', 'dog', 'is'), typed, 3)).toEqual([]);
  });

  test('a name comes before a word that is as near', () => {
    expect(nearWords(known('maven', 'Maren!'), 'masen', 2)).toEqual(['Maren', 'maven']);
  });

  test('two words written as one are taken apart', () => {
    expect(nearWords(known('split', 'brain', 'splinter'), 'splitbrain', 1)).toEqual(['split brain']);
  });

  test('the order of the list does not matter', () => {
    const words = known('region', 'regions', 'religion', 'legion', 'reason!');
    expect(nearWords(words.toReversed(), 'regoin', 5)).toEqual(nearWords(words, 'regoin', 5));
  });

  test('words that begin so, the most frequent first', () => {
    const words = [...known('rehearsal'), { word: 'rehearsals', key: 'rehearsals', weight: 5, name: false }, ...known('rehash')];
    expect(completions(words, 'rehearsa', 5).map(({ word }) => word)).toEqual(['rehearsals', 'rehearsal']);
  });
});

describe('the distance of two words', () => {
  const word = fc.stringMatching(/^[abc]{5,9}$/u);

  test('is nothing from a word to itself, and one slip is one', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('leave out', 'add', 'change', 'exchange'), (known, seed, slip) => {
        const at = seed % (known.length - 1);
        const [before, letter, next, after] = [known.slice(0, at), known[at], known[at + 1], known.slice(at + 2)];
        const typed = {
          'leave out': before + next + after,
          add: `${before}${letter}x${next}${after}`,
          change: `${before}x${next}${after}`,
          exchange: `${before}${next}${letter}${after}`,
        }[slip];
        return distanceWithin(known, known, 2) === 0 && (distanceWithin(typed, known, 2) ?? 9) <= 1;
      }),
    );
  });

  test('is never more than the limit', () => {
    fc.assert(fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => (distanceWithin(a, b, limit) ?? 0) <= limit));
  });
});
