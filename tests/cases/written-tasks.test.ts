import { describe, expect, test } from 'vitest';
import { noteOf } from '../support/case-runs.ts';
import { inspectFiles } from '../support/inspected.ts';

const tasksOf = (text: string, config = '') => noteOf(inspectFiles({ 'note.md': text }, config)).tasks;
/** What a task has besides its place; fields it lacks are left out. */
const readOf = (text: string) =>
  tasksOf(text).map((task) => {
    const { line: _line, parentLine: _parent, state: _state, text: _text, owner: _owner, ...fields } = task;
    return Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
    );
  });
const OPEN = { marker: '-', status: ' ' };

describe('what is a task', () => {
  test.each<readonly [rule: string, text: string, tasks: readonly object[]]>([
    [
      'an empty one',
      '- [ ]\n- [ ] ',
      [
        { ...OPEN, description: '' },
        { ...OPEN, description: '' },
      ],
    ],
    [
      'any of `- * + 1. 1)`',
      '- [x] a\n\n* [X] b\n\n+ [/] c\n\n1. [-] d\n\n10) [>] e',
      [
        { marker: '-', status: 'x', description: 'a' },
        { marker: '*', status: 'X', description: 'b' },
        { marker: '+', status: '/', description: 'c' },
        { marker: '1.', status: '-', description: 'd' },
        { marker: '10)', status: '>', description: 'e' },
      ],
    ],
    [
      'any one character',
      '- [😀] a\n- [完] b',
      [
        { marker: '-', status: '😀', description: 'a' },
        { marker: '-', status: '完', description: 'b' },
      ],
    ],
    ['more or fewer are none', '- [xx] a\n- [] b\n\n[ ] c', []],
    [
      'spaces and tabs around',
      '-   [ ]   a\n-\t[ ]\tb',
      [
        { ...OPEN, description: 'a' },
        { ...OPEN, description: 'b' },
      ],
    ],
    [
      'quotes and callouts',
      '> - [ ] a 📅 2026-01-01\n\n> [!todo] t\n> > - [ ] b ⏫',
      [
        { ...OPEN, description: 'a', due: '2026-01-01' },
        { ...OPEN, description: 'b', priority: 'high' },
      ],
    ],
    ['only its first line', '- [ ] a\n  b 📅 2026-01-01', [{ ...OPEN, description: 'a' }]],
    ['not in code and comments', '```\n- [ ] a\n```\n%%\n- [ ] b\n%%\n<!--\n- [ ] c\n-->', []],
  ])('%s', (_, text, tasks) => expect(readOf(text)).toEqual(tasks));
});

const ALL = {
  description: 'a',
  priority: 'highest',
  due: '2026-01-01',
  scheduled: '2026-01-02',
  start: '2026-01-03',
  created: '2026-01-04',
  done: '2026-01-05',
  cancelled: '2026-01-06',
  recurrence: 'every day',
  onCompletion: 'keep',
  id: 'a1',
  dependsOn: ['b', 'c'],
};
const EMOJI = 'a 🔺 📅 2026-01-01 ⏳ 2026-01-02 🛫 2026-01-03 ➕ 2026-01-04 ✅ 2026-01-05 ❌ 2026-01-06 🔁 every day 🏁 keep 🆔 a1 ⛔ b,c';

