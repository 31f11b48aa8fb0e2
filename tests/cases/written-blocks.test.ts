import { describe, expect, test } from 'vitest';
import { noteOf } from '../support/case-runs.ts';
import { inspectFiles } from '../support/inspected.ts';

type CalloutRow = readonly [type: string, canonical: string, title: string, fold: '+' | '-' | null, metadata: string | null];

describe('callout heads', () => {
  test.each<readonly [rule: string, text: string, callouts: readonly CalloutRow[]]>([
    [
      'title, or the type in words',
      '> [!info] T\n\n>[!info]\n\n> [!my type]\n\n> [!a-b_c]\n\n> [!été]',
      [
        ['info', 'info', 'T', null, null],
        ['info', 'info', 'Info', null, null],
        ['my type', 'note', 'My type', null, null],
        ['a-b_c', 'note', 'A b_c', null, null],
        ['été', 'note', 'Été', null, null],
      ],
    ],
    ['text behind the bracket must be parted', '> [!info]text\n\n> [!info]-text\n\n> [!info](x) T', []],
    [
      '+ open, - closed, a lone one is title',
      '> [!tip]+ T\n\n> [!tip]-\n\n> [!tip] - T',
      [
        ['tip', 'tip', 'T', '+', null],
        ['tip', 'tip', 'Tip', '-', null],
        ['tip', 'tip', '- T', null, null],
      ],
    ],
    ['all after the first `|` is metadata', '> [!info| a | b ]- T', [['info', 'info', 'T', '-', 'a | b']]],
    ['type trimmed, spaces to `-`', '> [! My  Type ] T', [['My  Type', 'note', 'T', null, null]]],
    [
      'aliases in any case',
      '> [!TLDR]\n\n> [!Important]\n\n> [!check]\n\n> [!attention]\n\n> [!missing]\n\n> [!error]\n\n> [!cite]',
      [
        ['TLDR', 'abstract', 'Tldr', null, null],
        ['Important', 'tip', 'Important', null, null],
        ['check', 'success', 'Check', null, null],
        ['attention', 'warning', 'Attention', null, null],
        ['missing', 'failure', 'Missing', null, null],
        ['error', 'danger', 'Error', null, null],
        ['cite', 'quote', 'Cite', null, null],
      ],
    ],
    [
      'names of objects are unknown types',
      '> [!constructor]\n\n> [!__proto__] T',
      [
        ['constructor', 'note', 'Constructor', null, null],
        ['__proto__', 'note', 'T', null, null],
      ],
    ],
    ['only the first line of a quote', '> a\n> [!info] b\n\n>\n> [!info] c', []],
    [
      'nested by `> >` or `>>`, in lists, behind paragraphs',
      '> [!a] A\n> > [!b] B\n>>> [!c]- C\n\n- x\n  > [!d] D\n\npara\n> [!e] E',
      [
        ['a', 'note', 'A', null, null],
        ['b', 'note', 'B', null, null],
        ['c', 'note', 'C', '-', null],
        ['d', 'note', 'D', null, null],
        ['e', 'note', 'E', null, null],
      ],
    ],
    ['not in code, not escaped, not empty', '```\n> [!info] T\n```\n\n    > [!info] T\n\n> \\[!info] T\n\n> [!] T', []],
    [
      'the title keeps its Markdown, a comment is none',
      '> [!info] **b** [[x|y]] #t `c`\n\n> [!info] %% c %%',
      [
        ['info', 'info', '**b** [[x|y]] #t `c`', null, null],
        ['info', 'info', 'Info', null, null],
      ],
    ],
  ])('%s', (_, text, callouts) => {
    const found = noteOf(inspectFiles({ 'note.md': text })).callouts;
    expect(found.map(({ type, canonical, title, fold, metadata }) => [type, canonical, title, fold, metadata])).toEqual(callouts);
  });
});

type EmbedRow = readonly [
  kind: string,
  path: string,
  subpath: string,
  alt: string,
  width: number | null,
  height: number | null,
  page: number | null,
];

