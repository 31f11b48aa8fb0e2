import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchEngine } from '../../src/client/search/query.ts';
import type { SearchRequest } from '../../src/client/search/request.ts';
import { NOTHING } from '../../src/client/search/state.ts';
import { recordFrom } from '../../src/search/record.ts';
import { describeShared, sharedPath } from '../support/shared.ts';
import { makeTempDir } from '../support/temp.ts';
import { engineOf } from './ask-index.ts';
import { type FakeSite, fakeSite, planned } from './fake-site.ts';
import { writeIndex } from './write-index.ts';

/** An index of all pages of a site, asked through the browser's query layer. */
async function indexed(fake: FakeSite) {
  const dir = makeTempDir();
  const site = fakeSite(fake);
  const plan = [
    ...(fake.notes ?? []).map((note) => planned(`notes/${note.path}.html`, 'note', note.path)),
    ...(fake.accounts ?? []).map(({ url }) => planned(url, 'account')),
    ...(fake.people ?? []).map(({ url }) => planned(url, 'person')),
    ...(fake.ghosts ?? []).map(({ url }) => planned(url, 'ghost')),
  ].sort((a, b) => (a.url < b.url ? -1 : 1));
  const records = plan.map((page) => recordFrom(site, page));
  await writeIndex(path.join(dir, 'pagefind'), records);
  const engine = await engineOf(path.join(dir, 'pagefind'));
  const stop = async () => rmSync(dir, { recursive: true });
  return { engine, stop };
}

const asking = (text: string, more: Partial<SearchRequest> = {}): SearchRequest => ({ ...NOTHING, text, ...more });
const paths = async (engine: SearchEngine, request: SearchRequest) =>
  (await (await engine.ask(request)).hits(0, 500)).map(({ href }) => href.replace(/^\.\.\/notes\/|\.html.*$/g, ''));

describe('asking an index', () => {
  const passage = (text: string) => [{ heading: null, headingId: null, text }];
  let engine: SearchEngine;
  let stop = async () => {};

  beforeAll(async () => {
    const notes = [
      { path: 'a', title: 'Rollback', kind: 'note', passages: passage('A runbook for the cutover.') },
      { path: 'b', title: 'Planning', kind: 'meeting', date: '2026-03-17', passages: passage('The rollback takes 20 minutes.') },
      {
        path: 'c',
        title: 'Review',
        kind: 'meeting',
        date: '2025-11-06',
        passages: passage('They asked for a rollback, and a rollback rehearsal.'),
      },
      { path: 'd', title: 'Café notes', kind: 'note', tags: ['type/customer'], passages: passage('camelCase and foo-bar, 100 % of C++') },
    ] as const;
    ({ engine, stop } = await indexed({ notes, accountsOf: { b: ['Northwind'], c: ['Halden'] } }));
  });
  afterAll(() => stop());

  test('a page called so comes first', async () => {
    expect((await paths(engine, asking('rollback')))[0]).toBe('a');
  });

  test('newest first, pages without a date last', async () => {
    expect(await paths(engine, asking('rollback', { sort: 'date' }))).toEqual(['b', 'c', 'a']);
  });

  test.each([
    [{ kind: 'meeting' }, ['b', 'c']],
    [{ account: 'Northwind' }, ['b']],
    [{ year: '2025' }, ['c']],
    [{ kind: 'meeting', year: '2026' }, ['b']],
    [{ kind: 'note', year: '2026' }, []],
  ] as const)('filtered by %o', async (filter, expected) => {
    expect((await paths(engine, asking('rollback', filter))).sort()).toEqual(expected);
  });

  test('a filter alone lists its pages', async () => {
    expect(await paths(engine, asking('', { kind: 'meeting', sort: 'date' }))).toEqual(['b', 'c']);
  });

  test('counts say what another value of each filter would give', async () => {
    const answer = await engine.ask(asking('rollback', { kind: 'meeting', year: '2026' }));
    const facets = await answer.facets(['kind', 'year', 'account']);
    expect(facets.kind).toEqual([{ value: 'meeting', count: 1 }]);
    expect(facets.year).toEqual([
      { value: '2026', count: 1 },
      { value: '2025', count: 1 },
    ]);
    expect(facets.account).toEqual([{ value: 'Northwind', count: 1 }]);
  });

  test.each([
    ['cafe', 'd'],
    ['camelcase', 'd'],
    ['foo-bar', 'd'],
    ['bar', 'd'],
    ['customer', 'd'],
    ['C++', 'd'],
    ['halden', 'c'],
    ['2026-03', 'b'],
    ['2025-11-06', 'c'],
    ['rehears', 'c'],
  ])('%s finds %s', async (text, expected) => {
    expect(await paths(engine, asking(text))).toContain(expected);
  });

  test('the name of a kind is no word of its pages', async () => {
    expect(await paths(engine, asking('meeting'))).toEqual([]);
  });
});

test('the page of an account or a person comes first, a name without a note after notes called so', async () => {
  const passages = [{ heading: null, headingId: null, text: 'Northwind and Caleb, again and again: Northwind, Caleb.' }];
  const { engine, stop } = await indexed({
    notes: ['Northwind kickoff', 'Northwind', 'Caleb Thorne on storage'].map((title, at) => ({ path: `n${at}`, title, passages })),
    accounts: [{ name: 'Northwind Grocers', url: 'accounts/northwind.html', people: ['Caleb Thorne'] }],
    people: [{ name: 'Caleb Thorne', url: 'people/caleb.html' }],
    ghosts: [{ name: 'Northwind', url: 'ghosts/northwind.html' }],
  });
  const northwind = await paths(engine, asking('northwind'));
  expect(northwind[0]).toBe('../accounts/northwind');
  expect(northwind.indexOf('../ghosts/northwind')).toBeGreaterThan(Math.max(northwind.indexOf('n0'), northwind.indexOf('n1')));
  expect((await paths(engine, asking('caleb')))[0]).toBe('../people/caleb');
  await stop();
});

