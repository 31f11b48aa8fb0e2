import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { buildVault } from '../support/cli.ts';
import { makeTempDir, writeFiles } from '../support/temp.ts';

const dir = makeTempDir();
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

async function open(file: string, today: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, javaScriptEnabled });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  if (javaScriptEnabled) await page.clock.setFixedTime(`${today}T10:00:00`);
  const [name = '', hash] = file.split('#');
  await page.goto(pathToFileURL(path.join(dir, name)).href + (hash === undefined ? '' : `#${hash}`));
  return page;
}

const meeting = (account: string, date: string, tasks: string) =>
  `---\ndate: ${date}\naccount: ${account}\nparticipants: [Ann Lee, Bo Berg]\n---\n## Action Items\n\n${tasks}\n`;

describe('the board on one page', () => {
  beforeAll(() => {
    writeFiles(path.join(dir, 'small'), {
      'dossier.yaml': 'locale: en-GB\n',
      '2026-03-10 - Acme.md': meeting(
        'Acme',
        '2026-03-10',
        `- [ ] Late one @Ann Lee 📅 2026-03-01 ⏫
- [ ] Late two @Bo Berg 📅 2026-03-05
- [ ] Soon one @Ann Lee 📅 2026-03-12 🔽
- [?] Maybe @Ann Lee #proposed 📅 2026-03-02
- [x] Was done @Ann Lee 📅 2026-03-01 ✅ 2026-03-02`,
      ),
      '2026-03-11 - Beta.md': meeting(
        'Beta',
        '2026-03-11',
        '- [ ] Far off @Bo Berg 📅 2026-06-01\n- [ ] Some day @Ann Lee\n- [ ] Late three @Ann Lee 📅 2026-03-08 🔺',
      ),
    });
    buildVault(path.join(dir, 'small'), path.join(dir, 'small-site'), ['--no-search']);
  });

  const texts = async (page: Page) =>
    (await page.locator('.row:visible .what').allTextContents()).map((text) =>
      text.replace(/ (?:Ann Lee|Bo Berg).*|\d+ Mar.*|2026.*/u, '').trim(),
    );
  const count = (page: Page, facet: string, value: string) =>
    page.locator(`[data-facet="${facet}"][data-value="${value}"] .n`).textContent();
  const choose = (page: Page, facet: string, value: string) => page.locator(`label[data-facet="${facet}"][data-value="${value}"]`).click();

  test('filters combine, their counts follow, and the address says them', async () => {
    const page = await open('small-site/actions.html', '2026-03-11');
    expect(await count(page, 'due', 'overdue')).toBe('4');
    await choose(page, 'due', 'overdue');
    expect(await texts(page)).toEqual(['Late one', 'Maybe', 'Late two', 'Late three']);
    expect(await count(page, 'state', 'proposed')).toBe('1');
    expect(await count(page, 'state', 'done')).toBe('0');
    expect(await count(page, 'owner', 'Ann Lee')).toBe('3');
    await page.locator('a[data-facet="owner"][data-value="Ann Lee"]').click();
    await choose(page, 'priority', 'high');
    expect(await texts(page)).toEqual(['Late one', 'Late three']);
    expect(await count(page, 'account', 'Acme')).toBe('1');
    await page.locator('a[data-facet="account"][data-value="Acme"]').click();
    expect(await texts(page)).toEqual(['Late one']);
    expect(new URL(page.url()).hash).toBe('#due=overdue&priority=high&owner=Ann+Lee&account=Acme');
    expect(await page.locator('[data-chosen]').textContent()).toContain('1 action: overdue, high priority, owner Ann Lee, account Acme');
    await page.reload();
    expect(await texts(page)).toEqual(['Late one']);
    expect(await page.locator('[aria-current="true"]').allTextContents()).toEqual(['Acme1', 'Ann Lee1']);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await texts(page)).toHaveLength(8);
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.evaluate('document.activeElement.name')).toBe('due');
  });

  test('what fits nothing says so, and a filter is taken back by its own link', async () => {
    const page = await open('small-site/actions.html#due=later&priority=high', '2026-03-11');
    expect(await texts(page)).toEqual([]);
    expect(await page.getByText('No action fits these filters.').isVisible()).toBe(true);
    await page.evaluate("location.hash = '#owner=Bo+Berg'");
    await expect.poll(() => texts(page)).toEqual(['Late two', 'Far off']);
    await page.locator('a[data-facet="owner"][data-value="Bo Berg"]').click();
    expect(await texts(page)).toHaveLength(8);
  });

  test('late and soon are those of today, however old the build', async () => {
    const page = await open('small-site/actions.html#due=overdue', '2026-05-28');
    expect(await texts(page)).toEqual(['Late one', 'Maybe', 'Late two', 'Late three', 'Soon one']);
    expect(await count(page, 'due', 'soon')).toBe('1');
    expect(await page.locator('[data-standing]').textContent()).toBe('7 open: 5 overdue, 1 due soon, 1 only proposed');
  });

  test('column heads sort by key, both ways, and back to due dates', async () => {
    const page = await open('small-site/actions.html#state=open', '2026-03-11');
    await page.getByRole('button', { name: 'Priority' }).focus();
    await page.keyboard.press('Enter');
    expect((await texts(page)).slice(0, 2)).toEqual(['Late three', 'Late one']);
    expect(await page.locator('th[aria-sort]').textContent()).toBe('Priority');
    expect(new URL(page.url()).hash).toBe('#state=open&sort=priority');
    await page.keyboard.press('Enter');
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    expect((await texts(page))[0]).toBe('Soon one');
    await page.reload();
    expect((await texts(page))[0]).toBe('Soon one');
    await page.getByRole('button', { name: 'Due' }).click();
    expect(await texts(page)).toEqual(['Late one', 'Maybe', 'Late two', 'Late three', 'Soon one', 'Far off', 'Some day']);
    expect(await page.locator('.bucket:visible').count()).toBe(4);
  });

  test('reads and filters without scripts', async () => {
    const page = await open('small-site/actions.html', '', false);
    expect(await texts(page)).toHaveLength(8);
    await choose(page, 'due', 'overdue');
    await choose(page, 'state', 'proposed');
    expect(await texts(page)).toEqual(['Maybe']);
    await page.locator('a[data-facet="owner"][data-value="Bo Berg"]').click();
    await page.locator('h1', { hasText: 'Bo Berg' }).waitFor();
  });
});

