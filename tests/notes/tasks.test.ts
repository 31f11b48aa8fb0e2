import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTaskLine } from '../../src/notes/tasks.ts';
import { sharedCases } from '../support/cases.ts';
import { describeShared } from '../support/shared.ts';

interface Row {
  readonly name: string;
  readonly input: string;
  readonly globalFilter?: string;
  readonly expected: Readonly<Record<string, unknown>> | null;
}

const read = (line: string, globalFilter: string | null = null) => parseTaskLine(line, { globalFilter }).task;

describeShared('task lines as the Tasks plugin reads them', () => {
  test.each(sharedCases<Row>('tasks').map((row) => [row.name, row] as const))('%s', (_, row) => {
    const task = read(row.input, row.globalFilter ?? null);
    if (row.expected === null) {
      expect(task).toBeNull();
      return;
    }
    const { tags, ...fields } = row.expected;
    expect(task).toMatchObject(fields);
    expect(task?.tags.map((tag) => `#${tag}`)).toEqual(tags ?? []);
    for (const name of [
      'due',
      'done',
      'scheduled',
      'start',
      'created',
      'cancelled',
      'priority',
      'recurrence',
      'id',
      'onCompletion',
      'blockId',
    ] as const) {
      if (!(name in fields)) expect(task?.[name], name).toBeNull();
    }
  });
});

describe('fields', () => {
  test('no-break spaces before a value, a date and a sign do not hide it', () => {
    expect(read('- [ ] Call\u00a0📅\u00a02025-11-14 🔁\u00a0every\u00a0week')).toMatchObject({
      description: 'Call',
      due: '2025-11-14',
      recurrence: 'every week',
    });
  });

  test('both formats mix in one line', () => {
    expect(read('- [ ] Call [due:: 2025-11-14] ⏫ (id:: ab_1)')).toMatchObject({
      description: 'Call',
      due: '2025-11-14',
      priority: 'high',
      id: 'ab_1',
    });
  });

  test('brackets that do not pair make no field', () => {
    expect(read('- [ ] Call [due:: 2025-11-14)')).toMatchObject({ description: 'Call [due:: 2025-11-14)', due: null });
  });

  test('keys of the Dataview format are case-sensitive', () => {
    expect(read('- [ ] Call [Due:: 2025-11-14]')?.due).toBeNull();
  });

  test('of a repeated field the leftmost wins', () => {
    expect(read('- [ ] Call 📅 2025-01-01 ⏫ 📅 2025-02-02 🔽')).toMatchObject({
      description: 'Call',
      due: '2025-01-01',
      priority: 'high',
    });
  });

  test('a date that is no day is taken out, reported and not shown', () => {
    const { task, problems } = parseTaskLine('- [ ] Call 📅 2021-13-40');
    expect(task).toMatchObject({ description: 'Call', due: null });
    expect(problems).toEqual([{ code: 'task-date-invalid', line: 1, message: expect.stringContaining('2021-13-40') }]);
  });

  test('a date that other text keeps from being read is reported', () => {
    const { task, problems } = parseTaskLine('- [ ] Call 📅 2025-11-14 in the morning');
    expect(task).toMatchObject({ description: 'Call 📅 2025-11-14 in the morning', due: null });
    expect(problems.map(({ code }) => code)).toEqual(['task-field-unread']);
  });

  test('an unknown action on completion is reported', () => {
    expect(parseTaskLine('- [ ] Call 🏁 archive').problems.map(({ code }) => code)).toEqual(['task-field-unread']);
  });
});

describe('states', () => {
  test.each([
    [' ', 'open'],
    ['x', 'done'],
    ['X', 'done'],
    ['/', 'in-progress'],
    ['-', 'cancelled'],
    ['?', 'proposed'],
    ['!', 'open'],
    ['>', 'open'],
    ['<', 'open'],
    ['p', 'open'],
    ['h', 'on-hold'],
    ['💡', 'open'],
  ])('[%s] is %s', (status, state) => {
    expect(read(`- [${status}] Call`)?.state).toBe(state);
  });

  test('the tag #proposed counts while a task is open, not after', () => {
    expect(read('- [ ] Call #Proposed')?.state).toBe('proposed');
    expect(read('- [!] Call #proposed')?.state).toBe('proposed');
    expect(read('- [x] Call #proposed')?.state).toBe('done');
    expect(read('- [/] Call #proposed')?.state).toBe('in-progress');
  });
});