test('a query about something at an account finds that before the account, and a name without a note when all of it is asked for', async () => {
  const passage = (text: string) => [{ heading: null, headingId: null, text }];
  const { engine, stop } = await indexed({
    notes: [
      { path: 'audit', title: 'Audit walkthrough', kind: 'meeting', passages: passage('They looked at the log. Halden was content.') },
      { path: 'plan', title: 'Plan', passages: passage('After the audit, the second link. A link for the second time.') },
    ],
    accounts: [{ name: 'Halden Rail', url: 'accounts/halden.html' }],
    facts: [{ account: 'Halden Rail', text: 'Nothing has been heard of them since the audit of last year, and nobody minds.' }],
    accountsOf: { audit: ['Halden Rail'], plan: ['Halden Rail'] },
    ghosts: [{ name: 'Second link', url: 'ghosts/second-link.html' }],
  });
  expect((await paths(engine, asking('halden audit ')))[0]).toBe('audit');
  expect((await paths(engine, asking('halden rail ')))[0]).toBe('../accounts/halden');
  expect((await paths(engine, asking('second link ')))[0]).toBe('../ghosts/second-link');
  expect((await paths(engine, asking('link ')))[0]).not.toBe('../ghosts/second-link');
  await stop();
});

describe('any word', () => {
  const WORDS = [
    'Zürich',
    'Straße',
    'STRAẞE',
    'Bjørn',
    'Łódź',
    'Yıldırım',
    'İzmir',
    'œuvre',
    'Ægir',
    'ﬁnance',
    'naïve',
    'señor',
    'Ǆ',
    'Ωμέγα',
    'Жёлтый',
    'שלום',
    'مرحبا',
    '한국어',
    'ノートを作成',
    'ガラス',
    '讨论',
    'ภาษาไทย',
    'हिन्दी',
    'two-site',
    'GPU-100',
    'C++',
    'C#',
    'F#',
    '~$300M',
    '$480k',
    '5.6',
    'v1.2.3',
    'mara.lindholm@north.example',
    'https://north.example/path?q=1',
    '2026-03-18',
    '10:45',
    "O'Brien",
    'Castellan’s',
    'foo_bar',
    '#tag/nested',
    'AT&T',
    'R&D',
    '24/7',
    'e-mail',
    'camelCaseWord',
    'HTTPServer',
    '½',
    '²',
    'Ⅳ',
    'x²',
    '🚀',
    '1,5',
    'L’été',
    'naïveté',
    'universities',
    'running',
    'added',
    'a|b',
    'Müller-Lüdenscheidt',
    'ÅNGSTRÖM',
    'đồng',
    'Đà',
    'ŝanĝo',
    '(bracketed)',
    '“quoted”',
    'end.',
    'semi;colon',
  ] as const;
  const asked = WORDS.filter((word) => word !== '🚀');
  let found: readonly (readonly string[])[] = [];

  beforeAll(async () => {
    const notes = WORDS.map((word, at) => ({
      path: `w${at}`,
      title: `Page ${at}`,
      passages: [{ heading: null, headingId: null, text: `before ${word} after` }],
    }));
    const { engine, stop } = await indexed({ notes });
    found = await Promise.all(asked.map(async (word) => paths(engine, asking(`${word} `))));
    await stop();
  });

  test.each(asked.map((word, at) => [word, at] as const))('%s is found where it stands', (word, at) => {
    expect(found[at]).toContain(`w${WORDS.indexOf(word)}`);
  });
});

describeShared('a vault in Chinese', () => {
  const root = sharedPath('vaults/obsidian-help-zh');
  let texts: readonly (readonly [string, string])[] = [];
  let engine: SearchEngine;
  let stop = async () => {};

  beforeAll(async () => {
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
    texts = files.sort().map((file) => [file, readFileSync(path.join(root, file), 'utf8').replace(/\s+/gu, ' ')]);
    const notes = texts.map(([file, text]) => ({
      path: file,
      title: path.basename(file, '.md'),
      passages: [{ heading: null, headingId: null, text }],
    }));
    ({ engine, stop } = await indexed({ notes }));
  }, 30_000);
  afterAll(() => stop());

  test('words are found in nearly every note that holds them, wherever their neighbours are cut', async () => {
    const runs = texts.flatMap(([, text]) => text.match(/\p{Script=Han}{4,}/gu) ?? []);
    const queries = Array.from({ length: 40 }, (_, at) => (runs[(at * 7919) % runs.length] ?? '').slice(at % 2, (at % 2) + 2 + (at % 3)));
    let holding = 0;
    let found = 0;
    for (const query of queries) {
      const answers = new Set(await paths(engine, asking(query)));
      const holders = texts.filter(([, text]) => text.includes(query));
      holding += holders.length;
      found += holders.filter(([file]) => answers.has(file)).length;
    }
    expect(holding).toBeGreaterThan(queries.length);
    expect(found / holding).toBeGreaterThan(0.97);
  }, 30_000);

  test('an excerpt reads as the note does', async () => {
    const answer = await engine.ask(asking('同步'));
    for (const { excerpt, href } of await answer.hits(0, 10)) {
      const text = excerpt
        .map((run) => run.text)
        .join('')
        .replace(/^… | …$/gu, '');
      const note = texts.find(([file]) => href.includes(file))?.[1] ?? '';
      expect(note.replaceAll('|', ' ¦ ').replace(/\s+/gu, ' ')).toContain(text.replace(/\.$/u, ''));
      expect(excerpt.some((run) => run.mark)).toBe(true);
    }
  });
});
