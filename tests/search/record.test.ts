import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { recordFrom } from '../../src/search/record.ts';
import { memorySite } from '../support/memory-vault.ts';
import { fakeSite, planned } from './fake-site.ts';

/** Attributes and text of a record, as a parser of HTML sees them. */
function read(html: string) {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => elements.push({ name, attributes, text: '' }),
    ontext: (text) => {
      const last = elements.at(-1);
      if (last) last.text += text;
    },
  });
  parser.end(html);
  return elements;
}

const attribute = (html: string, name: string) => read(html).flatMap(({ attributes }) => attributes[name] ?? []);

const meeting = {
  path: 'Customers/Northwind/2026-03-17 - Cutover.md',
  title: 'Cutover planning',
  kind: 'meeting',
  titleLine: 1,
  date: '2026-03-17',
  tags: ['cutover'],
  aliases: ['Order of the regions'],
  headings: [
    { level: 1, text: 'Cutover planning', source: '', id: 'cutover-planning', line: 1 },
    { level: 2, text: 'Decisions', source: '', id: 'decisions', line: 5 },
    { level: 3, text: 'Rollback & <return>', source: '', id: 'rollback-return', line: 9 },
  ],
  passages: [
    { heading: 'Cutover planning', headingId: 'cutover-planning', text: 'The west region goes first.' },
    { heading: 'Decisions', headingId: 'decisions', text: 'Rollback within 20 minutes.' },
    { heading: 'Rollback & <return>', headingId: 'rollback-return', text: '' },
  ],
} as const;

const site = fakeSite({
  notes: [meeting],
  accounts: [
    { name: 'Northwind Grocers', url: 'accounts/northwind.html', people: ['Caleb Thorne'], tags: ['retail'], lastContact: '2026-03-17' },
  ],
  people: [
    {
      name: 'Caleb Thorne',
      url: 'people/caleb-thorne.html',
      spellings: [{ text: 'Caleb', reason: 'unique-first-name' }],
      accounts: ['Northwind Grocers'],
    },
  ],
  ghosts: [{ name: 'Price-file feed', url: 'ghosts/price-file-feed.html' }],
  facts: [{ account: 'Northwind Grocers', text: 'Stores close at **22:00** ([[2026-03-17 - Cutover|planning]])' }],
  accountsOf: { [meeting.path]: ['Northwind Grocers', 'AT&T "Inc"'] },
  peopleOf: { [meeting.path]: ['Caleb Thorne'] },
});
const record = recordFrom(site, planned('meetings/cutover.html', 'meeting', meeting.path));

describe('the record of a note', () => {
  test('holds its passages under their headings, with the ids of the page', () => {
    const headings = read(record?.html ?? '').filter(({ name }) => /^h[2-6]$/.test(name));
    expect(headings.map(({ name, attributes, text }) => [name, attributes.id, text])).toEqual([
      ['h2', 'decisions', 'Decisions'],
      ['h3', 'rollback-return', 'Rollback & <return>'],
    ]);
  });

  test('a first heading that repeats the title is no section, its text is kept', () => {
    expect(record?.html).not.toContain('id="cutover-planning"');
    expect(record?.html).toContain('The west region goes first.');
  });

  test('has one element a filter value, and says the same as data', () => {
    expect(attribute(record?.html ?? '', 'data-pagefind-filter')).toEqual([
      'kind:meeting',
      'account:Northwind Grocers',
      'account:AT&T "Inc"',
      'year:2026',
    ]);
    expect(record).toMatchObject({ kind: 'meeting', accounts: ['Northwind Grocers', 'AT&T "Inc"'], date: '2026-03-17' });
    expect(record).toMatchObject({ people: expect.arrayContaining(['Caleb Thorne']), tags: expect.arrayContaining(['cutover']) });
  });

  test('is sorted by its date, and found by it', () => {
    expect(attribute(record?.html ?? '', 'data-pagefind-sort')).toEqual(['date:2026-03-17']);
    expect(attribute(record?.html ?? '', 'data-pagefind-meta')).toContain('date:20260317');
  });

  test('its people, aliases and tags are text, before the mark where its own text begins', () => {
    const { html = '' } = record ?? {};
    for (const name of ['Caleb Thorne', 'Order of the regions', 'cutover']) {
      expect(html.indexOf(name)).toBeGreaterThan(0);
      expect(html.indexOf(name)).toBeLessThan(html.indexOf('<i id="text">'));
    }
  });
});

