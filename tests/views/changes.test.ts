import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../src/client/visits.ts';
import type { Site } from '../../src/site.ts';
import { CHANGES, TITLES, type TitleRow, titlesFile } from '../../src/views/change-list.ts';
import { memorySite } from '../support/memory-vault.ts';

const fileOf = (site: Site, path: string): string => [...(site.files.find((file) => file.path === path)?.parts() ?? [])].join('');
const listOf = (site: Site): string => JSON.parse(fileOf(site, CHANGES).replace(/^globalThis\.dossierNotes=|;\n$/gu, ''));
const titlesOf = (site: Site, part = 0): readonly TitleRow[] =>
  JSON.parse(fileOf(site, titlesFile(part)).replace(/^\(globalThis\.dossierTitles\?\?=\{\}\)\[\d+\]=|;\n$/gu, ''));

const vault = {
  'A.md': '# A\n\nSee [[B]].',
  'B.md': '# B\n\nText.',
  '2026-03-01 - Call.md': '---\naccount: Acme\ndate: 2026-03-01\ntitle: Call\n---\n',
  '2026-02-01 - Kick-off.md': '---\naccount: Acme\ndate: 2026-02-01\ntitle: Kick-off\n---\n',
};

describe('the list of notes that tells a reader what changed', () => {
  test('says of an edit, a new note and one that went exactly those', () => {
    const { 'A.md': _, ...rest } = vault;
    const after = memorySite({
      ...rest,
      'B.md': '# B\n\nOther text.',
      '2026-03-05 - Review.md': '---\ntitle: Review\naccount: Acme\n---\n',
    });
    const changes = changesBetween(listOf(memorySite(vault)), listOf(after));
    const titles = titlesOf(after).map(([title]) => title);
    expect(changes.added.map((place) => titles[place])).toEqual(['Review']);
    expect(changes.changed.map((place) => titles[place])).toEqual(['B']);
    expect(changes.gone).toBe(1);
  });

  test('does not move when only what other notes say about a note, or the site, changes', () => {
    const one = memorySite(vault);
    const two = memorySite({ ...vault, 'C.md': 'See [[B]] and [[A]].' }, { title: 'Other', locale: 'de' });
    expect(changesBetween(listOf(one), listOf(two))).toEqual({ added: [4], changed: [], gone: 0 });
  });

  test('is newest first, with titles, pages and accounts at the same places', () => {
    expect(titlesOf(memorySite(vault)).map(([title, , account]) => [title, account])).toEqual([
      ['Call', 'Acme'],
      ['Kick-off', 'Acme'],
      ['A', undefined],
      ['B', undefined],
    ]);
    const site = memorySite(vault);
    const urls = new Set<string>(site.plan.map(({ url }) => url));
    for (const [title, href] of titlesOf(site)) expect([title, urls.has(href)]).toEqual([title, true]);
  });

  test('knows nothing of notes that are kept out', () => {
    const shown = memorySite(vault);
    const hidden = memorySite({ ...vault, 'Secret.md': '---\nprivate: true\n---\n# Secret' });
    const texts = (site: Site) =>
      site.files.filter(({ path }) => path.startsWith('changes/')).map(({ path, parts }) => [path, [...parts()].join('')]);
    expect(texts(hidden)).toEqual(texts(shown));
    expect(texts(shown)).toHaveLength(2);
  });

  test('comes with one file of titles for every few hundred notes, and with none where there are no notes', () => {
    const many = memorySite(Object.fromEntries(Array.from({ length: TITLES + 1 }, (_, i) => [`Note ${i}.md`, `Text ${i}`])));
    expect(listOf(many)).toHaveLength((TITLES + 1) * 9);
    expect([titlesOf(many, 0).length, titlesOf(many, 1).length]).toEqual([TITLES, 1]);
    expect(memorySite({}).files).toEqual([]);
  });
});
