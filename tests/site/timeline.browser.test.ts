import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { buildVault } from '../support/cli.ts';
import { makeTempDir, writeFiles } from '../support/temp.ts';

const dir = makeTempDir();
const out = path.join(dir, 'site');
let browser: Browser;

beforeAll(async () => {
  const day = (n: number) => new Date(Date.UTC(2019, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
  const dates = Array.from({ length: 900 }, (_, i) => day(i * 3));
  writeFiles(path.join(dir, 'vault'), {
    'dossier.yaml': 'locale: en-GB\n',
    ...Object.fromEntries(dates.map((date, i) => [`${date} - Call ${i}.md`, `---\ndate: ${date}\naccount: Acme\n---\nWe met.`])),
    'More.md': `---\ndate: ${day(3)}\naccount: Acme\n---\nOnce more.`,
  });
  buildVault(path.join(dir, 'vault'), out, ['--no-search']);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

test('days of a calendar are walked by arrow keys, say what they hold and lead there, and a year is one stop of the tab key', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(pathToFileURL(path.join(out, 'timeline.html')).href);
  const active = () => page.evaluate("[document.activeElement.tagName, document.activeElement.getAttribute('aria-label')].join(' ')");
  await page.locator('#y2026 .heat-year').focus();
  expect(await active()).toBe('svg 2026: 47 meetings on 47 days');
  await page.keyboard.press('ArrowRight');
  expect(await active()).toBe('a 3 Jan: 1 meeting');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await active()).toBe('svg 2025: 122 meetings on 122 days');

  // A year that is only drawn: its days become links when they are asked for, at the places where they are drawn.
  const old = page.locator('#y2019 .heat-year');
  expect(await old.locator('a').count()).toBe(0);
  await old.focus();
  await page.keyboard.press('ArrowRight');
  expect(await active()).toBe('a 1 Jan: 1 meeting');
  await page.keyboard.press('ArrowRight');
  expect(await active()).toBe('a 4 Jan: 2 meetings');
  const [cell, drawn] = await Promise.all([
    old.locator('a').nth(1).locator('path').getAttribute('d'),
    old.locator('path.d2').getAttribute('d'),
  ]);
  expect(cell).toBe(drawn);
  await page.keyboard.press('Enter');
  await page.waitForURL(/timeline\/2019\.html#d2019-01-04$/);
  expect(await page.locator('#d2019-01-04').isVisible()).toBe(true);
  await page.close();
});

test('without scripts every day of a year is a link on the page of that year', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(pathToFileURL(path.join(out, 'timeline.html')).href);
  await page.locator('#y2019 h3 a').click();
  expect(await page.locator('.heat-year a').count()).toBe(122);
  await page.locator('.heat-year a[aria-label="4 Jan: 2 meetings"]').click();
  expect(new URL(page.url()).hash).toBe('#d2019-01-04');
  await context.close();
});

test('a page of the timeline stays small, however many years there are', () => {
  const sizes = fs.readdirSync(path.join(out, 'timeline')).map((file) => fs.statSync(path.join(out, 'timeline', file)).size);
  expect(Math.max(fs.statSync(path.join(out, 'timeline.html')).size, ...sizes)).toBeLessThan(150_000);
});
