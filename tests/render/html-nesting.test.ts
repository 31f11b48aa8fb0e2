import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw } from '../support/draw.ts';
import { documentOf, faultsOfHtml } from '../support/html-valid.ts';

const drawn = (text: string) => draw({ notes: { 'Note.md': text }, assets: ['p.png'] }).trim();

describe('raw HTML is put where HTML allows it', () => {
  test.each([
    ['<div><b><p>a</p></b></div>', '<div><b><span class="block">a</span></b></div>'],
    ['<h4>a</h4>', '<h2>a</h2>'],
    ['<h2 id="x"></h2>', '<span id="n-x"></span>'],
    ['<div><a href="https://e.org/"> </a>a</div>', '<div>a</div>'],
    ['a <a href="https://e.org/"></a> b', '<p>a  b</p>'],
    ['<ul>a<li>b</li><ul><li>c</li></ul></ul>', '<ul><li>a</li><li>b</li><li><ul><li>c</li></ul></li></ul>'],
    ['<dl>a<dt>b</dt></dl>', '<dl><dd>a</dd><dt>b</dt></dl>'],
    ['<table>a<tr>b<td>c</td></tr></table>', '<table><tbody><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>'],
    [
      '<table><tfoot><tr><td>a</td></tr></tfoot><thead><tr><th>b</th></tr></thead></table>',
      '<table><tbody><tr><td>a</td></tr></tbody><tbody><tr><th>b</th></tr></tbody></table>',
    ],
    ['<table><colgroup><col><tr><td>a</table>', '<table><colgroup><col></colgroup><tbody><tr><td>a</td></tr></tbody></table>'],
    ['<details>a</details>', '<details><summary>Details</summary>a</details>'],
    ['<details>\n\n<summary>S</summary>\n\na\n\n</details>', '<details>\n<summary>S</summary>\n<p>a</p>\n</details>'],
    ['<details>\n\n*a*\n\n</details>', '<details>\n<summary>Details</summary><p><em>a</em></p>\n</details>'],
    ['<ruby>a<rp>(</rp><rt>b</rt></ruby> <rt>c</rt>', '<p><ruby>a<rp>(</rp><rt>b</rt></ruby> c</p>'],
    ['<dfn>a <dfn>b</dfn></dfn>', '<p><dfn>a b</dfn></p>'],
  ])('%s', (text, html) => expect(drawn(text)).toBe(html));
});

const NAMES = (
  'a b code del dfn em ins q rp rt ruby s span sub time tt address article blockquote caption center colgroup dd details div dl dt figcaption figure footer ' +
  'h1 h2 h3 h4 h6 header li ol p pre section summary table tbody td tfoot th thead tr ul'
).split(' ');

/** Raw HTML of any nesting, some of it with Markdown between. */
const nested = fc.letrec<{ readonly piece: string }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 5, depthSize: 'large' },
    fc.constantFrom('x', ' ', '<br>', '<hr>', '<col>', '<img src="p.png" alt="P">', '\n\n*md*\n\n', '\n\n- item\n\n', '\n\n### H\n\n'),
    fc.tuple(fc.constantFrom(...NAMES), fc.array(tie('piece'), { maxLength: 3 })).map(([name, inner]) => {
      const attributes = name === 'a' ? ' href="https://e.org/"' : '';
      return `<${name}${attributes}>${inner.join('')}</${name}>`;
    }),
  ),
})).piece;

test('whatever raw HTML is nested, the page is valid', async () => {
  await fc.assert(
    fc.asyncProperty(nested, fc.constantFrom('<div>\n', 'x ', ''), async (html, before) => {
      expect(await faultsOfHtml(documentOf(drawn(before + html)))).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);
