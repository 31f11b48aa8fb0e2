import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { BRIEF_ACCOUNT, BRIEF_VAULT } from '../support/brief-vault.ts';
import { launchChromium } from '../support/chromium.ts';
import { contentDir, runCli } from '../support/cli.ts';
import { ACCOUNT as LONG_ACCOUNT, longAccount } from '../support/long-account.ts';
import { makeTempDir, writeFiles } from '../support/temp.ts';

const axe = fs.readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const dir = makeTempDir();
const PASSPHRASE = 'Sieben Zwerge reiten quer durch Kasachstan';
const REVIEW = 'meetings/2026-03-04-rollback-rehearsal-one';
let browser: Browser;

function write(name: string, account: string, vault: string, args: readonly string[] = []): void {
  const { code, stderr } = runCli(['brief', account, vault, '-o', path.join(dir, name), ...args], {
    env: { DOSSIER_PASSPHRASE: PASSPHRASE },
  });
  if (code !== 0) throw new Error(stderr);
}

beforeAll(async () => {
  const [vault, long] = [path.join(dir, 'vault'), path.join(dir, 'long')];
  writeFiles(vault, BRIEF_VAULT);
  writeFiles(long, longAccount(900));
  write('sections.html', 'Northwind Grocers', contentDir);
  write('locked.html', 'Northwind Grocers', contentDir, ['--encrypt']);
  write('rich.html', BRIEF_ACCOUNT, vault);
  write('rich-locked.html', BRIEF_ACCOUNT, vault, ['--encrypt']);
  write('data.html', LONG_ACCOUNT, long);
  const noticed = path.join(dir, 'noticed');
  writeFiles(noticed, { ...longAccount(6), 'dossier.yaml': 'briefs:\n  customer:\n    footer: Confidential\n' });
  write('notice.html', LONG_ACCOUNT, noticed);
  write('notice', LONG_ACCOUNT, noticed);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** Everything the page asked for, and everything it complained about. */
  readonly noise: readonly string[];
  readonly url: string;
}

async function open(
  name: string,
  { hash = '', http = false, now, ...options }: BrowserContextOptions & { hash?: string; http?: boolean; now?: string } = {},
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const url = http ? await served(name) : pathToFileURL(path.join(dir, name)).href;
  const noise: string[] = [];
  page.on('request', (request) => {
    if (request.url().split('#', 1)[0] !== url && !request.url().startsWith('data:')) noise.push(request.url());
  });
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  if (now !== undefined) await page.clock.setFixedTime(now);
  await page.goto(url + hash);
  return { page, noise, url };
}

/** Serves one file at a path below the root, as a host without any other would. */
async function served(name: string): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === `/files/${name}`) response.setHeader('content-type', 'text/html').end(fs.readFileSync(path.join(dir, name)));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/files/${name}`;
}

/** Where a reader is: heading, title, focus, place. */
const where = (page: Page) =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll('[data-page]')].filter((element) => element.checkVisibility());
    return {
      pages: shown.length,
      heading: shown[0]?.querySelector('h1')?.textContent?.trim(),
      title: document.title,
      hash: decodeURIComponent(location.hash),
      focus: document.activeElement?.localName,
      nav: document.querySelector('.nav [aria-current]')?.textContent ?? null,
    };
  });

const turned = (page: Page, title: string) => page.waitForFunction((wanted) => document.title.startsWith(wanted), title);

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
}

const FORMS = [
  ['sections.html', false],
  ['sections.html', true],
  ['locked.html', false],
] as const;

async function openForm(name: string, http: boolean, hash = '', now?: string): Promise<Opened> {
  const opened = await open(name, { http, hash, ...(now !== undefined && { now }) });
  if (name.startsWith('locked')) {
    await unlock(opened.page, PASSPHRASE);
    await opened.page.waitForSelector('[data-page]');
  }
  return opened;
}

describe.each(FORMS)('%s, served: %s', (name, http) => {
  test('one page at a time, with title and focus, there and back', async () => {
    const { page, noise } = await openForm(name, http);
    expect(await where(page)).toMatchObject({ pages: 1, heading: 'Northwind Grocers', title: 'Northwind Grocers', hash: '' });
    await page.click('.nav a:text-is("Actions")');
    await turned(page, 'Actions');
    expect(await where(page)).toMatchObject({ pages: 1, heading: 'Actions', hash: '#actions', focus: 'h1', nav: 'Actions' });
    await page.click('.nav a:text-is("People")');
    await turned(page, 'People');
    await page.goBack();
    await turned(page, 'Actions');
    expect(await where(page)).toMatchObject({ pages: 1, heading: 'Actions', nav: 'Actions' });
    await page.goBack();
    await turned(page, 'Northwind');
    await page.goForward();
    await turned(page, 'Actions');
    expect(await where(page)).toMatchObject({ pages: 1, heading: 'Actions' });
    expect(noise).toEqual([]);
  });

  test('an address leads to a page and a place on it', async () => {
    const { page, noise } = await openForm(name, http, `#${REVIEW}:key-information`);
    await turned(page, 'Rollback rehearsal one');
    expect(await where(page)).toMatchObject({ pages: 1, heading: 'Rollback rehearsal one', hash: `#${REVIEW}:key-information` });
    const top = await page.evaluate(() => document.querySelector('[id$=":key-information"]:target')?.getBoundingClientRect().top ?? -1);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(400);
    expect(noise).toEqual([]);
  });

  test('an address that leads nowhere opens the first page', async () => {
    const { page } = await openForm(name, http, '#meetings/gone:away');
    expect(await where(page)).toMatchObject({ pages: 1, heading: 'Northwind Grocers' });
  });

  test('going back, a reader is where they had scrolled to', async () => {
    const { page } = await openForm(name, http, '#accounts/northwind-grocers');
    await page.evaluate(() => scrollTo(0, 1500));
    await page.waitForFunction(() => history.state?.y === 1500);
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-shown] a[href^="#meetings/"]')?.click());
    await page.waitForFunction(() => !document.title.startsWith('Northwind'));
    expect(await page.evaluate(() => scrollY)).toBeLessThan(1500);
    await page.goBack();
    await turned(page, 'Northwind');
    expect(await page.evaluate(() => scrollY)).toBe(1500);
  });

  test('search by keyboard: opens, finds, marks, tells, leads', async () => {
    const { page, noise } = await openForm(name, http);
    await page.keyboard.press('/');
    await page.keyboard.type('rollback rehearsal');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    expect(await dialog.getByRole('option').first().textContent()).toContain('Rollback rehearsal');
    expect(await dialog.locator('mark').count()).toBeGreaterThan(2);
    await expect.poll(() => dialog.getByRole('status').textContent()).toMatch(/^\d+ results/u);
    await page.keyboard.press('ArrowDown');
    const href = await dialog.locator('[aria-selected="true"]').getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForFunction((wanted) => decodeURIComponent(location.hash) === wanted, href);
    expect(await dialog.isVisible()).toBe(false);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('zyxw');
    await expect.poll(() => dialog.getByRole('status').textContent()).toBe('No page has all of these words.');
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    expect(noise).toEqual([]);
  });

  test('search asked for again in the moment it closes stays', async () => {
    const { page } = await openForm(name, http);
    await page.keyboard.press('/');
    await page.evaluate(async () => {
      const dialog = document.querySelector('dialog');
      const closed = new Promise((done) => dialog?.addEventListener('close', done));
      dialog?.close();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
      await closed;
    });
    expect(await page.getByRole('dialog', { name: 'Search' }).isVisible()).toBe(true);
  });

  test('search opened while a page is being turned keeps the keyboard', async () => {
    const { page } = await openForm(name, http);
    await page.evaluate(async (hash) => {
      const turned = new Promise((done) => addEventListener('hashchange', done));
      const link = document.createElement('a');
      link.href = hash;
      document.body.append(link);
      link.click();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
      await turned;
    }, `#${REVIEW}:key-information`);
    await turned(page, 'Rollback rehearsal one');
    expect(await page.evaluate(() => document.activeElement?.role)).toBe('combobox');
  });

  test('actions lie and are counted as today sees them', async () => {
    const { page } = await openForm(name, http, '', '2026-03-20T10:00:00');
    await page.click('.nav a:text-is("Actions")');
    await turned(page, 'Actions');
    const seen = await page.evaluate(() => {
      const board = [...document.querySelectorAll<HTMLElement>('[data-page]')].find((element) => element.checkVisibility());
      const late = board?.querySelector<HTMLElement>('[data-bucket="overdue"]');
      return {
        standing: board?.querySelector('[data-standing]')?.textContent,
        count: late?.querySelector('.bucket .count')?.textContent,
        rows: [...(late?.querySelectorAll('.row [data-due]') ?? [])].map((due) => due.getAttribute('data-due')),
        option: board?.querySelector('[data-facet="due"][data-value="overdue"] .n')?.textContent,
      };
    });
    expect(seen).toEqual({
      standing: expect.stringContaining('5 overdue'),
      count: '5',
      rows: ['2026-02-27', '2026-03-13', '2026-03-16', '2026-03-17', '2026-03-18'],
      option: '5',
    });
  });

  test('the filters of a timeline work', async () => {
    const { page } = await openForm(name, http, '#accounts/northwind-grocers');
    const rows = page.locator('[data-shown] .sift .meeting');
    const all = await rows.evaluateAll((list) => list.filter((row) => row.checkVisibility()).length);
    await page.click('[data-shown] .sieve label:has-text("With decisions")');
    const left = await rows.evaluateAll((list) => list.filter((row) => row.checkVisibility()).length);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(all);
  });

  test.each(['', '#accounts/northwind-grocers', `#${REVIEW}`, '#contents'])('axe finds nothing at %j', async (hash) => {
    const { page } = await openForm(name, http, hash);
    const found = await page.evaluate(
      `${axe}; axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
    );
    expect(found).toEqual([]);
  });
});

describe('without scripts', () => {
  test('a brief is one long document with a list of its pages, and its links lead', async () => {
    const { page } = await open('sections.html', { javaScriptEnabled: false });
    const tops = () => page.locator('[data-page]').evaluateAll((list) => list.map((element) => element.getBoundingClientRect().height));
    expect((await tops()).filter((height) => height > 0).length).toBeGreaterThan(40);
    await page.click(`#contents a[href="#${REVIEW}"]`);
    expect(await page.locator(`[id="${REVIEW}"]`).evaluate((element) => Math.abs(element.getBoundingClientRect().top))).toBeLessThan(200);
    expect(await page.locator('.find').isVisible()).toBe(false);
  });

  test('a brief of many pages says what it needs', async () => {
    const { page } = await open('data.html', { javaScriptEnabled: false });
    expect(await page.locator('main').textContent()).toMatch(/^This brief has \d+ pages, .*Allow scripts/u);
  });

  test('a locked brief says so', async () => {
    const { page } = await open('locked.html', { javaScriptEnabled: false });
    expect(await page.locator('main').textContent()).toContain('scripts are off or the file is damaged');
    expect(await page.locator('form').isVisible()).toBe(false);
  });
});

