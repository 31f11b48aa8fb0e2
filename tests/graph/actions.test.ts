import { describe, expect, test } from 'vitest';
import { type Inspected, inspectFiles } from '../support/inspected.ts';
import { memorySite } from '../support/memory-vault.ts';

const meeting = (date: string, body: string, yaml = ''): string => `---\naccount: Acme\ndate: ${date}\n${yaml}\n---\n${body}\n`;
const account = (body: string): string => `---\ntype: customer\n---\n${body}\n`;
/** Due, state and how many sources of each action. */
const short = ({ actions }: Inspected) => actions.map(({ due, state, sources }) => [due, state, sources.length]);

describe('actions merge', () => {
  test.each<
    readonly [rule: string, files: Readonly<Record<string, string>>, actions: readonly (readonly [string | null, string, number])[]]
  >([
    [
      'account note and meeting, folded text, the later state wins',
      { 'Acme.md': account('- [ ] Send the “deck” #x ⏫'), 'm.md': meeting('2026-01-01', '- [x] send the "deck"!') },
      [[null, 'done', 2]],
    ],
    [
      'due equal or absent',
      { 'Acme.md': account('- [ ] Send 📅 2026-02-01'), 'm.md': meeting('2026-01-01', '- [ ] Send') },
      [['2026-02-01', 'open', 2]],
    ],
    [
      'not when due differs',
      { 'Acme.md': account('- [ ] Send 📅 2026-02-01'), 'm.md': meeting('2026-01-01', '- [x] Send 📅 2026-02-02') },
      [
        ['2026-02-01', 'open', 1],
        ['2026-02-02', 'done', 1],
      ],
    ],
    [
      'not when the owner differs',
      { 'Acme.md': account('- [ ] Send @Ann'), 'm.md': meeting('2026-01-01', '- [x] Send @Bo') },
      [
        [null, 'open', 1],
        [null, 'done', 1],
      ],
    ],
    [
      'not by way of a third that leaves it open',
      {
        'Acme.md': account('- [ ] Send'),
        'a.md': meeting('2026-01-01', '- [ ] Send 📅 2026-02-01'),
        'b.md': meeting('2026-01-02', '- [x] Send 📅 2026-03-01'),
      },
      [
        ['2026-02-01', 'open', 1],
        ['2026-03-01', 'done', 2],
      ],
    ],
    [
      'not two owners by way of a meeting that names none',
      { 'Acme.md': account('- [ ] Send @Ann\n- [x] Send @Bo'), 'm.md': meeting('2026-01-01', '- [ ] Send') },
      [
        [null, 'done', 1],
        [null, 'open', 2],
      ],
    ],
    [
      'rather with the meeting that says owner and due than with a newer one that leaves them open',
      {
        'Acme.md': account('- [ ] Send @Ann 📅 2026-02-01\n- [ ] Send @Bo 📅 2026-02-02'),
        'a.md': meeting('2026-01-01', '- [/] Send @Bo 📅 2026-02-02'),
        'b.md': meeting('2026-01-02', '- [x] Send'),
      },
      [
        ['2026-02-01', 'done', 2],
        ['2026-02-02', 'in-progress', 2],
      ],
    ],
    [
      'not two meetings by themselves',
      { 'a.md': meeting('2026-01-01', '- [ ] Send'), 'b.md': meeting('2026-01-02', '- [x] Send') },
      [
        [null, 'open', 1],
        [null, 'done', 1],
      ],
    ],
    [
      'by the same 🆔',
      { 'a.md': meeting('2026-01-01', '- [ ] One 🆔 q'), 'b.md': meeting('2026-01-02', '- [/] Two 🆔 q') },
      [[null, 'in-progress', 2]],
    ],
    [
      'by the same block id',
      { 'a.md': meeting('2026-01-01', '- [ ] One ^q'), 'b.md': meeting('2026-01-02', '- [-] Two ^q') },
      [[null, 'cancelled', 2]],
    ],
    [
      'never across accounts',
      { 'a.md': meeting('2026-01-01', '- [ ] One 🆔 q'), 'b.md': meeting('2026-01-02', '- [x] One 🆔 q').replace('Acme', 'Beta') },
      [
        [null, 'open', 1],
        [null, 'done', 1],
      ],
    ],
    [
      'never without an account',
      { 'a.md': '- [ ] One 🆔 q', 'b.md': '- [x] One 🆔 q' },
      [
        [null, 'open', 1],
        [null, 'done', 1],
      ],
    ],
  ])('%s', (_, files, actions) => expect(short(inspectFiles(files))).toEqual(actions));
});

