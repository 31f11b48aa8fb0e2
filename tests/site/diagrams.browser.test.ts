import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { buildVault, startCli } from '../support/cli.ts';
import { makeTempDir, writeFiles } from '../support/temp.ts';
import { DRAWN, HOSTILE } from './diagram-sources.ts';

const fence = (source: string): string => `\`\`\`mermaid\n${source}\n\`\`\`\n`;
const LINKS = fence('graph LR\nBiology --> C[Chemistry#Acids]\nC --> G[Gone]\nG --> N[Nowhere]\nclass Biology,C,G,N internal-link;');
const dir = makeTempDir();
const out = path.join(dir, 'site');
let browser: Browser;

beforeAll(async () => {
  writeFiles(path.join(dir, 'vault'), {
    'Kinds.md': Object.entries(DRAWN)
      .map(([name, source]) => `## ${name}\n\n${fence(source)}`)
      .join('\n'),
    'Links.md': `# Links\n\n${LINKS}\n[[Gone]]\n`,
    'Embeds.md': '# Embeds\n\n![[Links]]\n',
    'Broken.md': `# Broken\n\n${fence('flowchart TD\n  A[Open --> B')}\n${fence('pie\n"a" : 1')}\n${fence(`flowchart TD\n${'A --> B\n'.repeat(7000)}`)}`,
    'Hostile.md': HOSTILE.map(fence).join('\n'),
    'Biology.md': '# Biology\n',
    'Sub/Chemistry.md': '# Chemistry\n\n## Acids\n',
    'Plain.md': '# Plain\n',
  });
  buildVault(path.join(dir, 'vault'), out);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

interface Watched {
  readonly page: Page;
  /** Script errors and refusals of the policy. */
  readonly problems: string[];
  /** Requests that left the site. */
  readonly foreign: string[];
}

/** Opens a page of the site and waits until its diagrams are drawn or refused. */
async function open(root: string, file: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Watched> {
  const page = await browser.newPage(options);
  const problems: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(root) && !/^(?:about|data|blob):/.test(request.url())) foreign.push(request.url());
  });
  await page.goto(root + file);
  await settled(page);
  return { page, problems, foreign };
}

async function settled(page: Page): Promise<void> {
  await expect
    .poll(() => page.locator('figure.diagram:not(:has(.drawn, .failure)), iframe.diagram-frame').count(), {
      timeout: 60_000,
      interval: 100,
    })
    .toBe(0);
}

const fileRoot = (): string => pathToFileURL(`${out}/`).href;

