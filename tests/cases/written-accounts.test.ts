import { describe, expect, test } from 'vitest';
import { noteOf } from '../support/case-runs.ts';
import { inspectFiles } from '../support/inspected.ts';

const note = (yaml: string, body = ''): string => `---\n${yaml}\n---\n${body}\n`;
const DATE = 'date: 2026-01-01';

describe('the account of a note', () => {
  const rows: readonly (readonly [rule: string, text: string, accounts: readonly string[], path?: string])[] = [
    ['a name', note(`account: Acme\n${DATE}`), ['Acme']],
    ['a link: last path segment', note(`account: "[[Customers/Acme|the client]]"\n${DATE}`), ['Acme']],
    ['a path in text: last path segment', note(`account: Customers/Acme.md\n${DATE}`), ['Acme']],
    ['a link without quotes', note(`account: [[Acme, Inc]]\n${DATE}`), ['Acme, Inc']],
    ['a Markdown link', note(`account: "[Acme](x/Acme.md)"\n${DATE}`), ['Acme']],
    ['a list everywhere', note(`accounts: [Acme, "[[Beta]]"]\n${DATE}`), ['Acme', 'Beta']],
    ['several links in one text', note(`account: "[[Acme]] / [[Beta]]"\n${DATE}`), ['Acme', 'Beta']],
    ['a comma belongs to the name', note(`account: Acme, Inc.\n${DATE}`, '**Account**: Acme, Inc.'), ['Acme, Inc.']],
    ['NFC, numbers', note(`accounts: [Cafe\u0301, 1177]\n${DATE}`), ['Café', '1177']],
    [
      'frontmatter over tag, body and folder',
      note(`account: Front\ntags: [account/tagged]\n${DATE}`, '**Account**: Body'),
      ['Front'],
      'Customers/Fold/x.md',
    ],
    ['tag over body', note(`tags: [account/big-rail]\n${DATE}`, '**Account**: Body'), ['Big Rail'], 'Customers/Fold/x.md'],
    ['tags of the body, nested ones', note(DATE, '#account/acme/emea #account/beta'), ['Acme', 'Beta']],
    ['body over folder', note(DATE, '**Account**: [[Body]]'), ['Body'], 'Customers/Fold/x.md'],
    ['an empty statement is none', note(`account: ""\n${DATE}`, '**Account:** Body'), ['Body']],
    [
      'the line: links, names and ` and `',
      note(DATE, '- **Account**: [[A]] and [[B]], Procter and Gamble; C (EMEA)'),
      ['A', 'B', 'Procter and Gamble', 'C'],
    ],
    ['only above the first section', note(DATE, '## Notes\n**Account**: Acme'), []],
    ['the folder, of dated notes', 'x', ['Fold'], 'Accounts/Fold/sub/2026-01-01 x.md'],
    ['not of others', 'x', [], 'Clients/Fold/x.md'],
    ['not the folder itself', 'x', [], 'Customers/2026-01-01 x.md'],
  ];
  test.each(rows.map(([rule, text, accounts, path = 'x.md']) => ({ rule, text, accounts, path })))('$rule', ({ text, accounts, path }) => {
    expect(noteOf(inspectFiles({ [path]: text }), path).accounts).toEqual(accounts);
  });

  test('names are equal by key: case and space; look-alikes are accounts of their own', () => {
    const names = ['Northwind', 'northwind ', '"[[x/NORTHWIND]]"', 'Northwind Grocers', 'Nоrthwind', 'North-wind'];
    const { accounts } = inspectFiles(Object.fromEntries(names.map((name, i) => [`${i}.md`, note(`account: ${name}\n${DATE}`)])));
    expect(accounts.map(({ name, meetings }) => [name, meetings.length])).toEqual([
      ['North-wind', 1],
      ['Northwind', 3],
      ['Northwind Grocers', 1],
      ['Nоrthwind', 1],
    ]);
  });

  test('shown as the account note’s title, found by its file name and aliases, by a tag too', () => {
    const model = inspectFiles({
      'Customers/Acme/Acme.md': note('type: customer\ntitle: ACME Corp\naliases: [The Acme Co]'),
      'a.md': note(`account: acme\n${DATE}`),
      'b.md': note(`account: the acme co\n${DATE}`),
      'c.md': note(`tags: [account/acme-corp]\n${DATE}`),
    });
    expect(model.accounts.map(({ name, meetings }) => [name, meetings])).toEqual([['ACME Corp', ['a.md', 'b.md', 'c.md']]]);
  });

  test('statements that differ are a finding; the same name with a remark is no other', () => {
    const model = inspectFiles({
      'a.md': note(`account: Acme\ntags: [account/beta]\n${DATE}`),
      'b.md': note(`account: Acme\n${DATE}`, '**Account**: [[Beta]]'),
      'c.md': note(`account: Acme (EMEA)\n${DATE}`, '**Account**: Acme (EMEA)'),
      'd.md': note(`account: Acme\n${DATE}`, '**Account**: [[Customers/acme|Acme]] (renewal)'),
    });
    expect(model.diagnostics.filter(({ code }) => code === 'account-conflict').map(({ path }) => path)).toEqual(['a.md', 'b.md']);
  });
});

