import { describe, expect, test } from 'vitest';
import { parseInline } from '../../src/markdown/parse.ts';
import { plainText } from '../../src/markdown/walk.ts';
import { blocksOf, inlinesOf, itemsOf, parse, refsOf, tagsOf } from '../support/tree-parts.ts';

/** Everything of a tree a reader or an index could see. */
const all = (text: string): string => JSON.stringify(parse(text));

describe('comments are not in the tree', () => {
  test.each([
    ['inline', 'a %%secret%% b'],
    ['over lines of a paragraph', 'a %% secret\nsecret %% b'],
    ['inside a list item', '- a %%secret%%\n- b'],
    ['inside a task, whose source is handed out', '- [ ] do %%secret%% it'],
    ['inside a heading, whose source is handed out', '# a %%secret%%'],
    ['inside a callout title', '> [!note] a %%secret%%\n> b'],
    ['inside a table cell', '| a | b |\n|--|--|\n| %%secret%% | c |'],
    ['inside raw HTML', '<div>\n%%secret%% <!-- secret -->\n</div>'],
    ['a block over blank lines', '%%\nsecret\n\n- secret\n\n```\nsecret\n```\n%%\n\nb'],
    ['a block in a quote', '> a\n> %%\n> secret\n> %%\n> b'],
    ['a block opened in a list and closed outside', '- a\n  %%\n  secret\n\nsecret\n%%\n\nb'],
    ['a block opened in a quote and closed outside', '> %%\n> secret\n\n- secret\n\n%%\nb'],
    ['a block that interrupts a paragraph', 'a\n%%\nsecret\n\nsecret\n%%\nb'],
    ['a block opened with text on the line', '%% secret\n\nsecret %%\n\nb'],
    ['an unclosed block', 'a\n\n%%\nsecret\n\nsecret'],
    ['HTML comment', 'a <!-- secret --> b'],
    ['HTML comment block', '<!-- secret\n\nsecret -->\n\nb'],
    ['HTML comment in a list, closed outside', '- a\n  <!-- secret\n\nsecret -->\nb'],
    ['HTML comment after a task', '- [x] a <!-- secret -->'],
  ])('%s', (_, text) => expect(all(text)).not.toContain('secret'));

  test.each([
    ['after an inline comment', 'a %%x%% shown', 'shown'],
    ['after the closing line of a block', '%%\nx\n%% shown', 'shown'],
    ['Markdown after an HTML comment', '<!-- x --> **shown**', '"kind":"strong"'],
    ['in a code span', '`%%shown%%`', '%%shown%%'],
    ['in a fence', '```\n%%\nshown\n%%\n```', 'shown'],
    ['after an unclosed opener in a line', '100%% sure, shown', '100%% sure, shown'],
    ['four signs open nothing', '%%%%\nshown', 'shown'],
    ['between four signs', 'a %%%% shown %%%% b', 'shown'],
    ['an unclosed HTML comment is text', '<!-- shown', 'shown'],
    ['after a block closed by text', '%%\nx %% shown\n\nend', 'shown'],
  ])('%s, text stays', (_, text, shown) => expect(all(text)).toContain(shown));

  test('a line that is just %% closes a comment opened in the paragraph', () => {
    expect(all('a %% secret\n%%\n\nshown')).toContain('shown');
    expect(all('a %% secret\n%%\n\nshown')).not.toContain('secret');
  });

  test('no link, tag or item in a comment counts', () => {
    const tree = parse('%%\n- [ ] [[a]] #b\n%%\n\nx %%[[c]] #d%%');
    expect([refsOf(tree), tagsOf(tree), itemsOf(tree)]).toEqual([[], [], []]);
  });

  test('only an unclosed line of %% is a problem', () => {
    expect(parse('a\n\n%%\nb').problems).toEqual([expect.objectContaining({ code: 'comment-unclosed', line: 3 })]);
    expect(parse('100%% sure').problems).toEqual([]);
  });

  test('a paragraph of comments alone leaves nothing behind', () => {
    expect(parse('%%a%%\n\n<!-- b -->').blocks).toEqual([]);
    expect(plainText(parse('%%a%%\ntext').blocks)).toBe('text');
  });

  test('single items lose theirs too', () => expect(plainText(parseInline('a %%b%%<!-- c -->', 1))).toBe('a '));

  test('blocks after a hidden one keep their lines', () => {
    const tree = parse('%%\nx\n%%\n\n# H\n\n[[l]]');
    expect(blocksOf(tree, 'heading')[0]?.line).toBe(5);
    expect(inlinesOf(tree, 'link')[0]?.ref).toMatchObject({ line: 7, column: 1 });
  });
});