describe.each(['from a folder by double-click', 'from a server'])('diagrams %s', (how) => {
  const root = async (): Promise<string> =>
    how.includes('server') ? (await startCli(['serve', out, '--port', '0', '--base', '/deep/'])).origin : fileRoot();

  test('of every kind are drawn under the policy, without a request that leaves the site', async () => {
    const { page, problems, foreign } = await open(await root(), 'notes/kinds.html');
    expect(await page.locator('.failure').allTextContents()).toEqual([]);
    const sizes = await page
      .locator('.drawn svg')
      .evaluateAll((all) => all.map((svg) => [svg.getBoundingClientRect().width > 50, svg.getBoundingClientRect().height > 30]));
    expect(sizes).toEqual(Object.keys(DRAWN).map(() => [true, true]));
    expect(await page.locator('.drawn svg[role=img]').evaluateAll((all) => all.map((svg) => svg.getAttribute('aria-label')))).toEqual([
      'Diagram (flowchart)',
      'Diagram (sequence)',
      'Diagram (class)',
      'Diagram (state)',
      'Diagram (gantt)',
      'Diagram (pie)',
      'Diagram (er)',
      'Diagram (mindmap)',
      'Diagram (flowchart)',
      'How an order travels',
    ]);
    expect({ problems, foreign }).toEqual({ problems: [], foreign: [] });
    await page.close();
  });

  test('link where the build found their notes, in embedded notes too', async () => {
    const from = await root();
    for (const file of ['notes/links.html', 'notes/embeds.html']) {
      const { page, problems } = await open(from, file);
      const links = page.locator('.drawn svg a.to');
      expect(await links.evaluateAll((all) => all.map((link) => [link.getAttribute('href'), link.classList.contains('ghost')]))).toEqual([
        ['biology.html', false],
        ['chemistry.html#acids', false],
        ['../ghosts/gone.html', true],
      ]);
      expect(await page.locator('.drawn svg .unlinked').count()).toBe(1);
      await links.nth(1).click();
      await page.waitForURL(/notes\/chemistry\.html#acids$/);
      expect(problems).toEqual([]);
      await page.close();
    }
  });

  test('that are hostile run nothing, reach nothing, and change nothing around them', async () => {
    const { page, problems, foreign } = await open(await root(), 'notes/hostile.html');
    for (const link of await page.locator('.drawn a').all()) await link.dispatchEvent('click');
    expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBe(undefined);
    expect(page.url()).toContain('hostile.html');
    const inside = await page
      .locator('.drawn svg')
      .evaluateAll((all) =>
        all.flatMap((svg) =>
          [...svg.querySelectorAll('*')].flatMap((element) => [
            ...(/^(?:script|iframe|form|img|image|style|button)$/i.test(element.localName) ? [element.localName] : []),
            ...[...element.attributes]
              .filter(({ name, value }) => /^on/i.test(name) || /javascript:|evil/i.test(value))
              .map(({ name }) => name),
          ]),
        ),
      );
    expect(inside).toEqual([]);
    const body = await page.evaluate(() => [getComputedStyle(document.body).display, getComputedStyle(document.body).backgroundImage]);
    expect(body).toEqual([expect.not.stringMatching('none'), 'none']);
    expect({ problems, foreign }).toEqual({ problems: [], foreign: [] });
    await page.close();
  });
});

test('a diagram that cannot be drawn keeps its source and says why in one line; the others are drawn', async () => {
  const { page, problems } = await open(fileRoot(), 'notes/broken.html');
  const reasons = await page.locator('.failure').allTextContents();
  expect(reasons).toEqual([
    expect.stringMatching(/^This diagram could not be drawn: Parse error on line \d+: [^\n]+$/u),
    'This diagram could not be drawn: it is longer than 50000 characters',
  ]);
  expect(await page.locator('figure.diagram:has(.failure) > pre').allTextContents()).toEqual([
    expect.stringContaining('A[Open --> B'),
    expect.stringContaining('A --> B'),
  ]);
  expect(await page.locator('.drawn svg').count()).toBe(1);
  expect(problems).toEqual([]);
  await page.close();
});

test('a diagram is drawn anew for the theme that the reader chooses, and is light on paper', async () => {
  const { page } = await open(fileRoot(), 'notes/kinds.html', { colorScheme: 'light' });
  const ink = () =>
    page
      .locator('.drawn.now')
      .first()
      .locator('.edgeLabel p')
      .first()
      .evaluate((label) => getComputedStyle(label).color);
  const light = await ink();
  await page.locator('label[for=theme-dark], #theme-dark').first().click();
  await expect.poll(() => page.locator('.drawn.dark.now').count(), { timeout: 60_000 }).toBe(Object.keys(DRAWN).length);
  expect(await ink()).not.toBe(light);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.drawn.light').first().isVisible()).toBe(true);
  expect(await page.locator('.drawn.dark').first().isVisible()).toBe(false);
  await page.close();
});

test('a diagram keeps its own colours where the system forces others', async () => {
  const colours = async (forcedColors: 'active' | 'none') => {
    const { page } = await open(fileRoot(), 'notes/kinds.html', { forcedColors, colorScheme: 'light' });
    const found = await page
      .locator('.drawn.now .node rect')
      .evaluateAll((shapes) => shapes.map((shape) => [getComputedStyle(shape).fill, getComputedStyle(shape).stroke]));
    await page.close();
    return found;
  };
  const own = await colours('none');
  expect(own.length).toBeGreaterThan(0);
  expect(await colours('active')).toEqual(own);
});

test('on a phone a wide diagram scrolls in its box, not the page', async () => {
  const { page } = await open(fileRoot(), 'notes/kinds.html', { viewport: { width: 390, height: 844 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  const wide = page.locator('figure.diagram .drawn.now[tabindex="0"]').last();
  expect(await wide.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
  await page.close();
});

test('without script the source and its links can be read', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${fileRoot()}notes/links.html`);
  expect(await page.locator('figure.diagram pre').isVisible()).toBe(true);
  await page.getByRole('link', { name: 'Biology' }).click();
  await page.waitForURL(/notes\/biology\.html$/);
  await page.close();
});

test('the script and the drawing program are on pages with a diagram only, and ship only with sites that have one', () => {
  const read = (file: string) => fs.readFileSync(path.join(out, file), 'utf8');
  expect(read('notes/links.html')).toMatch(
    /<script defer src="\.\.\/assets\/on-demand\/diagrams\.\w+\.js" data-engine="\.\.\/assets\/on-demand\/mermaid\.\w+\.js">/u,
  );
  expect(read('notes/embeds.html')).toContain('on-demand/diagrams');
  expect(read('notes/plain.html')).not.toContain('on-demand/diagrams');
  const plain = path.join(dir, 'plain-site');
  writeFiles(path.join(dir, 'plain-vault'), { 'Plain.md': '# Plain\n' });
  buildVault(path.join(dir, 'plain-vault'), plain);
  const shipped = (site: string) =>
    fs.readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => /diagrams\.\w+\.js$|mermaid\.\w+\.js$/u.test(file));
  expect(shipped(out).length).toBe(2);
  expect(shipped(plain)).toEqual([]);
});
