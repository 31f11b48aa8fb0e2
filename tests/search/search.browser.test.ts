import { renameSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { PLANTED } from './browser-site.ts';
import { searchPages } from './search-pages.ts';

const pages = searchPages();
const { problems } = pages;
let page: Page;

beforeEach(() => {
  page = pages.page;
});

/** What will be so once the browser has had its time. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });
const open = (file: string) => page.goto(pages.served.url + file);
const box = () => page.getByRole('combobox');
const options = () => page.getByRole('option');
const told = () => page.locator('dialog [role=status]');

test('scripts that break the rules are noticed', async () => {
  await open('notes/runbook.html');
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<p>');
    document.createElement('p').innerHTML = '<b>';
    document.body.append(Object.assign(document.createElement('script'), { text: '1' }));
  });
  await soon(() => problems.some((problem) => problem.startsWith('policy: script-src'))).toBe(true);
  expect(problems).toEqual(expect.arrayContaining(['insertAdjacentHTML', 'innerHTML']));
  problems.length = 0;
});

describe('the dialog, by keyboard', () => {
  beforeEach(() => open('notes/meeting-2024.html'));

  test('"/" opens it, a word finds, arrow and Enter lead to the heading', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('rollb');
    await soon(() => told().textContent()).toBe('4 results for words that begin with “rollb”');
    expect(await box().getAttribute('aria-expanded')).toBe('true');
    expect(await options().first().textContent()).toContain('Cutover runbook');
    await page.keyboard.press('ArrowDown');
    const active = page.locator(`#${await box().getAttribute('aria-activedescendant')}`);
    expect(await active.getAttribute('aria-selected')).toBe('true');
    expect(await active.locator('mark').first().textContent()).toBe('Rollback');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/below/wiki/notes/runbook.html?hl=rollback#rollback');
  });

  test('Enter pressed at once opens the best match of what was typed', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('runbook');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/below/wiki/notes/runbook.html?hl=runbook');
  });

  test('arrows go round, Home and End go to the ends', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('rollback');
    await soon(() => options().count()).toBeGreaterThan(4);
    const selected = async () =>
      (await options().evaluateAll((all) => all.map((one) => one.getAttribute('aria-selected')))).indexOf('true');
    const last = (await options().count()) - 1;
    await page.keyboard.press('ArrowUp');
    expect(await selected()).toBe(last);
    await page.keyboard.press('ArrowDown');
    expect(await selected()).toBe(0);
    await page.keyboard.press('End');
    expect(await selected()).toBe(last);
    await page.keyboard.press('Home');
    expect(await selected()).toBe(0);
  });

  test('Esc empties the box, then closes it and gives the focus back', async () => {
    await page.getByLabel('field').focus();
    await page.keyboard.type('a/b');
    expect(await page.locator('dialog').count()).toBe(0);
    await page.keyboard.press('Control+k');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await page.keyboard.type('rollback');
    await soon(() => options().count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    expect(await box().inputValue()).toBe('');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('field');
  });

  test('asked for again in the moment it closes, it stays', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('rollback');
    await page.evaluate(async () => {
      const dialog = document.querySelector('dialog');
      const closed = new Promise((done) => dialog?.addEventListener('close', done));
      dialog?.close();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
      await closed;
    });
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await soon(() => options().count()).toBeGreaterThan(0);
  });

  test('filters are reached by Tab, and keep the focus', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('rollback');
    await soon(() => told().textContent()).toBe('4 results');
    await page.getByRole('button', { name: 'Meetings' }).focus();
    await page.keyboard.press('Space');
    await soon(() => told().textContent()).toBe('3 results');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Meetings');
    await page.getByRole('button', { name: 'Northwind' }).focus();
    await page.keyboard.press('Space');
    await soon(() => told().textContent()).toBe('2 results');
    await page.getByRole('button', { name: '2025' }).focus();
    await page.keyboard.press('Space');
    await soon(() => told().textContent()).toBe('1 result');
    await page.getByRole('button', { name: 'All' }).focus();
    await page.keyboard.press('Space');
    await soon(() => told().textContent()).toBe('4 results');
  });

  test('markup in a title and a text is shown as text', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('quagga');
    await soon(() => options().count()).toBe(1);
    expect(await options().first().locator('b').textContent()).toBe(PLANTED);
    expect(await options().first().locator('p').textContent()).toContain(`quagga ${PLANTED} &lt;b&gt;`);
    expect(await page.locator('img').count()).toBe(0);
  });

  test('nothing found says so, and offers the lists', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('xylophone');
    await soon(() => told().textContent()).toBe('No results');
    expect(await page.locator('dialog').getByRole('link', { name: 'Accounts' }).getAttribute('href')).toBe('../accounts.html');
    expect(await box().getAttribute('aria-expanded')).toBe('false');
  });

  test('a mistyped word is said to be missing, and what is near stands apart; Enter opens none of it', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('runbok');
    await soon(() => told().textContent()).toBe('No exact match for “runbok”. Similar: “runbook”, 1 result.');
    expect(await page.locator('dialog .told').textContent()).toContain('No exact match for “runbok”.');
    expect(await page.locator('dialog [role=group] .name').allTextContents()).toEqual(['Similar: “runbook”']);
    expect(await box().getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'runbook' }).click();
    await soon(() => told().textContent()).toBe('1 result');
    expect(await box().inputValue()).toBe('runbook');
    expect(page.url()).toContain('meeting-2024');
  });

  test('pages that have the word come before pages that have its beginning, which say so', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('zeb');
    await soon(() => told().textContent()).toBe('3 results for words that begin with “zeb”');
    expect(await page.locator('dialog [role=group] .name').allTextContents()).toEqual(['Words that begin with “zeb”']);
  });

  test('earlier searches are offered', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('runbook');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/runbook.html?hl=runbook');
    await page.keyboard.press('/');
    await soon(() => options().allTextContents()).toEqual(['runbook']);
    await soon(() => told().textContent()).toBe('1 recent search');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await soon(() => told().textContent()).toBe('1 result');
    expect(await box().inputValue()).toBe('runbook');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clear recent searches' }).click();
    await soon(() => options().count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  });
});

describe('the search page', () => {
  const status = () => page.locator('#search-page .order .outcome');
  const titles = () => page.locator('.hit h2').allTextContents();

  test('answers the address, newest first when asked', async () => {
    await open('search.html?q=rollback&sort=date&kind=meeting');
    await soon(titles).toEqual(['Planning in 2026', 'Planning in 2025', 'Planning in 2024']);
    expect(await status().textContent()).toBe('3 results');
    expect(await page.title()).toBe('Search: rollback · Wiki');
  });

  test('typing and filters go into the address, and Back takes a filter away', async () => {
    await open('search.html');
    await page.keyboard.type('rollback');
    await soon(() => status().textContent()).toBe('4 results');
    expect(new URL(page.url()).search).toBe('?q=rollback');
    await page.getByRole('radio', { name: 'Northwind' }).focus();
    await page.keyboard.press('Space');
    await soon(() => status().textContent()).toBe('2 results');
    expect(new URL(page.url()).search).toBe('?q=rollback&account=Northwind');
    await page.goBack();
    await soon(() => status().textContent()).toBe('4 results');
  });

  test('each search that was asked for is a step of the history', async () => {
    await open('search.html');
    await page.keyboard.type('rehearsal');
    await page.keyboard.press('Enter');
    await soon(() => status().textContent()).toBe('1 result');
    await page.locator('#q').fill('zebra · plan');
    await page.locator('#q').fill('zebra');
    await page.keyboard.press('Enter');
    await soon(() => status().textContent()).toBe('3 results');
    expect(await page.title()).toBe('Search: zebra · Wiki');
    await page.goBack();
    await soon(() => status().textContent()).toBe('1 result');
    expect(await page.locator('#q').inputValue()).toBe('rehearsal');
  });

  test('a button that goes away leaves the keyboard among the results', async () => {
    const inResults = () =>
      page.evaluate(() => document.activeElement?.closest('[aria-label=Results]') !== null && document.activeElement !== null);
    await open('search.html?q=rollback&account=Northwind');
    await page.getByRole('button', { name: 'Remove filter Account: Northwind' }).press('Enter');
    await soon(() => status().textContent()).toBe('4 results');
    await soon(inResults).toBe(true);
    await open('search.html?q=rollback&kind=person');
    await page.getByRole('button', { name: 'Search without filters' }).press('Enter');
    await soon(() => status().textContent()).toBe('4 results');
    expect(await inResults()).toBe(true);
  });

  test('j and k go through the results, "/" back to the box', async () => {
    await open('search.html?q=rollback');
    await soon(titles).toHaveLength(4);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await focused()).toBe((await titles())[1]);
    await page.keyboard.press('k');
    expect(await focused()).toBe((await titles())[0]);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
  });

  test('Back from a result leads to it, among all that were shown', async () => {
    await open('search.html?q=wombat');
    await soon(titles).toHaveLength(10);
    await page.getByRole('button', { name: 'Show more' }).click();
    await soon(titles).toHaveLength(30);
    const link = page.locator('.hit h2 > a').nth(26);
    const title = await link.textContent();
    await link.scrollIntoViewIfNeeded();
    const top = async () => Math.round((await link.boundingBox())?.y ?? 0);
    await link.focus();
    const left = await top();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/notes/log-*');
    await page.goBack();
    await soon(titles).toHaveLength(30);
    await soon(() => page.evaluate(() => document.activeElement?.querySelector('h2')?.textContent)).toBe(title);
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    expect(Math.abs((await top()) - left)).toBeLessThan(3);
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe((await titles())[27]);
    await page.getByRole('button', { name: 'Show more' }).click();
    await soon(titles).toHaveLength(34);
    expect(new Set(await titles()).size).toBe(34);
  });

  test('results that can not be read are told of beside those that can, and come when asked again', async () => {
    let refused = '';
    await page.route('**/fragment/**', (route) => {
      refused ||= route.request().url();
      return route.request().url() === refused ? route.abort() : route.continue();
    });
    await open('search.html?q=wombat');
    await soon(() => page.locator('.told p').textContent()).toBe('1 result could not be read.');
    expect(await status().textContent()).toBe('34 results');
    await soon(() => page.locator('#search-page .order [role=status]').textContent()).toBe('34 results. 1 result could not be read.');
    expect(await titles()).toHaveLength(9);
    await page.getByRole('button', { name: 'Show more' }).click();
    await soon(titles).toHaveLength(29);
    await page.unroute('**/fragment/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await soon(titles).toHaveLength(30);
    expect(await page.locator('.told').count()).toBe(0);
    expect(problems.splice(0).filter((problem) => !problem.includes('Failed to load resource'))).toEqual([]);
  });

  test('what can not be shown more is asked for again, and what is listed stays', async () => {
    await open('search.html?q=wombat');
    await soon(titles).toHaveLength(10);
    await page.route('**/fragment/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Show more' }).click();
    await soon(() => page.locator('.told').textContent()).toBe('The rest could not be read.');
    expect(await titles()).toHaveLength(10);
    await page.unroute('**/fragment/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await soon(titles).toHaveLength(30);
    expect(await page.locator('.told').count()).toBe(0);
    expect(problems.splice(0).filter((problem) => !problem.includes('Failed to load resource'))).toEqual([]);
  });

  test('sections lead to their headings', async () => {
    await open('search.html?q=rehearsal');
    await page.getByRole('link', { name: 'Rehearsal', exact: true }).click();
    await page.waitForURL('**/below/wiki/notes/runbook.html?hl=rehearsal#rehearsal');
  });
});

