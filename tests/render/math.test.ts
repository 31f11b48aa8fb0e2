import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hueClass } from '../../src/markdown/math-colours.ts';
import { filterMath } from '../../src/markdown/math-filter.ts';
import { formulaFromTex } from '../../src/markdown/math-formula.ts';
import { definitionsIn, expandMacros } from '../../src/markdown/math-macros.ts';
import { lookOfStyle } from '../../src/markdown/math-styles.ts';
import { drawNote } from '../../src/render/draw.ts';
import { loadTemml } from '../../src/vault/late-packages.ts';
import { auditHtml } from '../support/audit-html.ts';
import { fakeContext, fakeGraph } from '../support/fake-graph.ts';
import { memorySite } from '../support/memory-vault.ts';
import { TEX } from './tex.ts';

function draw(markdown: string): string {
  const files = { notes: { 'Note.md': markdown } };
  const { note, treeOf } = fakeGraph(files);
  const context = fakeContext(files, 'Note.md');
  return drawNote(context, note('Note.md'), treeOf(context.from));
}

/** MathML of a formula; its reason in brackets when it could not be read. */
function read(tex: string, display = true): string {
  const formula = formulaFromTex(tex, display, new Map());
  return formula.kind === 'read' ? formula.mathml : `[${formula.reason}]`;
}

function findings(markdown: string) {
  return memorySite({ 'Note.md': markdown }).diagnostics.filter(({ code }) => code === 'math-unreadable');
}

describe('what Temml writes', () => {
  // References and numbers, which are taken care of before.
  const raw = TEX.filter((tex) => !/\\(?:eq)?ref|\\bbox|\\require|\\strut|\\mathbfit/u.test(tex)).map((tex) =>
    tex.replace(/\{(align|alignat|gather|multline|equation)\}/gu, '{$1*}'),
  );

  test.each(raw)('nothing of it is unknown: %s', (tex) => {
    for (const displayMode of [true, false]) {
      if (!displayMode && /\\tag|\*\}|\{split\}|\{CD\}/u.test(tex)) continue;
      const markup = loadTemml().renderToString(tex, { displayMode, throwOnError: true, wrap: 'tex' });
      expect(filterMath(markup)?.unknown).toEqual([]);
    }
  });

  test('styles become attributes and classes, lengths the nearest step', () => {
    expect(lookOfStyle('padding-left', '0.4em')?.classes).toEqual(['m-pl-40']);
    expect(lookOfStyle('padding', '2pt 0 0 0')?.classes).toEqual(['m-pt-22', 'm-pr-0', 'm-pb-0', 'm-pl-0']);
    expect(lookOfStyle('margin-left', '-0.1667em')?.classes).toEqual(['m-back-17']);
    expect(lookOfStyle('border-right', '0.15em double')?.classes).toEqual(['m-r-double']);
    expect(lookOfStyle('border', '0.0667em solid #ff0000')).toEqual({ attributes: { mathcolor: '#ff0000' }, classes: ['m-box'] });
    expect(lookOfStyle('color', 'red')?.attributes).toEqual({ mathcolor: 'red' });
    expect(lookOfStyle('color', 'url(x)')?.attributes).toEqual({});
    expect(lookOfStyle('behavior', 'url(x)')).toBeNull();
  });

  test('what is not known is left out', () => {
    const markup =
      '<math><a href="x"><mi id="b" style="behavior:url(x)" class="tml-left evil" onclick="x()">x</mi></a><script>y</script></math>';
    expect(filterMath(markup)?.html).toBe('<mi class="tml-left">x</mi>y');
    expect(filterMath(markup)?.unknown).toEqual(['<a>', 'behavior:url(x)', '.evil', 'onclick="x()"', '<script>']);
  });

  test('every class has a rule, or is a hint for other engines', () => {
    const styles = ['math-base', 'math-strokes', 'math-lengths']
      .map((name) => readFileSync(new URL(`../../src/styles/components/${name}.css`, import.meta.url), 'utf8'))
      .join('\n');
    const used = new Set(
      TEX.flatMap((tex) => [...read(tex).matchAll(/class="([^"]*)"/gu)].flatMap((match) => (match[1] ?? '').split(' '))),
    );
    const plain = ['mathscr', 'tml-tag', 'tml-tageqn', 'tml-label', 'tml-prime', 'wbk-vec', 'ff-nudge-left', 'ff-narrow', 'ff-squash'];
    expect([...used].filter((name) => !new RegExp(`\\.${name}(?![\\w-])`, 'u').test(styles) && !plain.includes(name))).toEqual([]);
    expect(used.size).toBeGreaterThan(40);
  });
});