describe('on paper', () => {
  const heights = (page: Page) =>
    page.locator('[data-page]').evaluateAll((list) => list.filter((element) => element.getBoundingClientRect().height > 0).length);

  test.each([
    ['with its script, the page that is shown', true, 1],
    ['without scripts, every page', false, 40],
  ])('%s', async (_, javaScriptEnabled, least) => {
    const { page } = await open('sections.html', { javaScriptEnabled });
    await page.emulateMedia({ media: 'print' });
    const printed = await heights(page);
    expect(printed).toBeGreaterThanOrEqual(least);
    if (javaScriptEnabled) expect(printed).toBe(1);
  });
});

describe('a notice', () => {
  test.each(['notice.html', 'notice/index.html'])('stands at the foot of each sheet of %s, whose cover is one', async (name) => {
    const { page } = await open(name);
    await page.emulateMedia({ media: 'print' });
    // Only the foot of a table is said again on each sheet.
    const displays = await page.evaluate(() =>
      [document.body, document.querySelector('.foot'), document.querySelector('.foot .notice')].map(
        (one) => one && getComputedStyle(one).display,
      ),
    );
    expect(displays).toEqual(['table', 'table-footer-group', 'flex']);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  });
});

test('what comes next counts from the day of the reader', async () => {
  const { page, url } = await open('sections.html');
  await page.clock.setFixedTime('2026-03-24T10:00:00');
  await page.goto(`${url}#accounts/northwind-grocers`);
  await page.reload();
  const next = page.locator('[data-page]:visible dd[data-next]');
  expect((await next.locator('time').getAttribute('datetime')) ?? '').toMatch(/^2026-03-(?:2[5-9]|3)/u);
  const href = (await next.locator('a').getAttribute('href')) ?? '';
  expect(await page.evaluate((id) => document.getElementById(id) !== null, decodeURIComponent(href.slice(1)))).toBe(true);
});

