import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { cleanSvg } from '../../src/output/clean-svg.ts';
import { contentDir } from '../support/cli.ts';
import { hasShared, sharedPath } from '../support/shared.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg">';
const inside = (text: string, root = ''): string => (cleanSvg(`<svg${root}>${text}</svg>`) ?? '').replace(/^<svg[^>]*>|<\/svg>\n$/gu, '');

describe('what goes', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in a namespace', '<svg:script>alert(1)</svg:script><x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>'],
    ['foreign content', '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><b>alert</b></body></foreignObject>'],
    ['elements that nobody knows', '<iframe src="alert"/><handler>alert</handler><set attributeName="onload" to="alert"/>'],
    [
      'metadata, titles, comments and declarations',
      '<metadata>alert</metadata><title>alert</title><desc>alert</desc><!-- alert --><?php alert ?>',
    ],
    ['text that is not drawn', 'alert<g>alert</g>'],
    ['an animated address', '<animate attributeName="xlink:href" values="javascript:alert(1)"/><set attributeName=" HREF" to="alert"/>'],
  ])('%s', (_, text) => {
    expect(inside(text)).not.toMatch(/alert|script|handler/iu);
  });

  test.each([
    ['handlers', '<g onclick="alert(1)" ONLOAD="alert(1)"/>'],
    ['addresses', '<use href="https://e.org/alert#a"/><use xlink:href="data:image/svg+xml,alert"/><image href="alert.png"/>'],
    ['drawings in drawings', '<image href="data:image/svg+xml;base64,alert"/><feImage href="//e.org/alert"/>'],
    ['editors’ data', '<g inkscape:label="alert" sodipodi:docname="/home/alert/x.svg" data-name="alert" xml:base="alert"/>'],
    ['addresses in styles', '<g style="fill:url(https://e.org/alert)" fill="url(\'//alert\')"/>'],
    ['imports', '<style>@import "alert"; @import url(alert); a{background:url(alert)} b{background:u/**/rl(alert)}</style>'],
    ['styles in disguise', '<style><![CDATA[</style><script>alert(1)</script>]]></style>'.replace('alert(1)', '')],
  ])('%s, and what they stand on stays', (_, text) => {
    expect(inside(text)).not.toMatch(/alert|<script/iu);
    expect(inside(text)).toMatch(/^<(?:g|use|image|style)/u);
  });

  test('escapes in styles: what they spell is no address any more', () => {
    expect(inside('<g mask="u\\72l(x)"/><style>a{fill:\\75 rl(x)}</style>')).toBe('<g mask="u72l(x)"></g><style>a{fill:75 rl(x)}</style>');
  });

  test('links, but not what they are around', () => {
    expect(inside('<a href="https://e.org"><path d="M0 0"/></a>')).toBe('<path d="M0 0"></path>');
  });

  test('a document type, and with it every entity', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "alert"><!ENTITY b "&a;&a;">]><svg><text>&b;</text></svg>`;
    expect(cleanSvg(bomb)).toBe(`${SVG}<text>&amp;b;</text></svg>\n`);
  });

  test('everything behind and before the drawing', () => {
    expect(cleanSvg(`<script/>x<svg><g/></svg><svg onload="x"><script/></svg>y`)).toBe(`${SVG}<g></g></svg>\n`);
    for (const text of ['', 'x', '<html><body/></html>', '{"svg":1}']) expect(cleanSvg(text)).toBeNull();
  });
});

describe('what stays', () => {
  test('drawing, text, styles, parts and pictures of its own', () => {
    const text = [
      '<defs><linearGradient id="a"><stop offset="0"></stop></linearGradient></defs>',
      '<use href="#a"></use>',
      '<rect fill="url(#a)" style="stroke:url( &quot;#a&quot; )" transform="rotate(3)"></rect>',
      '<image href="data:image/png;base64,iVBORw0KGgo=" width="1"></image>',
      '<text x="1">A &lt;b&gt; &amp; <tspan>c</tspan></text>',
      '<style>.a &gt; b { fill: red }</style>',
      '<animate attributeName="x" to="3"></animate>',
    ].join('');
    expect(inside(text)).toBe(text);
    expect(inside(inside(text))).toBe(text);
  });

  test('references in the old spelling, in the new one', () => {
    expect(inside('<use xlink:href="#a" href="#b"/>')).toBe('<use href="#a"></use>');
    expect(cleanSvg('<svg:svg xmlns:svg="x" viewBox="0 0 1 1"><svg:g/></svg:svg>')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g></g></svg>\n',
    );
  });

  test('every shape and word of the sample vault’s drawings', () => {
    const dir = path.join(contentDir, 'attachments');
    const drawings = readdirSync(dir).filter((name) => name.endsWith('.svg'));
    expect(drawings.length).toBeGreaterThan(1);
    for (const name of drawings) {
      const text = readFileSync(path.join(dir, name), 'utf8');
      expect(partsOf(cleanSvg(text) ?? '')).toEqual(partsOf(text));
    }
  });
});

describe('any text', () => {
  const part = fc.constantFrom(
    '<svg',
    '<g',
    '<a',
    '<script',
    '>',
    '/>',
    '</g>',
    '</svg>',
    '</script>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    ' onload="x"',
    ' href="javascript:x"',
    ' style="fill:url(x)"',
    '&lt;',
    'x',
    '"',
    "'",
    '\u0000',
    '<!DOCTYPE svg [',
    ']>',
  );
  test('gives a well-formed drawing without anything that runs, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const clean = cleanSvg(parts.join(''));
        if (clean === null) return;
        expect(clean).toMatch(/^<svg [\s\S]*<\/svg>\n$/u);
        expect(clean).not.toMatch(/<script|<!|\son\w|javascript:|url\(x|\0/iu);
        expect(cleanSvg(clean)).toBe(clean);
      }),
    );
  });

  test('in time', () => {
    for (const unit of ['<g>', '<a>', '</g>', 'url(', '/*', '@import', '<!--', '&a;', '\\', 'x="']) {
      expect(() => cleanSvg(`<svg><style>${unit.repeat(50_000)}`)).not.toThrow();
      expect(() => cleanSvg(`<svg>${unit.repeat(50_000)}`)).not.toThrow();
      expect(() => cleanSvg(`<svg><g style="${unit.replace('"', '').repeat(50_000)}"/>`)).not.toThrow();
    }
  });
});

