import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/markdown/walk.ts';
import { unfinishedTag } from '../../src/render/unfinished-tag.ts';
import { blocksOf, inlinesOf, parse } from '../support/tree-parts.ts';

describe('raw HTML that nothing closes', () => {
  test.each(['<?php', '<!x', '<![CDATA[', '<script>', '<style>', '<textarea>', '<pre>'])(
    '%s does not take the rest of the note with it',
    (opener) => {
      const tree = parse(`${opener}\n\n# After\n\n> quote`);
      expect(blocksOf(tree, 'heading')).toHaveLength(1);
      expect(blocksOf(tree, 'quote')).toHaveLength(1);
    },
  );

  test.each([
    ['<?php\n\necho\n?>', 1],
    ['<!DOCTYPE html>', 1],
    ['<![CDATA[\n\nx\n]]>', 1],
    ['<script>\n\nx\n</script>', 1],
    ['<pre>\n\n# x\n</pre>', 1],
  ])('%j is closed, and a block of its own', (text, count) => {
    expect(blocksOf(parse(`${text}\n\n# After`), 'html')).toHaveLength(count);
    expect(plainText(parse(`${text}\n\n# After`).blocks)).toBe('After');
  });

  test('one in a line is a tag of that line', () => {
    expect(inlinesOf(parse('<script>\n\na'), 'html').map(({ value }) => value)).toEqual(['<script>']);
  });
});

test.each([
  ['<b>a</b>', -1],
  ['a < b > c', -1],
  ['a <b c="d>', 2],
  ['a <b c="d">e', -1],
  ["a <b c='>' d", 2],
  ['a <b c=d"e>f', -1],
  ['a </b', 2],
  ['a <!-- b', 2],
  ['a <!-- b --> c', -1],
  ['a <!doctype b', 2],
  ['<script>if (a <b) "</script> <i', 29],
  ['<script>never closed <i', -1],
  ['<', -1],
])('where the tag begins that %j does not finish: %i', (html, at) => expect(unfinishedTag(html)).toBe(at));