describe('owner and text', () => {
  test.each([
    ['- [?] Send the invite after 2 pm PT. @Tomas 📅 2025-11-14 🔺 #task #proposed', 'Tomas', 'Send the invite after 2 pm PT.'],
    ['- [ ] #task Send it @Ines ^b1', 'Ines', 'Send it'],
    ['- [ ] Send it @Zoë-Marie.', 'Zoë-Marie', 'Send it.'],
    ['- [ ] @Tomas: send it', 'Tomas', 'send it'],
    ['- [ ] Send it @[[Ada Byron]] 📅 2025-11-14', 'Ada Byron', 'Send it'],
    ['- [ ] @[[People/Ada Byron.md|Ada]]: send it', 'Ada Byron', 'send it'],
    ['- [ ] Ask @[[Ada Byron]] about it', 'Ada Byron', 'Ask [[Ada Byron]] about it'],
    ['- [ ] Send `@[[Ada Byron]]`', null, 'Send `@[[Ada Byron]]`'],
    ['- [ ] Send it to @[[Ada Byron', null, 'Send it to @[[Ada Byron'],
    ['- [ ] Ask @Tomas about #pricing today', 'Tomas', 'Ask Tomas about today'],
    ['- [ ] From @Ann to @Bob 📅 2025-11-14', 'Bob', 'From @Ann to'],
    ['- [ ] Write to ann@example.org', null, 'Write to ann@example.org'],
    ['- [ ] Write to @ann@example.org', null, 'Write to @ann@example.org'],
    ['- [ ] Run `deploy @prod #now` first', null, 'Run `deploy @prod #now` first'],
    ['- [ ] Quote the `a` and ``b ` @x`` @Ann', 'Ann', 'Quote the `a` and ``b ` @x``'],
  ])('%s', (line, owner, text) => {
    expect(read(line)).toMatchObject({ owner, text });
  });

  test('tags in code are none', () => {
    expect(read('- [ ] Run `a #b` #c')?.tags).toEqual(['c']);
  });

  test('comments are no part of a task, wherever they stand', () => {
    expect(read('- [ ] Call %%not for Acme%% Ann 📅 2025-11-14 <!-- or later -->')).toMatchObject({
      description: 'Call Ann',
      text: 'Call Ann',
      due: '2025-11-14',
    });
    expect(read('- [ ] Be 100%% sure `%%a%%`')?.description).toBe('Be 100%% sure `%%a%%`');
  });
});

describe('global filter', () => {
  test('a line without it is no task, and as a tag it is not listed', () => {
    expect(read('- [ ] Buy milk', '#task')).toBeNull();
    expect(read('- [ ] Buy milk #task #home', '#task')).toMatchObject({ description: 'Buy milk #task #home', tags: ['home'] });
  });
});

describe('any line', () => {
  const piece = fc.constantFrom(
    '📅',
    '📅️',
    '⏫',
    '🔁',
    '⛔',
    '🆔',
    ' ',
    '\u00a0',
    '2025-11-14',
    'a',
    ',',
    '#t',
    '@Ann',
    '[due:: 2025-11-14]',
    '`',
    '%%',
    '<!--',
    '-->',
    '[',
    '(',
  );

  test('keeps every word that is no field, and never throws', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const task = read(`- [ ] Keep me ${pieces.join('')}`);
        expect(task?.description.startsWith('Keep me') || task?.description === 'Keep').toBe(true);
        expect(task?.text.startsWith('Keep')).toBe(true);
      }),
    );
  });

  test('reading the description again finds no further field', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const task = read(`- [ ] Keep me ${pieces.join(' ')} end #x`);
        const again = read(`- [ ] ${task?.description}`);
        expect(again?.due).toBeNull();
        expect(again?.description).toBe(task?.description);
      }),
    );
  });

  test.each(['🔁 a ', '[due:: ', '#a', '`', '%%', '<!-- ', '@a ', '⛔ a , ', ' '])(
    'a line of 100,000 times "%s" is read in time',
    (unit) => {
      expect(read(`- [ ] x ${unit.repeat(100_000)}!`)).not.toBeNull();
    },
  );
});

test('of a field that is there twice the left one counts, and the other is reported', () => {
  const { task, problems } = parseTaskLine('- [ ] Water it 🔁 every day 🔁 every week');
  expect(task?.recurrence).toBe('every day');
  expect(problems).toEqual([
    { code: 'task-field-repeated', message: expect.stringContaining('"every week" does not'), line: expect.any(Number) },
  ]);
  expect(parseTaskLine('- [ ] Water it 📅 2026-01-01 📅 2026-01-01').problems).toEqual([]);
});
