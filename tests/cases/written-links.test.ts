import { describe, expect, test } from 'vitest';
import { noteOf } from '../support/case-runs.ts';
import { inspectFiles } from '../support/inspected.ts';

type Row = readonly [path: string, subpath: string, display: string, embed: boolean];

const linksOf = (text: string) => noteOf(inspectFiles({ 'note.md': text })).links;
const rowsOf = (text: string): readonly Row[] => linksOf(text).map(({ path, subpath, display, embed }) => [path, subpath, display, embed]);
/** Rows of plain links: each shows its path. */
const plain = (...paths: readonly string[]): readonly Row[] => paths.map((path) => [path, '', path, false]);

describe('what is a wikilink', () => {
  test.each<readonly [rule: string, text: string, links: readonly Row[]]>([
    ['one line', '[[a\nb]]', []],
    ['shortest match', '[[a]] x]]', plain('a')],
    ['empty content is text', '[[   ]] [[]]', []],
    ['no other `[[` inside: the inner one counts', '[[a [[b]] c]]', plain('b')],
    ['a bracket before it is text', '[[[a]]]', plain('a')],
    ['not in code spans', 'a `[[x]]` b ``[[y]] ` `` [[z]]', plain('z')],
    ['not in indented code', 'p\n\n    [[x]]\n\nq [[y]]', plain('y')],
    [
      'not in fences, wherever they stand',
      '~~~\n[[x]]\n~~~\n- a\n  ```\n  [[x]]\n  ```\n- [[y]]\n> ```\n> [[x]]\n> ```\n> [[z]]',
      plain('y', 'z'),
    ],
    ['not in HTML comments, over lines and blank lines', 'a <!-- [[x]]\n[[y]] --> [[z]]\n\n<!--\n\n[[x]]\n\n-->\n[[w]]', plain('z', 'w')],
    ['not in comments', '%% [[x]] %% [[y]]\n\n%%\n[[x]]\n\n[[x]]\n%%', plain('y')],
    ['escaped brackets are text', '\\[\\[x\\]\\] \\[[y]] [\\[x]] [[z]]', plain('z')],
    ['Markdown in an HTML element is not rendered', '<div>\n[[x]]\n</div>\n\n[[y]]', plain('y')],
    ['inline HTML holds text', '<b>[[x]]</b>', plain('x')],
    ['math is no text', '$[[x]]$ and [[y]]', plain('y')],
    ['headings', '## a [[x]]\n\nb [[y]]\n===', plain('x', 'y')],
    ['footnotes, inline ones too', 'a[^1] ^[see [[y]]]\n\n[^1]: see [[x]]', plain('y', 'x')],
    ['callout titles', '> [!info] see [[x|y]]\n> [[z]]', [['x', '', 'y', false], ...plain('z')]],
    ['quotes and nested lists', '> > [[w]]\n\n- a\n\t- b [[x]]\n\t\t1. [[y]]', plain('w', 'x', 'y')],
    ['emphasis around it', '**[[x]]** ==[[y]]== ~~[[z]]~~', plain('x', 'y', 'z')],
    ['an escaped or lone `!` makes no embed', '\\![[a]] ! [[b]]', plain('a', 'b')],
  ])('%s', (_, text, links) => expect(rowsOf(text)).toEqual(links));
});

describe('path, subpath and display', () => {
  test.each<readonly [rule: string, text: string, links: readonly Row[]]>([
    [
      'display is everything after the first `|`',
      '[[a|b|c]] [[a| b ]]',
      [
        ['a', '', 'b|c', false],
        ['a', '', 'b', false],
      ],
    ],
    [
      'an empty display is none',
      '[[a|]] [[n#h| ]]',
      [
        ['a', '', 'a', false],
        ['n', '#h', 'n > h', false],
      ],
    ],
    ['a `|` at the start belongs to the path', '[[|]] [[|x]] [[|#x]]', [...plain('|', '|x'), ['|', '#x', '| > x', false]]],
    [
      'one trailing `\\` is a table escape',
      '| [[x\\|y]] | ![[i.png\\|alt\\|10]] |\n|--|--|\n\n[[x\\|y]]',
      [
        ['x', '', 'y', false],
        ['i.png', '', 'alt|10', true],
        ['x', '', 'y', false],
      ],
    ],
    [
      'no-break spaces are spaces, in the target only',
      '[[a\u00a0b|x\u00a0y]] [[a\u202fb]]',
      [['a b', '', 'x\u00a0y', false], ...plain('a b')],
    ],
    ['NFC', '[[Cafe\u0301#e\u0301]]', [['Café', '#é', 'Café > é', false]]],
    [
      'split at the first `#`, empty parts dropped in the display',
      '[[pa#th/x]] [[n##h]] [[n#]] [[#^b]]',
      [
        ['pa', '#th/x', 'pa > th/x', false],
        ['n', '##h', 'n > h', false],
        ['n', '#', 'n', false],
        ['', '#^b', '^b', false],
      ],
    ],
    [
      'a footnote’s own bracket',
      '[[n#[^1]]] [[#[^ab]|x]]]',
      [
        ['n', '#[^1]', 'n > [^1]', false],
        ['', '#[^ab]', 'x', false],
      ],
    ],
    ['names with `:`, `.md` twice, brackets', '[[a: b]] [[a.md.md]] [[a]b]] [[a[b]]', plain('a: b', 'a.md.md', 'a]b', 'a[b')],
    ['display may hold Markdown', '[[w|*v* `c`]]', [['w', '', '*v* `c`', false]]],
  ])('%s', (_, text, links) => expect(rowsOf(text)).toEqual(links));
});