describe('kind', () => {
  const rows: readonly (readonly [rule: string, yaml: string, kind: string, path?: string])[] = [
    ['customer with date and another account', `type: customer\naccount: Acme\n${DATE}`, 'meeting'],
    ['customer naming itself by file name', `type: customer\naccount: acme\n${DATE}`, 'account', 'Acme.md'],
    ['customer naming itself by title', `type: partner\ntitle: Acme\naccount: acme\n${DATE}`, 'account'],
    ['customer without a date', 'type: prospect\naccount: Acme', 'account'],
    ['explicit type beats shape', 'type: meeting', 'meeting'],
    ['so do a person and a project', `type: Project\naccount: Acme\n${DATE}`, 'project'],
    ['a type as list or link', 'type: ["[[Person]]"]', 'person'],
    ['date and participants', `participants: [Ann]\n${DATE}`, 'meeting'],
    ['a date alone', DATE, 'note'],
    ['a pure date name', 'a: 1', 'daily', '2026-01-01.md'],
    ['the note of its account’s folder', 'a: 1', 'account', 'Clients/Acme/acme.md'],
  ];
  test.each(rows.map(([rule, yaml, kind, path = 'x.md']) => ({ rule, yaml, kind, path })))('$rule', ({ yaml, kind, path }) => {
    expect(noteOf(inspectFiles({ [path]: note(yaml) }), path).kind).toBe(kind);
  });
});

const DATES: readonly (readonly [yaml: string, date: string | null, path?: string, body?: string])[] = [
  ['date: 2026-1-2', '2026-01-02'],
  ['date: 2026/01/02', '2026-01-02'],
  ['date: 2026-01-02T10:00:00Z', '2026-01-02'],
  ['date: "[[Daily/2026-01-02|x]]"', '2026-01-02'],
  ['date: [[2026-01-02]]', '2026-01-02'],
  ['DATE: 2026-01-02', '2026-01-02'],
  ['date: 02/01/2026', null],
  ['date: 2026-02-30', null],
  ['date: 20260102', null],
  ['a: 1', '2026-01-03', '2026-01-03 x.md'],
  ['a: 1', null, 'x 2026-01-03.md'],
  ['a: 1', null, '2026-13-01 x.md'],
  ['date: soon', '2026-01-03', '2026-01-03 x.md'],
  ['a: 1', '2026-01-05', 'x.md', '**Date**: Mon, 2026-01-05 10:00'],
  ['a: 1', '2026-01-05', 'x.md', '**When:** [[2026-01-05]]'],
];
test.each(DATES.map(([yaml, date, path = 'x.md', body = '']) => ({ yaml, date, path, body })))(
  'date of $path, $yaml $body',
  ({ yaml, date, path, body }) => {
    expect(noteOf(inspectFiles({ [path]: note(yaml, body) }), path).date).toBe(date);
  },
);

