import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { buildVault, startCli } from '../support/cli.ts';
import { makeTempDir, writeFiles } from '../support/temp.ts';

const dir = makeTempDir();
const out = path.join(dir, 'site');
let browser: Browser;

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAFCAIAAADzBuo/AAAAEUlEQVR4nGP4z8CAFTGMSmOVBgD8xTHPvEhmsAAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  const vault = path.join(dir, 'vault');
  writeFiles(vault, {
    'Note.md':
      '![[p.png]]\n\n<img src="p.png" width="300">\n\n![[d.pdf#page=2]]\n\n![[w.html]]\n\n![](https://www.youtube.com/watch?v=1)\n\n<iframe src="https://e.org/x"></iframe>\n\n> [!tip]- Folded\n> inside\n',
    'p.png': PNG,
    'd.pdf': '%PDF-1.4\n%%EOF\n',
    'w.html': '<h1>Report</h1><script>alert(1)</script><img src="https://e.org/t.png" onerror="alert(2)" alt="chart">',
  });
  buildVault(vault, out, ['--no-search']);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

test.each(['http', 'file'])('attachments are shown by %s without a script, a foreign request, a refusal or a download', async (kind) => {
  const root = kind === 'http' ? (await startCli(['serve', out, '--port', '0'])).origin : pathToFileURL(`${out}/`).href;
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('dialog', (dialog) => {
    problems.push('a script ran');
    void dialog.dismiss();
  });
  page.on('download', (download) => problems.push(`download of ${download.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(root)) problems.push(request.url());
  });
  await page.goto(`${root}notes/note.html`);
  await page.locator('.frame.web').scrollIntoViewIfNeeded();
  expect(await page.frameLocator('.frame.web iframe').locator('body').textContent()).toContain('Report');
  // This browser has no viewer for PDFs, so their link stands alone.
  expect(await page.locator('.frame.pdf iframe').count()).toBe(0);
  expect(await page.locator('.frame.pdf a').getAttribute('href')).toBe('../files/d.pdf#page=2');
  expect(await page.locator('.elsewhere').allInnerTexts()).toEqual(['Video on youtube.com', 'Page on e.org']);
  await page.locator('summary', { hasText: 'Folded' }).press('Enter');
  await page.getByText('inside').waitFor();
  await page.goto(`${root}files/w.html`);
  expect(await page.locator('body').textContent()).toContain('chart');
  await page.close();
  expect(problems).toEqual([]);
});

test('pictures take their place before they are there', async () => {
  const page = await browser.newPage();
  // They never come.
  await page.route('**/*.png', () => {});
  await page.goto(pathToFileURL(path.join(out, 'notes/note.html')).href, { waitUntil: 'domcontentloaded' });
  const boxes = await page.locator('article img').evaluateAll((images) => images.map((image) => [image.clientWidth, image.clientHeight]));
  await page.close();
  expect(boxes).toEqual([
    [10, 5],
    [300, 150],
  ]);
});