describe('of merged sources the one dated last gives the state', () => {
  const call = (box: string, end = '') => `- [${box}] Call Bob back${end}`;
  const open = { 'a.md': meeting('2026-01-10', call(' ')), 'b.md': meeting('2026-02-10', call(' ')) };
  const noted = (yaml: string, body: string) => `---\ntype: customer\n${yaml}\n---\n${body}\n`;

  test.each<readonly [rule: string, files: Readonly<Record<string, string>>, state: string, done: string | null]>([
    [
      'closed in the account note, with a day',
      { 'Acme.md': noted('updated: 2026-03-01', call('x', ' ✅ 2026-02-20')), ...open },
      'done',
      '2026-02-20',
    ],
    ['cancelled in the account note, with a day', { 'Acme.md': noted('', call('-', ' ❌ 2026-02-20')), ...open }, 'cancelled', null],
    ['closed in the account note that was updated later', { 'Acme.md': noted('updated: 2026-03-01', call('x')), ...open }, 'done', null],
    ['closed in the account note of a later date', { 'Acme.md': noted('date: 2026-03-01', call('x')), ...open }, 'done', null],
    ['opened again at a meeting', { 'Acme.md': noted('updated: 2026-03-01', call('x', ' ✅ 2026-01-20')), ...open }, 'open', null],
    [
      'open in an account note updated since',
      { 'Acme.md': noted('updated: 2026-03-01', call(' ')), 'a.md': meeting('2026-02-10', call('x')) },
      'open',
      null,
    ],
    ['closed in an account note without a date', { 'Acme.md': noted('', call('x')), ...open }, 'done', null],
    [
      'open in an account note without a date',
      { 'Acme.md': noted('', call(' ')), 'a.md': meeting('2026-02-10', call('x', ' ✅ 2026-02-09')) },
      'done',
      '2026-02-09',
    ],
    [
      'closed on the day of the meeting that left it open',
      { 'Acme.md': noted('updated: 2026-02-10', call('x')), 'b.md': meeting('2026-02-10', call(' ')) },
      'done',
      null,
    ],
    [
      'a meeting that lists what was done before it',
      {
        'Acme.md': noted('', call(' ')),
        'a.md': meeting('2026-02-01', call(' ')),
        'b.md': meeting('2026-02-10', call('x', ' ✅ 2026-01-20')),
      },
      'done',
      '2026-01-20',
    ],
    [
      'a meeting whose box was ticked afterwards',
      {
        'Acme.md': noted('', call(' ')),
        'a.md': meeting('2026-02-01', call('x', ' ✅ 2026-02-20')),
        'b.md': meeting('2026-02-10', call(' ')),
      },
      'done',
      '2026-02-20',
    ],
  ])('%s', (_, files, state, done) => {
    const { actions } = memorySite(files).graph;
    expect(actions.map((action) => [action.state, action.done])).toEqual([[state, done]]);
    expect(actions[0]?.task.state).toBe(state);
  });
});

test('open = proposed + open + in progress + on hold; proposed is told apart', () => {
  const model = inspectFiles({
    'm.md': meeting('2026-01-01', '- [ ] a\n- [?] b\n- [/] c #proposed\n- [h] d\n- [x] e #proposed\n- [-] f\n- [ ] g #proposed'),
  });
  expect(model.accounts).toMatchObject([{ openActions: 5 }]);
  expect(model.actions.map(({ state }) => state)).toEqual(['open', 'proposed', 'in-progress', 'on-hold', 'done', 'cancelled', 'proposed']);
});

describe('owners', () => {
  const ownersOf = (model: Inspected) => model.actions.map(({ owner }) => owner);

  test.each<readonly [written: string, owner: string, config?: string]>([
    ['@Tomas', 'Tomas Lindqvist'],
    ['@tomas', 'Tomas Lindqvist'],
    ['@Tomas.Lindqvist', 'Tomas Lindqvist'],
    ['@Tomas_L', 'Tomas Lindqvist'],
    ['@Ann', 'Ann'],
    ['@Lindqvist', 'Lindqvist'],
    ['@Nobody.Known', 'Nobody Known'],
    ['@Nobody_Known', 'Nobody Known'],
    ['@nobody.known', 'nobody known'],
    ['@tomas.lindqvist', 'Tomas Lindqvist'],
    ['@[[Tomas Lindqvist]]', 'Tomas Lindqvist'],
    ['@[[People/Tomas Lindqvist.md|Tomas]]', 'Tomas Lindqvist'],
    ['@Myself', 'vault owner'],
    ['@Myself', 'Ines Okafor', 'owner: Ines Okafor\n'],
    ['@me', 'Ines Okafor', 'people:\n  Ines Okafor: [me]\n'],
  ])('%s is %s', (written, owner, config = '') => {
    const people = 'participants: [Tomas Lindqvist, Ann Lee, Ann Moss]';
    expect(ownersOf(inspectFiles({ 'm.md': meeting('2026-01-01', `- [ ] a ${written}`, people) }, config))).toEqual([owner]);
  });

  test('of person notes and their aliases', () => {
    const model = inspectFiles({
      'Ann Lee.md': '---\ntype: person\naliases: [Annie]\n---\n',
      'm.md': meeting('2026-01-01', '- [ ] a @Annie', 'participants: ["[[Annie]]"]'),
    });
    expect(ownersOf(model)).toEqual(['Ann Lee']);
    expect(model.people).toMatchObject([{ name: 'Ann Lee', note: 'Ann Lee.md', meetings: ['m.md'], actions: 1 }]);
  });
});

