import '../support/seed.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedText } from '../../src/graph/fold.ts';
import { type NamePlace, nameFinderFrom } from '../../src/graph/name-finder.ts';

const WORD = /[\p{L}\p{M}\p{N}_]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;
const JOINT = /[-.@\\\u2010\u2011]/u;

/** Folds the whole text, looks at every stretch of it, and asks of each whether it is a name and a whole word. */
function naive(names: readonly string[], text: string): readonly NamePlace[] {
  const folded = foldedText(text);
  const at = (offset: number): string => (offset < 0 ? '' : String.fromCodePoint(folded.text.codePointAt(offset) ?? 0x20));
  const before = (offset: number): string => [...folded.text.slice(0, Math.max(0, offset))].at(-1) ?? '';
  const found: NamePlace[] = [];
  for (let start = 0; start < folded.text.length; start += 1) {
    for (let end = start + 1; end <= folded.text.length; end += 1) {
      const name = names.indexOf(folded.text.slice(start, end));
      const [left, right] = [before(start), at(end)];
      if (name === -1 || left === '@' || right === '@') continue;
      if (WORD.test(left) && !UNSPACED.test(left) && !UNSPACED.test(at(start))) continue;
      if (WORD.test(right) && !UNSPACED.test(right) && !UNSPACED.test(before(end))) continue;
      if ((JOINT.test(left) && WORD.test(before(start - 1))) || (JOINT.test(right) && WORD.test(at(end + 1)))) continue;
      found.push({ name, start: folded.at(start), end: folded.at(end) });
    }
  }
  return found;
}

const texts = (names: readonly string[], text: string): readonly string[] =>
  nameFinderFrom(names)(text).map(({ start, end }) => text.slice(start, end));

describe('a finder of names', () => {
  test('finds whole words in any case, over line breaks and wide spaces', () => {
    const names = ['anna berg', 'anna', 'berg & co.'];
    expect(texts(names, 'ANNA  Berg and Anna\nBERG & Co., not Annabel, anna-lena, @anna or x.anna')).toEqual([
      'ANNA',
      'ANNA  Berg',
      'Anna',
      'Anna\nBERG',
      'BERG & Co.',
    ]);
    expect(texts(names, 'anna\tberg')).toEqual(['anna']);
  });

  test('folds what combines, and letters beyond the first 65,536', () => {
    expect(texts(['josé åberg'], 'Jose\u0301 A\u030aberg and José \u212bberg')).toEqual(['Jose\u0301 A\u030aberg', 'José \u212bberg']);
    expect(texts(['𐐨𐐩'], 'x 𐐀𐐁 y')).toEqual(['𐐀𐐁']);
    expect(texts(['νίκος'.replace('ς', 'σ')], 'Ο ΝΊΚΟΣ, ο Νίκος')).toEqual(['ΝΊΚΟΣ', 'Νίκος']);
  });

  test('finds names within a text of a script without spaces', () => {
    expect(texts(['北風商事', 'センター'], '昨日は北風商事とセンターで')).toEqual(['北風商事', 'センター']);
  });

  test('of nothing finds nothing', () => {
    expect(nameFinderFrom([])('text')).toEqual([]);
    expect(nameFinderFrom(['name'])('')).toEqual([]);
  });

  test('finds what a plain search finds', () => {
    const unit = fc.constantFrom(
      ...['a', 'a', 'b', 'B', 'é', 'E\u0301', '\u0301', 'ß', 'İ', 'Σ', 'ς', '\u212b', 'Ⓐ', '_', '1', ' ', ' ', '\u00a0', '\n', '\t'],
      ...['-', '.', '@', ',', '&', '北', 'か', 'ー', '한', '\u1112\u1161', '😀', '⚠\ufe0f', '𐐀', '𐐨', '𠮷'],
    );
    const name = fc
      .string({ unit, minLength: 1, maxLength: 5 })
      .map((text) => foldedText(text.trim()).text)
      .filter((text) => text !== '' && text.trim() === text);
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), fc.string({ unit, maxLength: 40 }), fc.boolean(), (names, filler, inside) => {
        const text = inside ? names.map((one, i) => `${one}${[...filler].slice(i, i + 3).join('')}`).join('') : filler;
        expect(nameFinderFrom(names)(text)).toEqual(naive(names, text));
      }),
      { numRuns: 1000 },
    );
  });
});
