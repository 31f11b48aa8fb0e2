import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { buildVault } from '../support/cli.ts';
import { makeTempDir, writeFiles } from '../support/temp.ts';

const dir = makeTempDir();
const site = path.join(dir, 'site');
const long = 'Verylongname'.repeat(16).slice(0, 190);
const meeting = (account: string, date: string, people: string, text: string) =>
  `---\ndate: ${date}\naccount: ${account}\nparticipants: [${people}]\n---\n${text}\n`;
let browser: Browser;

beforeAll(async () => {
  const vault = path.join(dir, 'vault');
  const tasks = `- [ ] Late @Bo Berg 📅 2026-03-01
- [ ] Another @Bo Berg 📅 2026-03-02
- [ ] Later @Ines Okafor 📅 2026-06-01
- [x] Done @Ines Okafor ✅ 2026-03-01`;
  writeFiles(vault, {
    'dossier.yaml': 'locale: en-US\n',
    'Customers/Tallow Works/Tallow Works.md':
      '---\ntype: customer\n---\n# Tallow Works\n\n## Topics\n- Ovens\n\n## Recent Context\n\n- [[2026-03-09 - Second]] - again\n\nOwn words.\n',
    '2026-03-02 - First.md': meeting('Tallow Works', '2026-03-02', 'Ines Okafor, Bo Berg', `## Decisions\n- One, see [[hub]]\n- Two`),
    '2026-03-09 - Second.md': meeting('Tallow Works', '2026-03-09', 'Ines Okafor, Bo Berg', `Said.\n\n## Action Items\n${tasks}`),
    ...Object.fromEntries(
      ['2024-02-01', '2024-02-02', '2024-02-03', '2025-02-04', '2025-02-05'].map((date) => [
        `${date} - Older.md`,
        meeting('Tallow Works', date, 'Ines Okafor, Bo Berg', 'Old.'),
      ]),
    ),
    '2023-05-05 - Far.md': meeting('Far Away', '2023-05-05', 'Ines Okafor', '- [ ] Meet 📅 2099-12-31'),
    [`2026-03-05 - ${long}.md`]: meeting(
      long,
      '2026-03-05',
      `Ines Okafor, ${long.slice(0, 60)}`,
      `[[hub]] [[${long} note]]\n\n## Action Items\n- [ ] ${long} @${long.slice(0, 60)} 📅 2026-03-01`,
    ),
    [`Notes/${long} note.md`]: `# ${long}\n[[hub]] and ${long}\n`,
    'hub.md': '# hub\n\nThe middle.\n',
    '2026-03-04 - عربي.md': meeting(
      'شركة الشمال',
      '2026-03-04',
      'محمد علي, דוד לוי',
      '## Summary\nاجتماع حول النسخ.\n\n## Action Items\n- [ ] أرسل العرض @محمد علي 📅 2026-03-15',
    ),
  });
  buildVault(vault, site, ['--no-search']);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

async function open(file: string, width = 1440, options: { readonly forced?: boolean; readonly today?: string } = {}): Promise<Page> {
  const { forced = false, today = '2026-03-10' } = options;
  const context = await browser.newContext({ viewport: { width, height: 900 }, forcedColors: forced ? 'active' : 'none' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.clock.setFixedTime(`${today}T10:00:00`);
  const [name = '', hash = ''] = file.split('#');
  await page.goto(pathToFileURL(path.join(site, name)).href + (hash && `#${hash}`));
  return page;
}

const boxOf = async (page: Page, selector: string) =>
  (await page.locator(selector).first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
const styleOf = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

describe('names of a hundred and ninety letters', () => {
  test.each([1440, 768, 390])('widen no page in a window %s wide', async (width) => {
    const page = await open('index.html', width);
    const files = fs.readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    expect(files.length).toBeGreaterThan(30);
    const wider: unknown[] = [];
    for (const file of files) {
      await page.goto(pathToFileURL(path.join(site, file)).href);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) wider.push([file.slice(0, 60), over]);
    }
    expect(wider).toEqual([]);
  });

  test('leave words of a usual length whole in tables', async () => {
    for (const file of ['index.html', 'accounts.html', 'actions.html', 'people.html']) {
      const page = await open(file);
      const broken = await page.locator('td, th[scope="row"]').evaluateAll((cells) =>
        cells.flatMap((cell) => {
          const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
          const found: string[] = [];
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[A-Za-z]{3,14}(?![A-Za-z])/gu)) {
              if (/[A-Za-z]/u.test(node.textContent?.[index - 1] ?? '')) continue;
              const range = document.createRange();
              range.setStart(node, index);
              range.setEnd(node, index + word.length);
              if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
            }
          }
          return found;
        }),
      );
      expect([file, broken]).toEqual([file, []]);
    }
  });
});

describe('the page of an account', () => {
  const account = 'accounts/tallow-works.html';

  test('says that nothing is left only where nothing is', async () => {
    const page = await open(account);
    const said = page.locator('.sift .empty').filter({ visible: true });
    expect(await said.count()).toBe(0);
    await page.locator('label:has(#k-d)').click();
    expect([await page.locator('.sift .meeting').filter({ visible: true }).count(), await said.count()]).toEqual([1, 0]);
    await page.locator('label:has(#t-y2)').click();
    expect([await page.locator('.sift .meeting').filter({ visible: true }).count(), await said.count()]).toEqual([0, 1]);
  });

  test('has one rule above the first month that a filter leaves', async () => {
    const page = await open(`${account}#show=decisions`);
    const rules = await page
      .locator('.run')
      .filter({ visible: true })
      .first()
      .evaluate((run) => {
        const clip = run.querySelector('.meetings')?.getBoundingClientRect().top ?? 0;
        return [...run.querySelectorAll('.meetings, .meeting')]
          .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).borderTopWidth) > 0)
          .map((one) => one.getBoundingClientRect().top)
          .filter((top) => top >= clip);
      });
    expect(new Set(rules).size).toBe(1);
  });

  test('jumps from its five numbers to what they count', async () => {
    const page = await open(account, 1440, { today: '2026-03-20' });
    const hrefs = await page.locator('.nums a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs).toEqual([
      '../meetings/2026-03-09-second.html',
      expect.any(String),
      '#meetings',
      '#d-actions',
      '../actions.html#due=overdue&account=Tallow%20Works',
      '#people',
    ]);
    for (const anchor of ['#meetings', '#d-actions', '#people']) expect(await page.locator(anchor).count(), anchor).toBe(1);
    await page.locator('.nums a.due').click();
    await page.waitForSelector('.board.live');
    expect(await page.locator('.row:visible').count()).toBe(2);
    expect(await page.locator('[data-chosen]').textContent()).toContain('account Tallow Works');
  });

  test('lists first who is late', async () => {
    const page = await open(account);
    expect(await page.locator('.who').allTextContents()).toEqual([
      expect.stringContaining('Bo Berg'),
      expect.stringContaining('Ines Okafor'),
    ]);
  });

  test('has its topics beside the actions where there is a margin, and after the decisions on a phone', async () => {
    const wide = await open(account);
    const [beside, actions] = [await boxOf(wide, '.topics'), await boxOf(wide, '#d-actions')];
    expect(Math.abs(beside.y - actions.y)).toBeLessThan(60);
    expect(beside.x).toBeGreaterThan(900);
    const narrow = await open(account, 390);
    expect((await boxOf(narrow, '.topics')).y).toBeGreaterThan((await boxOf(narrow, '#d-decisions')).y);
  });

  test('puts five numbers with long dates in two rows on a phone, none over another', async () => {
    const page = await open('accounts/far-away.html', 390);
    const boxes = await page.locator('.nums > div').evaluateAll((cells) =>
      cells.map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    const over = boxes.filter((a, i) =>
      boxes.some((b, n) => n > i && a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1),
    );
    expect(over).toEqual([]);
    expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(390);
  });

  test('ends on paper with its own text', async () => {
    const page = await open(account);
    await page.emulateMedia({ media: 'print' });
    const seen = (selector: string) => page.locator(selector).filter({ visible: true }).count();
    expect(await page.getByText('Own words.').isVisible()).toBe(true);
    expect(await seen('.prose a[href*="second"]')).toBe(0);
    expect(await seen('[aria-labelledby="mentions"], [aria-labelledby="d-unlinked"], [aria-labelledby="own-note"] > .side')).toBe(0);
  });
});