describe('fields are read backwards from the end', () => {
  test.each<readonly [rule: string, text: string, task: object]>([
    ['every emoji', EMOJI, ALL],
    ['each with U+FE0F', EMOJI.replace(/(\p{Extended_Pictographic})/gu, '$1\ufe0f'), ALL],
    [
      'any order',
      `a ${EMOJI.slice(2)
        .split(/ (?=\p{Extended_Pictographic})/u)
        .reverse()
        .join(' ')}`,
      ALL,
    ],
    [
      'every key in brackets',
      'a [priority:: highest] [due:: 2026-01-01] (scheduled:: 2026-01-02) [start::2026-01-03] [ created:: 2026-01-04 ] [completion:: 2026-01-05], [cancelled:: 2026-01-06] [repeat:: every day] [onCompletion:: keep] [id:: a1] [dependsOn:: b , c],',
      ALL,
    ],
    ['no spaces needed', 'a📅2026-01-01⏫', { description: 'a', due: '2026-01-01', priority: 'high' }],
    ['no-break spaces', 'a\u00a0📅\u00a02026-01-01', { description: 'a', due: '2026-01-01' }],
    [
      'the leftmost of repeated fields wins',
      'a 📆 2026-01-01 🔺 📅 2026-02-02 🔽 🗓 2026-03-03',
      { description: 'a', due: '2026-01-01', priority: 'highest' },
    ],
    ['in brackets too', 'a [due:: 2026-01-01] [due:: 2026-02-02]', { description: 'a', due: '2026-01-01' }],
    ['emoji and brackets together', 'a [due:: 2026-01-01] ⏫ [id:: q]', { description: 'a', due: '2026-01-01', priority: 'high', id: 'q' }],
    ['other text stops the reading', 'a 📅 2026-01-01 b ⏫', { description: 'a 📅 2026-01-01 b', priority: 'high' }],
    ['punctuation is other text', 'a 📅 2026-01-01.', { description: 'a 📅 2026-01-01.' }],
    ['a link is other text', 'a 📅 2026-01-01 [[x]]', { description: 'a 📅 2026-01-01 [[x]]' }],
    ['a sign without its value is text', 'a 📅 ⏫', { description: 'a 📅', priority: 'high' }],
    ['dates have ten signs', 'a 📅 2026-2-3', { description: 'a 📅 2026-2-3' }],
    ['an invalid date is read and not shown', 'a 📅 2021-13-40 ⏳ 2026-02-30 ⏫', { description: 'a', priority: 'high' }],
    [
      'tags go back to the end of the description',
      'a #x b 📅 2026-01-01 #y ⏫ #z',
      { description: 'a #x b #y #z', due: '2026-01-01', priority: 'high', tags: ['x', 'y', 'z'] },
    ],
    ['the wider rule for tags', 'a #123 #x;y #p/q, (#no)', { description: 'a #123 #x;y #p/q, (#no)', tags: ['123', 'x;y', 'p/q'] }],
    ['a fragment is no tag', '[a](https://x/#y) b', { description: '[a](https://x/#y) b' }],
    ['the block id is cut first', 'a 📅 2026-01-01 ^abc-1', { description: 'a', due: '2026-01-01', blockId: 'abc-1' }],
    ['before a field it is text', 'a ^abc 📅 2026-01-01', { description: 'a ^abc', due: '2026-01-01' }],
    ['keys are case-sensitive', 'a [Due:: 2026-01-01]', { description: 'a [Due:: 2026-01-01]' }],
    ['brackets must pair', 'a [due:: 2026-01-01)', { description: 'a [due:: 2026-01-01)' }],
    ['unknown keys and values are text', 'a [foo:: x] [priority:: urgent]', { description: 'a [foo:: x] [priority:: urgent]' }],
    [
      'recurrence: letters, digits, comma, space, `!`',
      'a 🔁 every week!, 2 times',
      { description: 'a', recurrence: 'every week!, 2 times' },
    ],
    ['and nothing else', 'a 🔁 every week-end', { description: 'a 🔁 every week-end' }],
    ['on completion in any case', 'a 🏁 Delete', { description: 'a', onCompletion: 'delete' }],
    ['ids', 'a ⛔ x , y-z 🆔 a-b_c', { description: 'a', dependsOn: ['x', 'y-z'], id: 'a-b_c' }],
    ['an id with other signs is text', 'a 🆔 a.b', { description: 'a 🆔 a.b' }],
    ['code keeps its form', '**a** `b 📅 2026-01-01`', { description: '**a** `b 📅 2026-01-01`' }],
    ['a comment behind the fields is the author’s own', 'a 📅 2026-01-01 %% c %%', { description: 'a', due: '2026-01-01' }],
  ])('%s', (_, text, task) => expect(readOf(`- [ ] ${text}`)).toEqual([{ ...OPEN, ...task }]));
});

test('states by the character', () => {
  const signs = [' ', 'x', 'X', '/', '-', '?', '>', '<', '!', 'h', 'p'];
  const states = ['open', 'done', 'done', 'in-progress', 'cancelled', 'proposed', 'open', 'open', 'open', 'on-hold', 'open'];
  expect(tasksOf(signs.map((sign) => `- [${sign}] a`).join('\n')).map(({ state }) => state)).toEqual(states);
});

test('parents by list nesting', () => {
  const text = '- [ ] a\n  - [ ] b\n    - c\n      - [ ] d\n\n> 1. [ ] e\n>    - [ ] f';
  expect(tasksOf(text).map(({ line, parentLine }) => [line, parentLine])).toEqual([
    [1, null],
    [2, 1],
    [4, 3],
    [6, null],
    [7, 6],
  ]);
});

test('the global filter must be in the rest, and is no tag of its own', () => {
  const config = 'tasks:\n  globalFilter: "#task"\n';
  const tasks = tasksOf('- [ ] a\n- [ ] #task b #x\n- [ ] c 📅 2026-01-01 #task\n- [ ] d #tasks', config);
  expect(tasks.map(({ description, tags }) => [description, tags])).toEqual([
    ['#task b #x', ['x']],
    ['c #task', []],
    ['d #tasks', ['tasks']],
  ]);
});

describe('the owner is the last `@Name`', () => {
  test.each<readonly [text: string, owner: string | null, shown: string]>([
    ['do it @Ann 📅 2026-01-01 #x ^abc', 'Ann', 'do it'],
    ['@Ann do it', 'Ann', 'do it'],
    ['ask @Bo to call @Ann', 'Ann', 'ask @Bo to call'],
    ['mail a@b.com', null, 'mail a@b.com'],
    ['run `@Ann`', null, 'run `@Ann`'],
    ['do @Ann.Lee.', 'Ann Lee', 'do.'],
    ['do @Ødegård-Åse', 'Ødegård-Åse', 'do'],
    ['修复 @小明', '小明', '修复'],
    ['do @1st', null, 'do @1st'],
    ['do (@Ann)', null, 'do (@Ann)'],
    ['see [x](https://a/@Ann)', null, 'see [x](https://a/@Ann)'],
    ['do it @Myself', 'vault owner', 'do it'],
  ])('%s', (text, owner, shown) => {
    expect(tasksOf(`- [ ] ${text}`).map((task) => [task.owner, task.text])).toEqual([[owner, shown]]);
  });
});
