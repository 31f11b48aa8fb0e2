import { describe, expect, test } from 'vitest';
import { type Inspected, inspectFiles } from '../support/inspected.ts';

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
