import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { buildVault, contentDir, startCli } from '../support/cli.ts';
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

const hrefOf = (out: string) => pathToFileURL(path.join(out, 'index.html')).href;

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  onTestFinished(() => context.close());
  return context;
}

/** The first page on a day, opened in a page of its own; script errors fail the test. */
async function lookAt(context: BrowserContext, href: string, time: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.clock.setFixedTime(time);
  await page.goto(href);
  return page;
}

describe('the first screen of the sample', () => {
  const out = path.join(dir, 'content');
  beforeAll(() => {
    buildVault(contentDir, out, ['--no-search']);
  });

  test.each(['with', 'without'])('holds all one looks for first, %s scripts', async (scripts) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: scripts === 'with' });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    if (scripts === 'with') await page.clock.setFixedTime('2026-03-20T10:00:00');
    await page.goto(hrefOf(out));
    for (const selector of ['[data-glance="overdue"]', '[data-glance="soon"]', '.newest', '[data-quiet-list]', '.decided']) {
      const rows = page.locator(`${selector} > li:visible`);
      expect([selector, (await rows.count()) > 0]).toEqual([selector, true]);
      const box = await rows.last().boundingBox();
      expect([selector, (box?.y ?? 0) + (box?.height ?? 9999) <= 900]).toEqual([selector, true]);
    }
    expect((await page.locator('#h-accounts').boundingBox())?.y).toBeLessThan(880);
  });

  test('is counted again on a later day: late and soon change places, and silence tells', async () => {
    const page = await lookAt(await newContext(), hrefOf(out), '2026-05-04T10:00:00');
    const late = await page.locator('[data-total="overdue"]').textContent();
    expect(Number(late)).toBeGreaterThan(30);
    expect(await page.locator('.lead').textContent()).toContain(`${late} actions are overdue`);
    const shown = page.locator('[data-glance="overdue"] > li:visible');
    expect(await shown.count()).toBeGreaterThanOrEqual(4);
    const dues = await shown.locator('[data-due]').evaluateAll((all) => all.map((due) => due.getAttribute('data-due') ?? ''));
    expect(dues).toEqual(dues.toSorted().reverse());
    expect(dues.every((due) => due < '2026-05-04')).toBe(true);
    expect(await page.locator('[data-glance="soon"] > li:visible [data-due^="2026-03"]').count()).toBe(0);
    expect(await page.locator('[data-quiet-list] > li:visible').count()).toBe(4);
    expect(await page.locator('[data-total="quiet"]').textContent()).toBe('5');
    expect(await page.locator('.lead').textContent()).toContain('Five accounts have gone quiet');
    expect(await page.locator('.roster .stale').count()).toBe(5);
  });

  test('leads to the actions and accounts it counts', async () => {
    const page = await lookAt(await newContext(), hrefOf(out), '2026-03-20T10:00:00');
    const soon = Number(await page.locator('[data-total="soon"]').textContent());
    await page.getByRole('link', { name: `all ${soon}` }).click();
    await expect.poll(() => page.locator('.board .row:visible').count()).toBe(soon);
    await page.goBack();
    await page.getByRole('link', { name: 'One account has gone quiet' }).click();
    await expect.poll(() => page.locator('.roster tbody tr:visible').count()).toBe(1);
  });
});

