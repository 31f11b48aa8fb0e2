import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { buildVault, contentDir, startCli } from '../support/cli.ts';
import { makeTempDir, writeFiles } from '../support/temp.ts';

const dir = makeTempDir();
const out = path.join(dir, 'site');
let browser: Browser;

beforeAll(async () => {
  buildVault(contentDir, out);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

/** One page of every kind: the first of each folder, and those at the root. */
function samplePages(): readonly string[] {
  const files = fs.readdirSync(out, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'));
  const pages = files.filter((file) => file.endsWith('.html') && file !== '404.html').sort();
  return [...new Map(pages.map((file) => [file.includes('/') ? path.posix.dirname(file) : file, file])).values()];
}

/** A page of the browser, and what went wrong on it: script errors, refusals of the policy, requests that failed or left the site. */
async function watchedPage(allowed: string): Promise<{ readonly page: Page; readonly problems: readonly string[] }> {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(allowed)) problems.push(`left the site: ${request.url()}`);
  });
  return { page, problems };
}

test('pages of every kind open below a path without error, refusal or foreign request', async () => {
  const { origin } = await startCli(['serve', out, '--port', '0', '--base', '/deep/wiki/']);
  const { page, problems } = await watchedPage(origin);
  for (const file of samplePages()) {
    const response = await page.goto(origin + file.split('/').map(encodeURIComponent).join('/'));
    expect([file, response?.status()]).toEqual([file, 200]);
  }
  await page.close();
  expect(problems).toEqual([]);
});

test('and opened from a folder by double-click', async () => {
  const root = pathToFileURL(`${out}/`).href;
  const { page, problems } = await watchedPage(root);
  for (const file of samplePages()) await page.goto(pathToFileURL(path.join(out, file)).href);
  await page.goto(`${root}index.html`);
  await page.locator('main a[href*="accounts/"]').first().click();
  await page.waitForURL(/accounts\/.*\.html/);
  await page.close();
  expect(problems).toEqual([]);
});

test('the search page without scripts says so, and leads on in lines of their own', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  await page.goto(pathToFileURL(path.join(out, 'search.html')).href);
  expect(await page.locator('main').textContent()).toContain('scripts are off');
  const links = page.locator('main li > a');
  expect(await links.count()).toBeGreaterThan(3);
  for (const link of await links.all()) expect((await link.boundingBox())?.height).toBeLessThan(30);
  await page.close();
});

test('a reader of the preview sees an edit at once, at the same place, under the policy of the pages', async () => {
  const vault = path.join(dir, 'vault');
  const text = (word: string) => `# Zebra\n\n${'A line that fills the page.\n\n'.repeat(200)}The last word is ${word}.\n`;
  writeFiles(vault, { 'Zebra.md': text('first') });
  const { origin } = await startCli(['dev', vault, '--port', '0']);
  const { page, problems } = await watchedPage(origin);
  const connected = page.waitForResponse(/__dossier\/events/);
  await page.goto(`${origin}notes/zebra.html`);
  await connected;
  await page.evaluate('scrollTo(0, 1500)');
  writeFiles(vault, { 'Zebra.md': text('second') });
  await page.getByText('The last word is second.').waitFor();
  await expect.poll(() => page.evaluate('Math.round(scrollY)')).toBe(1500);
  // The stream of changes of the page that was left is cut; that is no problem.
  expect(problems.filter((problem) => !problem.includes('__dossier/events'))).toEqual([]);
  await page.close();
});
