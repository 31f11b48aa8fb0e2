import { describe, expect, test } from 'vitest';
import { landingWords, placesOf } from '../../../src/client/search/landing-places.ts';

const found = (text: string, ...words: readonly string[]) => placesOf(text, words).map(([from, to]) => text.slice(from, to));

describe('the words that led to a page', () => {
  test('are named by the address, each once', () => {
    expect(landingWords('?a=1&hl=rollback+Zürich+rollback+%21')).toEqual(['rollback', 'Zürich']);
    expect(landingWords('?q=rollback')).toEqual([]);
  });

  test('are found whatever their case, accents and the punctuation around them', () => {
    expect(found('(Rollback), ROLLBACK: rollbacks zurich', 'rollback', 'zürich')).toEqual(['Rollback', 'ROLLBACK', 'zurich']);
    expect(found('two-site C++ C', 'site', 'c++')).toEqual(['two-site', 'C++']);
  });

  test('are found inside text without spaces', () => {
    expect(found('数据同步失败', '同步')).toEqual(['同步']);
    expect(found('恢复文件的先前版本', '版本历史')).toEqual([]);
  });

  test('are found between text without spaces', () => {
    expect(found('在Obsidian中，rollback失败', 'obsidian', 'rollback')).toEqual(['Obsidian', 'rollback']);
  });

  test('are found beside dashes', () => {
    expect(found('encrypted—no one', 'no')).toEqual(['no']);
  });
});