describe('what changed since the last visit', () => {
  const vault = path.join(dir, 'vault');
  const out = path.join(dir, 'vault-site');
  const meeting = (title: string, date: string, text: string) =>
    `---\ntitle: ${title}\ndate: ${date}\naccount: Acme\n---\n# ${title}\n\n## Summary\n\n${text}\n`;
  const build = () => buildVault(vault, out, ['--no-search']);
  const since = (page: Page) => page.locator('.since');

  beforeAll(() => {
    writeFiles(vault, {
      'dossier.yaml': 'locale: en-GB\n',
      'Kick-off.md': meeting('Kick-off', '2026-03-02', 'We began.'),
      'Review.md': meeting('Review', '2026-03-09', 'We looked.'),
      'Old plan.md': '# Old plan\n\nIt will go.\n',
    });
    build();
  });

  test('is told at the next visit, stays while that lasts, and can be put aside', async () => {
    const context = await newContext();
    let page = await lookAt(context, hrefOf(out), '2026-03-16T09:00:00');
    await page.getByText('Next time').waitFor();
    expect(await page.locator('.lead').textContent()).not.toContain('changed since');

    writeFiles(vault, {
      'Review.md': meeting('Review', '2026-03-09', 'We looked twice.'),
      'Go live.md': meeting('Go <b>live</b>', '2026-03-17', 'Done.'),
    });
    fs.rmSync(path.join(vault, 'Old plan.md'));
    build();
    // The same visit: the reader saw the old list a moment ago.
    page = await lookAt(context, hrefOf(out), '2026-03-18T08:00:00');
    await page.getByRole('heading', { name: 'Since your last visit' }).waitFor();
    expect(await page.locator('.lead').textContent()).toContain('3 pages changed since Monday 16 March.');
    expect(await since(page).locator('p').first().textContent()).toBe('Monday 16 March: 1 new, 1 changed, 1 gone');
    expect(await since(page).locator('li').allTextContents()).toEqual(['Go <b>live</b>new, Acme', 'Reviewchanged, Acme']);
    expect((await since(page).boundingBox())?.y).toBeLessThan(600);

    await page.reload();
    await since(page).getByRole('link', { name: 'Review' }).click();
    await page.locator('h1', { hasText: 'Review' }).waitFor();

    page = await lookAt(context, hrefOf(out), '2026-03-18T10:00:00');
    await page.getByRole('button', { name: 'Mark all as seen' }).click();
    expect(await since(page).textContent()).toBe('All seen.');
    expect(await page.locator('.lead').textContent()).not.toContain('changed since');
    page = await lookAt(context, hrefOf(out), '2026-03-20T10:00:00');
    await page.getByText('Nothing has changed since Wednesday').waitFor();
  });

  test('is told over http too, and apart for each site of a host', async () => {
    const context = await newContext();
    const one = await startCli(['serve', out, '--port', '0', '--base', '/one/']);
    await (await lookAt(context, one.origin, '2026-03-16T09:00:00')).getByText('Next time').waitFor();
    await (await lookAt(context, one.origin, '2026-03-17T09:00:00')).getByText('Nothing has changed since Monday 16 March.').waitFor();
    const { port } = new URL(one.origin);
    one.child.kill('SIGTERM');
    await new Promise((resolve) => one.child.once('exit', resolve));
    const two = await startCli(['serve', out, '--port', port, '--base', '/two/']);
    await (await lookAt(context, two.origin, '2026-03-17T09:00:00')).getByText('Next time').waitFor();
  });

  test('is not told from what is damaged, nor where nothing can be kept', async () => {
    const context = await newContext();
    const page = await lookAt(context, hrefOf(out), '2026-03-16T09:00:00');
    await page.getByText('Next time').waitFor();
    await page.evaluate(() => localStorage.setItem(localStorage.key(0) ?? '', '1 2 <script>'));
    await page.reload();
    await page.getByText('Next time').waitFor();

    const closed = await newContext();
    await closed.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new Error('closed');
        },
      });
    });
    const shut = await lookAt(closed, hrefOf(out), '2026-03-16T09:00:00');
    await shut.waitForFunction('globalThis.dossierNotes');
    expect(await since(shut).textContent()).toBe('');
  });

  test('comes in a list of its own, so that the page stays small', () => {
    expect(fs.readFileSync(path.join(out, 'index.html'), 'utf8')).not.toContain('dossierNotes');
    const loading = fs
      .readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html') && fs.readFileSync(path.join(out, file), 'utf8').includes('changes/notes.js'));
    expect(loading).toEqual(['index.html']);
  });
});
