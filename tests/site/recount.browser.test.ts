import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { buildVault, contentDir } from '../support/cli.ts';
import { makeTempDir, writeFiles } from '../support/temp.ts';

const dir = makeTempDir();
const plain = path.join(dir, 'plain');
const ahead = path.join(dir, 'ahead');
let browser: Browser;

/** The sample once as it is, and once with a note prepared for a meeting of next month and one of next year. */
beforeAll(async () => {
  const vault = path.join(dir, 'vault');
  fs.cpSync(contentDir, vault, { recursive: true });
  const note = (account: string, people: string) => `---\naccount: ${account}\nparticipants: [${people}]\n---\nWhat we want to ask.\n`;
  writeFiles(vault, {
    'Customers/Halden Rail/2026-04-09 - Pilot kickoff.md': note('Halden Rail', 'Tomas Lindqvist'),
    'Customers/Orrery Labs/2027-01-12 - Renewal.md': note('Orrery Labs', 'Priya Raman'),
  });
  buildVault(contentDir, plain, ['--no-search']);
  buildVault(vault, ahead, ['--no-search']);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

async function look<T>(site: string, file: string, day: string | null, read: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', javaScriptEnabled: day !== null });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  if (day !== null) await page.clock.setFixedTime(`${day}T10:00:00`);
  await page.goto(pathToFileURL(path.join(site, file)).href);
  const told = await read(page);
  await context.close();
  return told;
}

const textsOf = async (page: Page, selector: string): Promise<readonly string[]> =>
  (await page.locator(selector).filter({ visible: true }).allInnerTexts()).map((text) => text.replace(/\s+/gu, ' ').trim());

/** What the first page tells against the day. */
const home = async (page: Page) => ({
  head: await textsOf(page, '.head .hang, .lead'),
  overdue: await textsOf(page, '[data-glance="overdue"] > li'),
  soon: await textsOf(page, '[data-glance="soon"] > li'),
  quiet: (await textsOf(page, '[data-quiet-list] > li')).filter((row) => !row.startsWith('Halden')),
  totals: await textsOf(page, '[data-total]'),
});
/** Rows of the table of accounts, but for those with a meeting ahead. */
const roster = async (page: Page) =>
  (await textsOf(page, '.roster tbody tr'))
    .filter((row) => !/Halden|Orrery/u.test(row))
    .map((row) => row.replace(/\d+ \d+ (?=\d|none)/u, ''));

describe('a page that was built for a day that is still to come', () => {
  test.each(['2026-03-20', '2026-04-05', '2026-05-20'])(
    'tells on %s what it would tell without the meetings that lie ahead',
    async (day) => {
      expect(await look(ahead, 'index.html', day, home)).toEqual(await look(plain, 'index.html', day, home));
      expect(await look(ahead, 'accounts.html', day, roster)).toEqual(await look(plain, 'accounts.html', day, roster));
      const standing = (page: Page) => textsOf(page, '[data-standing], .bucket .count');
      expect(await look(ahead, 'actions.html', day, standing)).toEqual(await look(plain, 'actions.html', day, standing));
    },
  );

  test('keeps the day in its head, the order of rows and what comes next', async () => {
    const told = await look(ahead, 'index.html', '2026-03-20', async (page) => ({
      head: (await textsOf(page, '.head .hang'))[0],
      first: (await textsOf(page, '.roster tbody th'))[0],
      contact: (await textsOf(page, '.roster tr:has(a:text-is("Halden Rail")) td'))[0],
      newest: await textsOf(page, '.newest > li'),
    }));
    expect(told.head).toBe('As of Friday, 20 March 2026');
    expect(told.contact).toBe('19 Mar yesterday');
    expect(told.newest).toHaveLength(6);
    expect(told.newest.map((row) => /Planned/u.test(row))).toEqual([true, true, false, false, false, false]);
    const strip = (page: Page) => textsOf(page, '.strip dd');
    const [contact, next] = await look(ahead, 'accounts/halden-rail.html', '2026-04-08', strip);
    expect([contact, next]).toEqual(['19 Mar 20 days ago', '9 Apr Pilot kickoff']);
  });

  test('marks a meeting as planned until its day, in the timeline as in the filter', async () => {
    const planned = async (page: Page) => [
      ...(await textsOf(page, '.meeting:has(.planned) h4')),
      ...(await textsOf(page, '.meeting:has(.planned) h3')),
    ];
    expect(await look(ahead, 'accounts/halden-rail.html', '2026-03-20', planned)).toEqual(['Pilot kickoff']);
    expect(await look(ahead, 'accounts/halden-rail.html', '2026-04-10', planned)).toEqual([]);
    expect(await look(ahead, 'timeline.html', '2026-04-10', planned)).toEqual(['Renewal']);
  });

  test('says who was last met, not who will be', async () => {
    const met = async (page: Page) => (await textsOf(page, '.people-table tr:has(a:text-is("Tomas Lindqvist")) td'))[0];
    expect(await look(ahead, 'accounts/halden-rail.html', '2026-03-20', met)).not.toMatch(/9 Apr/u);
  });

  test('is left as it is on a clock that stands before everything', async () => {
    const head = (page: Page) => textsOf(page, '.head .hang');
    expect(await look(plain, 'index.html', '1970-01-01', head)).toEqual(await look(plain, 'index.html', null, head));
  });
});

describe('what comes next', () => {
  test('is never what has passed', async () => {
    const strip = (page: Page) => textsOf(page, '.strip dd');
    for (const file of fs.readdirSync(path.join(plain, 'accounts')).filter((name) => name.endsWith('.html'))) {
      const [, next = ''] = await look(plain, `accounts/${file}`, '2026-04-05', strip);
      expect([file, /\bMar\b/u.test(next)]).toEqual([file, false]);
    }
    const cells = (page: Page) => textsOf(page, '.roster td.next');
    const rows = await look(plain, 'accounts.html', '2026-04-05', cells);
    expect(rows.filter((row) => /\bMar\b/u.test(row))).toEqual([]);
    expect(rows.some((row) => /\bApr\b/u.test(row))).toBe(true);
  });
});

describe('with and without scripts alike', () => {
  test('home and health know the same quiet accounts', async () => {
    const quiet = (page: Page) => textsOf(page, '[data-quiet-list] > li > a');
    const count = async (page: Page) => Number(await page.locator('[data-total="quiet"]').last().textContent());
    for (const day of [null, '2026-03-20', '2026-04-20']) {
      const [atHome, atHealth] = [await look(plain, 'index.html', day, quiet), await look(plain, 'health.html', day, quiet)];
      expect([day, atHome.filter((name) => !atHealth.includes(name))]).toEqual([day, []]);
      expect([day, await look(plain, 'index.html', day, count)]).toEqual([day, atHealth.length]);
      expect([day, await look(plain, 'health.html', day, count)]).toEqual([day, atHealth.length]);
    }
    const total = (page: Page) => page.locator('#quiet .count').textContent();
    expect(await look(plain, 'health.html', '2026-05-04', total)).toBe('5');
  });

  test('a meeting marks what is overdue as its account does', async () => {
    const vault = path.join(dir, 'late');
    const out = path.join(dir, 'late-site');
    writeFiles(vault, {
      'a.md':
        '---\naccount: Acme\ndate: 2026-03-01\n---\n## Actions\n- [ ] Old 📅 2026-03-10\n- [ ] Near 📅 2026-03-20\n- [ ] Far 📅 2026-05-20\n- [x] Done 📅 2026-03-02\n',
      'b.md': '---\naccount: Acme\ndate: 2026-03-17\n---\nNewest.\n',
    });
    buildVault(vault, out, ['--no-search']);
    const dues = (page: Page) =>
      page
        .locator('article .due, .actions .due')
        .evaluateAll((all) => all.map((due) => `${due.className} ${due.querySelector('.left')?.textContent ?? ''}`.trim()));
    const still = await look(out, 'meetings/a.html', null, dues);
    expect(still).toEqual(['due overdue 7 days over', 'due soon in 3 days', 'due', 'due']);
    expect(await look(out, 'meetings/a.html', '2026-03-17', dues)).toEqual(still);
  });
});

test('a meeting planned for a day that has passed without a note says so', async () => {
  const vault = path.join(dir, 'unwritten');
  const out = path.join(dir, 'unwritten-site');
  writeFiles(vault, {
    'a.md': '---\naccount: Acme\ndate: 2026-03-17\n---\nNext: [[2026-03-25 - Rehearsal]].\n',
    'b.md': '---\naccount: Acme\ndate: 2026-03-10\n---\nBefore.\n',
  });
  buildVault(vault, out, ['--no-search']);
  const told = (page: Page) => textsOf(page, '[data-unwritten]');
  expect(await look(out, 'accounts/acme.html', null, told)).toEqual(['Planned; there is no note yet.']);
  expect(await look(out, 'accounts/acme.html', '2026-03-26', told)).toEqual(['Date passed, no note yet.']);
  expect(await look(out, 'meetings/a.html', '2026-03-26', told)).toEqual([', date passed, no note yet']);
});
