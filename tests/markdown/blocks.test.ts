import { describe, expect, test } from 'vitest';
import { parseInline, parseMarkdown } from '../../src/markdown/parse.ts';
import { plainText, walkInlines } from '../../src/markdown/walk.ts';
import { vaultPath } from '../../src/vault/path.ts';
import { memorySite } from '../support/memory-vault.ts';
import { blocksOf, inlinesOf, itemsOf, parse, refsOf, tagsOf } from '../support/tree-parts.ts';

describe('tasks', () => {
  test.each(['-', '*', '+', '1.', '1)'])('marker %s', (marker) => {
    expect(itemsOf(parse(`${marker} [x] do it`))[0]).toMatchObject({ marker, task: 'x', source: 'do it' });
  });

  test.each([' ', '?', '/', '-', '!', '<', '🔥', '['])('any one character: %s', (status) => {
    expect(itemsOf(parse(`- [${status}] do`))[0]?.task).toBe(status);
  });

  test.each(['- [] a', '- [xx] a', '- [x]a', '- [x](url)', '- [[x]] a', 'a\n\n[x] b'])('no task: %s', (text) => {
    expect(itemsOf(parse(text)).every((item) => item.task === null)).toBe(true);
  });

  test('source is the first line, with its block id', () => {
    const [item] = itemsOf(parse('- [ ] do **it** 📅 2026-01-02 ^id\n  more'));
    expect(item?.source).toBe('do **it** 📅 2026-01-02 ^id');
  });

  test('an empty box is a task without text', () => expect(itemsOf(parse('- [ ]\n- [x] b'))[0]).toMatchObject({ task: ' ', source: '' }));

  test('lines and ends count nested items', () => {
    const [outer, inner] = itemsOf(parse('- a\n  - b\n    more\n- c'));
    expect(outer).toMatchObject({ line: 1, endLine: 3 });
    expect(blocksOf(parse('- a\n  - b\n    more\n- c'), 'list')[1]?.items[0]).toMatchObject({ line: 2, endLine: 3 });
    expect(inner).toMatchObject({ line: 4 });
  });
});

describe('links that lead nowhere', () => {
  test('`[text]()` is text', () => {
    expect(refsOf(parse('a [b **c**]() d'))).toEqual([]);
    expect(plainText(parse('a [b **c**]() d').blocks)).toBe('a b c d');
  });
});

describe('block ids', () => {
  test('at the end of an item it is the item’s', () => {
    const tree = parse('- a ^one\n- b\n  - c ^two');
    expect(itemsOf(tree).map((item) => item.blockId)).toEqual(['one', null, 'two']);
    expect(plainText(tree.blocks)).toBe('a\nb\nc');
  });

  test.each([
    ['list', '- a\n- b\n\n^id'],
    ['list', '- a\n- b\n^id'],
    ['quote', '> a\n\n^id'],
    ['quote', '> a\n^id'],
    ['callout', '> [!note] a\n> b\n\n^id'],
    ['table', '| a |\n|--|\n| b |\n\n^id'],
    ['table', '| a |\n|--|\n| b |\n^id'],
    ['paragraph', 'a\n^id'],
    ['code', '```\na\n```\n^id'],
  ])('on a line of its own it names the %s before: %j', (kind, text) => {
    const { blocks } = parse(text);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ kind, blockId: 'id' });
  });

  test('glued to an embed or link it counts, glued to a word it is text', () => {
    expect(parse('![[a.png]]^id').blocks[0]).toMatchObject({ blockId: 'id', children: [{ kind: 'embed', standalone: true }] });
    expect(parse('x^id').blocks[0]).toMatchObject({ blockId: null });
  });

  test('at the start of a note it is text', () => expect(plainText(parse('^id').blocks)).toBe('^id'));
  test('the first of two counts', () => expect(parse('a ^one\n\n^two').blocks[0]).toMatchObject({ blockId: 'one' }));
});

describe('math and money', () => {
  test.each(['from $5 to maybe $10', '~1–1.5 month at $300M … ~$300M', 'a $ b $ c', '\\$x$', '$5/$10', 'cost $$ and $$$'])(
    'money stays text: %s',
    (text) => {
      expect(inlinesOf(parse(text), 'math')).toEqual([]);
    },
  );
  test('single tildes are no strike', () => expect(inlinesOf(parse('~1 month on one line, ~$300M'), 'strike')).toEqual([]));
  test('inline and display', () => {
    expect(inlinesOf(parse('a $x^2$ b $$y$$ c'), 'math')).toEqual([
      { kind: 'math', value: 'x^2', display: false },
      { kind: 'math', value: 'y', display: true },
    ]);
  });
  test.each(['$$\nx\n$$', '$$ x $$', '$$x$$', '$$x\n$$'])('block: %j', (text) => expect(blocksOf(parse(text), 'math')[0]?.value).toBe('x'));
  test('an unclosed block is text', () => expect(plainText(parse('$$\na\n\nb').blocks)).toBe('$$\na\nb'));
});