describe('formulas', () => {
  test.each(TEX)('%s', (tex) => {
    expect(read(tex)).not.toMatch(/^\[/u);
    expect(auditHtml(draw(`$$${tex}$$`))).toEqual([]);
  });

  test('in a line, alone in a paragraph, in a block; the TeX goes along', () => {
    expect(draw('a $x<y$ b')).toBe(
      '<p>a <math><semantics><mrow><mrow><mi>x</mi><mo>&lt;</mo></mrow><mrow><mi>y</mi></mrow></mrow><annotation encoding="application/x-tex">x&lt;y</annotation></semantics></math> b</p>\n',
    );
    expect(draw('a $$x$$ b')).toMatch(/^<p>a <span class="math"><math display="block">.+<\/math><\/span> b<\/p>\n$/u);
    expect(draw('$$\nx\n$$')).toMatch(/^<div class="math"><math display="block">.+<\/math><\/div>\n$/u);
  });

  test('money is not math, with or without a formula behind it', () => {
    expect(draw('$300M to ~$400M, and $x$')).toMatch(/^<p>\$300M to ~\$400M, and <math>/u);
    expect(draw('costs $5 or $x$, $6 or less')).toMatch(/^<p>costs \$5 or <math>.+<\/math>, \$6 or less<\/p>\n$/u);
  });

  test('equations are not numbered but by \\tag; references give the tag, or the label', () => {
    expect(read('\\begin{align} a &= b \\end{align}')).not.toMatch(/m-half|tml-tag/u);
    const tagged = read('\\begin{align} a &= b \\tag{1}\\label{eq:a} \\\\ c &= \\eqref{eq:a} \\ref{other} \\end{align}');
    expect(tagged).toContain('<mtext class="tml-tag">(1)</mtext>');
    expect(tagged).toContain('(1)</mtext><mtext>other');
    expect(tagged).not.toContain('id=');
  });

  test('in a line, environments that fill one become those that do not', () => {
    expect(read('\\begin{align} a &= b \\end{align}', false)).toContain('<mtable');
    expect(read('\\begin{equation} a \\end{equation}', false)).toBe('<mi>a</mi>');
  });

  test('colours are shades for light and dark pages, but exact on a background of their own', () => {
    expect(read('\\color{red}{x} \\color{blue}{y}')).toMatch(/class="m-red">x.+class="m-blue">y/u);
    expect(read('\\color{black}{x} \\color{white}{y}')).not.toMatch(/class|mathcolor/u);
    expect(['#f80', '#ff0', '#0a0', '#0cc', '#808', '#f0a', '#888', '#fefefe', 'red'].map(hueClass)).toEqual([
      'm-orange',
      'm-yellow',
      'm-green',
      'm-cyan',
      'm-pink',
      'm-pink',
      'm-grey',
      null,
      null,
    ]);
    expect(read('\\colorbox{yellow}{$\\color{red}{x}$}')).toContain('mathcolor="#ff0000"');
    expect(read('\\color{blue}\\rule{1em}{2pt}')).toMatch(/<mspace height="[\d.]+pt" width="1em" class="m-blue m-rule">/u);
  });

  test('text on a colour can be read', () => {
    expect(read('\\colorbox{yellow}{x} \\colorbox{#222}{y}')).toMatch(/m-on-light.+m-on-dark/u);
  });
});

describe('macros', () => {
  test('hold for the whole note, and for no other', () => {
    const html = draw('$\\Rr$\n\n$$\n\\newcommand{\\Rr}{\\mathbb{R}}\n$$\n\nx');
    expect(html).toMatch(/^<p><math>.*ℝ.*<\/math><\/p>\n<p>x<\/p>\n$/u);
    expect(read('\\Rr')).toMatch(/^\[Unsupported/u);
  });

  test('with arguments, one of them optional; operators; settings of tables stay', () => {
    const { macros, rest } = definitionsIn(
      '\\newcommand\\n[2][2]{|#2|_{#1}} \\def\\a#1{[#1]}\\DeclareMathOperator*{\\am}{argmin}\\renewcommand{\\arraystretch}{1.5} x',
    );
    expect(expandMacros('\\n{x} \\n[i]y \\a\\b c \\am_x', macros)).toBe('|x|_{2} |y|_{i} [\\b] c \\operatorname*{argmin}_x');
    expect(rest).toBe(' \\def\\arraystretch{1.5} x');
  });

  test('a command that ends a macro does not run into the letter behind it', () =>
    expect(expandMacros('\\a x', new Map([['a', { args: 0, optional: null, body: '\\alpha' }]]))).toBe('\\alpha x'));

  test.each([
    '\\def\\a{\\a\\a}\\a',
    '\\def\\a#1{#1#1#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{xxxxxxxx}}}}}}}}',
    `\\def\\a{${'x'.repeat(1000)}}${'\\a'.repeat(1000)}`,
  ])('that grow without end are not read: %s', (tex) => expect(read(tex)).toMatch(/grow too large|too long/u));

  test.each(['\\edef\\a{x}\\a', '\\def\\a#1.{x}', '\\newcommand'])('in a form that is not read: %s', (tex) =>
    expect(read(tex)).toMatch(/definition in a form/u),
  );
});

describe('what can not be read', () => {
  test('stays TeX, says why, and is a finding', () => {
    const html = draw('a $\\foo{<b>}$');
    expect(html).toContain(
      '<code class="unread" title="Formula that could not be read: Unsupported function name: \\foo">$\\foo{&lt;b&gt;}$<span class="vh">',
    );
    expect(draw('$$\n\\frac{1\n$$')).toMatch(
      /^<pre class="unread" tabindex="0" title="[^"]+"><span class="vh">[^<]+<\/span><code>\$\$\\frac\{1\$\$<\/code><\/pre>\n$/u,
    );
    expect(findings('---\na: 1\n---\n\nok $x$\n\n- a $\\foo{<b>}$\n')).toMatchObject([
      { severity: 'warning', path: 'Note.md', line: 7, message: '$\\foo{<b>}$ is shown as TeX: Unsupported function name: \\foo.' },
    ]);
  });

  test('many are counted', () => {
    const found = findings(Array.from({ length: 30 }, (_, i) => `$\\foo_{${i}}$\n`).join('\n'));
    expect(found).toHaveLength(20);
    expect(found.at(-1)?.message).toMatch(/ 10 more in this note\.$/u);
  });

  test('drawing and checking agree', () => {
    const note = TEX.map((tex) => `$$${tex}$$\n`).join('\n');
    expect(findings(note)).toEqual([]);
    expect(draw(note)).not.toContain('unread');
  });

  test.each(['\\includegraphics{x.png}', '\\url{javascript:x}'])('is not allowed: %s', (tex) =>
    expect(read(tex)).toMatch(/is not allowed/u),
  );

  test.each(['\\href{javascript:alert(1)}{x}', '\\class{evil}{x}', '\\style{color:red}{x}', '\\id{a}{x}', '\\data{a=b}{x}'])(
    'only its text is shown: %s',
    (tex) => expect(read(tex)).toBe('<mi>x</mi>'),
  );
});

describe('hostile formulas', () => {
  const many = (unit: string, length = 5900): string => unit.repeat(Math.floor(length / unit.length));
  test.each([
    many('{'),
    many('{', 2900) + many('}', 2900),
    many('\\sqrt'),
    many('\\frac'),
    many('\\left('),
    `x${many("'")}`,
    many('x^{'),
    `\\begin{matrix}${many('&', 2900)}${many('\\\\', 2900)}\\end{matrix}`,
    `\\begin{array}{${many('c')}}a\\end{array}`,
    `\\text{${many('$x$')}}`,
    `\\ce{${many('H2O + ', 1900)}}`,
    `\\ce{${many('-> ', 1900)}}`,
    `\\pu{${many('1e5 kJ/', 1900)}}`,
    many('='),
    many('<script>'),
    many('\\kern-9em'),
    '\\rule{1e99em}{1e99em}',
    many('\\def\\a{\\b}\\def\\b{\\a}\\a'),
    'x'.repeat(100_000),
    '\\a'.repeat(50_000),
  ])(
    'ends in time: %#',
    (tex) => {
      for (const display of [true, false]) expect(['read', 'unread']).toContain(formulaFromTex(tex, display, new Map()).kind);
      expect(auditHtml(draw(`$$${tex}$$`))).toEqual([]);
    },
    20_000,
  );

  test('a note of formulas only ends in time, and says what it does not draw', () => {
    const note = Array.from({ length: 16_000 }, (_, i) => `$a${i}$`)
      .join(' ')
      .slice(0, 100_000);
    expect(findings(note).at(-1)?.message).toContain('there are too many formulas');
    expect(draw(note)).toContain('there are too many formulas');
  }, 20_000);

  test('any text gives our own markup only', () => {
    const pieces = [
      '\\frac',
      '{',
      '}',
      '\\begin{array}{|c:c|}',
      '\\end{array}',
      '&',
      '\\\\',
      '<b onclick=x>',
      '"',
      "'",
      '\\color{red}',
      '\\text{',
      '\\href{x}',
      '\\label{a}',
      '\\ce{',
      '^',
      '_',
      'x',
      '1',
      '\\left(',
      '\\right)',
      '%',
      '#1',
      '\\def\\a',
      '\\a',
      '~',
      '\u0000',
      '\ud800',
      '日',
      '😀',
      '\\sqrt[',
      ']',
      '\\\\[1em]',
      '\\hline',
      '\\tag{1}',
      '\\tag*{<i>}',
      '\\operatorname{',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 24 }), (parts) => {
        expect(auditHtml(draw(`$$${parts.join('')}$$`))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  }, 30_000);
});
