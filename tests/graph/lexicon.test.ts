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
});
