import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import type { Site } from '../../src/site.ts';
import { memorySite } from '../support/memory-vault.ts';
import '../support/seed.ts';

const MEETING = `---
date: 2026-03-10
account: Aurora
participants: [Priya Raman]
---
# Kick-off

- [ ] Send the [sizing sheet](https://example.com/a) to [[Northwind|the north]] @Priya ⏫ 🔁 every week 🛫 2026-03-11 ⏳ 2026-03-12 📅 2026-03-24 #waiting #task %%she is slow%%
- [/] Draft **the plan**; then, "quote" it 📅 2026-04-01 🔽
- [ ] Ask about ![[Budget 2026.pdf]] without a date <!-- secret -->
- [x] Book the room ➕ 2026-03-01 📅 2026-03-09 ✅ 2026-03-08
- [-] Call them 📅 2026-03-30 ❌ 2026-03-11
- [?] Maybe later #proposed 📅 2026-05-01
`;
const OTHER = '---\ndate: 2026-02-01\naccount: Northwind\n---\n- [x] All done 📅 2026-02-02 ✅ 2026-02-02\n';
const BARE = '---\ndate: 2026-02-01\naccount: Empty\n---\nNothing to do.\n';
const PRIVATE = '---\ndate: 2026-03-01\naccount: Aurora\npublish: false\n---\n- [ ] Hidden thing 📅 2026-03-28\n';

const files = { 'Meetings/Kick-off.md': MEETING, 'Meetings/North.md': OTHER, 'Meetings/Bare.md': BARE, 'Meetings/Private.md': PRIVATE };
const known = { ...defaultConfig, site: { url: 'https://notes.example.com/wiki/' } };

/** Files of actions; others are made of the notes too. */
function actionFiles(site: Site): readonly string[] {
  return site.files.map(({ path }) => path).filter((path) => !path.startsWith('changes/'));
}

function textOf(site: Site, path: string): string {
  const file = site.files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`no ${path} among ${site.files.map((one) => one.path).join(' ')}`);
  return [...file.parts()].join('');
}

function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  return parse(text, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
}

function eventsOf(text: string): readonly ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  return calendar.getAllSubcomponents().map((one) => {
    expect(one.name).toBe('vevent');
    return new ICAL.Event(one);
  });
}

describe('an action without words', () => {
  const wordless = {
    'm.md':
      '---\ndate: 2026-03-01\naccount: Acme\n---\n- [ ] 📅 2026-03-04\n- [ ] <script>alert(1)</script> 📅 2026-03-05\n- [ ] Call <b>Bob</b> 📅 2026-03-06\n- [ ] <script>a</script>Send it<style>b</style> 📅 2026-03-07\n',
  };

  test('says so, on the board, in the table and in the calendar, which show the same', () => {
    const site = memorySite(wordless);
    const said = ['(no text)', '(no text)', 'Call Bob', 'Send it'];
    const view = site.page('actions.html' as never)?.view;
    if (view?.kind !== 'actions') throw new Error('no board');
    expect(view.buckets.flatMap(({ rows }) => rows).map(({ html }) => html.replace(/<[^>]*>/gu, ''))).toEqual(said);
    expect(rowsOf(textOf(site, 'actions.csv')).map((row) => row['Action'])).toEqual(said);
    expect(eventsOf(textOf(site, 'actions.ics')).map(({ summary }) => summary)).toEqual(said.map((text) => `${text} (Acme)`));
    const accounts = site.page('accounts/acme.html' as never)?.view;
    expect(accounts?.kind === 'account' && accounts.row.next?.text).toBe('(no text)');
  });
});

describe('which files there are', () => {
  test('a table beside each page with actions, a calendar beside each with a due date, sorted by path', () => {
    expect(actionFiles(memorySite(files))).toEqual([
      'accounts/aurora.actions.csv',
      'accounts/aurora.actions.ics',
      'accounts/northwind.actions.csv',
      'accounts/northwind.actions.ics',
      'actions.csv',
      'actions.ics',
    ]);
  });

  test('none without actions, no calendar without due dates', () => {
    expect(actionFiles(memorySite({ 'a.md': 'Nothing.' }))).toEqual([]);
    expect(actionFiles(memorySite({ 'a.md': '- [ ] Something' }))).toEqual(['actions.csv']);
  });

  test('no page has the name of one, not even of accounts with names like theirs', () => {
    const hostile = memorySite({
      'Accounts/Aurora.md': '---\ntype: account\n---\n- [ ] A 📅 2026-01-01\n',
      'Accounts/Aurora.actions.md': '---\ntype: account\n---\n- [ ] B 📅 2026-01-01\n',
      'Accounts/Aurora.actions.csv.md': '---\ntype: account\n---\n- [ ] C 📅 2026-01-01\n',
      'actions.csv': 'an attachment',
      'a.md': '![[actions.csv]]',
    });
    const paths = [...hostile.files.map(({ path }) => path as string), ...hostile.plan.map(({ url }) => url as string)];
    const all = [...paths, ...[...hostile.graph.assets.values()].map(({ href }) => href as string)].map((path) => path.toLowerCase());
    expect(actionFiles(hostile)).toHaveLength(8);
    expect(new Set(all).size).toBe(all.length);
  });

  test('a page links to what is there, to the calendar only while something is due', () => {
    const site = memorySite(files);
    const linksOf = (url: string) => {
      const view = site.page(url as never)?.view;
      return view?.kind === 'account' || view?.kind === 'actions' ? view.files : undefined;
    };
    expect(linksOf('actions.html')).toEqual({ table: 'actions.csv', calendar: 'actions.ics' });
    expect(linksOf('accounts/aurora.html')).toEqual({ table: 'accounts/aurora.actions.csv', calendar: 'accounts/aurora.actions.ics' });
    expect(linksOf('accounts/northwind.html')).toEqual({ table: 'accounts/northwind.actions.csv', calendar: null });
    expect(linksOf('accounts/empty.html')).toBeNull();
  });

  test('their text is the same every time', () => {
    const [one, two] = [memorySite(files), memorySite(files)];
    expect(one.files.map(({ parts }) => [...parts()])).toEqual(two.files.map(({ parts }) => [...parts()]));
  });
});

