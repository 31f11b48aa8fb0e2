import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page as BrowserPage } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { actions, fixtures } from './fixtures.ts';
import { drawPage, readThemeAssets, writeFixtures } from './write-fixtures.ts';

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const urlOf = (path: string) => pathToFileURL(join(dir, path)).href;
let dir = '';
let browser: Browser;
let page: BrowserPage;
const problems: string[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'theme-'));
  await writeFixtures(dir);
  browser = await launchChromium();
  page = await browser.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
});

afterAll(async () => {
  await browser?.close();
  rmSync(dir, { recursive: true, force: true });
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe.each(fixtures.map((fixture) => fixture.url))('%s', (url) => {
  test('has nothing for axe to find, in light and dark, on a phone too, and no error', async () => {
    problems.length = 0;
    for (const [colorScheme, width] of [
      ['light', 1440],
      ['dark', 390],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(urlOf(url));
      const found: readonly Violation[] = await page.evaluate(
        `${axe}; axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) => result.violations)`,
      );
      expect(found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([]);
      const overflow: number = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(overflow, 'wider than the window').toBeLessThanOrEqual(0);
    }
    expect(problems).toEqual([]);
  });
});

describe('the frame of every page', () => {
  test('keeps to the policy: it comes first, and there is no inline script or style', async () => {
    for (const fixture of fixtures.filter(({ url }) => url !== '404.html')) {
      const html = readFileSync(join(dir, fixture.url), 'utf8');
      expect(html).toMatch(
        /^<!doctype html><html [^>]*><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'/i,
      );
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
      expect(html).not.toMatch(/(?:href|src)="\//);
    }
  });

  test('weighs little', () => {
    const sizes = Object.fromEntries(
      readThemeAssets().map(({ name, contents }) => [name.replace(/\.\w{8}\./, '.'), gzipSync(contents, { level: 9 }).length]),
    );
    expect(sizes['site.css']).toBeLessThan(15 * 1024);
    expect((sizes['site.js'] ?? 0) + (sizes['early.js'] ?? 0)).toBeLessThan(6 * 1024);
  });
});

describe('the page for addresses that lead nowhere', () => {
  const notFound = fixtures.find(({ url }) => url === '404.html') as (typeof fixtures)[number];

  test('carries its style, allowed by its hash, and loads nothing', () => {
    const html = readFileSync(join(dir, '404.html'), 'utf8');
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`);
    expect(html).not.toMatch(/<(?:script|link|img|iframe)\b|\sstyle=|\son\w+=/);
  });

  test('leads to whole addresses where the site has one, else beside itself', async () => {
    const hrefs = (html: string) => [...html.matchAll(/<a href="([^"]*)"/g)].map(([, to]) => to);
    const site = { ...notFound.site, url: 'https://example.com/wiki/' };
    expect(hrefs(await drawPage({ ...notFound, site }))).toContain('https://example.com/wiki/accounts.html');
    expect(hrefs(await drawPage(notFound))).toContain('accounts.html');
  });
});

describe('pages that show a note', () => {
  test('lead to its editor and say how many notes mention it', () => {
    const html = readFileSync(join(dir, 'notes/cutover-runbook.html'), 'utf8');
    expect(html).toContain('href="https://example.com/edit/Customers/Northwind%20Grocers/Cutover%20runbook.md"');
    expect(html).toContain('The 2 newest of 140 notes');
    expect(readFileSync(join(dir, 'notes/empty.html'), 'utf8')).not.toContain('>Edit</a>');
  });

  test('a fact without a place of its own has no id, and one without a source says so', () => {
    const html = readFileSync(join(dir, 'accounts/northwind-grocers.html'), 'utf8');
    expect(html).toContain('unsourced');
    for (const fixture of fixtures) expect(readFileSync(join(dir, fixture.url), 'utf8')).not.toMatch(/\sid=""/);
  });
});

describe('without scripts', () => {
  test('the state filter hides other rows, and the theme can be chosen', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
    await plain.goto(urlOf('actions.html'));
    await plain.locator('label', { hasText: 'Overdue' }).click();
    expect(await plain.locator('.row:visible').count()).toBe(actions.filter((row) => row.when === 'overdue').length);
    await plain.locator('label', { hasText: 'Dark' }).click();
    expect(await plain.locator('html').evaluate((root) => getComputedStyle(root).colorScheme)).toBe('dark');
    await plain.close();
  });
});

describe('with scripts', () => {
  const open = async (url: string, today: string) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.clock.setFixedTime(`${today}T10:00:00`);
    await page.goto(urlOf(url));
  };

  test('an old build counts what is overdue from today', async () => {
    await open('index.html', '2026-05-30');
    expect(await page.locator('.lead').textContent()).toMatch(/^Eight actions are overdue\./);
    expect(await page.locator('.roster tbody tr', { hasText: 'Halden' }).locator('[data-age]').textContent()).toBe('2 months ago, quiet');
    await open('actions.html', '2026-05-30');
    expect(await page.locator('[data-bucket="overdue"] .row').count()).toBe(8);
    expect(await page.locator('[data-bucket="soon"]').isHidden()).toBe(true);
    expect(await page.locator('[data-facet="due"][data-value="overdue"] .n').textContent()).toBe('8');
  });

  test('a filtered list has an address', async () => {
    await open('actions.html', '2026-03-20');
    await page.locator('a[data-facet="owner"]', { hasText: 'Tomas' }).click();
    expect(new URL(page.url()).hash).toBe('#owner=Tomas+Lindqvist');
    const mine = actions.filter((row) => row.ownerText === 'Tomas Lindqvist').length;
    expect(await page.locator('.row:visible').count()).toBe(mine);
    await page.locator('label', { hasText: 'Proposed' }).click();
    expect(await page.locator('.row:visible').count()).toBe(1);
    await page.reload();
    expect(await page.locator('.row:visible').count()).toBe(1);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await page.locator('.row:visible').count()).toBe(actions.length);
  });

  test('column heads sort, and say so', async () => {
    await open('accounts.html', '2026-03-20');
    const first = () => page.locator('.roster tbody tr th').first().textContent();
    await page.getByRole('button', { name: 'Overdue' }).click();
    expect(await first()).toMatch(/^Bundesanstalt/);
    expect(await page.locator('th[aria-sort]').textContent()).toBe('Overdue');
    await page.getByRole('button', { name: 'Account' }).click();
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
  });

  test('j and k move through the rows, not while one types', async () => {
    await open('accounts.html', '2026-03-20');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Northwind Grocers');
    await page.keyboard.press('k');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Halden Rail');
  });
});

describe('on paper', () => {
  test('an account prints without the frame, on white', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(urlOf('accounts/northwind-grocers.html'));
    expect(await page.locator('.top').isHidden()).toBe(true);
    expect(await page.locator('html').evaluate((root) => getComputedStyle(root).backgroundColor)).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ media: 'screen' });
  });
});