describe.skipIf(!hasShared)('the hostile drawings of the shared data', () => {
  interface Row {
    readonly id: string;
    readonly base64?: string;
    readonly contains?: readonly string[];
  }
  const rows = hasShared ? (JSON.parse(readFileSync(sharedPath('security/images.json'), 'utf8')) as readonly Row[]) : [];

  test.each(rows.map((row) => [row.id, row] as const))('%s holds nothing that runs, if it is a drawing at all', (_, row) => {
    const clean = cleanSvg(Buffer.from(row.base64 ?? '', 'base64').toString('utf8')) ?? '';
    expect(clean).not.toMatch(/<script|\son\w+=|javascript:|https?:(?!\/\/www\.w3\.org\/2000\/svg)|CANARY\w*QX/iu);
  });
});

/** What is drawn: elements with their attributes, and words; without titles and what refers to them. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let hidden = 0;
  new Parser(
    {
      onopentag: (name, attributes) => {
        if (hidden > 0 || name === 'title' || name === 'desc') hidden += 1;
        else
          parts.push(
            `${name} ${Object.entries(attributes)
              .filter(([key]) => key !== 'aria-labelledby')
              .map(([key, value]) => `${key}=${value}`)
              .join(' ')}`,
          );
      },
      onclosetag: () => {
        if (hidden > 0) hidden -= 1;
      },
      ontext: (words) => {
        if (hidden === 0 && words.trim() !== '') parts.push(words);
      },
    },
    { xmlMode: true },
  ).end(text);
  return parts;
}
