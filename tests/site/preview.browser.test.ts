import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { buildVault, startCli } from '../support/cli.ts';
import { makeTempDir, writeFiles } from '../support/temp.ts';

const dir = makeTempDir();
const out = path.join(dir, 'site');
let browser: Browser;

beforeAll(async () => {
  const vault = path.join(dir, 'vault');
  writeFiles(vault, {
    'Start.md': `# Start\n\nSee [[Target note]] and [the web](https://example.com/).\n\n${'More words.\n\n'.repeat(60)}`,
    'Target note.md': '# Target note\n\nWhat the target says.\n\n## Later\n\nMore.\n',
  });
  buildVault(vault, out);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

const box = (page: Page) => page.locator('.preview');
const textOfFrame = (page: Page) => page.frameLocator('.preview iframe').locator('main').textContent();

test.each(['a folder', 'a server'])('a look ahead at the page of a link, from %s', async (place) => {
  const start = place === 'a folder' ? pathToFileURL(`${out}/`).href : (await startCli(['serve', out, '--port', '0'])).origin;
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('request', (request) => !request.url().startsWith(start) && problems.push(request.url()));
  await page.goto(`${start}notes/start.html`);
  const link = page.getByRole('link', { name: 'Target note' }).first();

  // It shows to a pointer that rests, and goes when it leaves.
  await link.hover();
  await box(page).waitFor();
  expect(await textOfFrame(page)).toContain('What the target says.');
  expect(await page.frameLocator('.preview iframe').locator('.top').isVisible()).toBe(false);
  await page.mouse.move(5, 700);
  await box(page).waitFor({ state: 'detached' });

  // It shows to the keyboard, takes no focus, and goes with Escape.
  const focused = () => link.evaluate((node) => node === document.activeElement);
  await page.getByRole('link', { name: 'Browse' }).last().focus();
  for (let steps = 0; steps < 20 && !(await focused()); steps += 1) await page.keyboard.press('Tab');
  await box(page).waitFor();
  expect(await textOfFrame(page)).toContain('What the target says.');
  expect(await focused()).toBe(true);
  await page.keyboard.press('Escape');
  await box(page).waitFor({ state: 'detached' });

  // It stays inside a small window.
  await page.setViewportSize({ width: 380, height: 500 });
  await link.hover();
  await box(page).waitFor();
  const at = await box(page).evaluate((node) => node.getBoundingClientRect().toJSON());
  expect(at.left).toBeGreaterThanOrEqual(0);
  expect(at.right).toBeLessThanOrEqual(380);
  expect(at.bottom).toBeLessThanOrEqual(500);
  await page.mouse.move(5, 490);
  await box(page).waitFor({ state: 'detached' });

  // Links that leave the site have none, and nothing broke on the way.
  await page.getByRole('link', { name: 'the web' }).hover();
  await page.waitForTimeout(900);
  expect(await box(page).count()).toBe(0);
  expect(problems).toEqual([]);
  await page.close();
});
