import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recordFrom } from '../../src/search/record.ts';
import type { Site } from '../../src/site.ts';
import { conditionFrom, labelOfProperty } from '../../src/views/base-words.ts';
import type { BaseView } from '../../src/views/document-view.ts';
import { auditHtml } from '../support/audit-html.ts';
import { memorySite } from '../support/memory-vault.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

const BOOKS = `filters:
  and:
    - categories.contains(link("Books"))
    - 'x.map(value + 1) == [2]'
properties:
  note.author:
    displayName: Written by
views:
  - type: table
    name: Top rated
    order: [file.name, author, last_read, formula.age]
    sort:
      - property: author
        direction: DESC
  - type: cards
    name: Covers
`;

function viewOf(site: Site, url: string): BaseView {
  const page = site.page(url as never);
  if (page?.view.kind !== 'base') throw new Error(`${url}: no base`);
  return page.view;
}

const htmlOf = (site: Site, url: string): string => {
  const view = site.page(url as never)?.view;
  return view?.kind === 'note' ? String(view.body.html) : '';
};

describe('the page of a base', () => {
  const site = memorySite({
    'Lists/Books.base': BOOKS,
    'Note.md': 'All [[Books.base]] and [[Books.base#Covers|covers]]; [[Books.base#None]]',
  });
  const view = viewOf(site, 'files/books.html');

  test('says what its views ask for', () => {
    expect(view).toMatchObject({
      problem: null,
      filters: {
        kind: 'all',
        of: [
          { kind: 'words', text: 'Categories contains “Books”' },
          { kind: 'code', text: 'x.map(value + 1) == [2]' },
        ],
      },
      views: [
        {
          name: 'Top rated',
          id: 'view-top-rated',
          columns: [{ label: 'Name' }, { label: 'Written by' }, { label: 'Last read' }, { label: 'Age' }],
          sort: [{ label: 'Written by', descending: true }],
        },
        { name: 'Covers', type: 'cards' },
      ],
      source: BOOKS,
      backlinkTotal: 1,
    });
  });
  test('is reached by links, its views at their anchors', () => {
    const html = htmlOf(site, 'notes/note.html');
    expect(html).toContain('<a href="../files/books.html">Books.base</a>');
    expect(html).toContain('<a href="../files/books.html#view-covers">covers</a>');
    expect(site.diagnostics.map(({ code }) => code)).toEqual(['subpath-missing']);
  });
  test('stands in its folder and is found by its views', () => {
    expect(site.page('browse/lists.html' as never)?.view).toMatchObject({
      documents: [{ text: 'Books', kind: 'base', detail: '2 views' }],
    });
    const planned = site.plan.find(({ kind }) => kind === 'base');
    expect(planned && recordFrom(site, planned)?.html).toContain('Top rated');
  });
});

test('an embed names the base and the view, with the source at hand', () => {
  const site = memorySite({
    'Books.base': BOOKS,
    'Note.md':
      '![[Books.base#top rated]]\n\n![[Books.base#None]]\n\n![[Gone.base]]\n\n```base\nviews:\n  - name: "<own>"\n    type: list\n```\n\n```base\na: [\n```',
  });
  const html = htmlOf(site, 'notes/note.html');
  expect(html).toContain('<a href="../files/books.html">');
  expect(html).toContain('view <a href="../files/books.html#view-top-rated">Top rated</a>');
  expect(html).toContain('It has no view called <b>None</b>');
  expect(html).toContain('categories.contains(link(&quot;Books&quot;))');
  expect(html).toContain('No file called <b>Gone.base</b>');
  expect(html).toContain('View: &lt;own&gt;');
  expect(html).toContain('It can not be read');
  expect(auditHtml(html)).toEqual([]);
});

test('what can not be read has a page with its source', () => {
  const site = memorySite({ 'Books.base': 'views:\n  - a\n  b: c: d\n' });
  const view = viewOf(site, 'files/books.html');
  expect(view).toMatchObject({ views: [], source: 'views:\n  - a\n  b: c: d\n' });
  expect(view.problem).not.toBeNull();
  expect(site.diagnostics).toMatchObject([{ code: 'base-unreadable', path: 'Books.base', line: 3 }]);
});

describe('words', () => {
  const labelOf = (property: string) => labelOfProperty(new Map(), property);
  const words = (filter: string) => {
    const condition = conditionFrom(filter, labelOf);
    return condition.kind === 'words' ? condition.text : null;
  };
  test.each([
    ['file.hasTag("a", "b")', 'The note has the tag “a” or “b”'],
    ['!file.inFolder("Daily")', 'The file does not lie in the folder “Daily”'],
    ['file.hasLink(this)', 'The note links to the note it is shown in'],
    ["!file.name.contains('Template')", 'Name does not contain “Template”'],
    ['list(author).contains(this)', 'Author contains the note it is shown in'],
    ['last.isEmpty()', 'Last is empty'],
    ['!formula.Embeds.isEmpty()', 'Embeds is not empty'],
    ['note.rating > 6', 'Rating is more than 6'],
    ['status != "done"', 'Status is not “done”'],
    ['due <= today()', 'Due is at most today'],
    ['file.name != this.file.name', 'Name is not the name of the note it is shown in'],
    ['price > 2.10 + tax', null],
    ['file.name.contains("a" + "b")', null],
    ['a.contains("x").not()', null],
    ['"x"', null],
  ])('%s', (filter, said) => expect(words(filter)).toBe(said));
});

describeShared('bases of a real vault', () => {
  const folder = sharedPath('vaults/kepano-obsidian/Templates/Bases');
  const names = readdirSync(folder).filter((name) => name.endsWith('.base'));

  test('are all read', () => {
    expect(names).toHaveLength(30);
    const site = memorySite(Object.fromEntries(names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')])));
    expect(site.diagnostics).toEqual([]);
    for (const { kind, url } of site.plan) if (kind === 'base') expect(viewOf(site, url).views.length).toBeGreaterThan(0);
  });
});