describe('links', () => {
  test.each([
    ['a heading', '# [[x]]'],
    ['a cell', '| [[x]] |\n|--|'],
    ['an item', '- [[x]]'],
    ['a callout title', '> [!note] [[x]]'],
    ['a quote', '> > [[x]]'],
    ['a footnote', 'a[^1]\n\n[^1]: [[x]]'],
    ['a note in place', 'a ^[[[x]]]'],
    ['emphasis', '***==[[x]]==***'],
  ])('in %s', (_, text) => expect(refsOf(parse(text)).map((ref) => ref.path)).toEqual(['x']));

  test.each([
    '[a](javascript:x)',
    '[a](data:text/html,x)',
    '[a](vbscript:x)',
    '[a](java&Tab;script:x)',
    '<javascript:x>',
    '[a](file:///etc/passwd)',
  ])('unsafe address stays text: %s', (text) => {
    const tree = parse(text);
    expect([inlinesOf(tree, 'external'), refsOf(tree)]).toEqual([[], []]);
    expect(plainText(tree.blocks)).not.toBe('');
  });

  test('bare addresses and www, but no guesses', () => {
    const tree = parse('https://a.org/b, www.c.org. d.org e@f.org (www.g.org/h_(i))');
    expect(inlinesOf(tree, 'external').map((link) => link.href)).toEqual([
      'https://a.org/b',
      'http://www.c.org',
      'mailto:e@f.org',
      'http://www.g.org/h_(i)',
    ]);
  });

  test('a link within the text of a link is text', () => {
    const tree = parse('[[a|b https://c.org #d]]');
    expect(inlinesOf(tree, 'external')).toEqual([]);
    expect(tagsOf(tree)).toEqual([]);
    expect(plainText(tree.blocks)).toBe('b https://c.org #d');
  });

  test('an unescaped pipe splits a cell, and is reported', () => {
    const tree = parse('| a | b |\n|--|--|\n| [[x|y]] | z |');
    expect(refsOf(tree)).toEqual([]);
    expect(tree.problems).toEqual([
      expect.objectContaining({ code: 'table-split-link', line: 3 }),
      expect.objectContaining({ code: 'table-cells-dropped', line: 3 }),
    ]);
  });

  test('no-break spaces are spaces in wikilinks, and stay in Markdown links, which find the same note', () => {
    const text = '[[a\u00a0b]] [t](<a\u00a0b.md>)';
    expect(refsOf(parse(text)).map((ref) => ref.path)).toEqual(['a b', 'a\u00a0b.md']);
    const site = memorySite({ 'Note.md': text, 'a b.md': '' });
    const rows = site.graph.links.get(vaultPath('Note.md')) ?? [];
    expect(rows.map(({ to }) => to.target)).toEqual(['a b.md', 'a b.md']);
  });

  test('a title with a colon is a note, not an address', () =>
    expect(refsOf(parse('[a](<Meeting: notes.md>)'))[0]?.path).toBe('Meeting: notes.md'));
});

describe('quotes', () => {
  test('text without a sign goes on with the quote, and the quote goes on after it', () => {
    const { blocks } = parse('> a\nb\n'.repeat(20));
    expect(blocks).toHaveLength(1);
    expect(inlinesOf({ blocks, footnotes: [], problems: [] }, 'text')).toHaveLength(40);
  });
  test('more of that than anybody writes parts it, and nothing is lost', () => {
    const tree = parse('> a\nb\n'.repeat(100));
    expect(tree.blocks.length).toBeLessThan(5);
    expect(inlinesOf(tree, 'text')).toHaveLength(200);
  });
});

describe('callouts', () => {
  test('nested, with a list right below the title', () => {
    const [outer] = parse('> [!note] A\n> - item\n> > [!tip]- B\n> > text').blocks;
    expect(outer).toMatchObject({
      kind: 'callout',
      titleText: 'A',
      blocks: [{ kind: 'list' }, { kind: 'callout', canonical: 'tip', fold: '-' }],
    });
  });
  test('a line without > goes on', () => {
    const { blocks } = parse('> [!note] A\nlazy');
    expect(blocks).toHaveLength(1);
    expect(plainText(blocks)).toBe('A\nlazy');
  });
  test('only the first line makes one', () => expect(parse('> a\n> [!note] b').blocks[0]?.kind).toBe('quote'));
  test('glued text makes none', () => expect(parse('> [!info]text').blocks[0]?.kind).toBe('quote'));
});

describe('single newlines', () => {
  test('break the line', () => expect(inlinesOf(parse('a\nb'), 'break')).toHaveLength(1));
  test('are spaces on request', () => expect(plainText(parseMarkdown('a\nb', { bodyLine: 1, breaks: false }).blocks)).toBe('a\nb'));
});

describe('embeds', () => {
  test('alone on a line or in it', () => {
    const alone = inlinesOf(parse('![[a]]\n![[b]]\nc ![[d]]'), 'embed').map((embed) => embed.standalone);
    expect(alone).toEqual([true, true, false]);
  });
});

describe('footnotes', () => {
  test('labels are compared without case; undefined ones are text', () => {
    const tree = parse('a[^A] b[^c]\n\n[^a]: note\n    second line\n\n    second paragraph');
    expect(inlinesOf(tree, 'footnote').map((note) => note.label)).toEqual(['a']);
    expect(plainText(tree.footnotes[0]?.blocks ?? [])).toBe('note\nsecond line\nsecond paragraph');
    expect(plainText(tree.blocks)).toContain('[^c]');
  });
  test('in a single item every mark counts', () => expect(parseInline('a[^1]', 1)).toContainEqual({ kind: 'footnote', label: '1' }));
});

test('too deep nesting is shown as text and reported once', () => {
  const tree = parse(Array.from({ length: 80 }, (_, i) => `${'  '.repeat(i)}- level ${i}`).join('\n'));
  expect(tree.problems).toEqual([expect.objectContaining({ code: 'nesting-too-deep' })]);
  expect(plainText(tree.blocks)).toContain('level 79');
});

test('the walk meets every inline once', () => {
  const kinds: string[] = [];
  walkInlines(parse('# a\n\n- **b `c`**'), (inline) => kinds.push(inline.kind));
  expect(kinds).toEqual(['text', 'strong', 'text', 'code']);
});
