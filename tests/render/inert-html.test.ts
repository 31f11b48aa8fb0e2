import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { inertHtml } from '../../src/render/inert-html.ts';

/** Elements and attributes that have an effect, as a browser reads the HTML. */
function namesIn(html: string): readonly string[] {
  const found: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      if (/^(?:script|iframe|style|form)$/u.test(node.tagName)) found.push(node.tagName);
      for (const { name } of node.attrs) if (/^(?:on|style|href)/u.test(name)) found.push(name);
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parseFragment(html));
  return found;
}

describe('what an MDX program has drawn', () => {
  test.each([
    ['<p onclick="a()" class="x">s</p>', '<p class="x">s</p>'],
    ['<p ONCLICK=a() STYLE="color:red">s</p>', '<p>s</p>'],
    ['<a href="javascript:alert(1)">l</a>', '<a>l</a>'],
    ['<a href=" java\tscript:alert(1)" title="a&quot;b">l</a>', '<a title="a&quot;b">l</a>'],
    ['a<script>b</script>c', 'ac'],
    ['a<style>b</style>c<link rel="x">d<base href="/">e', 'acde'],
    ['<object><p>a</p><object>b</object></object>c', 'c'],
    ['<form action="/x"><p>a</p></form>', '<p>a</p>'],
    ['<img src="x" onerror="a()">', '<img src="x">'],
    ['<iframe srcdoc="x"></iframe><iframe src="//a.b"></iframe>', ''],
    ['a<script>b', 'a'],
  ])('%s', (html, inert) => {
    expect(inertHtml(html)).toBe(inert);
  });

  test.each([
    '<p>a &lt;script&gt; &amp; “b”<br>c</p>',
    '<iframe src="../files/a.pdf" title="A"></iframe>',
    '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><a href="../a.html#b">c</a>',
    '<td data-age=2026-01-01>a<td>b',
  ])('%s stays as it is', (html) => {
    expect(inertHtml(html)).toBe(html);
  });

  test('holds nothing that runs, as a browser reads it', () => {
    const piece = fc.constantFrom(
      '<script>',
      '</script>',
      '<p onclick=x>',
      '<b style="x">',
      '<a href="javascript:x">',
      '<form>',
      '</p>',
      '"',
      '<',
      'text',
      '<iframe>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const inert = inertHtml(pieces.join(''));
        expect(namesIn(inert)).toEqual([]);
      }),
    );
  });
});
