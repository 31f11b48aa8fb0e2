import { describe, expect, test } from 'vitest';
import { spriteFrom } from '../../src/components/icons.ts';
import { auditHtml } from '../support/audit-html.ts';
import { draw } from '../support/draw.ts';

const TYPES: Readonly<Record<string, string>> = {
  note: '',
  abstract: 'summary tldr',
  info: '',
  todo: '',
  tip: 'hint important',
  success: 'check done',
  question: 'help faq',
  warning: 'caution attention',
  failure: 'fail missing',
  danger: 'error',
  bug: '',
  example: '',
  quote: 'cite',
};
const shown = (text: string): string => {
  const html = draw(text);
  expect(auditHtml(html)).toEqual([]);
  return html;
};
const glyphOf = (html: string): string => /#i-([a-z]+)/u.exec(html)?.[1] ?? '';

describe('callouts', () => {
  test('every type has a glyph of its own, which the sprite draws', () => {
    const glyphs = Object.keys(TYPES).map((type) => glyphOf(shown(`> [!${type}]`)));
    expect(new Set(glyphs).size).toBe(13);
    for (const glyph of glyphs) expect(spriteFrom((name) => name === glyph, false)).toContain(`id="i-${glyph}"`);
  });
  test.each(Object.entries(TYPES))('%s and its other names', (type, names) => {
    for (const name of [type, type.toUpperCase(), ...names.split(' ').filter((word) => word !== '')]) {
      const html = shown(`> [!${name}]`);
      expect(html).toContain(`<div class="callout ${type}" data-callout="${name.toLowerCase()}">`);
      expect(glyphOf(html)).toBe(glyphOf(shown(`> [!${type}]`)));
    }
  });
  test('a title that does not say its type has the word behind it', () => {
    expect(shown('> [!warning] Mind\n> text')).toBe(
      '<div class="callout warning" data-callout="warning"><p class="title"><svg class="i" aria-hidden="true"><use href="#i-warn"/></svg><span>Mind <span class="kind">Warning</span></span></p>\n<p>text</p>\n</div>\n',
    );
    for (const title of ['', ' Warning', ' A warning: mind', ' WARNING!'])
      expect(shown(`> [!warning]${title}`)).not.toContain('class="kind"');
    expect(shown('> [!note] Notebook')).toContain('<span class="kind">Note</span>');
  });
  test('titles have form', () =>
    expect(shown('> [!tip] **a** `b` [[c]] #d $e$')).toMatch(/<strong>a<\/strong> <code>b<\/code> .*c.* <span class="tag">d<\/span>/u));
  test('a type nobody knows keeps its name and looks like a note', () => {
    const html = shown('> [!My own+Stuff|right]+ T');
    expect(html).toContain('<details class="callout note" data-callout="my-own+stuff" open>');
    expect(html).toContain('<span class="kind">My own+stuff</span>');
    expect(shown('> [!a"b<c] t')).toContain('data-callout="a&quot;b&lt;c"');
  });
  test('folded ones are details', () => {
    expect(shown('> [!faq]- Why\n> x')).toMatch(/^<details class="callout question" data-callout="faq"><summary>/u);
    expect(shown('> [!faq]+ Why\n> x')).toMatch(/^<details class="callout question" data-callout="faq" open>/u);
  });
  test('nest, written either way', () => {
    for (const text of ['> [!note] A\n> > [!bug]- B\n> > > [!tip] C\n> > > x', '> [!note] A\n>> [!bug]- B\n>>> [!tip] C\n>>> x']) {
      expect(shown(text)).toMatch(
        /<div class="callout note"[\s\S]*<details class="callout bug"[\s\S]*<div class="callout tip"[\s\S]*<p>x<\/p>/u,
      );
    }
  });
});

describe('queries', () => {
  test.each([
    ['query', 'Search'],
    ['dataview', 'Dataview query'],
    ['dataviewjs', 'Dataview script'],
  ])('%s is a labelled box with its source within reach', (lang, name) => {
    const html = shown(`\`\`\`${lang}\n<x>\n\`\`\``);
    expect(html).toContain(`<b>${name}</b> <span>In Obsidian: `);
    expect(html).toContain('<details><summary>Source</summary><pre tabindex="0"><code>&lt;x&gt;\n</code></pre></details>');
  });
  test('a Tasks query reads as what it is, a program does not', () => {
    expect(shown('```tasks\n# all\nnot done\ndue before <today>\n```')).toContain(
      '<ul class="query-lines"><li>not done</li><li>due before &lt;today&gt;</li></ul>',
    );
    expect(shown('```tasks\ngroup by function task.due\n```')).toContain('<summary>Source</summary>');
  });
  test('a Dataview query says what it lists', () =>
    expect(shown('```dataview\nTABLE a FROM "x"\n```')).toContain('a table of notes from <code>&quot;x&quot;</code>'));
  test('one in a line is marked', () => {
    expect(shown('`= this.a` `$= dv.x` `=` `a = b`')).toMatch(
      /^<p><code class="asks" title="[^"]+">= this\.a<\/code><span class="vh">.*<\/span> <code class="asks" [^>]+>\$= dv\.x<\/code>.* <code>=<\/code> <code>a = b<\/code><\/p>/u,
    );
  });
});

describe('fields in a line', () => {
  const field = (key: string, value: string): string => `<span class="inline-field"><span class="name">${key}</span> ${value}</span>`;
  test.each([
    ['a [status:: open] b', `a ${field('status', 'open')} b`],
    ['a (due-by:: **now**) b', `a ${field('due by', '<strong>now</strong>')} b`],
    ['[a:: 1] [b:: [2]]', `${field('a', '1')} ${field('b', '[2]')}`],
    ['key:: value with *form*', field('key', 'value with <em>form</em>')],
    ['**Next step**:: go', field('Next step', 'go')],
    ['a:: 1\nb:: 2', `${field('a', '1')}<br>\n${field('b', '2')}`],
    ['std::vector and a::b', 'std::vector and a::b'],
    ['`[a:: b]` [a: b] (c::', '<code>[a:: b]</code> [a: b] (c::'],
    ['see [a:: b', 'see [a:: b'],
  ])('%s', (text, html) => expect(shown(text)).toBe(`<p>${html}</p>\n`));
  test('many brackets that never close take no time', () => expect(shown('[a:: '.repeat(20_000)).length).toBeGreaterThan(90_000));
});
