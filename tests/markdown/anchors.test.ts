import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockAnchor, headingIds, lineAnchor } from '../../src/markdown/anchors.ts';

const ids = (...texts: string[]): string[] => headingIds(texts.map((text) => ({ text })));

describe('heading ids', () => {
  test('keep letters and digits of every script', () => {
    expect(ids('Key Facts', 'Über  Größe!', '概要 2', 'Ключ: да', 'a_b-c')).toEqual([
      'key-facts',
      'über-größe',
      '概要-2',
      'ключ-да',
      'a_b-c',
    ]);
  });
  test('number repeated ones', () => expect(ids('A', 'A', 'A', 'a-1')).toEqual(['a', 'a-1', 'a-2', 'a-1-1']));
  test('number repeated ones without becoming a block’s', () => expect(ids('B', 'b', 'B')).toEqual(['b', 'h-b-1', 'h-b-2']));
  test('are never empty', () => expect(ids('', '🔥', '!!!')).toEqual(['section', 'section-1', 'section-2']));
  test('leave the page’s own anchors alone', () => {
    expect(ids('Main', 'menu', 'i mark', 'B one', 'fn 1', 'L 3')).toEqual(['h-main', 'h-menu', 'h-i-mark', 'h-b-one', 'h-fn-1', 'h-l-3']);
  });
  test('are unique and no other anchor', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('a', 'a-1', 'A', 'b', 'fn', 'section', 'main', 'b-x', 'h-main', 'h-b-1'));
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const made = ids(...texts);
        expect(new Set(made).size).toBe(texts.length);
        for (const id of made) expect(id).toMatch(/^(?!(?:[bdeiln]-|fn-|fnref-|fnin-)|(?:main|menu)$)[^\s"'<>&]+$/u);
      }),
    );
  });
});

test('block ids have one anchor whatever their case', () => expect(blockAnchor('Item-1')).toBe(blockAnchor('item-1')));
test('lines have one', () => expect(lineAnchor(12)).toBe('l-12'));