describe('on paper', () => {
  test('the board leaves out what is closed, and gives its actions the most room', async () => {
    const page = await open('actions.html', 680);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-when="closed"]').filter({ visible: true }).count()).toBe(0);
    const [what, table] = [await boxOf(page, '.work td.what'), await boxOf(page, '.work')];
    expect(what.width / table.width).toBeGreaterThan(0.35);
    expect(await styleOf(page, '.work .bucket th', 'position')).toBe('static');
  });

  test('a table of accounts says when the next thing is, and a name without a note is plain', async () => {
    const page = await open('index.html', 680);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.roster .next a').filter({ visible: true }).count()).toBe(0);
    await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<a class="ghost">Nobody</a>'));
    expect(await styleOf(page, '.ghost', 'text-decoration-line')).toBe('none');
  });
});

describe('in forced colours', () => {
  test('our people are told from theirs', async () => {
    const page = await open('people.html', 1440, { forced: true });
    const [ours, theirs] = [
      await styleOf(page, '.key .person.ours', 'background-color'),
      await styleOf(page, '.key .person:not(.ours)', 'background-color'),
    ];
    expect(ours).not.toBe(theirs);
  });

  test('days of a calendar stand out, and the arrow of a sorted column shows', async () => {
    const page = await open('timeline.html', 1440, { forced: true });
    const system = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = 'CanvasText';
      return getComputedStyle(probe).color;
    });
    expect(await styleOf(page, '.swatch.d1', 'background-color')).not.toBe(await styleOf(page, '.swatch.d0', 'background-color'));
    const accounts = await open('accounts.html', 1440, { forced: true });
    const arrow = await accounts.locator('[aria-sort] .sort').evaluate((head) => getComputedStyle(head, '::after').backgroundColor);
    expect(arrow).toBe(system);
  });
});