describe('a brief of a thousand pages', () => {
  test('makes one page at a time, and opens deep', async () => {
    const { page, noise } = await open('data.html');
    expect(await where(page)).toMatchObject({ pages: 1, heading: LONG_ACCOUNT });
    expect(await page.locator('[data-page]').count()).toBe(1);
    await page.click('.foot a:text-is("All pages")');
    await turned(page, 'All pages');
    expect(await page.locator('.every a').count()).toBeGreaterThan(900);
    await page.locator('.every a[href^="#meetings/"]').nth(700).click();
    await page.waitForFunction(() => location.hash.startsWith('#meetings/'));
    await expect.poll(() => where(page)).toMatchObject({ pages: 1, focus: 'h1' });
    expect(noise).toEqual([]);
  });
});

describe('unlocking', () => {
  test('a wrong passphrase says so, the right one opens, and loading again locks again', async () => {
    const { page, noise } = await open('locked.html', { http: true });
    expect(await page.title()).toBe('Locked brief');
    await unlock(page, 'not the passphrase');
    await page.getByRole('alert').filter({ hasText: 'That is not the passphrase' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('passphrase');
    await unlock(page, `  ${PASSPHRASE}`);
    await turned(page, 'Northwind');
    expect(await page.locator('#sealed').count()).toBe(0);
    await page.reload();
    expect(await page.title()).toBe('Locked brief');
    expect(noise).toEqual([]);
  });

  test('a damaged file says so', async () => {
    const html = fs.readFileSync(path.join(dir, 'locked.html'), 'utf8');
    const at = html.indexOf('id="sealed">') + 5000;
    fs.writeFileSync(path.join(dir, 'damaged.html'), `${html.slice(0, at)}${html[at] === 'A' ? 'B' : 'A'}${html.slice(at + 1)}`);
    const { page } = await open('damaged.html');
    expect(await page.getByRole('alert').textContent()).toContain('This file is damaged');
    expect(await page.locator('form').isVisible()).toBe(false);
  });

  test('works where the browser lends no ciphers, and the page stays alive meanwhile', async () => {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    await context.addInitScript('delete Crypto.prototype.subtle');
    const page = await context.newPage();
    await page.goto(pathToFileURL(path.join(dir, 'locked.html')).href);
    expect(await page.evaluate('crypto.subtle')).toBeUndefined();
    await page.evaluate(() => {
      const told = new Set<string>();
      const count = { frames: 0, told };
      const tick = (): void => {
        count.frames += 1;
        told.add(document.querySelector('#status')?.textContent ?? '');
        if (!('reader' in document.documentElement.dataset)) requestAnimationFrame(tick);
      };
      tick();
      Object.assign(window, { count });
    });
    await unlock(page, PASSPHRASE);
    await turned(page, 'Northwind');
    const { frames, told } = await page.evaluate(() => {
      const { count } = window as unknown as { count: { frames: number; told: Set<string> } };
      return { frames: count.frames, told: [...count.told] };
    });
    expect(frames).toBeGreaterThan(8);
    expect(told.join('\n')).toMatch(/Unlocking takes about \d+ s here…/u);
  });

  test('axe finds nothing on the page that asks', async () => {
    const { page } = await open('locked.html');
    const found = await page.evaluate(
      `${axe}; axe.run(document, { preload: false }).then(({ violations }) => violations.map(({ id }) => id))`,
    );
    expect(found).toEqual([]);
  });
});

describe.each(['rich.html', 'rich-locked.html'])('what pages hold, in %s', (name) => {
  test('pictures, drawings, formulas and code are there, and nothing runs or loads', async () => {
    const { page, noise } = await open(name, { hash: '#meetings/2026-03-04-review' });
    if (name.includes('locked')) {
      await unlock(page, PASSPHRASE);
      await page.waitForSelector('[data-page]');
    }
    const widths = await page
      .locator('[data-shown] img')
      .evaluateAll((list) => list.map((picture) => (picture as HTMLImageElement).naturalWidth));
    expect(widths.slice(0, 2)).toEqual([10, 10]);
    expect(widths).toHaveLength(3);
    expect(widths.every((width) => width > 0)).toBe(true);
    expect(await page.locator('[data-shown] math mfrac').evaluate((element) => element.namespaceURI)).toContain('MathML');
    expect(
      await page
        .locator('[data-shown] svg use')
        .first()
        .evaluate((element) => (element as SVGUseElement).getBoundingClientRect().width),
    ).toBeGreaterThan(0);
    expect(await page.locator('[data-shown] pre code').first().textContent()).toContain('</script>');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await page.locator('[data-shown] a[href^="#files:"][href$=".pdf"]').first().click();
        await turned(page, 'Files');
        await page.locator('[data-shown] a[download$=".pdf"]').click();
      })(),
    ]);
    expect(fs.readFileSync(await download.path(), 'utf8')).toBe(BRIEF_VAULT['terms.pdf']);
    expect(noise).toEqual([]);
  });

  test('links inside pages and between them lead to their places', async () => {
    const { page } = await open(name, { hash: '#meetings/2026-02-03-kick-off' });
    if (name.includes('locked')) {
      await unlock(page, PASSPHRASE);
      await page.waitForSelector('[data-page]');
    }
    await page.locator('[data-shown] a:text("above")').click();
    expect(await page.evaluate(() => document.querySelector(':target')?.textContent)).toContain('Größe & 50 %');
    await page.locator('[data-shown] a[href*="review:"]').first().click();
    await turned(page, 'Review');
    expect(await page.evaluate(() => document.querySelector(':target')?.textContent)).toContain('The plan stands.');
  });
});