describe('participants', () => {
  test.each<readonly [rule: string, yaml: string, body: string, people: readonly string[]]>([
    ['a list', 'participants: [Ann Lee, "[[People/Bo Berg|Bo]]", "Lee, Cy"]', '', ['Ann Lee', 'Bo Berg', 'Lee, Cy']],
    ['one text', 'participants: Ann Lee, Bo Berg; Cy Day and [[Di]]', '', ['Ann Lee', 'Bo Berg', 'Cy Day', 'Di']],
    ['lines', 'attendees: |\n  Ann Lee\n  Bo Berg', '', ['Ann Lee', 'Bo Berg']],
    [
      'roles and addresses in entries',
      'participants: ["Ann Lee (CTO, EMEA)", "Bo Berg <bo@x.org>", "[[Cy]] (PM)", di@x.org]',
      '',
      ['Ann Lee', 'Bo Berg', 'Cy', 'di@x.org'],
    ],
    ['keys join, each name once', 'participants: [Ann Lee]\nattendees: [ann lee, "@Bo"]', '**Present**: Bo, Cy', ['Ann Lee', 'Bo', 'Cy']],
    ['a line with roles', 'a: 1', '**Attendees**: Ann Lee (CTO, Acme), [[Bo Berg]] (remote, late), Cy', ['Ann Lee', 'Bo Berg', 'Cy']],
    [
      'a line with addresses',
      'a: 1',
      '**Attendees**: Ann Lee <ann@x.org>, Bo Berg bo@x.org, cy@x.org, [Di Day](https://x.org/di)',
      ['Ann Lee', 'Bo Berg', 'cy@x.org', 'Di Day'],
    ],
    ['and, &', 'a: 1', '**Attendees:** Ann Lee, Bo Berg and Cy Day & [[Di]], and Ed', ['Ann Lee', 'Bo Berg', 'Cy Day', 'Di', 'Ed']],
    ['a team is one', 'a: 1', '**Attendees**: Ann, the platform and data team', ['Ann', 'the platform and data team']],
    ['initials keep their dot, sentences do not', 'a: 1', '**Attendees**: Tomas L., Ann Lee.', ['Tomas L.', 'Ann Lee']],
    ['nobody', 'a: 1', '**Attendees**: TBD, n/a, none, -', []],
    ['order of the text, links among it', 'a: 1', '**Attendees**: Bo; [[Ann]], **Cy**, `di`', ['Bo', 'Ann', 'Cy']],
    [
      'a section’s items',
      'a: 1',
      '## Attendees\n- Ann Lee (CTO)\n- [[Bo Berg]] — with [[Acme]]\n- Cy, PM\n- Di <di@x.org>',
      ['Ann Lee', 'Bo Berg', 'Cy', 'Di'],
    ],
  ])('%s', (_, yaml, body, people) => {
    expect(noteOf(inspectFiles({ 'm.md': note(`account: Acme\n${DATE}\n${yaml}`, body) }), 'm.md').participants).toEqual(people);
  });

  test('links without a note are ghosts, unless they are listed or own something', () => {
    const model = inspectFiles({
      'm.md': note(
        `account: Acme\nparticipants: [Ann Lee, Acme]\n${DATE}`,
        'Met [[Google]], [[Win]], [[Ann Lee]], [[Bo Berg]]\n- [ ] x @Bo',
      ),
      'x.md': '[[Ann Lee]] [[Acme]]',
    });
    expect(model.ghosts.map(({ name }) => name)).toEqual(['Bo Berg', 'Google', 'Win']);
    expect(model.people.map(({ name, meetings, actions }) => [name, meetings, actions])).toEqual([
      ['Ann Lee', ['m.md'], 0],
      ['Bo', [], 1],
    ]);
    expect(noteOf(model, 'x.md').links.map(({ status, url }) => [status, url])).toEqual([
      ['derived', 'people/ann-lee.html'],
      ['derived', 'accounts/acme.html'],
    ]);
  });
});

test.each([
  ['Acme, Inc.', 'acme-inc'],
  ['O’Hara & Sons', 'ohara-sons'],
  ["O'Hara", 'ohara'],
])('the dated note of %s that carries its own tag is the account', (title, tag) => {
  const text = note(`type: customer\ntitle: "${title}"\n${DATE}\ntags: [account/${tag}]`);
  expect(noteOf(inspectFiles({ 'x.md': text }), 'x.md')).toMatchObject({ kind: 'account', accounts: [title] });
});
