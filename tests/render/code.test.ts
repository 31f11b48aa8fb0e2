import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colourCost, colouredHtml } from '../../src/render/code-colours.ts';
import { codeInfoFrom } from '../../src/render/code-info.ts';
import { languageNamed } from '../../src/render/code-languages.ts';
import { drawNote } from '../../src/render/draw.ts';
import { escapeHtml } from '../../src/render/escape.ts';
import { auditHtml } from '../support/audit-html.ts';
import { fakeContext, fakeGraph } from '../support/fake-graph.ts';

function draw(markdown: string): string {
  const files = { notes: { 'Note.md': markdown } };
  const { note, treeOf } = fakeGraph(files);
  const context = fakeContext(files, 'Note.md');
  return drawNote(context, note('Note.md'), treeOf(context.from));
}

/** Text of HTML that holds nothing but spans. */
function textOf(html: string): string {
  return html
    .replace(/<\/?span[^>]*>/gu, '')
    .replace(
      /&(lt|gt|quot|#x27|#39|amp);/gu,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'", amp: '&' })[name] ?? '',
    );
}

const names =
  'js ts tsx jsx json jsonc yaml bash sh shell zsh powershell python py rust go java kotlin c cpp c++ csharp php ruby sql html xml css scss markdown md diff ' +
  'dockerfile toml ini makefile lua r swift haskell elixir clojure scala perl vim nginx graphql protobuf latex tex dataviewjs http';

describe('languages', () => {
  test.each(names.split(' '))('%s is known by its name, in any case', (name) => {
    const language = languageNamed(name.toUpperCase());
    expect(language?.label).toMatch(/^\S/u);
    expect(colouredHtml('a = "b" // 1', language?.grammar ?? '', language?.inner ?? [])).toContain('a');
  });

  test.each(['text', 'plain', 'txt', 'regex'])('%s has a label and no colours', (name) =>
    expect(languageNamed(name)).toMatchObject({ grammar: null }),
  );
  test.each(['none', '', 'constructor', '__proto__', '../../etc/passwd'])('%j is not known', (name) =>
    expect(languageNamed(name)).toBeNull(),
  );

  const table = readFileSync(new URL('../../src/render/code-languages.ts', import.meta.url), 'utf8');
  const all = [...table.matchAll(/^ {2}\[(?:'[\w-]+'|null), '[^']+', '([^']+)'/gmu)].map((match) => match[1]?.split(' ') ?? []);

  test('no name is there twice', () => {
    const every = all.flat();
    expect(every.length).toBeGreaterThan(200);
    expect(every.filter((name, i) => every.indexOf(name) !== i)).toEqual([]);
  });

  test.each(all.map(([first = '']) => first))('the grammars of %s load, and it keeps every sign of the code', (name) => {
    const language = languageNamed(name);
    const code = `<a b="c">'x' & 1 /* d */ # e\n${name} -- f\n\tif (x < 2) { return "$y" } // z\n@g: %h {{ i }} \`j\` <?php $k ?>\n`;
    if (language?.grammar != null) expect(textOf(colouredHtml(code, language.grammar, language.inner))).toBe(code);
  });
});

describe('the line that opens a fence', () => {
  test.each([
    ['js', 'js', null],
    ['JS {1,3} title="x.js"', 'js', 'x.js'],
    ['js{1,3}', 'js', null],
    ["ts title='a b.ts' showLineNumbers", 'ts', 'a b.ts'],
    ['ts title=src/a.ts', 'ts', 'src/a.ts'],
    ['python:file.py', 'python', 'file.py'],
    ['python:C:/a.py {1}', 'python', 'C:/a.py'],
    ['{python}', 'python', null],
    ['{.python .numberLines title="x"}', 'python', 'x'],
    ['{r, echo=FALSE}', 'r', null],
    ['c++', 'c++', null],
    ['file="x.txt"', '', 'x.txt'],
    ['', '', null],
    ['{1,2}', '', null],
  ])('%j', (info, name, title) => expect(codeInfoFrom(info)).toMatchObject({ name, title }));
});

describe('blocks', () => {
  test('say their language and title, coloured by classes', () => {
    expect(draw('```js title="<x>.js"\nconst a = 1; // <b>\n```')).toBe(
      '<div class="code"><div class="code-head"><span class="code-title">&lt;x&gt;.js</span><span class="code-lang">JavaScript</span></div>' +
        '<pre tabindex="0"><code class="language-js"><span class="c-k">const</span> a = <span class="c-n">1</span>; ' +
        '<span class="c-c">// &lt;b&gt;</span>\n</code></pre></div>\n',
    );
  });

  test('without a language, or with one that is not known, stay plain', () => {
    expect(draw('```\n<b>\n```')).toBe('<div class="code"><pre tabindex="0"><code>&lt;b&gt;\n</code></pre></div>\n');
    expect(draw('```<x>\n<b>\n```')).toBe(
      '<div class="code"><div class="code-head"><span class="code-lang">&lt;x&gt;</span></div><pre tabindex="0"><code>&lt;b&gt;\n</code></pre></div>\n',
    );
    expect(draw('    a\n')).toBe('<div class="code"><pre tabindex="0"><code>a\n</code></pre></div>\n');
  });

  test('that are too large, or hold control characters, stay plain', () => {
    expect(colourCost(`${'x'.repeat(60)}\n`.repeat(400), 'javascript')).not.toBeNull();
    expect(colourCost(`${'x'.repeat(60)}\n`.repeat(400), 'shell')).toBeNull();
    expect(colourCost('x\n'.repeat(1600), 'javascript')).toBeNull();
    expect(colourCost(`${'x'.repeat(60)}\n`.repeat(500), 'javascript')).toBeNull();
    expect(colourCost('x'.repeat(3000), 'json')).toBeNull();
    expect(colourCost('a\u0001b', 'json')).toBeNull();
    expect(draw(`\`\`\`js\n${'const a = 1;\n'.repeat(3000)}\`\`\``)).not.toContain('<span class="c-');
  });

  test('a page colours so much and no more', () => {
    const html = draw(`\`\`\`js\n${'const a = 1;\n'.repeat(1000)}\`\`\`\n\n`.repeat(40));
    expect(html.split('<span class="c-k">').length - 1).toBe(1000 * 24);
  });

  test('what was coloured before makes no difference', () => {
    const http = 'POST / HTTP/1.1\nContent-Type: application/json\n\n{"a": [1, true]}\n';
    const { inner = [] } = languageNamed('http') ?? {};
    const first = colouredHtml(http, 'http', inner);
    for (const name of ['js', 'html', 'python', 'sql'])
      colouredHtml('x = 1', languageNamed(name)?.grammar ?? '', languageNamed(name)?.inner ?? []);
    expect(colouredHtml(`${http}`, 'http', inner)).toBe(first);
    expect(colouredHtml(`${http}\n`, 'http', inner).startsWith(first.trimEnd())).toBe(true);
  });

  test('classes have rules', () => {
    const styles = readFileSync(new URL('../../src/styles/components/code.css', import.meta.url), 'utf8');
    const source = readFileSync(new URL('../../src/render/code-colours.ts', import.meta.url), 'utf8');
    const used = new Set([...source.matchAll(/: '([a-z])',$/gmu)].map((match) => match[1]));
    expect(used.size).toBeGreaterThan(12);
    for (const name of used) expect(styles).toMatch(new RegExp(`\\.c-${name}[ ,{\\n]`, 'u'));
  });
});

describe('any code', () => {
  const pieces = [
    '<script>',
    '</span>',
    '<span class="c-k">',
    '"',
    "'",
    '`',
    '${',
    '}',
    '//',
    '/*',
    '*/',
    '#',
    '<!--',
    '-->',
    '<?php',
    '&lt;',
    '&',
    '\n',
    'a',
    '1',
    '{{',
    '=',
    '\\',
    '<b onclick="x">',
    '日',
    '\u2028',
  ];
  test('keeps every sign and gives our own markup only', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names.split(' ')), fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (name, parts) => {
        const code = parts.join('');
        const language = languageNamed(name);
        if (language?.grammar == null) return;
        const html = colouredHtml(code, language.grammar, language.inner);
        expect(textOf(html)).toBe(code);
        expect(html.replace(/<span class="c-[a-z]">|<\/span>/gu, '')).not.toMatch(/[<>]/u);
        expect(auditHtml(`<pre><code>${html}</code></pre>`)).toEqual([]);
        expect(textOf(escapeHtml(code))).toBe(code);
      }),
      { numRuns: 800 },
    );
  }, 60_000);
});
