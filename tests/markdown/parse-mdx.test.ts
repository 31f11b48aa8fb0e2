import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMdx } from '../../src/markdown/parse-mdx.ts';

function documentOf(body: string) {
  const parsed = parseMdx(body, 1);
  if (parsed.kind !== 'mdx') throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

describe('what is no MDX', () => {
  test.each([
    ['Text\n\n<Foo', 3, /valid JSX/u],
    ['Text\n\n{1 +}', 3, /expression/u],
    ['Text\n<!-- no -->', 2, /comment/u],
    ['<A>\n\ntext\n\n</B>', 5, /closing tag/u],
    ['export const = 3', 1, /esm/u],
    ['a {b } c {', 1, /expression|brace|unexpected/iu],
  ])('%j: the line and the reason', (body, line, message) => {
    expect(parseMdx(body, 1)).toMatchObject({
      kind: 'broken',
      problems: [{ code: 'mdx-syntax', line, message: expect.stringMatching(message) }],
    });
    // Lines of the frontmatter count.
    expect(parseMdx(body, 5)).toMatchObject({ problems: [{ line: line + 4 }] });
  });

  test.each(['import fs from "fs"', 'import "./a.css"', 'export { a } from "./a.js"', 'export * from "a"'])('%s is refused', (line) => {
    expect(parseMdx(`Text\n\n${line}\n\n{1}`, 1)).toMatchObject({ kind: 'broken', problems: [{ code: 'mdx-import', line: 3 }] });
  });
});

describe('an import while the page runs', () => {
  test.each([
    ['export const x = await import("node:fs")', 3],
    ['export const x = (await\n  import(`node:fs`)).default', 4],
    ['a {await import("a")} b', 3],
    ['<b title={import("a")}>b</b>', 3],
    [`{\`a \${import("b")} c\`}`, 3],
    [`<p>Don't {\`\${1}\`} {import('a')}</p>`, 3],
    ['export const all = import.meta.glob("../*.md")', 3],
  ])('%j is refused', (source, line) => {
    expect(parseMdx(`Text\n\n${source}\n`, 1)).toMatchObject({ kind: 'broken', problems: [{ code: 'mdx-import', line }] });
  });

  test.each([
    'We import (a lot) of it.',
    `{"import(a)"} and {\`import(b) \${1} import(c)\`}`,
    "{/* import('a') */}",
    '<b title="import(a)">import(b)</b>',
    '{[1].map((n) => <b>import(n)</b>)}',
    'export const important = (x) => x;\n\n{important(1)}',
  ])('%j is none', (source) => {
    expect(parseMdx(source, 1).kind).toBe('mdx');
  });
});

describe('the prose', () => {
  test('keeps its lines and columns; tags and expressions are blank', () => {
    const body = 'export const n = 2\n\nSee <b>the [[Note]]</b>: {n}.\n\n<Foo\n  a="1"\n/>\n\nEnd';
    expect(documentOf(body).prose.replace(/ +$/gmu, '')).toBe('\n\nSee    the [[Note]]    :    .\n\n\n\n\n\nEnd');
  });

  test('within tags loses what it is indented by, which would make it code', () => {
    expect(documentOf('<div>\n      text\n\n      - a\n        - b\n</div>').prose.split('\n').slice(1, 5)).toEqual([
      'text',
      '',
      '- a',
      '  - b',
    ]);
  });

  test('in quotes keeps their marks, over all lines of a tag', () => {
    const { prose, marked } = documentOf('> a\n>\n> <Foo\n>   b="c"\n> />\n> d');
    expect(prose.split('\n').map((line) => line.slice(0, 2))).toEqual(['> ', '>', '> ', '> ', '> ', '> ']);
    expect(marked).toContain('> d');
  });

  test('an embed whose note is written out is an embed of Markdown', () => {
    expect(documentOf('<Embed note="Plan#Steps" />').prose).toBe('![[Plan#Steps]]');
    expect(documentOf('<Embed note={name} />').prose.trim()).toBe('');
    expect(documentOf('export const Embed = () => 1\n\n<Embed note="Plan" />').prose).not.toContain('[[');
  });

  test('has as many lines as the body, whatever stands in it', () => {
    const piece = fc.constantFrom(
      'Text with [[Link]] and {1 + 1}.',
      '<Accounts />',
      '<Actions\n  owner="A"\n/>',
      '> [!note] T\n> <b>x</b> {2}',
      '- a\n- <i>b</i>\n  more {3}',
      '| a | b |\n|---|---|\n| {1} | <br/> |',
      '<div>\n\n    # Head\n\n    text\n\n</div>',
      '```js\nif (a < b) { c }\n```',
      '{/* a\ncomment */}',
      '# Head {4}',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const body = pieces.join('\n\n');
        const { prose, marked } = documentOf(body);
        const lines = body.split('\n').length;
        expect([prose.split('\n').length, marked.split('\n').length]).toEqual([lines, lines]);
      }),
    );
  });
});

test('components and elements are told with their lines and what is written out of their attributes', () => {
  const { uses, names } = documentOf(
    "export const Box = () => null\n\n<Timeline account='A' limit={5} since={day} open {...more}/>\n\na <Box/>",
  );
  expect(uses).toEqual([
    {
      name: 'Timeline',
      line: 3,
      attributes: [
        { name: 'account', value: 'A' },
        { name: 'limit', value: 5 },
        { name: 'since', value: null },
        { name: 'open', value: true },
      ],
      complete: false,
    },
    { name: 'Box', line: 5, attributes: [], complete: true },
  ]);
  expect([...names]).toEqual(['Box']);
});
