import { describe, expect, test } from 'vitest';
import { noteOf } from '../support/case-runs.ts';
import { inspectFiles } from '../support/inspected.ts';

const read = (text: string) => noteOf(inspectFiles({ 'note.md': text }));

describe('properties', () => {
  test.each<readonly [rule: string, yaml: string, properties: object | null]>([
    [
      'dates stay text, quoted or not',
      'a: 2024-07-21\nb: "2024-07-21"\nc: 2024-07-21T12:37:00\nd: 12:30:45',
      { a: '2024-07-21', b: '2024-07-21', c: '2024-07-21T12:37:00', d: '12:30:45' },
    ],
    ['numbers', 'a: 12\nb: -3\nc: 3.14\nd: 0', { a: 12, b: -3, c: 3.14, d: 0 }],
    ['`1_000` and leading zeros are no other number', 'a: 1_000\nb: 012', { a: '1_000', b: '012' }],
    ['checkboxes; yes and no are text', 'a: true\nb: FALSE\nc: yes\nd: off', { a: true, b: false, c: 'yes', d: 'off' }],
    ['empty values', 'a:\nb: ~\nc: null\nd: ""\ne: []\nf: {}', { a: null, b: null, c: null, d: '', e: [], f: {} }],
    ['text over lines', 'a: |\n  x\n  y\nb: >-\n  x\n  y\nc: x\n  y', { a: 'x\ny\n', b: 'x y', c: 'x y' }],
    ['quotes', "a: 'it''s'\nb: \"x\\ty\\u00e9\"", { a: "it's", b: 'x\tyé' }],
    ['comments', '# c\na: 1 # d\nb: "#x"', { a: 1, b: '#x' }],
    ['anchors', 'a: &x [1]\nb: *x', { a: [1], b: [1] }],
    [
      'keys that are no texts',
      '1: a\ntrue: b\n2024-01-01: c\n"a:b": d\nGröße 标题: e',
      { 1: 'a', true: 'b', '2024-01-01': 'c', 'a:b': 'd', 'Größe 标题': 'e' },
    ],
    ['nesting', 'a:\n- b: 1\n  c: [1, {d: e}]\n- - f', { a: [{ b: 1, c: [1, { d: 'e' }] }, ['f']] }],
    ['an unquoted link is a list in a list', 'a: [[X]]', { a: [['X']] }],
    ['JSON', '{\n  "a": 1,\n  "b": [true, null]\n}', { a: 1, b: [true, null] }],
    ['names of objects', 'constructor: 1\ntoString: 2', { constructor: 1, toString: 2 }],
    ['invalid', 'a: b: c', null],
    ['a key twice', 'a: 1\na: 2', null],
    ['tabs as indent', 'a:\n\t- b', null],
    ['a key that is a list', '? [a, b]\n: c', null],
    ['no mapping', '- a\n- b', null],
    ['a tag', 'a: !b c', null],
    ['open quotes and brackets', 'a: "b', null],
    ['an unknown reference', 'a: *b', null],
  ])('%s', (_, yaml, properties) => expect(read(`---\n${yaml}\n---\nbody`).properties).toEqual(properties));
});

describe('the block', () => {
  test.each<readonly [rule: string, text: string, properties: object | null]>([
    ['CRLF', '---\r\na: 1\r\n---\r\nx', { a: 1 }],
    ['a byte order mark', '\ufeff---\na: 1\n---\n', { a: 1 }],
    ['spaces behind the dashes, no line end', '---  \na: 1\n---  ', { a: 1 }],
    ['prose that opens with a rule counts', '---\nKey: x\n---\n', { Key: 'x' }],
    ['a second block is body', '---\na: 1\n---\n---\nb: 2\n---\n', { a: 1 }],
    ['dashes in values', '---\na: "x --- y"\nb: |\n  ---\n  z\n---\n', { a: 'x --- y', b: '---\nz\n' }],
    ['empty', '---\n---\n', null],
    ['only a comment', '---\n# x\n---\n', null],
    ['not closed', '---\na: 1\n\nx', null],
    ['closed by four dashes', '---\na: 1\n----\nx', null],
    ['not on the first line', '\n---\na: 1\n---\n', null],
    ['not at the start of the line', ' ---\na: 1\n---\n', null],
    ['more dashes', '----\na: 1\n----\n', null],
    ['another language is never read', '---js\na = 1\n---\n', null],
    ['+++', '+++\na = 1\n+++\n', null],
  ])('%s', (_, text, properties) => expect(read(text).properties).toEqual(properties));
});