describe('names from right to left', () => {
  const account = 'accounts/شركة-الشمال.html';

  test('stand where the lines of the page begin', async () => {
    const page = await open(account);
    const starts = await page.locator('.head h1, .lead, .action .what, .meeting .said').evaluateAll((blocks) =>
      blocks.map((block) => {
        const range = document.createRange();
        range.selectNodeContents(block);
        return Math.round(range.getBoundingClientRect().left - block.getBoundingClientRect().left);
      }),
    );
    expect(starts).toHaveLength(4);
    expect(starts.every((start) => Math.abs(start) <= 2)).toBe(true);
  });

  test('a dated title begins with its date, at the left', async () => {
    const page = await open('actions.html');
    const place = await page
      .locator('.sub', { hasText: 'عربي' })
      .first()
      .evaluate((link) => {
        const text = link.firstChild;
        const at = text?.textContent?.search(/[A-Za-z\d]/u) ?? -1;
        const range = document.createRange();
        range.setStart(text as Node, at);
        range.setEnd(text as Node, at + 1);
        return Math.round(range.getBoundingClientRect().left - link.getBoundingClientRect().left);
      });
    expect(place).toBe(0);
  });
});

test('j lands on a decision, not on the sign of a line', async () => {
  const page = await open('decisions.html');
  await page.keyboard.press('j');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('First');
});
