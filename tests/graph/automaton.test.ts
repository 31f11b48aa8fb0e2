import '../support/seed.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { automatonFrom, type Match } from '../../src/graph/automaton.ts';

function naive(patterns: readonly string[], text: string): readonly Match[] {
  const found: Match[] = [];
  for (let end = 1; end <= text.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const pattern = patterns.indexOf(text.slice(start, end));
      if (pattern !== -1) found.push({ pattern, start, end });
    }
  }
  return found;
}

describe('an automaton', () => {
  test('finds what overlaps and what stands within', () => {
    const find = automatonFrom(['he', 'she', 'his', 'hers']);
    expect(find('ushers').map(({ pattern, start }) => [pattern, start])).toEqual([
      [1, 1],
      [0, 2],
      [3, 2],
    ]);
  });

  test('of nothing finds nothing', () => {
    expect(automatonFrom([])('text')).toEqual([]);
    expect(automatonFrom([''])('text')).toEqual([]);
  });

  test('finds what a plain search finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '北', '😀'), minLength: 1, maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '北', '😀', ' '), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), text, (patterns, hay) => {
        expect(automatonFrom(patterns)(hay)).toEqual(naive(patterns, hay));
      }),
      {
        numRuns: 400,
      },
    );
  });
});
