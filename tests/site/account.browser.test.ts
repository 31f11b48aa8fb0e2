import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { buildVault } from '../support/cli.ts';
import { longAccount } from '../support/long-account.ts';
import { makeTempDir, writeFiles } from '../support/temp.ts';

const dir = makeTempDir();
const out = path.join(dir, 'site');
const file = path.join(out, 'accounts/tallow-works.html');
const url = pathToFileURL(file).href;
let browser: Browser;

beforeAll(async () => {
  const vault = path.join(dir, 'vault');
  writeFiles(vault, {
    ...longAccount(500),
    'Projects/Move.md': '---\ntype: project\naccount: Tallow Works\ndate: 2024-05-05\n---\nThe move.\n',
  });
  buildVault(vault, out, ['--no-search']);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

async function open(hash: string, options: { readonly scripts?: boolean; readonly width?: number } = {}): Promise<Page> {
  const { scripts = true, width = 1280 } = options;
  const page = await browser.newPage({ javaScriptEnabled: scripts, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  await page.goto(url + hash);
  return page;
}

/** Rows of the timeline that can be seen, folded ones not. */
const shown = (page: Page) => page.locator('.sift .meeting').filter({ visible: true });
const choose = (page: Page, words: string) => page.locator('.sieve label', { hasText: words }).click();

describe('names of every kind', () => {
  const names = ['🛒🥖', 'شركة الرياح', '北風商事株式会社', 'Consolidated'.repeat(17).slice(0, 200), 'Marlow’s & O"Dell <b>'];

  test('stand on the pages of accounts, people and persons without widening them', async () => {
    const vault = path.join(dir, 'names');
    const meetings = names.flatMap((name, i) =>
      ['2024-05-02', '2026-03-02', '2026-03-09'].map((date, n): [string, string] => [
        `${i}-${n}.md`,
        `---\naccount: ${JSON.stringify(name)}\ndate: ${date}\nparticipants: [Ann Lee, Ines Okafor, ${JSON.stringify(`${name.slice(0, 60)} Roe`)}]\ntitle: ${JSON.stringify(`${name} ${n}`)}\n---\n${name} spoke.\n\n## Decisions\n- ${name} goes.\n\n## Actions\n- [ ] Tell ${name} @Ann\n`,
      ]),
    );
    writeFiles(vault, Object.fromEntries(meetings));
    const site = path.join(dir, 'names-site');
    buildVault(vault, site, ['--no-search']);
    const files = ['accounts', 'people'].flatMap((folder) =>
      fs
        .readdirSync(path.join(site, folder))
        .filter((name) => name.endsWith('.html'))
        .map((name) => `${folder}/${name}`),
    );
    expect(files.filter((name) => name.startsWith('accounts/'))).toHaveLength(names.length);
    const page = await browser.newPage();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      for (const name of [...files, 'people.html']) {
        await page.goto(pathToFileURL(path.join(site, name)).href);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wider, `${name} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
    await page.close();
  });
});

describe('an account of five hundred meetings', () => {
  test('weighs less than 400 KB, and holds every meeting', () => {
    const html = fs.readFileSync(file, 'utf8');
    expect(Buffer.byteLength(html)).toBeLessThan(400_000);
    expect(html.match(/<li class="meeting"/gu)).toHaveLength(500);
  });

  describe.each([true, false])('with scripts %s', (scripts) => {
    test('is filtered by period and kind, and says where nothing is left', async () => {
      const page = await open('', { scripts });
      expect(await shown(page).count()).toBe(22);
      await choose(page, 'With open actions');
      expect(await shown(page).count()).toBeGreaterThan(100);
      await choose(page, '2024');
      expect(await page.locator('.year').filter({ visible: true }).count()).toBe(1);
      expect(await page.locator('.run').filter({ visible: true }).count()).toBe(
        await page.locator('.year[data-y="2"] .run:has([data-k~="o"])').count(),
      );
      await choose(page, 'Other notes');
      expect(await shown(page).allTextContents()).toEqual([expect.stringContaining('Move')]);
      await choose(page, '2023');
      expect(await shown(page).count()).toBe(0);
      expect(await page.getByText('Nothing of this kind in 2023').isVisible()).toBe(true);
      await choose(page, 'Since');
      expect(await page.getByText('Nothing in the timeline is of this period and kind').isVisible()).toBe(true);
      await page.close();
    });
  });

  test('keeps its choice in the address, tells it to readers of the screen, and takes it from there', async () => {
    const page = await open('');
    await page.locator('#t-all').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await choose(page, 'With decisions');
    expect(new URL(page.url()).hash).toBe('#period=2026&show=decisions');
    const count = await shown(page).count();
    expect(await page.locator('.sieve [role="status"]').textContent()).toBe(`${count} of 501 shown`);
    expect(await page.locator('label:has(#k-d) .n').textContent()).toBe(String(count));

    const second = await open('#period=2026&show=decisions');
    expect(await second.locator('#t-y0, #k-d').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).checked))).toEqual(
      [true, true],
    );
    expect(await shown(second).count()).toBe(count);
    await second.evaluate(() => {
      location.hash = '#show=note';
    });
    await second.waitForFunction(() => document.querySelectorAll('#k-n:checked').length === 1);
    expect(await shown(second).count()).toBe(1);
    await Promise.all([page.close(), second.close()]);
  });

  test('a year that the calendar links to opens', async () => {
    const page = await open('');
    await page.locator('.heat a', { hasText: '2022' }).click();
    await page.waitForFunction(() => document.querySelector('#y-2022')?.hasAttribute('open'));
    expect(await shown(page).count()).toBe(122);
    await page.close();
  });

  test.each([1280, 390])('hides nothing that has the focus under the strip, in a window %s wide', async (width) => {
    const page = await open('', { width });
    const hidden = await page.evaluate(async () => {
      const found: string[] = [];
      const links = [...document.querySelectorAll<HTMLElement>('main a, main summary')].filter((one) => one.checkVisibility());
      scrollTo(0, document.body.scrollHeight);
      // Backwards is where a strip at the top gets in the way.
      for (const link of links.reverse().filter((_, i) => i % 7 === 0)) {
        link.focus();
        const { left, top, width: across, height } = link.getBoundingClientRect();
        const over = document.elementFromPoint(left + Math.min(across / 2, 20), top + height / 2);
        if (over?.closest('.strip, .month') && !link.closest('.strip, .month')) found.push(link.textContent ?? '');
      }
      return found;
    });
    expect(hidden).toEqual([]);
    await page.close();
  });

  test('moves nothing when ages are counted again years later', async () => {
    const heights = [];
    for (const time of ['2026-03-18', '2031-03-18']) {
      const page = await browser.newPage({ viewport: { width: 1024, height: 800 } });
      await page.clock.setFixedTime(new Date(`${time}T10:00:00`));
      await page.goto(url);
      heights.push((await page.locator('.strip').boundingBox())?.height);
      await page.close();
    }
    expect(heights[0]).toBe(heights[1]);
  });

  test('prints as a brief: folded years as a line, a filter as what it was set to, no controls', async () => {
    const page = await open('');
    await page.emulateMedia({ media: 'print' });
    for (const chrome of ['.top', '.foot', '.sieve', '.heat', '.map', '.no-print', '.hang .crumbs'])
      expect(await page.locator(chrome).filter({ visible: true }).count(), chrome).toBe(0);
    expect(await shown(page).count()).toBe(22);
    expect(await page.locator('.year > summary').filter({ visible: true }).count()).toBe(6);
    // What is folded on the screen for room alone is there on paper.
    expect(await page.locator('.fact').filter({ visible: true }).count()).toBe(await page.locator('.fact').count());
    await page.emulateMedia({ media: 'screen' });
    await choose(page, '2021');
    await page.emulateMedia({ media: 'print' });
    expect(await shown(page).count()).toBe(78);
    expect(await page.locator('.sieve label').filter({ visible: true }).allTextContents()).toEqual(['202178']);
    expect(await page.locator('.sieve .n').filter({ visible: true }).count()).toBe(0);
    await page.close();
  });
});
