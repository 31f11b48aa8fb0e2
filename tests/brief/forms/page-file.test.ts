import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { type BriefBook, FIRST_FILE } from '../../../src/brief/forms/book.ts';
import { MOST_SECTIONS, pageFileFrom } from '../../../src/brief/forms/page-file.ts';
import { htmlFrom, treesFrom } from '../../../src/brief/forms/trees.ts';
import { blocksIn, jsonBlock } from '../../../src/client/reader/blocks.ts';
import { type BookIndex, fileMark, INDEX_BLOCK, SEARCH_BLOCK, type Tree, withFile } from '../../../src/client/reader/book-format.ts';

const SCRIPTS = { early: 'early()', reader: 'read()' };

function bookOf(pages: number): BriefBook {
  return {
    title: 'A & B <i>',
    lang: 'en-GB',
    asOf: '2026-03-18',
    icon: 'data:,',
    style: 'p{color:red}',
    head: [['header', { class: 'top' }, ['Head']]],
    foot: [],
    pages: Array.from({ length: pages }, (_, at) => ({
      key: `notes/n${at}`,
      title: `N ${at}`,
      body: '',
      nav: '',
      json: JSON.stringify([
        'section',
        { id: `notes/n${at}`, 'data-page': '' },
        [`Text ${at} </script> ${'x'.repeat(900)}`, ['img', { src: fileMark(FIRST_FILE, 'image/png') }, []]],
      ]),
    })),
    records: [{ key: 'notes/n0', title: 'N 0', kind: 'note', accounts: [], date: null, names: '', parts: [] }],
    files: [Uint8Array.of(1, 2, 3)],
  };
}

/** The blocks of a file, read as a browser reads them. */
function blocksOf(html: string) {
  const text = (id: string): string => new RegExp(`id="${id}">([^<]*)</script>`, 'u').exec(html)?.[1] ?? '';
  return blocksIn({ getElementById: (id: string) => ({ textContent: text(id) }) } as unknown as Document);
}

describe('a brief in one file', () => {
  test('has its pages as sections while they are few', () => {
    const html = pageFileFrom(bookOf(MOST_SECTIONS), SCRIPTS);
    expect(html.match(/<section id="notes\/n\d+" data-page>/gu)).toHaveLength(MOST_SECTIONS);
    expect(html).toContain('Text 7 &lt;/script&gt;');
    expect(html).toContain('<img src="data:image/png;base64,AQID">');
    expect(html).toContain('<title>A &amp; B &lt;i&gt;</title>');
    expect(jsonBlock(blocksOf(html), SEARCH_BLOCK)).toEqual(bookOf(1).records);
  });

  test('has them as data when they are many, each of them, its files once', () => {
    const book = bookOf(MOST_SECTIONS + 1);
    const html = pageFileFrom(book, SCRIPTS);
    const blocks = blocksOf(html);
    const index = jsonBlock<BookIndex>(blocks, INDEX_BLOCK);
    expect(html).not.toContain('data-page');
    expect(html).toContain(`This brief has ${MOST_SECTIONS + 1} pages`);
    expect(index).toMatchObject({ title: 'A & B <i>', lang: 'en-GB', asOf: '2026-03-18', style: '', head: book.head });
    const read = index.pages.map(({ block, place }) => JSON.stringify(jsonBlock<readonly Tree[]>(blocks, block)[place]));
    expect(read).toEqual(book.pages.map(({ json }) => json));
    expect(new Set(index.pages.map(({ block }) => block)).size).toBeGreaterThan(1);
    expect(withFile(fileMark(FIRST_FILE, 'image/png'), blocks.base64)).toBe('data:image/png;base64,AQID');
    expect(html.match(/AQID/gu)).toHaveLength(1);
  });

  test('is the same text for the same brief', () => {
    expect(pageFileFrom(bookOf(900), SCRIPTS)).toBe(pageFileFrom(bookOf(900), SCRIPTS));
  });
});

describe('markup as data', () => {
  test.each([
    '<p class="a">x &amp; y&nbsp;z<br>w</p>',
    '<pre>\n\nline</pre>',
    '<svg viewBox="0 0 1 1"><foreignObject><p>a</p></foreignObject><linearGradient id="g"/><use href="#i-a"/></svg>',
    '<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>',
    '<table><tbody><tr><td colspan="2">1</td></tr></tbody></table>',
    '<input type="radio" checked><details open><summary>s</summary>d</details>',
    '<a href="?a=1&amp;b=&quot;2&quot;" title="&lt;b&gt;">l</a>',
  ])('%s comes out as browsers read it', (html) => {
    const strip = (text: string): unknown =>
      JSON.parse(JSON.stringify(parse(text), (key, value) => (key === 'parentNode' || key === 'namespaceURI' ? undefined : value)));
    expect(strip(htmlFrom(treesFrom(html), () => ''))).toEqual(strip(html));
  });

  test.each(['<script>alert(1)</script>', '<style>p{}</style>', '<base href="//e.org">', '<object data="x"></object>', '<!-- secret -->'])(
    '%s is left out',
    (html) => {
      expect(htmlFrom(treesFrom(`<p>a</p>${html}<p>b</p>`), () => '')).toBe('<p>a</p><p>b</p>');
    },
  );
});