describe('owners of one word', () => {
  const inAcme = (body: string) => inspectFiles({ 'm.md': meeting('2026-01-01', body, 'participants: [Ada Byron]') });

  test('dots and underscores are spaces: one person, with a page', () => {
    const model = inAcme('- [ ] a @Nobody.Known\n- [ ] b @Nobody_Known\n- [ ] c @nobody_known');
    expect(model.people.map(({ name, actions }) => [name, actions])).toEqual([
      ['Ada Byron', 0],
      ['Nobody Known', 3],
    ]);
  });

  test('a name written in full is no finding and no other spelling', () => {
    const model = inAcme('- [ ] a @Ada.Byron\n- [ ] b @ada_byron');
    expect(model.diagnostics.filter(({ code }) => code === 'owner-inferred')).toEqual([]);
    expect(
      memorySite({ 'm.md': meeting('2026-01-01', '- [ ] a @Ada.Byron', 'participants: [Ada Byron]') }).graph.people.map(
        ({ spellings }) => spellings,
      ),
    ).toEqual([[]]);
  });

  test('a name with dots is still the account of that name', () => {
    const model = inspectFiles({ 'm.md': '---\naccount: Bright.ly\ndate: 2026-01-01\nparticipants: [Bright.ly, J. Smith]\n---\n' });
    expect(model.people.map(({ name }) => name)).toEqual(['J. Smith']);
  });

  test('the finding stands where the short name stands, and says it', () => {
    const model = inspectFiles({
      'Acme.md': account('- [ ] zz @Ada'),
      'm.md': meeting('2026-02-10', '- [ ] b @Ada.Byron', 'participants: [Ada Byron]'),
      'n.md': meeting('2026-02-11', '- [ ] zz', 'participants: [Ada Byron]'),
    });
    expect(model.diagnostics.filter(({ code }) => code === 'owner-inferred')).toMatchObject([
      { path: 'Acme.md', line: 4, message: '@Ada is taken for Ada Byron, the only one who fits here.' },
    ]);
  });

  test('is not inferred where another source of the action says it in full', () => {
    const { graph } = memorySite({
      'Acme.md': account('- [ ] zz @Ada.Byron'),
      'm.md': meeting('2026-02-10', '- [ ] zz @Ada', 'participants: [Ada Byron]'),
    });
    expect(graph.actions.map(({ owner, inferredFrom }) => [owner, inferredFrom])).toEqual([['Ada Byron', null]]);
  });

  test('a short name that may be the other owner does not keep sources apart', () => {
    const model = inspectFiles({
      'Acme.md': account('- [ ] Send the sheet @Tomas 📅 2026-02-01'),
      'a.md': meeting('2026-01-10', '- [ ] Send the sheet @Tomas.Lindqvist 📅 2026-02-01', 'participants: [Tomas Lindqvist]'),
      'b.md': meeting('2026-02-10', '- [?] Send the sheet', 'participants: [Tomas Berg]'),
    });
    expect(model.actions).toMatchObject([{ owner: 'Tomas Lindqvist', due: '2026-02-01', state: 'proposed' }]);
    expect(model.actions[0]?.sources.map(({ path }) => path)).toEqual(['b.md', 'a.md', 'Acme.md']);
  });

  test('a short name that may be two owners goes with one of them, not with both', () => {
    const model = inspectFiles({
      'Acme.md': account('- [ ] Send @Tomas'),
      'a.md': meeting('2026-01-10', '- [ ] Send @Tomas.Lindqvist', 'participants: [Tomas Lindqvist]'),
      'b.md': meeting('2026-02-10', '- [ ] Send @Tomas.Berg', 'participants: [Tomas Berg]'),
    });
    expect(model.actions.map(({ owner, sources }) => [owner, sources.length])).toEqual([
      ['Tomas Lindqvist', 1],
      ['Tomas Berg', 2],
    ]);
  });
});

test('last contact, next and the day it is seen from', () => {
  const model = inspectFiles({
    'Acme.md': '---\ntype: customer\nlast_contact: 2026-03-01\n---\n',
    'a.md': meeting('2026-02-01', '- [ ] a 📅 2026-05-01\n- [x] b 📅 2026-04-01\n- [ ] c 📅 2026-01-05'),
    'b.md': meeting('2026-01-01', ''),
  });
  expect(model.asOf).toBe('2026-02-01');
  expect(model.accounts).toMatchObject([{ lastContact: '2026-03-01', next: '2026-05-01', meetings: ['a.md', 'b.md'] }]);
  expect(model.diagnostics.map(({ code }) => code)).toContain('last-contact-disputed');
});
