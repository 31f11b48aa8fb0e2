import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { makeTempDir } from '../support/temp.ts';
import { type Served, serveBelow } from './ask-index.ts';
import { writeSearchSite } from './browser-site.ts';

/** A searchable site, served and in its folder, and a fresh page for each test. */
export interface SearchPages {
  dir: string;
  served: Served;
  browser: Browser;
  page: Page;
  /** Errors, dialogs, breaches of the page policy and writes of markup on the page: a test after which there are some fails. */
  readonly problems: string[];
}

/** Makes the site before the tests of a file, and takes it away after them. What it gives is there while they run. */
export function searchPages(): SearchPages {
  const pages = { dir: '', problems: [] as string[] } as unknown as SearchPages;
  const { problems } = pages;

  beforeAll(async () => {
    pages.dir = makeTempDir();
    await writeSearchSite(pages.dir);
    pages.served = await serveBelow(pages.dir, '/below/wiki/');
    pages.browser = await launchChromium();
  }, 60_000);

  afterAll(async () => {
    await pages.browser?.close();
    await pages.served?.close();
    rmSync(pages.dir, { recursive: true, force: true });
  });

  beforeEach(async () => {
    problems.length = 0;
    const page = await (await pages.browser.newContext()).newPage();
    pages.page = page;
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      problems.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    await page.exposeFunction('tellProblem', (problem: string) => problems.push(problem));
    await page.addInitScript(() => {
      const tell = (what: string): void => (globalThis as unknown as { tellProblem: (text: string) => void }).tellProblem(what);
      document.addEventListener('securitypolicyviolation', (event) => tell(`policy: ${event.violatedDirective} ${event.blockedURI}`));
      for (const name of ['innerHTML', 'outerHTML'] as const) {
        Object.defineProperty(Element.prototype, name, { set: () => tell(name) });
      }
      Element.prototype.insertAdjacentHTML = () => tell('insertAdjacentHTML');
    });
  });

  afterEach(async () => {
    await pages.page.context().close();
    expect(problems).toEqual([]);
  });

  return pages;
}
