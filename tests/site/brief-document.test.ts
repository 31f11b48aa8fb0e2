import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BRIEF_ACCOUNT, BRIEF_VAULT } from '../support/brief-vault.ts';
import { contentDir, runCli } from '../support/cli.ts';
import { crawl } from '../support/crawl.ts';
import { makeTempDir, writeFiles } from '../support/temp.ts';
import { visibleText } from '../support/visible-text.ts';

const dir = makeTempDir();
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

function brief(account: string, vault: string, args: readonly string[] = []): string {
  const out = path.join(dir, `out-${fs.readdirSync(dir).length}`);
  const { code, stderr } = runCli(['brief', account, vault, '-o', out, ...args]);
  if (code !== 0) throw new Error(stderr);
  return out;
}

const pagesOf = (out: string): readonly string[] =>
  fs.readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
const textOf = (out: string, page: string): string => visibleText(fs.readFileSync(path.join(out, page), 'utf8'));

/** What only those who keep the notes have a use for. */
const WIKI =
  /vault|frontmatter|Obsidian|\.md\b|mended link|no note yet|note itself|would stand here|gone quiet|unsourced|Theirs|Our team|Named without a link|Browse|Customers\//u;

const LINKED = {
  'dossier.yaml': 'briefs:\n  customer:\n    footer: Confidential\n',
  'Customers/Quarry/Quarry.md': '---\ntype: customer\naliases: [QRY]\n---\nMakes stone.\n',
  'Projects/Lift plan.md':
    '---\ntype: project\naccount: Quarry\naliases: [The crane]\n---\nSteps. See [[QRY]].\n\n```dataview\nLIST FROM "Customers/Quarry"\n```\n',
  'Meetings/2026-02-03 - Kick-off.md':
    '---\naccount: Quarry\ndate: 2026-02-03\nparticipants: [Marcin Wójcik]\ntags: [account/quarry, generated, topic/stone]\n---\n' +
    'We lift by [[The crane]], [[lift PLAN|as planned]], not by [[Secret ladder]].\n\n![[Secret sketch.png]] ![[Secret sheet]] ![[Secret map.canvas|the map]]\n\n' +
    '- [ ] Order rope @Myself 📅 2026-02-10\n',
};

describe('a brief reads as a document', () => {
  let linked = '';
  beforeAll(() => {
    const vault = path.join(dir, 'linked');
    writeFiles(vault, LINKED);
    linked = brief('Quarry', vault);
  });

  test('links by an alias that is not shown lead to its note, others are text, and no page stands for what has no note', () => {
    const meeting = fs.readFileSync(path.join(linked, 'meetings/2026-02-03-kick-off.html'), 'utf8');
    expect(meeting).toContain('<a href="../notes/lift-plan.html">The crane</a>');
    expect(meeting).toContain('<a href="../notes/lift-plan.html">as planned</a>');
    expect(meeting).toContain('not by Secret ladder.');
    expect(fs.readFileSync(path.join(linked, 'notes/lift-plan.html'), 'utf8')).toContain('<a href="../accounts/quarry.html">QRY</a>');
    expect(
      pagesOf(linked).filter((page) => /^(?:ghosts|browse|kinds)\/|^accounts\.html|^health\.html|generated|tags\/account/u.test(page)),
    ).toEqual([]);
  });

  test('what is shown in place and is not part of it is said to be so, without its name', () => {
    const text = textOf(linked, 'meetings/2026-02-03-kick-off.html');
    expect(text).toContain('A file (Picture) that is not part of this brief.');
    expect(text).toContain('A text that is not part of this brief.');
    expect(text).toContain('“the map”, a file (Canvas) that is not part of this brief.');
    expect(text).not.toMatch(/Secret (?:sketch|sheet|map)/u);
  });

  test('notes that are no meetings stand on one list, and queries are left out', () => {
    expect(textOf(linked, 'browse.html')).toMatch(/Notes[\s\S]*Lift plan/u);
    expect(textOf(linked, 'notes/lift-plan.html')).not.toMatch(/LIST|dataview/iu);
  });

  test('tables and calendars of actions name notes by day and title', () => {
    const [table = '', calendar = ''] = ['actions.csv', 'actions.ics'].map((file) => fs.readFileSync(path.join(linked, file), 'utf8'));
    expect(table).toContain('2026-02-03 Kick-off');
    expect(calendar).toContain('Note: 2026-02-03 Kick-off');
    expect(table + calendar).not.toMatch(WIKI);
  });

  test('whoever @Myself is has a name that says so', () => {
    expect(textOf(linked, 'actions.html')).toContain('The author');
  });

  test('its notice stands on every page', () => {
    for (const page of pagesOf(linked))
      if (page !== '404.html')
        expect([page, fs.readFileSync(path.join(linked, page), 'utf8').includes('>Confidential<')]).toEqual([page, true]);
  });
});

describe.each([
  ['Northwind Grocers', contentDir],
  ['Verdelis Pharma', contentDir],
  ['Saltmarsh Energy', contentDir],
  ['Quarry', 'linked'],
  [BRIEF_ACCOUNT, 'rich'],
])('the pages of %s', (account, vault) => {
  let out = '';
  beforeAll(() => {
    if (vault === 'rich') writeFiles(path.join(dir, vault), BRIEF_VAULT);
    out = brief(account, path.resolve(dir, vault));
  });

  test('have no dead link', () => {
    const { pages, problems } = crawl(out);
    expect(problems).toEqual([]);
    expect(pages).toBeGreaterThan(8);
  });

  test('say nothing that only those who keep the notes have a use for', () => {
    const files = fs.readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:csv|ics)$/u.test(file));
    const texts = [
      ...pagesOf(out).map((page) => [page, textOf(out, page)] as const),
      ...files.map((file) => [file, fs.readFileSync(path.join(out, file), 'utf8')] as const),
    ];
    const told = texts.flatMap(([page, words]) => {
      const line = words.split('\n').find((text) => WIKI.test(text));
      return line === undefined ? [] : [`${page}: ${line.slice(0, 200)}`];
    });
    expect(told).toEqual([]);
  });
});

test('the words that are looked for are those of a wiki', () => {
  const out = path.join(dir, 'wiki');
  expect(runCli(['build', contentDir, '-o', out, '--no-search', '--quiet'])).toMatchObject({ code: 0 });
  expect(pagesOf(out).filter((page) => WIKI.test(textOf(out, page))).length).toBeGreaterThan(50);
});
