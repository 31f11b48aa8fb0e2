import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { writeFixtures } from './write-fixtures.ts';

const urlOf = (path: string) => pathToFileURL(join(dir, path)).href;
let dir = '';
let browser: Browser;
let page: Page;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'keeping-'));
  await writeFixtures(dir);
  browser = await launchChromium();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  rmSync(dir, { recursive: true, force: true });
});

/** What the page has put on the clipboard, which a test may not read on `file://`. */
async function copiedBy(click: () => Promise<void>): Promise<string | null> {
  await page.evaluate(() => {
    const copied = { text: null as string | null };
    Object.assign(globalThis, { copied });
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: async (text: string) => {
          copied.text = text;
        },
      },
    });
  });
  await click();
  return page.evaluate(() => (globalThis as unknown as { copied: { text: string | null } }).copied.text);
}

const folder = 'Customers/Northwind Grocers/2026-03-17 - Cutover planning, order of the regions.md';

describe('the health page', () => {
  test('copies the findings of a kind as check prints them, folded ones too, and says so', async () => {
    await page.goto(urlOf('health.html'));
    const kind = page.locator('.kind', { hasText: 'Link to no note' });
    const text = await copiedBy(() => kind.getByRole('button').click());
    expect(text?.split('\n')).toEqual([
      `${folder}:14  [[Price-file feed]] leads to no note.`,
      `${folder}:31  [[Price-file feed|the feed]] leads to no note.`,
      ...Array.from({ length: 7 }, (_, i) => `Daily/2026-03-0${i + 1}.md:2  [[Price-file feed]] leads to no note.`),
      'and 231 more, see dossier check',
      '',
    ]);
    expect(await page.locator('[role=status]').textContent()).toBe('Copied findings: Link to no note');
    expect(await copiedBy(() => page.getByRole('button', { name: 'Copy all findings' }).click())).toContain(
      'A colon inside `title` ends the value early.\n\n',
    );
  });

  test('shows the text, selected, where a browser copies nothing', async () => {
    await page.goto(urlOf('health.html'));
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
      document.execCommand = () => false;
    });
    await page.getByRole('button', { name: 'Copy findings: Link to no note' }).click();
    const field = page.getByLabel('Findings as text');
    expect(await field.inputValue()).toContain(`${folder}:14  [[Price-file feed]]`);
    const selected = await field.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart === area.value.length);
    expect(selected).toBe(true);
  });

  test('has no button without a script, and every place all the same', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(urlOf('health.html'));
    expect(await plain.getByRole('button').count()).toBe(0);
    expect(await plain.locator('.where').last().textContent()).toContain('Daily/2026-03-03.md:2');
    await plain.close();
  });
});

test('the page of a name without a note copies the name of the file to write', async () => {
  await page.goto(urlOf('ghosts/price-file-feed.html'));
  const file = 'Customers/Northwind Grocers/Price-file feed.md';
  expect(await copiedBy(() => page.getByRole('button', { name: `Copy ${file}` }).click())).toBe(file);
});

describe('the log of decisions', () => {
  const shown = () => page.locator('.decision:visible').count();

  test('is filtered by account and year, in the address, and whole again', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(urlOf('decisions.html'));
    expect(await shown()).toBe(3);
    await page.locator('[data-filter=account]').first().click();
    expect(await shown()).toBe(1);
    expect(new URL(page.url()).hash).toBe('#account=Northwind+Grocers');
    expect(await page.locator('[data-chosen]').textContent()).toContain('Only Northwind Grocers: 2 decisions');
    await page.locator('[data-filter=year]', { hasText: '2025' }).click();
    expect(await shown()).toBe(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect([await shown(), new URL(page.url()).hash]).toEqual([3, '']);
  });

  test('reads its filters from a link', async () => {
    await page.goto('about:blank');
    await page.goto(`${urlOf('decisions.html')}#year=2026`);
    expect(await shown()).toBe(1);
    expect(await page.locator('[data-filter=year][aria-current]').textContent()).toContain('2026');
  });

  test('leads elsewhere on a page of several', async () => {
    await page.goto(urlOf('decisions/2025-12.html'));
    expect(await page.locator('[data-filter]').count()).toBe(0);
    expect(await page.locator('.months [aria-current]').textContent()).toBe('Dec');
  });
});

describe('the map of neighbours', () => {
  test('reads as a list of links, in order, with what a label leaves out', async () => {
    await page.goto(urlOf('notes/cutover-runbook.html'));
    const map = page.getByRole('list', { name: 'Near this page' });
    const heard = await map.ariaSnapshot();
    expect(heard.match(/- listitem:/g)).toHaveLength(4);
    expect([...heard.matchAll(/link "([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'Northwind Grocers (account)',
      '山田 由紀 (person)',
      '2026-03-17 - Cutover planning: order of the regions',
      'Price-file feed (no note yet)',
    ]);
  });

  test('shows where the keyboard is', async () => {
    await page.locator('.map a').first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).toBe('solid');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Northwind Grocers');
  });
});
