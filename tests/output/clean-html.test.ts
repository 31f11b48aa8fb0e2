import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { cleanHtml } from '../../src/output/clean-html.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

const body = (text: string): string => /<body[^>]*>([\s\S]*)<\/body><\/html>\n$/u.exec(cleanHtml(text) ?? '')?.[1] ?? '';

test('the policy stands first in the head, whatever the page says', () => {
  for (const text of [
    '',
    'x',
    '<html><head><meta http-equiv="refresh" content="0;url=//e.org"><base href="//e.org">',
    '<body></head><meta charset=x>',
  ]) {
    expect(cleanHtml(text)).toMatch(
      /^<!doctype html>\n<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; [^"]+"><meta name="viewport"/u,
    );
    expect(cleanHtml(text)?.match(/<meta/gu)).toHaveLength(4);
    expect(cleanHtml(text)).not.toMatch(/<base|refresh/u);
  }
});

describe('what stays', () => {
  test.each([
    '<h1 id="a" class="b" lang="de" title="c">A</h1><p>b <b>c</b><br>d</p>',
    '<table border="1"><caption>C</caption><tbody><tr><td colspan="2" align="right" bgcolor="#fff">x</td></tr></tbody></table>',
    '<ol start="3" type="a"><li value="4">x</li></ol><details open=""><summary>s</summary>x</details>',
    '<p style="color:red;margin:0">x</p><pre>\n\na  b</pre>',
    '<a href="https://e.org/?a=b&amp;c" rel="noreferrer noopener">x</a><a href="#a" rel="noreferrer noopener">y</a>',
    '<img src="data:image/png;base64,AAAA" alt="x" width="3">',
    '<svg viewBox="0 0 9 9"><path d="M0 0"></path><linearGradient id="g"></linearGradient></svg>',
    '<math display="block"><mfrac><mi>a</mi><mn>2</mn></mfrac></math>',
    'a &lt;b&gt; &amp; "c"'.replaceAll('"', '&quot;'),
  ])('%s', (text) => expect(body(text)).toBe(text));

  test('styles, with what they hold themselves, and the signs that escapes spell', () =>
    expect(cleanHtml('<style>li::marker{content:"\\2192 "}a{background:url(data:image/png;base64,AA==)}p > b{}</style>')).toContain(
      '<style>li::marker{content:"→"}a{background:url(data:image/png;base64,AA==)}p > b{}</style>',
    ));
  test('what stands for scripts that do not run', () =>
    expect(body('<noscript><p>read <b>this</b></p></noscript>')).toBe('<p>read <b>this</b></p>'));
  test('the words of a picture that is a file', () =>
    expect(body('a <img src="b.png" alt="A &quot;b&quot;"> c')).toBe('a A &quot;b&quot; c'));
});

describe('what goes', () => {
  test.each([
    '<script>alert(1)</script>',
    '<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)"><set attributeName="href" to="javascript:alert(1)"/></a></svg>',
    '<svg><foreignObject><iframe src="alert"></iframe></foreignObject><style>&lt;/style&gt;&lt;script&gt;x(1)</style></svg>',
    '<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>',
    '<p onclick="alert(1)" ONMOUSEOVER=alert(1) style="background:url(//e.org/alert)">',
    '<a href="javascript:alert(1)" ping="//e.org/alert" target="alert">x</a><a href=" java&#10;script:alert(1)">y</a>',
    '<a href="alert.html">relative</a><area href="data:text/html,alert">',
    '<iframe src="alert" srcdoc="alert"></iframe><object data="alert"></object><embed src="alert"><applet code="alert">',
    '<form action="alert"><input value="alert"><button formaction="alert">x</button><textarea>alert</textarea></form>',
    '<video src="alert" poster="alert"></video><audio src="alert"></audio><img srcset="alert 2x" src="//e.org/alert">',
    '<link rel="stylesheet" href="alert"><link rel="prefetch" href="alert"><style>@import "alert";a{b:url(alert)}</style>',
    '<template><img src=x onerror=alert(1)></template><noembed><img src=x onerror=alert(1)></noembed><xmp>alert</xmp>',
    '<body onload="alert(1)" background="alert"><frameset onload="alert(1)"><frame src="alert"></frameset>',
    '<!-- alert --><!doctype html SYSTEM "alert"><?php alert ?>',
    '<svg><image href="alert.png"/><use href="alert.svg#x"/></svg>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>'.replaceAll('alert', 'aIert'),
  ])('%s', (text) => expect(cleanHtml(text)).not.toMatch(/alert|<script|javascript/iu));
});

test('very many elements, or very deep ones, are refused at once', () => {
  expect(cleanHtml('<b id=1><i><u>'.repeat(2000))).toBeNull();
  expect(cleanHtml(`${Array.from({ length: 3000 }, (_, i) => `<b a${i}>`).join('')}${'<p>'.repeat(3000)}`)).toBeNull();
  expect(cleanHtml('<div>'.repeat(800))).not.toBeNull();
  expect(cleanHtml('<p>x</p>'.repeat(100_000))?.length).toBeGreaterThan(800_000);
});

type Node = DefaultTreeAdapterTypes.Node;

/** What a browser would find in a cleaned page that must not be there. */
function faults(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) {
      const { tagName, attrs } = node;
      if (
        /^(?:script|iframe|frame|object|embed|form|input|link|base|template|audio|video|source|annotation-xml|foreignobject|handler)$/iu.test(
          tagName,
        )
      )
        found.push(tagName);
      if (tagName === 'meta' && attrs.some(({ name, value }) => name === 'http-equiv' && value !== 'Content-Security-Policy'))
        found.push('meta');
      for (const { name, value } of attrs) {
        if (/^(?:on|srcdoc|srcset|action|formaction|ping|background|poster|data$)/iu.test(name)) found.push(`${tagName} ${name}`);
        if (name === 'src' && !/^data:image\//iu.test(value)) found.push(`src ${value}`);
        if (name === 'href' && !/^(?:#|https?:\/\/|mailto:|tel:|data:image\/(?!svg))/iu.test(value)) found.push(`href ${value}`);
      }
    }
    if (node.nodeName === '#comment') found.push('comment');
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(cleanHtml(text) ?? ''));
  return found;
}

describeShared('hostile vectors in a page', () => {
  test.each(['dompurify', 'h5sc', 'owasp', 'markdown-obsidian', 'payloadbox-sample'])('%s', (name) => {
    const rows: readonly { readonly id: string; readonly vector: string }[] = JSON.parse(
      readFileSync(sharedPath(`security/xss-${name}.json`), 'utf8'),
    );
    expect(rows.flatMap(({ id, vector }) => faults(vector).map((fault) => `${id}: ${fault}`))).toEqual([]);
    expect(
      rows.flatMap(({ id, vector }) =>
        faults(`<svg><style>${vector}</style></svg><math><mtext>${vector}`).map((fault) => `${id}: ${fault}`),
      ),
    ).toEqual([]);
  });
});

test('any pieces of markup make a page without a fault', () => {
  const pieces = [
    '<svg>',
    '</svg>',
    '<math>',
    '</math>',
    '<mtext>',
    '<mglyph>',
    '<style>',
    '</style>',
    '<script>',
    '</script>',
    '<p>',
    '<table>',
    '<td>',
    '<title>',
    '</title>',
    '<noscript>',
    '</noscript>',
    '<form>',
    '</form>',
    '<a href="javascript:x">',
    '<img src=x onerror=y>',
    '<foreignObject>',
    '<desc>',
    '<template>',
    '<select>',
    '<option>',
    '<textarea>',
    '<frameset>',
    '<body onload=x>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '"',
    "'",
    '>',
    '&lt;',
    '&lt;script>',
    'x',
    '<annotation-xml encoding="text/html">',
    '<br>',
    '</p>',
    '<plaintext>',
    '<pre>',
    '\n',
    '\u0000',
    '<b>',
    '<i>',
    '</b>',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (parts) => {
      expect(faults(parts.join(''))).toEqual([]);
    }),
    { numRuns: 600 },
  );
});
