import { describe, expect, test } from 'vitest';
import { canonicalKey, parseInlineFields } from '../../src/notes/inline-fields.ts';
import { sharedCases } from '../support/cases.ts';
import { describeShared } from '../support/shared.ts';

interface Row {
  readonly name: string;
  readonly input?: string;
  readonly expected?: readonly (readonly [string, string])[];
  readonly key?: string;
  readonly expectedKey?: string;
}

describeShared("Dataview's fields and keys", () => {
  test.each(sharedCases<Row>('inline-fields').map((row) => [row.name, row] as const))('%s', (_, row) => {
    if (row.key !== undefined) expect(canonicalKey(row.key)).toBe(row.expectedKey);
    else expect(parseInlineFields(row.input ?? '')).toEqual(row.expected);
  });
});

describe('fields of a text', () => {
  test('round and square brackets, in the order they stand', () => {
    expect(parseInlineFields('A (b:: 2) and [a:: 1]')).toEqual([
      ['b', '2'],
      ['a', '1'],
    ]);
  });

  test('line by line; marks and emphasis around a key are dropped', () => {
    expect(parseInlineFields('- **Rating**:: 5\n> *Mood*:: good\nplain\n🎯 Goal:: x')).toEqual([
      ['Rating', '5'],
      ['Mood', 'good'],
      ['Goal', 'x'],
    ]);
  });

  test('text with punctuation before `::` is no field', () => {
    expect(parseInlineFields('Please (now) use it:: d')).toEqual([]);
    expect(parseInlineFields('See https://example.org/a::b')).toEqual([]);
  });

  test.each(['[a:: ', '[', '(a::', ' ', '- ', '_', '**'])('a line of 100,000 times "%s" is read in time', (unit) => {
    expect(parseInlineFields(`${unit.repeat(100_000)}a!::`)).toBeDefined();
  });
});

describe('canonical keys', () => {
  test.each([
    ['Noël  Märchen', 'noël-märchen'],
    ['**Bold** key!', 'bold-key'],
    ['हिन्दी नाम', 'हिन्दी-नाम'],
    ['📚 Books', '📚-books'],
  ])('%s', (key, expected) => {
    expect(canonicalKey(key)).toBe(expected);
  });
});