describe('Markdown links', () => {
  test.each<readonly [rule: string, text: string, links: readonly Row[]]>([
    [
      'titles and `<…>`',
      '[t](a.md "title") [u](<b c.md> \'x\')',
      [
        ['a.md', '', 't', false],
        ['b c.md', '', 'u', false],
      ],
    ],
    [
      'decodeURI of the target',
      '[v](d%20e.md#f%20g) [w](%C3%A9t%C3%A9.md)',
      [
        ['d e.md', '#f g', 'v', false],
        ['été.md', '', 'w', false],
      ],
    ],
    [
      'decodeURI leaves %2C %23',
      '[x](a%23b.md) [y](a%2Cb.md)',
      [
        ['a%23b.md', '', 'x', false],
        ['a%2Cb.md', '', 'y', false],
      ],
    ],
    [
      'what does not decode stays',
      '[x](100%.md) [y](a%zz.md)',
      [
        ['100%.md', '', 'x', false],
        ['a%zz.md', '', 'y', false],
      ],
    ],
    [
      'references',
      '[t][r] [r] [R][] [u][s]\n\n[r]: my%20note.md#h\n[s]: <my note.md> "x"',
      [
        ['my note.md', '#h', 't', false],
        ['my note.md', '#h', 'r', false],
        ['my note.md', '#h', 'R', false],
        ['my note.md', '', 'u', false],
      ],
    ],
    ['a scheme is another site', '[t](https://x.org/a.md) <https://x.org> [m](mailto:a@b.c) [o](obsidian://open) [c](//h/x)', []],
    ['nothing to lead to is text', '[]() [a]()', []],
    [
      'the same note',
      '[x](#h) [y](#^b)',
      [
        ['', '#h', 'x', false],
        ['', '#^b', 'y', false],
      ],
    ],
    [
      'images',
      '![alt](a%20b.png) ![alt|100](c.png)',
      [
        ['a b.png', '', 'alt', true],
        ['c.png', '', 'alt|100', true],
      ],
    ],
    ['brackets in names', '[x](a(b).md)', [['a(b).md', '', 'x', false]]],
  ])('%s', (_, text, links) => expect(rowsOf(text)).toEqual(links));
});

test.each<readonly [where: string, text: string, places: readonly (readonly [line: number, column: number, raw: string])[]]>([
  [
    'UTF-16 units',
    '😀 [[b]] [[c]]',
    [
      [1, 4, '[[b]]'],
      [1, 10, '[[c]]'],
    ],
  ],
  [
    'tables, escapes kept',
    '| a | b |\n|--|--|\n| [[x\\|y]] | [[z]] |',
    [
      [3, 3, '[[x\\|y]]'],
      [3, 14, '[[z]]'],
    ],
  ],
  ['nested tasks', '- a\n\t- [ ] b [[x]]', [[2, 10, '[[x]]']]],
  [
    'quotes with lazy lines',
    '> a\n> [[x]]\n[[y]]',
    [
      [2, 3, '[[x]]'],
      [3, 1, '[[y]]'],
    ],
  ],
  [
    'callout titles',
    '> [!info]- T [[x]]\n> [[y]]',
    [
      [1, 14, '[[x]]'],
      [2, 3, '[[y]]'],
    ],
  ],
  [
    'headings',
    '###  [[x]] ##\n\n  [[y]]\n---',
    [
      [1, 6, '[[x]]'],
      [3, 3, '[[y]]'],
    ],
  ],
  ['CRLF and a byte order mark', '\ufeffa\r\n[[x]]\r\n', [[2, 1, '[[x]]']]],
  [
    'footnotes',
    'a[^1] ^[b [[w]]]\n\n[^1]: [[x]]\n    [[y]]',
    [
      [1, 11, '[[w]]'],
      [3, 7, '[[x]]'],
      [4, 5, '[[y]]'],
    ],
  ],
  ['behind comments over lines', 'a %% c\nd %% [[x]]', [[2, 6, '[[x]]']]],
  ['before a block id', 'a\n[[x]]   ^id', [[2, 1, '[[x]]']]],
  ['repaired text', 'â€™ğŸ“… [[x]]', [[1, 5, '[[x]]']]],
])('places count in the file: %s', (_, text, places) => {
  expect(linksOf(text).map(({ line, column, raw }) => [line, column, raw])).toEqual(places);
});
