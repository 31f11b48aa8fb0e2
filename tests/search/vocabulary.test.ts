import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readVocabulary, vocabulary } from '../../src/search/vocabulary.ts';

const wordsOf = (passages: readonly string[], names: readonly string[] = [], titles: readonly string[] = []) => {
  const words = vocabulary();
  words.count({ names, titles, passages });
  return words.text();
};

describe('the words of a site', () => {
  test('are read back as they were written, with how often they stand there and whether they are names', () => {
    const known = readVocabulary(wordsOf(['The rollback, a rollback: “Rollback”.', 'Zürich is near.'], ['Maren Lysø']));
    expect(known).toContainEqual({ word: 'rollback', key: 'rollback', weight: 1, name: false });
    expect(known).toContainEqual({ word: 'zürich', key: 'zurich', weight: 0, name: false });
    expect(known).toContainEqual({ word: 'Lysø', key: 'lyso', weight: 3, name: true });
  });

  test('leave out numbers, codes, addresses, unspaced scripts and what is too short or long to be mistyped', () => {
    expect(wordsOf([`42 $300M mara@north.example 讨论 ノート is x${'y'.repeat(40)}`])).toBe('');
  });

  test('keep words with marks and hyphens inside, and words beside lines and slashes', () => {
    const known = readVocabulary(wordsOf(["O'Dowd's two-site\ncatch-up topic/latency"])).map(({ word }) => word);
    expect(known).toEqual(['catch-up', 'latency', "o'dowd's", 'topic', 'two-site']);
  });

  test('are the same in any order of the notes', () => {
    const text = fc.array(fc.stringMatching(/^[a-zé]{1,6}( [a-zé]{1,6}){0,4}$/u), { maxLength: 12 });
    fc.assert(fc.property(text, (passages) => wordsOf(passages) === wordsOf(passages.toReversed())));
  });

  test('are at most 20,000, names always among them', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const many = Array.from({ length: 27_000 }, (_, at) =>
      [at % 26, Math.floor(at / 26) % 26, Math.floor(at / 676)].map((l) => letters[l % 26]).join(''),
    );
    const words = vocabulary();
    const longer = many.map((word, at) => `${word}${letters[at % 26]}${letters[Math.floor(at / 26) % 26]}`);
    words.count({ names: ['Zzyzx Quill'], titles: [], passages: [longer.join(' '), longer.map((word) => `${word}s`).join(' ')] });
    const known = readVocabulary(words.text());
    expect(known).toHaveLength(20_000);
    expect(known.filter(({ name }) => name).map(({ word }) => word)).toEqual(['Quill', 'Zzyzx']);
  });

  test('lines that are no words are passed over', () => {
    expect(readVocabulary('\n??\n0word3\n1')).toEqual([{ word: 'word', key: 'word', weight: 3, name: false }]);
  });
});
