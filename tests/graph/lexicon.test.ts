import '../support/seed.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, Lexicon } from '../../src/graph/lexicon.ts';

/** The fold of a whole text, step by step. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

describe('a folded text', () => {
  test('is the same for every sign, whatever stands around it', () => {
    const differing: string[] = [];
    for (let code = 0; code < 0x20000; code += 1) {
      const sign = String.fromCodePoint(code);
      for (const text of [sign, `a${sign}b`, `A ${sign}, é`]) if (foldText(text) !== folded(text)) differing.push(text);
    }
    expect(differing).toEqual([]);
  });

  test('of many signs is that of the whole', () => {
    const unit = fc.constantFrom(
      ...[
        'a',
        'B',
        ' ',
        '-',
        '7',
        '\n',
        'é',
        'e\u0301',
        '\u0327',
        'ø',
        'ß',
        'İ',
        'Σ',
        'ς',
        '–',
        '“',
        '™',
        '½',
        '①',
        'ﬁ',
        '한',
        '\u1112',
        '\u1161',
        '😀',
        '⚠\ufe0f',
      ],
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 14 }), (text) => {
        expect(foldText(text)).toBe(folded(text));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a lexicon', () => {
  test('gives words that stand for one subject one number, and none to words that say nothing', () => {
    const lexicon = new Lexicon();
    const [price, store] = lexicon.wordsOf('The prices of stores');
    expect(lexicon.wordsOf('STORES, priced: storing; pricing? to the Stôres')).toEqual([store, price]);
    expect(lexicon.wordsOf('of the a — …')).toEqual([]);
    expect(lexicon.size).toBe(3);
  });

  test('reads the words of folded texts, however many', () => {
    const lexicon = new Lexicon();
    const numbers = new Map<string, number>();
    const digits = fc.array(fc.stringMatching(/^[0-9]{2,6}$/), { maxLength: 40 });
    const parts = fc.array(fc.constantFrom(' ', '-', '. ', ' – ', '\n', ' ø '), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(digits, parts, (words, between) => {
        // Digits are no stop words and have no endings: each is a subject of its own.
        const read = lexicon
          .wordsOf(words.map((word, i) => `${word}${between[i]}`).join(''))
          .filter((one) => one !== lexicon.wordsOf('ø')[0]);
        const distinct = [...new Set(words)];
        expect(read).toHaveLength(distinct.length);
        distinct.forEach((word, i) => {
          const known = numbers.get(word);
          if (known === undefined) numbers.set(word, read[i] ?? -1);
          else expect(read[i]).toBe(known);
        });
      }),
      { numRuns: 400 },
    );
    expect(new Set(numbers.values()).size).toBe(numbers.size);
    expect(numbers.size).toBeGreaterThan(1024);
  });
});