test('the engine is loaded when the reader searches, and asked for again when it did not come', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.route('**/engine.js', (route) => route.abort());
  await open('notes/runbook.html');
  expect(asked.filter((url) => /engine|pagefind/u.test(url))).toEqual([]);
  await page.keyboard.press('/');
  await page.keyboard.type('rollback');
  await soon(() => page.locator('.told').textContent()).toContain('could not be read');
  await page.unroute('**/engine.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await soon(() => told().textContent()).toBe('4 results');
  expect(problems.splice(0).filter((problem) => !problem.includes('Failed to load resource'))).toEqual([]);
});

test('a site without its index says so, and offers the lists', async () => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await open('search.html?q=rollback');
  await soon(() => page.locator('.told').textContent()).toContain('could not be read');
  expect(await page.locator('.told').getByRole('link', { name: 'Accounts' }).count()).toBe(1);
  await page.unroute('**/pagefind/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await soon(() => page.locator('.hit').count()).toBe(4);
  expect(problems.splice(0).filter((problem) => !problem.includes('Failed to load resource'))).toEqual([]);
});

describe('opened from a folder', () => {
  const asked: string[] = [];
  const status = () => page.locator('#search-page .order .outcome');

  beforeEach(() => {
    asked.length = 0;
    page.on('request', (request) => asked.push(request.url()));
  });

  test('the dialog and the page search, and nothing is read from outside', async () => {
    await page.goto(`file://${pages.dir}/notes/meeting-2024.html`);
    await page.keyboard.press('/');
    await page.keyboard.type('rollback');
    await soon(() => told().textContent()).toBe('4 results');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/notes/runbook.html?hl=rollback*');
    await page.goto(`file://${pages.dir}/search.html?q=rolback&kind=meeting`);
    await soon(() => status().textContent()).toBe('No exact match for “rolback”. Similar: “rollback”, 3 results.');
    await page.getByRole('button', { name: 'rollback' }).click();
    await soon(() => page.locator('.hit h2').allTextContents()).toHaveLength(3);
    await page.getByRole('link', { name: 'Newest' }).click();
    await soon(() => page.locator('.hit h2').first().textContent()).toBe('Planning in 2026');
    expect(asked.filter((url) => !url.startsWith(`file://${pages.dir}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(asked.some((url) => url.includes('/pagefind/folder/'))).toBe(true);
  });

  test('a site without its copies says what to do, and finds them once they are there', async () => {
    renameSync(path.join(pages.dir, 'pagefind', 'folder'), path.join(pages.dir, 'pagefind', 'away'));
    try {
      await page.goto(`file://${pages.dir}/search.html?q=rollback`);
      await soon(() => page.locator('.told').textContent()).toContain('search.offline: always');
      expect(await page.locator('.told').getByRole('link', { name: 'Accounts' }).count()).toBe(1);
    } finally {
      renameSync(path.join(pages.dir, 'pagefind', 'away'), path.join(pages.dir, 'pagefind', 'folder'));
    }
    await page.getByRole('searchbox').fill('rollback ');
    await soon(() => page.locator('.hit').count()).toBe(4);
    expect(problems.splice(0).filter((problem) => !problem.includes('ERR_FILE_NOT_FOUND'))).toEqual([]);
  });
});
