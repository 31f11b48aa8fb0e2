import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexText, queryText, shownText } from '../../src/search/words.ts';

describe('indexText', () => {
  test('leaves text with spaces alone', () => {
    expect(indexText('Rollback within 20 minutes, café & Ünal')).toBe('Rollback within 20 minutes, café & Ünal');
  });

  test('sets the words of unspaced scripts apart, and the characters of Han words', () => {
    expect(indexText('我们的讨论')).toBe('我|们| 的| 讨|论');
  });

  test('keeps words of other scripts whole between them', () => {
    expect(indexText('在Obsidian中')).toBe('在| Obsidian| 中');
  });

  test('hangul is written with spaces and stays whole', () => {
    expect(indexText('데이터베이스 백업')).toBe('데이터베이스 백업');
  });
});

describe('shownText', () => {
  test.each(['数据库的备份策略。', '在 Obsidian 中，“你好” 说', 'ノートを作成する', 'Rollback, then 回滚', 'สวัสดีครับ ok'])(
    'gives %s back',
    (text) => {
      expect(shownText(indexText(text))).toBe(text);
    },
  );

  test('a bar of the text shows as a broken bar', () => {
    expect(shownText(indexText('a|b'))).toBe('a ¦ b');
  });

  test('gives back any text without bars', () => {
    const text = fc.string({ unit: fc.constantFrom('数', '据', 'の', 'a', 'B', ' ', '。', '-', '7', 'ก', 'é'), maxLength: 40 });
    fc.assert(fc.property(text, (any) => shownText(indexText(any)) === any));
  });
});

describe('queryText', () => {
  test.each([
    ['我们', '我们'],
    ['我们的讨论 now', '我们 的 讨论 now'],
    ['  C++  and  a|b ', 'C and ab'],
    ['“quoted”', '“quoted”'],
    ['   ', ''],
  ])('%s is asked as %s', (text, asked) => {
    expect(queryText(text)).toBe(asked);
  });
});
