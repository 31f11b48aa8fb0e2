import { describe, expect, test } from 'vitest';
import { excerptOf, type Run, runsOf } from '../../../src/client/search/excerpt.ts';
import { indexText } from '../../../src/search/words.ts';

/** Marked text in brackets. */
const shown = (runs: readonly Run[]) => runs.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');
const all = (words: readonly string[], hits: readonly number[]) => shown(runsOf(words, new Set(hits), 0, words.length));

describe('runs', () => {
  test('mark the words that answer, without the punctuation around them', () => {
    expect(all('He said: “rollback!” (twice).'.split(' '), [2, 3])).toBe('He said: “[rollback]!” ([twice]).');
  });

  test('markup in a note is text', () => {
    expect(runsOf(['<img', 'src=x>', '&lt;b&gt;'], new Set([0]), 0, 3)).toEqual([
      { text: '<', mark: false },
      { text: 'img', mark: true },
      { text: ' src=x> &lt;b&gt;', mark: false },
    ]);
  });

  test('text without spaces is joined again', () => {
    const words = indexText('我们的讨论 and 在Obsidian中。').split(' ');
    expect(all(words, [2])).toBe('我们的[讨论] and 在Obsidian中。');
  });

  test('a word of symbols alone is not marked', () => {
    expect(all(['a', '——', 'b'], [1])).toBe('a —— b');
  });
});

describe('excerpt', () => {
  const words = Array.from({ length: 400 }, (_, at) => `w${at}`);

  test('shows where the hits are densest, with some words before the first', () => {
    const text = shown(excerptOf(words, [20, 300, 304, 307], 0, 400));
    expect(text).toMatch(/^… w294 w295 /);
    expect(text).toContain('[w300] w301 w302 w303 [w304] w305 w306 [w307]');
    expect(text).toMatch(/ …$/);
  });

  test('never leaves its range', () => {
    expect(shown(excerptOf(words, [11, 500], 10, 13))).toBe('… w10 [w11] w12 …'.replaceAll('… ', '').replace(' …', ''));
  });

  test('without a hit shows the beginning', () => {
    expect(shown(excerptOf(words, [], 5, 400))).toMatch(/^w5 w6 /);
  });

  test('of nothing is nothing', () => {
    expect(excerptOf([], [3], 0, 10)).toEqual([]);
  });

  test('a single endless word is shown', () => {
    expect(shown(excerptOf(['x'.repeat(5000)], [0], 0, 1))).toContain('x'.repeat(5000));
  });
});
