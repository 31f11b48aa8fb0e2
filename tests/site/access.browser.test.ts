import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { buildVault, contentDir } from '../support/cli.ts';
import { richestPages } from '../support/site-pages.ts';
import { makeTempDir } from '../support/temp.ts';

const dir = makeTempDir();
const out = path.join(dir, 'site');
let browser: Browser;
let pages: readonly string[];

beforeAll(async () => {
  buildVault(contentDir, out);
  pages = richestPages(out);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

interface Window {
  readonly width: number;
  readonly height: number;
}

const DESK: Window = { width: 1440, height: 900 };
const PHONE: Window = { width: 390, height: 844 };

/** Opens each page in a window of this size and gathers what `look` finds wrong. */
async function problemsOn(viewport: Window, look: (page: Page) => Promise<readonly string[]>, files = pages): Promise<readonly string[]> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.clock.setFixedTime('2026-03-20T10:00:00');
  const problems: string[] = [];
  for (const file of files) {
    await page.goto(pathToFileURL(path.join(out, file)).href);
    problems.push(...(await look(page)).map((problem) => `${file}: ${problem}`));
  }
  await context.close();
  return problems;
}

test('there is a page of every kind to look at', () => {
  expect(pages.length).toBeGreaterThan(18);
});

describe('by keyboard alone', () => {
  test('the first stop of every page leads past the navigation', async () => {
    // A page that was not found has no navigation; the search page puts the focus into its box by itself.
    const others = pages.filter((file) => file !== '404.html' && file !== 'search.html');
    const skip = async (page: Page): Promise<readonly string[]> => {
      await page.keyboard.press('Tab');
      const target = await page.evaluate<string | null>('document.activeElement.getAttribute("href")');
      if (target === null || !target.startsWith('#')) return [`the first stop is ${target}`];
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const inside = await page.evaluate<boolean>(`(() => {
        const main = document.querySelector('main');
        const at = document.activeElement;
        return main.contains(at) || Boolean(main.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
      })()`);
      return inside ? [] : ['Tab, Enter, Tab did not lead into the page'];
    };
    expect(await problemsOn(DESK, skip, others)).toEqual([]);
  });

  /** Where the focus is, when it can not be seen: covered by something that sticks, out of the window, or without a sign of its own. */
  const HIDDEN_FOCUS = `(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return null;
    const name = at.localName + ' ' + (at.textContent.trim() || at.getAttribute('aria-label') || at.id || '').slice(0, 40);
    const boxes = [...at.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    const labels = at.labels ? [...at.labels] : [];
    if (boxes.length === 0 && labels.length === 0) return name + ': takes no room';
    const places = [...boxes, ...labels.map((label) => label.getBoundingClientRect())];
    const seen = places.some((box) =>
      [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5]].some(([x, y]) => {
        const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        return top !== null && (at === top || at.contains(top) || top.contains(at) || labels.some((label) => label.contains(top)));
      }));
    if (!seen) return name + ': can not be seen';
    const rings = [at, ...labels, at.closest('label'), at.parentElement].filter((element) => element !== null && element !== undefined);
    const shown = rings.some((element) => {
      const style = getComputedStyle(element);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    });
    return shown ? null : name + ': has the focus and does not show it';
  })()`;

  test.each([
    ['desk', DESK],
    ['phone', PHONE],
  ])('whatever has the focus can be seen, on a %s', async (_, viewport) => {
    let stops = 0;
    const problems = await problemsOn(viewport, async (page) => {
      const found: string[] = [];
      for (let stop = 0; stop < 60; stop += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate('document.activeElement === document.body')) break;
        stops += 1;
        const hidden = await page.evaluate<string | null>(HIDDEN_FOCUS);
        if (hidden !== null) found.push(hidden);
      }
      return found;
    });
    expect(problems).toEqual([]);
    expect(stops).toBeGreaterThan(600);
  });

  test('backwards as well: nothing that sticks to an edge covers the focus', async () => {
    const problems = await problemsOn(DESK, async (page) => {
      const found: string[] = [];
      for (let stop = 0; stop < 40; stop += 1) {
        await page.keyboard.press('Shift+Tab');
        const hidden = await page.evaluate<string | null>(HIDDEN_FOCUS);
        if (hidden !== null) found.push(hidden);
      }
      return found;
    });
    expect(problems).toEqual([]);
  });
});

test.each([
  ['desk', DESK],
  ['phone', PHONE],
])('nothing moves once it is drawn, on a %s', async (_, viewport) => {
  const problems = await problemsOn(viewport, async (page) => {
    const shifts = await page.evaluate<readonly string[]>(`new Promise((done) => {
      const found = [];
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) {
          const moved = shift.sources.map(({ node }) => (node?.localName ?? '?') + '.' + (node?.className ?? ''));
          if (!shift.hadRecentInput && shift.value > 0.001) found.push(shift.value.toFixed(4) + ' ' + moved.join(', '));
        }
      }).observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => done(found)));
    })`);
    return shifts;
  });
  expect(problems).toEqual([]);
});

describe('enlarged', () => {
  test.each([
    ['to 200 % on a desk', { width: 720, height: 450 }],
    ['to 400 % on a desk, or on the smallest phone', { width: 320, height: 640 }],
    ['on a tablet', { width: 768, height: 1024 }],
  ])('%s pages scroll one way only', async (_, viewport) => {
    const problems = await problemsOn(viewport, async (page) => {
      const over = await page.evaluate<string | null>(`(() => {
        const root = document.documentElement;
        if (root.scrollWidth <= root.clientWidth) return null;
        const wide = [...document.querySelectorAll('main *')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
        return (root.scrollWidth - root.clientWidth) + ' px too wide: ' + wide.slice(0, 3).map((element) => element.localName + '.' + element.className).join(', ');
      })()`);
      return over === null ? [] : [over];
    });
    expect(problems).toEqual([]);
  });

  test('with letters twice as large and the window as it was, no text is cut off', async () => {
    const problems = await problemsOn(DESK, async (page) => {
      const cut = await page.evaluate<readonly string[]>(`(() => {
        document.documentElement.style.fontSize = '200%';
        return [...document.querySelectorAll('body *')].filter((element) => {
          const style = getComputedStyle(element);
          if (style.overflow === 'visible' || style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return false;
          if (style.overflowX === 'auto' || style.overflowX === 'scroll' || element.closest('.vh') !== null) return false;
          if (element.clientWidth <= 1 || element.closest('svg, math, iframe, dialog') !== null) return false;
          return element.scrollHeight > element.clientHeight + 2 && element.textContent.trim() !== '';
        }).map((element) => element.localName + '.' + element.className + ' ' + element.textContent.trim().slice(0, 40));
      })()`);
      return cut;
    });
    expect(problems).toEqual([]);
  });
});

test('headings go down one level at a time', async () => {
  const problems = await problemsOn(DESK, async (page) =>
    page.evaluate<readonly string[]>(`(() => {
      const found = [];
      let last = 0;
      for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
        const level = Number(heading.localName[1]);
        if (level > last + 1) found.push(heading.localName + ' after h' + last + ': ' + heading.textContent.trim().slice(0, 40));
        last = level;
      }
      return found;
    })()`),
  );
  expect(problems).toEqual([]);
});