describe('links of properties: every text that is a `[[…]]`', () => {
  test.each<
    readonly [rule: string, yaml: string, links: readonly (readonly [line: number, column: number, link: string, display: string])[]]
  >([
    [
      'texts',
      'a: "[[X]]"\nb: \'[[X#h|y]]\'\nc: " [[Z]] "\nd: "[[#h]]"',
      [
        [2, 5, 'X', 'X'],
        [3, 5, 'X#h', 'y'],
        [4, 6, 'Z', 'Z'],
        [5, 5, '#h', 'h'],
      ],
    ],
    [
      'lists',
      'a:\n  - "[[X]]"\n  - y\n  - "[[Z]]"\nb: ["[[X]]", "[[X]]"]',
      [
        [3, 6, 'X', 'X'],
        [5, 6, 'Z', 'Z'],
        [6, 6, 'X', 'X'],
        [6, 15, 'X', 'X'],
      ],
    ],
    [
      'mappings and lists in them',
      'a:\n  b: "[[X]]"\n  c:\n    - d: "[[Y]]"',
      [
        [3, 7, 'X', 'X'],
        [5, 11, 'Y', 'Y'],
      ],
    ],
    [
      'block text',
      'a: |\n  [[X]]\nb: >-\n  [[Y]]',
      [
        [3, 3, 'X', 'X'],
        [5, 3, 'Y', 'Y'],
      ],
    ],
    [
      'JSON',
      '{"a": "[[X]]", "b": ["[[Y]]"]}',
      [
        [2, 8, 'X', 'X'],
        [2, 23, 'Y', 'Y'],
      ],
    ],
    [
      'without quotes',
      'a: [[X]]\nb:\n  - [[Y|z]]\nc: [[2024]]\nd: [[Foo, Inc]]',
      [
        [2, 4, 'X', 'X'],
        [4, 5, 'Y', 'z'],
        [5, 4, '2024', '2024'],
        [6, 4, 'Foo, Inc', 'Foo, Inc'],
      ],
    ],
    [
      'not a part of a text, two, an embed, a Markdown link, none',
      'a: "see [[X]]"\nb: "[[X]] [[Y]]"\nc: "![[X]]"\nd: "[t](x.md)"\ne: "[[]]"\nf: 1 # [[X]]',
      [],
    ],
  ])('%s', (_, yaml, links) => {
    const found = read(`---\n${yaml}\n---\n`);
    expect(found.links.map(({ line, column, path, subpath, display }) => [line, column, path + subpath, display])).toEqual(links);
    expect(found.embeds).toEqual([]);
  });

  test('those without quotes are a finding', () => {
    const { diagnostics } = inspectFiles({ 'note.md': '---\na: "[[note]]"\nb: [[note]]\n---\n' });
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['link-unquoted', 3]]);
  });
});

test.each<readonly [yaml: string, aliases: readonly string[]]>([
  ['aliases: [a, " b "]', ['a', 'b']],
  ['ALIASES: a, b', ['a, b']],
  ['alias: a', ['a']],
  ['aliases: [1, a, true, null, ""]', ['a']],
  ['aliases: 12', []],
  ['aliases: ["e\u0301"]', ['é']],
])('aliases: a list or one text, trimmed, what is no text dropped: %s', (yaml, aliases) => {
  expect(read(`---\n${yaml}\n---\n`).aliases).toEqual(aliases);
});