describe('other pages', () => {
  test('an account without a note has its facts, without their markup', () => {
    const account = recordFrom(site, planned('accounts/northwind.html', 'account'));
    expect(account?.html).toContain('<p>Stores close at 22:00 (planning)</p>');
    expect(account).toMatchObject({ kind: 'account', accounts: ['Northwind Grocers'], date: expect.stringMatching(/^2026-/u) });
  });

  test('a person has its spellings and no date to filter by', () => {
    const person = recordFrom(site, planned('people/caleb-thorne.html', 'person'));
    expect(person).toMatchObject({ kind: 'person', people: ['Caleb Thorne'], date: null });
    expect(person?.html).toContain('>Caleb, Northwind Grocers</p>');
    expect(attribute(person?.html ?? '', 'data-pagefind-sort')).toEqual(['date:0000-00-00']);
  });

  test('a ghost has its name', () => {
    const ghost = recordFrom(site, planned('ghosts/price-file-feed.html', 'ghost'));
    expect(ghost).toMatchObject({ kind: 'ghost', accounts: [] });
    expect(ghost?.html).toContain('Price-file feed');
  });

  test.each(['home', 'accounts', 'actions', 'timeline', 'tags', 'tag', 'browse', 'kind', 'search', 'health', 'not-found'] as const)(
    '%s pages are not indexed',
    (kind) => {
      expect(recordFrom(site, planned('x.html', kind))).toBeNull();
    },
  );

  test('a page whose note or name is unknown is not indexed', () => {
    expect(recordFrom(site, planned('notes/x.html', 'note', 'x.md'))).toBeNull();
    expect(recordFrom(site, planned('ghosts/x.html', 'ghost'))).toBeNull();
  });
});

describe('text that looks like something else', () => {
  const hostile = '</h1><script>alert(1)</script><i data-pagefind-filter="kind:account" id="x">';
  const spoofed = fakeSite({
    notes: [
      {
        path: 'a.md',
        title: hostile,
        aliases: ['___PAGEFIND_WEIGHT___10'],
        headings: [{ level: 2, text: hostile, source: '', id: 'h', line: 1 }],
        passages: [{ heading: hostile, headingId: 'h', text: `${hostile} \ud800 ___PAGEFIND_ANCHOR___h2:0:x` }],
      },
    ],
    accountsOf: { 'a.md': [hostile] },
  });
  const { html = '' } = recordFrom(spoofed, planned('notes/a.html', 'note', 'a.md')) ?? {};

  test('markup stays text', () => {
    expect(read(html).map(({ name }) => name)).not.toContain('script');
    expect(attribute(html, 'data-pagefind-filter')).toEqual(['kind:note', `account:${hostile}`]);
  });

  test("Pagefind's own marks are no words of the note", () => {
    expect(html).not.toMatch(/(?<!\u200b)___PAGEFIND/);
  });

  test('unpaired surrogates are replaced', () => {
    expect(html.isWellFormed()).toBe(true);
  });
});

test('of excerpts alone, a note has its first lines and its headings, and no more of its text', () => {
  const config = { ...defaultConfig, search: { ...defaultConfig.search, text: 'excerpts' as const } };
  const site = memorySite(
    {
      'a.md':
        '---\ntags: [pilot]\n---\nThe west region goes first, the others follow a week later.\n\n## Decisions\n\nRollback within twenty minutes.',
    },
    config,
  );
  const page = site.plan.find(({ note }) => note === 'a.md');
  const record = page === undefined ? null : recordFrom(site, page);
  for (const word of ['west', 'pilot', 'Decisions', 'id="decisions"']) expect(record?.html).toContain(word);
  expect(record?.html).not.toContain('twenty');
  expect(JSON.stringify(record?.words)).not.toContain('twenty');
});

test('words of properties are among the names, before the text, and hostile ones stay text', () => {
  const site = fakeSite({
    notes: [
      {
        path: 'a.md',
        title: 'A',
        properties: { role: 'Head of **storage**', odd: '<b>x</b> "y"', source_ref: 'Inbox/secret.md', when: '2026-01-01' },
      },
    ],
  });
  const { html = '' } = recordFrom(site, planned('notes/a.html', 'note', 'a.md')) ?? {};
  const names = html.slice(0, html.indexOf('<i id="text">'));
  expect(names).toContain('<p data-pagefind-weight="3.5">Head of storage, x &quot;y&quot;</p>');
  expect(html).not.toMatch(/secret|2026-01-01/u);
});
