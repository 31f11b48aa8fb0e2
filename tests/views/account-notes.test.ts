import { expect, test } from 'vitest';
import { memorySite } from '../support/memory-vault.ts';
import { drawPage } from '../theme/write-fixtures.ts';

const day = (i: number): string => new Date(Date.UTC(2026, 2, 18) - i * 86_400_000).toISOString().slice(0, 10);
const meeting = (i: number): [string, string] => [`Acme/${day(i)} - Call ${i}.md`, `---\naccount: Acme\ndate: ${day(i)}\n---\nWe met.\n`];
const outside = (i: number): [string, string] => [`Else/Note ${i}.md`, `It was [[Acme]] that asked for it, ${i}.\n`];
const siteOf = (meetings: number, others: number) =>
  memorySite({
    'Acme.md': '---\ntype: customer\n---\n# Acme\n',
    ...Object.fromEntries([
      ...Array.from({ length: meetings }, (_, i) => meeting(i)),
      ...Array.from({ length: others }, (_, i) => outside(i)),
    ]),
  });

test('an account whose page can not be sure to show all of its notes has a list of them, in pages, each note once', () => {
  const site = siteOf(30, 450);
  const pages = site.plan.filter(({ kind }) => kind === 'account-notes');
  expect(pages.map(({ url }) => url)).toEqual(['accounts/acme.notes.2.html', 'accounts/acme.notes.html']);
  const hrefs = pages.flatMap(({ url }) => {
    const view = site.page(url)?.view;
    return view?.kind === 'account-notes' ? [...view.own.rows, ...view.outside.rows].map(({ href }) => href) : [];
  });
  const notes = [...site.graph.notes.keys()].filter((path) => path !== 'Acme.md').map((path) => site.graph.pageUrls.note(path));
  expect([...hrefs].sort()).toEqual([...notes].sort());
});

test('the account leads to the list from where it leaves something out, and the list leads back', async () => {
  const site = siteOf(30, 450);
  const draw = async (url: string) => {
    const planned = site.plan.find((page) => page.url === url);
    const page = planned && site.page(planned.url);
    return page === undefined ? '' : drawPage(page);
  };
  const account = await draw('accounts/acme.html');
  expect(account).toMatch(/The \d+ newest of 450 notes; <a class="link" href="\.\.\/accounts\/acme\.notes\.html">/u);
  expect(account).toContain('all 480 notes in one list');
  const list = await draw('accounts/acme.notes.html');
  expect(list).toMatch(/<h1[^>]*>Notes of Acme<\/h1>/u);
  expect(list).toContain('href="../accounts/acme.html"');
  expect(list).toContain('href="../accounts/acme.notes.2.html"');
});

test('an account of few notes has none', () => {
  expect(siteOf(30, 30).plan.filter(({ kind }) => kind === 'account-notes')).toEqual([]);
});