describe('the table', () => {
  const text = textOf(memorySite(files), 'accounts/aurora.actions.csv');
  const rows = rowsOf(text);

  test('is UTF-8 with a byte order mark, lines end in CRLF, and the first says what is in the columns', () => {
    expect(text.split('\r\n')[0]).toBe(
      '\uFEFFAction,State,Owner,Account,Due,Scheduled,Start,Created,Done,Priority,Repeats,Tags,Source notes,Page',
    );
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('has every action of the account, whatever its state, with and without a date', () => {
    expect(rows.map((row) => [row['Action'], row['State'], row['Due']])).toEqual([
      ['Book the room', 'Done', '2026-03-09'],
      ['Send the sizing sheet to the north', 'Open', '2026-03-24'],
      ['Call them', 'Cancelled', '2026-03-30'],
      ['Draft the plan; then, "quote" it', 'In progress', '2026-04-01'],
      ['Maybe later', 'Proposed', '2026-05-01'],
      ['Ask about Budget 2026.pdf without a date', 'Open', ''],
    ]);
  });

  test('has every field', () => {
    expect(rows[1]).toEqual({
      Action: 'Send the sizing sheet to the north',
      State: 'Open',
      Owner: 'Priya Raman',
      Account: 'Aurora',
      Due: '2026-03-24',
      Scheduled: '2026-03-12',
      Start: '2026-03-11',
      Created: '',
      Done: '',
      Priority: 'High',
      Repeats: 'every week',
      Tags: '#waiting',
      'Source notes': 'Meetings/Kick-off.md:8',
      Page: 'meetings/kick-off.html#l-8',
    });
    expect(rows[0]).toMatchObject({ Created: '2026-03-01', Done: '2026-03-08' });
  });

  test('says the whole address of the page when config says where the site will be', () => {
    const [row] = rowsOf(textOf(memorySite(files, known), 'accounts/northwind.actions.csv'));
    expect(row?.['Page']).toBe('https://notes.example.com/wiki/meetings/north.html#l-5');
  });

  test.each([
    ["=HYPERLINK('x')", "'=HYPERLINK('x')"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ['@SUM(1)+1', "'@SUM(1)+1"],
    ['-2+3', "'-2+3"],
    ['＝1+1', "'＝1+1"],
    ['see;=1+1', "see;'=1+1"],
    ['see; =1+1', "see; '=1+1"],
    ['3 - 2 = 1', '3 - 2 = 1'],
  ])('%s is no formula', (action, cell) => {
    expect(rowsOf(textOf(memorySite({ 'a.md': `- [ ] \`${action}\`` }), 'actions.csv'))[0]?.['Action']).toBe(cell);
  });
});

describe('the calendar', () => {
  const text = textOf(memorySite(files), 'accounts/aurora.actions.ics');
  const events = eventsOf(text);

  test('has the open actions with a due date and no others', () => {
    expect(events.map(({ summary, startDate, endDate }) => [summary, startDate.toString(), endDate.toString()])).toEqual([
      ['Send the sizing sheet to the north (Priya Raman, Aurora)', '2026-03-24', '2026-03-25'],
      ['Draft the plan; then, "quote" it (Aurora)', '2026-04-01', '2026-04-02'],
      ['Maybe later (Aurora)', '2026-05-01', '2026-05-02'],
    ]);
  });

  test('leaves the days free, gives priorities, and says when the note was written', () => {
    const values = (name: string) => events.map(({ component }) => component.getFirstPropertyValue(name)?.toString() ?? null);
    expect(values('transp')).toEqual(['TRANSPARENT', 'TRANSPARENT', 'TRANSPARENT']);
    expect(values('priority')).toEqual(['3', '7', null]);
    expect(values('categories')).toEqual(['waiting', null, null]);
    expect(values('dtstamp')).toEqual(Array(3).fill('2026-03-10T00:00:00Z'));
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
  });

  test('says where the action comes from, and the address only when config says where the site will be', () => {
    const description = [
      'Owner: Priya Raman',
      'Account: Aurora',
      'Priority: High',
      'Start: 2026-03-11',
      'Scheduled: 2026-03-12',
      'Repeats: every week',
      'Note: Meetings/Kick-off.md:8',
    ];
    expect(events[0]?.description).toBe(description.join('\n'));
    expect(text).not.toContain('\r\nURL');
    const [event] = eventsOf(textOf(memorySite(files, known), 'accounts/aurora.actions.ics'));
    const address = 'https://notes.example.com/wiki/meetings/kick-off.html#l-8';
    expect(event?.component.getFirstPropertyValue('url')).toBe(address);
    expect(event?.description).toBe([...description, `Page: ${address}`].join('\n'));
  });

  test('knows an action by the same id as the board’s, and is empty when all is done', () => {
    const all = eventsOf(textOf(memorySite(files), 'actions.ics'));
    expect(all.map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(3);
    expect(eventsOf(textOf(memorySite(files), 'accounts/northwind.actions.ics'))).toEqual([]);
  });

  test('is there on the last day that can be written', () => {
    expect(eventsOf(textOf(memorySite({ 'a.md': '- [ ] Late 📅 9999-12-31' }), 'actions.ics'))[0]?.startDate.toString()).toBe('9999-12-31');
  });
});

test('thousands of actions are one table and one calendar, each action once', () => {
  const lines = Array.from({ length: 2500 }, (_, i) => `- [ ] Step ${i} BEGIN:VEVENT END:VCALENDAR 📅 2026-05-01`);
  const site = memorySite({ 'm.md': lines.join('\n') });
  const steps = lines.map((_, i) => `Step ${i} BEGIN:VEVENT END:VCALENDAR`);
  const byStep = (a: string, b: string): number => Number(a.split(' ')[1]) - Number(b.split(' ')[1]);
  expect(
    rowsOf(textOf(site, 'actions.csv'))
      .map((row) => row['Action'] ?? '')
      .sort(byStep),
  ).toEqual(steps);
  const calendar = textOf(site, 'actions.ics');
  expect(
    eventsOf(calendar)
      .map(({ summary }) => summary)
      .sort(byStep),
  ).toEqual(steps);
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n.*\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n$/su);
});

test('nothing of notes left out, and no comment, is in any file', () => {
  const all = memorySite(files)
    .files.flatMap(({ parts }) => [...parts()])
    .join('\n');
  for (const word of ['Hidden', 'Private', 'she is slow', 'secret', '%%', '<!--']) expect(all).not.toContain(word);
});

describe('hostile text', () => {
  const piece = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '"',
    "'",
    ',',
    ';',
    '\\',
    '\\n',
    '\\,',
    ':',
    '\t',
    '|',
    'é',
    '😀',
    '\u202e',
    'BEGIN:VEVENT',
    'END:VCALENDAR',
    ' ',
    'ab',
    '漢字',
    '\u0001',
    '\u2028',
  );
  const line = fc.array(piece, { maxLength: 60 }).map((parts) => `w${parts.join('')}w`);
  /** Without apostrophes, so that those of the text and those put before formulas are not told apart. */
  const bare = (text: string | undefined) => text?.replaceAll("'", '') ?? '';

  test('comes back from both parsers as it was, and no cell begins a formula', () => {
    fc.assert(
      fc.property(line, fc.constantFrom('Acme', '=Acme, "Inc"; x', '+49\\n', '@Home'), (words, account) => {
        const source = `---\ndate: 2026-01-01\naccount: ${JSON.stringify(account)}\n---\n- [ ] \`${words}\` and more 📅 2026-02-01\n`;
        const site = memorySite({ 'n.md': source });
        const rows = rowsOf(textOf(site, 'actions.csv'));
        const [event, ...others] = eventsOf(textOf(site, 'actions.ics'));
        expect([rows.length, others.length]).toEqual([1, 0]);
        const [row = {}] = rows;
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
        const [action] = site.graph.actions;
        const text = bare(row['Action']);
        expect(bare(row['Account'])).toBe(bare(action?.account ?? ''));
        expect(bare(event?.summary)).toBe(bare(`${text} (${action?.account})`));
        expect(text.replace(/\s/gu, '')).toBe(bare(`${words}andmore`).replace(/[\s\p{Cc}]/gu, ''));
      }),
      { numRuns: 60 },
    );
  });

  test('is folded at 75 octets, within no character, and ends with a line', () => {
    const text = textOf(memorySite({ 'n.md': `- [ ] ${'Ärger 😀 漢字, '.repeat(40)}x 📅 2026-02-01` }), 'actions.ics');
    const lines = text.split('\r\n');
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    for (const one of lines) {
      expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
      expect(one.isWellFormed()).toBe(true);
    }
    expect(eventsOf(text)[0]?.summary).toBe(`${'Ärger 😀 漢字, '.repeat(40)}x`);
  });
});
