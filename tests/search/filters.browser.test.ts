import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { searchPages } from './search-pages.ts';

const pages = searchPages();
let page: Page;

beforeEach(() => {
  page = pages.page;
});

/** What will be so once the browser has had its time. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });
const query = () => new URL(page.url()).search;

// The same over http and from a folder.
describe.each([
  ['served', () => pages.served.url],
  ['from a folder', () => `file://${pages.dir}/`],
] as const)('%s', (_, root) => {
  const open = (file: string) => page.goto(root() + file);

  describe('filters', () => {
    const titles = () => page.locator('.hit h2').allTextContents();
    const offered = async (name: string) => {
      const labels = page.getByRole('group', { name, exact: true }).locator('label');
      return (await labels.allTextContents()).filter((text) => text !== 'Any' && text !== 'All');
    };

    test('have counts of the query under the other filters', async () => {
      await open('search.html?q=rollback&kind=meeting');
      await soon(() => offered('Person')).toEqual(['Caleb Thorne2', 'Mara Lindholm2']);
      expect(await offered('Kind')).toEqual(['Meetings3', 'Notes1']);
      expect(await offered('Tag')).toEqual(['plan3', 'late2', 'plan/cutover2']);
      expect(await offered('Year')).toEqual(['20261', '20251', '20241']);
      expect(await offered('Account')).toEqual(['Northwind2', 'Halden Rail1']);
    });

    test('by person and tag go into the address, are taken away one by one, and come back with Back', async () => {
      await open('search.html?q=rollback');
      await page.getByRole('checkbox', { name: 'Mara Lindholm' }).check();
      await soon(titles).toHaveLength(2);
      await page.getByRole('checkbox', { name: 'Caleb Thorne' }).check();
      await soon(titles).toEqual(['Planning in 2025']);
      expect(query()).toBe('?q=rollback&person=Mara+Lindholm&person=Caleb+Thorne');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('Caleb Thorne');
      await page.getByRole('button', { name: 'Remove filter Person: Mara Lindholm' }).click();
      await soon(titles).toHaveLength(2);
      await page.getByRole('checkbox', { name: 'plan/cutover' }).check();
      await soon(query).toBe('?q=rollback&person=Caleb+Thorne&tag=plan%2Fcutover');
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await soon(titles).toHaveLength(4);
      await page.goBack();
      await soon(titles).toHaveLength(2);
    });

    test('list pages without a query, newest first', async () => {
      await open('search.html?tag=plan');
      await soon(titles).toEqual(['Planning in 2026', 'Planning in 2025', 'Planning in 2024']);
    });

    test('that leave nothing say so, and can be taken away', async () => {
      await open('search.html?q=rollback&tag=nowhere');
      await page.getByRole('button', { name: 'Search without filters' }).click();
      await soon(titles).toHaveLength(4);
    });

    test('are folded on a phone', async () => {
      await page.setViewportSize({ width: 390, height: 800 });
      await open('search.html?q=rollback&person=Caleb+Thorne');
      await soon(titles).toHaveLength(2);
      expect(await page.getByRole('checkbox', { name: 'Caleb Thorne' }).isVisible()).toBe(false);
      await page.getByText('Filters, 1 chosen').click();
      expect(await page.getByRole('checkbox', { name: 'Caleb Thorne' }).isVisible()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  });

  describe('the page a result leads to', () => {
    const bar = () => page.getByRole('region', { name: 'Places of what you searched' });
    const marked = () => page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => (range as Range).toString()));
    const here = () =>
      page.evaluate(() => [...(CSS.highlights.get('found-here') ?? [])].map((range) => (range as Range).startContainer.textContent));

    test('has the words marked, without being changed', async () => {
      await open('notes/runbook.html');
      const before = await page.locator('main').evaluate((main) => main.outerHTML);
      await open('search.html?q=rollback');
      await page.getByRole('link', { name: 'Cutover runbook' }).click();
      await soon(() => bar().getByRole('status').textContent()).toBe('2 places of “rollback”');
      expect(await marked()).toEqual(['Rollback', 'rollback']);
      expect(await page.locator('main').evaluate((main) => main.outerHTML)).toBe(before);
    });

    test('goes from place to place by keys and buttons, and forgets them', async () => {
      await open('notes/runbook.html?hl=rollback+caleb#rehearsal');
      await soon(() => bar().getByRole('status').textContent()).toBe('3 places of “rollback”, “caleb”');
      expect(await here()).toEqual(['It ends with a full rollback, timed by someone who does not type.']);
      await page.keyboard.press('n');
      expect(await here()).toEqual(['Rollback']);
      await page.keyboard.press('Shift+N');
      await bar().getByRole('button', { name: 'Previous place' }).click();
      expect(await here()).toEqual(['Called by Caleb, by voice, before 02:00.']);
      expect(await bar().getByRole('status').textContent()).toBe('2 of 3 places: Called by Caleb, by voice, before 02:00.');
      await page.keyboard.press('Escape');
      expect(await bar().count()).toBe(0);
      expect(await marked()).toEqual([]);
      if (root().startsWith('http')) expect(page.url()).toMatch(/runbook\.html#rehearsal$/u);
    });

    test('does not take keys from a field, and loads nothing when nothing was searched', async () => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await open('notes/runbook.html');
      expect(asked.filter((url) => url.includes('landing'))).toEqual([]);
      await open('notes/runbook.html?hl=rollback');
      await soon(() => bar().count()).toBe(1);
      await page.getByLabel('field').focus();
      await page.keyboard.type('nn');
      expect(await page.getByLabel('field').inputValue()).toBe('nn');
      expect(await bar().getByRole('status').textContent()).toBe('2 places of “rollback”');
    });

    test('without any of the words is as it is', async () => {
      await open('notes/runbook.html?hl=xylophone');
      await page.waitForLoadState('networkidle');
      expect(await bar().count()).toBe(0);
    });
  });
});