describe('the board over several pages', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
  beforeAll(() => {
    const task = (n: number) => `- [ ] Task ${n} @Ann Lee 📅 ${day(Math.floor(n / 4))}`;
    const lines = Array.from({ length: 760 }, (_, n) => task(n));
    writeFiles(path.join(dir, 'large'), {
      'dossier.yaml': 'locale: en-GB\n',
      '2026-04-20 - Acme.md': meeting('Acme', day(100), lines.join('\n')),
    });
    buildVault(path.join(dir, 'large'), path.join(dir, 'large-site'), ['--no-search']);
  });

  const firstRow = (page: Page) => page.locator('[data-bucket="soon"] .row').first();

  test('leads to the page where a due date begins, and counts the whole board', async () => {
    const page = await open('large-site/actions.html#due=soon', day(100));
    await page.waitForURL(/actions\/2\.html#b-soon$/);
    expect(await firstRow(page).textContent()).toContain('Task 400');
    expect(await firstRow(page).evaluate((row) => row.getBoundingClientRect().top)).toBeLessThan(450);
    const jumps = await page.locator('[data-jump]:visible').allTextContents();
    expect(jumps).toEqual(['Overdue400', 'Within a week32', 'Later328']);
    expect(await page.locator('[data-standing]').textContent()).toBe('760 open: 400 overdue, 32 due soon, 0 only proposed');
  });

  test('and does so from today when it is read later', async () => {
    const page = await open('large-site/actions.html#due=soon', day(160));
    await page.waitForURL(/actions\/3\.html#b-soon$/);
    expect(await firstRow(page).textContent()).toContain('Task 640');
    expect(await page.locator('[data-jump]:visible').allTextContents()).toEqual(['Overdue640', 'Within a week32', 'Later88']);
    await page.locator('[data-jump="overdue"]').click();
    await page.waitForURL(/actions\.html#b-overdue$/);
  });

  test('says what filters only this page, and sends for the rest to pages that hold it all', async () => {
    const page = await open('large-site/actions.html', day(100));
    expect(await page.locator('.row:visible').count()).toBe(300);
    expect(await page.locator('legend').allTextContents()).toEqual(['State, on this page', 'Priority, on this page', 'Theme']);
    expect(await page.locator('[data-bucket="overdue"] .count').textContent()).toBe('300 on this page');
    await page.locator('.filters a', { hasText: 'Ann Lee' }).click();
    await page.locator('h1', { hasText: 'Ann Lee' }).waitFor();
  });

  test('an address that asks for all of an owner or an account leads to the page that has them all', async () => {
    const owner = await open('large-site/actions.html#owner=Ann+Lee', day(100));
    await owner.waitForURL(/people\/ann-lee\.html#actions$/);
    const account = await open('large-site/actions.html#due=overdue&account=Acme', day(100));
    await account.waitForURL(/accounts\/acme\.html#d-actions$/);
    await account.goto(pathToFileURL(path.join(dir, 'large-site/accounts.html')).href);
    await account.locator('.roster a.overdue').click();
    await account.waitForURL(/accounts\/acme\.html#d-actions$/);
    await account.locator('.strip a.overdue').click();
    expect(new URL(account.url()).hash).toBe('#d-actions');
  });

  test('a filter that no page holds the answer to is told to be of this page, and goes along to the others', async () => {
    const page = await open('large-site/actions.html#owner=Nobody+Known', day(100));
    expect(await page.locator('.row:visible').count()).toBe(0);
    expect(await page.locator('[data-chosen]').textContent()).toContain('0 actions on this page: owner Nobody Known');
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await page.locator('.row:visible').count()).toBe(300);
    const filtered = await open('large-site/actions.html#state=proposed', day(100));
    await filtered.locator('.pages a', { hasText: '3' }).click();
    await filtered.waitForURL(/actions\/3\.html#state=proposed$/);
    expect(await filtered.locator('[data-chosen]').textContent()).toContain('0 actions on this page: proposed');
  });

  test('a due date with another filter goes to the page where it begins, with that filter', async () => {
    const page = await open('large-site/actions.html#state=open&due=soon', day(100));
    await page.waitForURL(/actions\/2\.html#state=open&due=soon$/);
    expect(await firstRow(page).evaluate((row) => row.getBoundingClientRect().top)).toBeLessThan(450);
    expect(await page.locator('[data-chosen]').textContent()).toContain('300 actions on this page: open');
  });
});

describe('the index of accounts', () => {
  test('can be limited to those gone quiet, and sorted, by keys alone', async () => {
    const page = await open('small-site/accounts.html#show=quiet', '2026-03-20');
    expect(await page.locator('.roster tbody tr:visible').count()).toBe(0);
    expect(await page.getByText('No account has gone quiet.').isVisible()).toBe(true);
    await page.locator('#f-quiet').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.roster tbody tr:visible').count()).toBe(2);
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.locator('th[aria-sort]').textContent()).toBe('Last contact');
    await page.getByRole('button', { name: 'Account' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.roster tbody th').allTextContents()).toEqual(['Acme', 'Beta']);
    await page.keyboard.press('Enter');
    expect(await page.locator('.roster tbody th').allTextContents()).toEqual(['Beta', 'Acme']);
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    const later = await open('small-site/accounts.html#show=quiet', '2026-06-20');
    expect(await later.locator('.roster tbody tr:visible').count()).toBe(2);
    expect(await later.locator('[data-n="quiet"]').textContent()).toBe('2');
  });
});
