import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawHeat } from '../../src/components/heat.ts';
import { glyphNumbers, spriteFrom } from '../../src/components/icons.ts';
import { drawMap, labelOf } from '../../src/components/map-drawing.ts';
import { FEATURES, Marks, marksOf, marksOfAttribute } from '../../src/components/page-marks.ts';
import type { Href } from '../../src/graph/graph.ts';
import type { MapNode } from '../../src/views/row.ts';
import '../support/seed.ts';

const day = (date: string, count = 1) => ({ date, count, href: 'x.html' as Href });

describe('drawHeat', () => {
  test('puts Mondays on top, a week in each column, and the period only', () => {
    const drawing = drawHeat(
      { from: '2026-03-11', to: '2026-03-20', days: [day('2026-03-11'), day('2026-03-16', 2), day('2026-03-20', 5)] },
      'en-GB',
    );
    expect(drawing.days.map(({ y, level }) => [y, level])).toEqual([
      [56, 1],
      [20, 2],
      [92, 3],
    ]);
    expect(new Set(drawing.days.map(({ x }) => x)).size).toBe(2);
    expect(drawing.areas).toHaveLength(2);
    expect(drawing.areas[0]).toMatchObject({ y: 56, height: 5 * 18 });
    expect(drawing.areas[1]).toMatchObject({ y: 20, height: 5 * 18 });
  });

  test('a whole year stays inside the box, with months that do not overlap', () => {
    const drawing = drawHeat({ from: '2025-03-15', to: '2026-03-20', days: [day('2026-03-20')] }, 'en-GB');
    expect(Math.max(...drawing.days.map(({ x }) => x + drawing.cell))).toBeLessThanOrEqual(784);
    const gaps = drawing.months.slice(1).map(({ x }, i) => x - (drawing.months[i]?.x ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30);
  });

  test('one day makes one column', () => {
    const drawing = drawHeat({ from: '2026-03-18', to: '2026-03-18', days: [day('2026-03-18')] }, 'en-GB');
    expect(drawing.areas).toEqual([{ x: 34, y: 56, width: 44, height: 18 }]);
  });
});

describe('drawMap', () => {
  const node = (title: string, shape: MapNode['shape'], way: MapNode['way'] = null): MapNode => ({
    title,
    shape,
    way,
    href: 'x.html' as Href,
  });

  test('gives each neighbour a row, heads by the direction of links, and a line of its own to names without a note', () => {
    const { height, lines, shapes, rows } = drawMap({
      nodes: [node('Here', 'note'), node('Acme', 'account', 'both'), node('Plan', 'note', 'in'), node('Gone', 'ghost', 'out')],
      arcs: [],
    });
    expect(rows.map(({ y }) => y)).toEqual([16, 40, 64, 88]);
    expect(height).toBe(96);
    const strokes = (path: string) => path.match(/M/g)?.length ?? 0;
    expect([strokes(lines.spine), strokes(lines.heads), strokes(lines.lost), lines.arcs]).toEqual([3, 4, 1, '']);
    expect([strokes(shapes.self), strokes(shapes.known), strokes(shapes.lost)]).toEqual([1, 2, 1]);
  });

  test('says what a label leaves out: the rest of a title, and what is no note', () => {
    const long = '2026-03-05 - Readout of the Thurlow to Penmoor latency campaign';
    const { rows } = drawMap({
      nodes: [node('Here', 'account'), node('Plan', 'note'), node('Acme', 'account'), node(long, 'note')],
      arcs: [],
    });
    expect(rows.map(({ title }) => title)).toEqual([null, null, 'Acme (account)', long]);
  });

  test('keeps arcs inside the box, however far they reach', () => {
    const nodes = Array.from({ length: 10 }, (_, i) => node(`Note ${i}`, 'note'));
    const { lines } = drawMap({ nodes, arcs: Array.from({ length: 9 }, (_, i) => [1, i + 1] as const) });
    for (const [, control, end] of lines.arcs.matchAll(/Q(-?[\d.]+) [\d.]+ (\d+)/g)) {
      expect((Number(control) + Number(end)) / 2).toBeGreaterThan(0);
      expect(Number(control)).toBeLessThan(Number(end));
    }
  });

  test('a label leaves its date out and is cut at a word', () => {
    expect(labelOf('2026-02-17 - Price-file feed deep dive')).toBe('Price-file feed deep dive');
    expect(labelOf('2026-02-17')).toBe('2026-02-17');
    expect(labelOf('Readout of the Thurlow to Penmoor latency campaign')).toBe('Readout of the Thurlow to…');
    expect(labelOf('株式会社北風フーズ東日本物流本部第二課')).toMatch(/^株式会社北風フーズ.*…$/);
  });
});

test('a label is as much of a title as fits, letter by letter', () => {
  const wide = (letter: string): number =>
    letter >= '\u2e80' ? 12.5 : letter >= '\u0300' ? (/\p{M}/u.test(letter) ? 0 : 7.8) : /[A-Z]/.test(letter) ? 8.5 : 6.5;
  const within = (text: string, width: number): string => {
    const letters = [...text];
    let count = letters.length;
    while (count > 1 && letters.slice(0, count).reduce((sum, letter) => sum + wide(letter), 0) > width) count -= 1;
    return letters.slice(0, count).join('');
  };
  const title = fc.string({ unit: fc.constantFrom('a', 'W', ' ', 'é', 'e\u0301', '漢', '😀', 'Я', '–', ','), minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(title, (given) => {
      if (within(given, 264 - 57) === given) expect(labelOf(given)).toBe(given);
      else {
        const cut = within(given, 264 - 57 - 9);
        const label = labelOf(given);
        expect(label.endsWith('…')).toBe(true);
        expect(cut.startsWith(label.slice(0, -1))).toBe(true);
        const space = cut.lastIndexOf(' ');
        expect(label.slice(0, -1)).toBe((space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/u, ''));
      }
    }),
  );
});

test('a page carries the glyphs it uses, and those its scripts may need', () => {
  const sprite = (html: string): string => {
    const marks = marksOf(html) ?? new Marks();
    return spriteFrom((glyph) => marks.refersTo(glyph), marks.due);
  };
  for (const name of glyphNumbers.keys()) expect(sprite(`<use href="#i-${name}"/>`)).toContain(`id="i-${name}"`);
  expect(sprite('<p>no glyph</p>')).not.toContain('id="i-done"');
  expect(sprite('<span data-due="2026-03-17">')).toContain('id="i-late"');
  expect(sprite('<use href="#i-unknown"/>')).not.toContain('unknown');
});

test('what a page needs is told by its text, wherever it stands, and by nothing that a note can write', () => {
  const told = (body: string): Record<string, unknown> => {
    const marks = marksOf(body) ?? new Marks();
    const icons = [...glyphNumbers.keys()].filter((glyph) => marks.refersTo(glyph));
    return { icons, due: marks.due, features: FEATURES.filter((feature) => marks.has(feature)) };
  };
  const nothing = { icons: [], due: false, features: [] };
  expect(told('<p class="body">Words, 1 &lt; 2, a = "b"</p>')).toEqual(nothing);
  expect(told('<p>&lt;math&gt; dir=&quot;rtl&quot; &lt;div class=&quot;code&quot;&gt;</p>')).toEqual(nothing);
  for (const [body, feature] of [
    ['<div><math display="block">', 'formula'],
    ['<div class="code"><pre>', 'code'],
    ['<pre class="mermaid" tabindex="0">', 'diagram'],
    ['<p dir="rtl">', 'language'],
    ['<article lang="ja" class="body">', 'language'],
    ['<article class="body prose note-wide">', 'layout'],
    ['<div class="asked wide">', 'mdx'],
    ['<article class="body prose mdx-text">', 'mdx'],
    ['<div class="canvas">', 'canvas'],
    ['<main class="page base-page" id="main">', 'canvas'],
    ['<ul class="body full documents">', 'canvas'],
    ['<div class="sift">', 'record'],
    ['<table class="table board-grid">', 'record'],
    ['<table class="table lists met-table">', 'record'],
    ['<ul class="names">', 'record'],
    ['<main class="page health" id="main">', 'findings'],
    ['<main class="page absent" id="main">', 'findings'],
    ['<main class="page log" id="main">', 'log'],
    ['<main class="page home" id="main">', 'home'],
    ['<main class="page board" id="main">', 'lists'],
    ['<main class="page accounts" id="main">', 'lists'],
    ['<main class="page timeline" id="main">', 'timeline'],
  ])
    expect(told(body ?? '')).toEqual({ ...nothing, features: [feature] });
  expect(told('<span data-due="2026-03-17">')).toEqual({ ...nothing, due: true });
  expect(told('<svg><use href="#i-done"/></svg><svg><use href="#i-late"></use></svg>')).toEqual({ ...nothing, icons: ['done', 'late'] });
  expect(told('<p>no mark</p>')).toEqual(nothing);
});

test('an attribute of a template marks as its text does', () => {
  const values = ['code', 'page home', 'asked wide', 'body prose mdx-text', 'a prose note-wide', 'x documents', 'i'];
  for (const [name, texts] of [
    ['class', values],
    ['title', values],
    ['lang', ['fr']],
    ['dir', ['rtl']],
    ['data-due', ['2026-03-17']],
    ['data-met', ['2026-03-17']],
    ['href', ['#i-done', '#i-table', '#i-', '#i', 'x.html']],
  ] as const) {
    for (const text of texts) {
      expect(marksOfAttribute(name, text), `${name}="${text}"`).toEqual(marksOf(`<a ${name}="${text}">`));
    }
  }
});

test('marks of pieces are those of the whole', () => {
  const pieces = [
    '<p class="code">',
    '<use href="#i-done"/>',
    '<i data-due="x" lang="fr">',
    '<use href="#i-web"/><math display="block">',
    '<b>',
  ];
  const marks = pieces.map((piece) => marksOf(piece) ?? new Marks());
  const whole = marks.reduce((all, one) => all.with(one));
  expect(whole).toEqual(marksOf(pieces.join('')));
  for (const one of marks) expect(whole.with(one)).toBe(whole);
  expect(marksOf(pieces.join(''))?.has('code')).toBe(true);
  expect(marks[0]?.has('formula')).toBe(false);
});
