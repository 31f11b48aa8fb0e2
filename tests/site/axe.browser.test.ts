import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { buildVault, contentDir } from '../support/cli.ts';
import { richestPages } from '../support/site-pages.ts';
import { makeTempDir } from '../support/temp.ts';

const axe = fs.readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
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

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What is wrong on a page: findings of axe, more or fewer than one first heading, ids used twice, and what sticks out of the window. */
async function problemsOf(page: Page): Promise<readonly string[]> {
  const found: readonly Violation[] = await page.evaluate(
    `${axe}; axe.run(document, { preload: false, runOnly: ${JSON.stringify(rules)} }).then((result) => result.violations)`,
  );
  const shape: readonly string[] = await page.evaluate(`(() => {
    const problems = [];
    const first = document.querySelectorAll('h1').length;
    if (first !== 1) problems.push(first + ' first headings');
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    for (const id of new Set(ids)) if (id === '' || ids.filter((other) => other === id).length > 1) problems.push('id ' + JSON.stringify(id));
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (over > 0) problems.push(over + ' px wider than the window');
    return problems;
  })()`);
  return [...found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`), ...shape];
}

test.each([
  ['light', 1440, 900],
  ['dark', 1440, 900],
  ['light', 768, 1024],
  ['dark', 390, 844],
] as const)('built pages of every kind have nothing for axe to find: %s, %i px wide', async (colorScheme, width, height) => {
  const context = await browser.newContext({ colorScheme, viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.clock.setFixedTime('2026-03-20T10:00:00');
  const problems: string[] = [];
  const pages = richestPages(out);
  for (const file of pages) {
    await page.goto(pathToFileURL(path.join(out, file)).href);
    problems.push(...(await problemsOf(page)).map((problem) => `${file}: ${problem}`));
  }
  await context.close();
  expect(problems).toEqual([]);
  expect(pages.length).toBeGreaterThan(18);
});

test.each([
  ['light', 1440, 900],
  ['dark', 1440, 900],
  ['light', 390, 844],
] as const)('the states of the search have nothing for axe to find: %s, %i px wide', async (colorScheme, width, height) => {
  const context = await browser.newContext({ colorScheme, viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems: string[] = [];
  const state = async (name: string, seen: string): Promise<void> => {
    await page.locator(seen).first().waitFor();
    problems.push(...(await problemsOf(page)).map((problem) => `${name}: ${problem}`));
  };
  const site = pathToFileURL(out).href;
  await page.goto(`${site}/search.html?q=rollback&kind=meeting`);
  await page.locator('.facet label').first().waitFor({ state: 'attached' });
  if (width < 900) await page.getByText('Filters, 1 chosen').click();
  await state('results', '.facet .seek:not([hidden])');
  await page.goto(`${site}/search.html?q=xylophone`);
  await state('nothing found', '.told');
  await page.goto(`${site}/search.html?q=rollback`);
  await page.locator('.hit h2 a').first().click();
  await state('landed page', '.landing');
  await page.keyboard.press('/');
  await state('recent searches', 'dialog [role=option]');
  await page.keyboard.type('rollback');
  await state('dialog', 'dialog .chips button');
  await context.close();
  expect(problems).toEqual([]);
});
