import { expect, test } from 'vitest';
import { noteOf } from '../support/case-runs.ts';
import { inspectFiles } from '../support/inspected.ts';

test.each<readonly [rule: string, text: string, fields: readonly (readonly [key: string, value: string])[]]>([
  [
    'a line, its value as written',
    'Key:: v\n\nLong key 2:: [[x|y]] #a',
    [
      ['Key', 'v'],
      ['Long key 2', '[[x|y]] #a'],
    ],
  ],
  [
    'line by line, repeated ones too',
    'a:: 1\nb::\na:: 2:: 3',
    [
      ['a', '1'],
      ['b', ''],
      ['a', '2:: 3'],
    ],
  ],
  ['without a key none', ':: v\n\n😀:: v\n\nWhy?:: v\n\nk: v\n\nk：： v', []],
  [
    'emoji, slashes, other scripts in keys',
    'a 😀:: 1\n\na/b:: 2\n\n日本 語:: 3',
    [
      ['a 😀', '1'],
      ['a/b', '2'],
      ['日本 語', '3'],
    ],
  ],
  [
    'brackets anywhere, in order',
    'x (b:: 2) y [a::1] [ k  ::  v ] [😀:: w]',
    [
      ['b', '2'],
      ['a', '1'],
      ['k', 'v'],
      ['😀', 'w'],
    ],
  ],
  [
    'brackets pair within the value',
    '[a:: [b] (c)] (d:: (e)) [f:: [[x|y]]] [g:: [t](u)]',
    [
      ['a', '[b] (c)'],
      ['d', '(e)'],
      ['f', '[[x|y]]'],
      ['g', '[t](u)'],
    ],
  ],
  ['unpaired ones are no field', '[a:: b\n\n(c:: d\n\n- [e:: f)', []],
  ['an escaped bracket does not count', '[k:: \\]v]', [['k', '\\]v']]],
  ['a line with brackets is no field as a whole', 'k:: v [a:: b]', [['a', 'b']]],
  [
    'emphasis and marks before the key are dropped',
    '**Key**:: v\n\n- k:: 1\n  - l:: 2\n\n1. m:: 3\n\n> n:: 4',
    [
      ['Key', 'v'],
      ['k', '1'],
      ['l', '2'],
      ['m', '3'],
      ['n', '4'],
    ],
  ],
  [
    'tasks, tables and callout titles have those in brackets only',
    '- [ ] k:: v\n- [ ] a [b:: c]\n\n| d:: e | [f:: g] |\n|--|--|\n\n> [!info] h:: i [j:: k]\n> l:: m',
    [
      ['b', 'c'],
      ['f', 'g'],
      ['j', 'k'],
      ['l', 'm'],
    ],
  ],
  ['headings', '## k:: v', [['k', 'v']]],
  [
    'not in code, comments, HTML',
    '`k:: v` [`a:: b`]\n\n```\nk:: v\n```\n\n    k:: v\n\n%% k:: v %%\n\n<!-- k:: v -->\n\n<div>\nk:: v\n</div>\n\n$$\nk:: v\n$$',
    [],
  ],
  ['the block id is no value', 'k:: v ^id', [['k', 'v']]],
])('%s', (_, text, fields) => expect(noteOf(inspectFiles({ 'note.md': text })).inlineFields).toEqual(fields));