describe('embeds', () => {
  const files = {
    'n.md': '# h\n\nx ^b\n',
    'v1.2.md': '',
    'a b.png': '',
    'a.png': '',
    'a.pdf': '',
    'a.base': '',
    'a.canvas': '{}',
    'a.zip': '',
  };
  test.each<readonly [rule: string, text: string, embeds: readonly EmbedRow[]]>([
    [
      'note, heading, block',
      '![[n]] ![[n#h]] ![[n#^b]] ![[n#a#b]] ![[v1.2]]',
      [
        ['note', 'n', '', '', null, null, null],
        ['heading', 'n', '#h', '', null, null, null],
        ['block', 'n', '#^b', '', null, null, null],
        ['heading', 'n', '#a#b', '', null, null, null],
        ['note', 'v1.2', '', '', null, null, null],
      ],
    ],
    [
      'size is the last part',
      '![[a.png|100]] ![[a.png|alt|100x50]] ![[a.png|x|y| 10 x 20 ]]',
      [
        ['image', 'a.png', '', '', 100, null, null],
        ['image', 'a.png', '', 'alt', 100, 50, null],
        ['image', 'a.png', '', 'x|y', 10, 20, null],
      ],
    ],
    [
      'anything else is words',
      '![[a.png|100|alt]] ![[a.png|100px]] ![[a.png|x100]] ![[a.png|50%]]',
      [
        ['image', 'a.png', '', '100|alt', null, null, null],
        ['image', 'a.png', '', '100px', null, null, null],
        ['image', 'a.png', '', 'x100', null, null, null],
        ['image', 'a.png', '', '50%', null, null, null],
      ],
    ],
    [
      'Markdown’s images too',
      '![alt|100x145](a%20b.png) ![250](a.png) ![alt](a.png "t")',
      [
        ['image', 'a b.png', '', 'alt', 100, 145, null],
        ['image', 'a.png', '', '', 250, null, null],
        ['image', 'a.png', '', 'alt', null, null, null],
      ],
    ],
    ['a fragment of an image is a hook', '![[a.png#outline|alt|10]]', [['image', 'a.png', '#outline', 'alt', 10, null, null]]],
    [
      'page and height of a PDF',
      '![[a.pdf#page=3&height=400]] ![[a.pdf#height=40#page=2]]',
      [
        ['pdf', 'a.pdf', '#page=3&height=400', '', null, 400, 3],
        ['pdf', 'a.pdf', '#height=40#page=2', '', null, 40, 2],
      ],
    ],
    [
      'canvas, base, other files',
      '![[a.canvas]] ![[a.base#V w]] ![[a.zip]]',
      [
        ['canvas', 'a.canvas', '', '', null, null, null],
        ['base', 'a.base', '#V w', '', null, null, null],
        ['file', 'a.zip', '', '', null, null, null],
      ],
    ],
    ['tables escape the bar', '| ![[a.png\\|alt\\|9]] |\n|--|', [['image', 'a.png', '', 'alt', 9, null, null]]],
    [
      'in links, callout titles, not in code',
      '[![a|20](a.png)](https://x) `![[a.png]]`\n\n> [!info] ![[a.png]]',
      [
        ['image', 'a.png', '', 'a', 20, null, null],
        ['image', 'a.png', '', '', null, null, null],
      ],
    ],
    [
      'from other sites',
      '![250](https://x/a.png) ![](https://x/a.mp4?x=1#t)',
      [
        ['image', 'https://x/a.png', '', '', 250, null, null],
        ['video', 'https://x/a.mp4?x=1#t', '', '', null, null, null],
      ],
    ],
  ])('%s', (_, text, embeds) => {
    const found = noteOf(inspectFiles({ 'note.md': text, ...files })).embeds;
    expect(found.map(({ kind, path, subpath, alt, width, height, page }) => [kind, path, subpath, alt, width, height, page])).toEqual(
      embeds,
    );
    expect(found.map(({ status }) => status)).toEqual(embeds.map(() => 'found'));
  });

  test.each([
    ['image', 'avif bmp gif jpeg jpg png svg webp PNG'],
    ['audio', 'flac m4a mp3 ogg wav 3gp'],
    ['video', 'mkv mov mp4 ogv webm'],
  ])('%s by extension', (kind, extensions) => {
    for (const extension of extensions.split(' '))
      expect(noteOf(inspectFiles({ 'note.md': `![[q.${extension}]]` })).embeds).toMatchObject([{ kind, status: 'missing', target: null }]);
  });
});

const DOC = `# A
## Plan & Cost: 2026
p ^p1
### Sub
## I link to [[x|y]] and [t](u.md)
## With \`code\` and *emph*
## Plan & Cost: 2026
### Sub
### Deep
#### Deeper
## a/b (c) [d]
## ünïcode — “x”
## don't_x-y
## #hash # in
## Tag #x here
## %% c %% Hidden ##

- item ^Item-1
  - nested ^n-2

> [!info] T
> body ^in

^co1

Setext two
---
text
more ^m1

[^n]: note
[^Big]: two
$$
x
$$
^ma
`;

describe('subpaths', () => {
  const at = (line: string, nth = 0): number => DOC.split('\n').flatMap((text, i) => (text === line ? [i + 1] : []))[nth] ?? 0;
  test.each<readonly [subpath: string, line: number | null]>([
    ['#plan cost 2026', 2],
    ['#A#Sub', 4],
    ['#A#Deeper', at('#### Deeper')],
    ['#Plan & Cost: 2026#Deep', at('### Deep')],
    ['#Deep#Sub', null],
    ['#I link to x y and [t](u.md)', 5],
    ['#I link to y and t', 5],
    ['#With code and emph', 6],
    ['#With `code` and *emph*', 6],
    ['#a b c d', at('## a/b (c) [d]')],
    ['#u\u0308ni\u0308code — “x”', at('## ünïcode — “x”')],
    ['#ünïcode - "x"', null],
    ["#don't_x-y", at("## don't_x-y")],
    ['#dont x y', null],
    ['#hash in', at('## #hash # in')],
    ['#hash # in', null],
    ['#Tag x here', at('## Tag #x here')],
    ['#Hidden', at('## %% c %% Hidden ##')],
    ['#Setext two', at('Setext two')],
    ['#^ITEM-1', at('- item ^Item-1')],
    ['#^n-2', at('  - nested ^n-2')],
    ['#^co1', at('> [!info] T')],
    ['#^in', at('> body ^in')],
    ['#^m1', at('text')],
    ['#^ma', at('$$')],
    ['#[^n]', at('[^n]: note')],
    ['#[^big]', at('[^Big]: two')],
    ['#[^nope]', null],
    ['#^nope', null],
    ['#A#^p1', null],
    ['##', null],
    ['##A', 1],
  ])('%s', (subpath, line) => {
    const model = inspectFiles({ 'd.md': DOC, 'x.md': '', 'note.md': `[[d${subpath}]]` });
    expect(noteOf(model).links).toMatchObject([{ target: 'd.md', targetLine: line }]);
  });
});
