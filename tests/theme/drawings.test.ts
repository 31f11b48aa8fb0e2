import { describe, expect, test } from 'vitest';
import { drawHeat } from '../../src/components/heat.ts';
import { spriteFrom } from '../../src/components/icons.ts';
import { labelLines, placeLabel } from '../../src/components/map-labels.ts';
import { marksOf } from '../../src/components/page-marks.ts';
import type { Href } from '../../src/graph/graph.ts';

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

test('labels of a map stay inside its box and away from the middle', () => {
  for (let x = 0; x <= 264; x += 4) {
    const { anchor, at } = placeLabel({ x, lines: ['Rollback', 'Rollback rehearsal'] });
    const wide = 18 * 5.9;
    const from = anchor === 'start' ? at : anchor === 'end' ? at - wide : at - wide / 2;
    expect(from).toBeGreaterThanOrEqual(-0.01);
    expect(from + wide).toBeLessThanOrEqual(264.01);
  }
});

test('a label breaks at a word, leaves its date out, and is cut where two lines are not enough', () => {
  expect(labelLines('2026-02-17 - Price-file feed deep dive', false)).toEqual(['Price-file feed deep', 'dive']);
  expect(labelLines('Halden Rail', false)).toEqual(['Halden Rail']);
  expect(labelLines('yaml_all_property_types_populated', false)).toEqual(['yaml_all_property_typ', 'es_populated']);
  const long = labelLines('Readout of the Thurlow to Penmoor latency campaign and what follows from it', false);
  expect(long).toHaveLength(2);
  expect(long[1]).toMatch(/…$/);
  expect(labelLines('Region order and go criteria of the spring', true)).toHaveLength(1);
});

test('a page carries the glyphs it uses, and those its scripts may need', () => {
  expect(spriteFrom(marksOf('<use href="#i-done"/>'))).toContain('id="i-done"');
  expect(spriteFrom(marksOf('<p>no glyph</p>'))).not.toContain('id="i-done"');
  expect(spriteFrom(marksOf('<span data-due="2026-03-17">'))).toContain('id="i-late"');
  expect(spriteFrom(marksOf('<use href="#i-unknown"/>'))).not.toContain('unknown');
});

test('what a page needs is told by its text, wherever it stands, and by nothing that a note can write', () => {
  const none = { formula: false, code: false, diagram: false, due: false, language: false, layout: false, canvas: false, record: false };
  const told = (body: string): Record<string, unknown> => {
    const { icons, ...marks } = marksOf(`<html lang="fr"><head><title dir="x"></title></head><body>${body}</body></html>`);
    return { ...marks, icons: [...icons] };
  };
  expect(told('<p class="body">Words, 1 &lt; 2, a = "b"</p>')).toEqual({ ...none, icons: [] });
  expect(told('<div><math display="block">')).toEqual({ ...none, icons: [], formula: true });
  expect(told('<div class="code"><pre>')).toEqual({ ...none, icons: [], code: true });
  expect(told('<pre class="mermaid" tabindex="0">')).toEqual({ ...none, icons: [], diagram: true });
  expect(told('<p dir="rtl">')).toEqual({ ...none, icons: [], language: true });
  expect(told('<article lang="ja" class="body">')).toEqual({ ...none, icons: [], language: true });
  expect(told('<article class="body prose note-wide">')).toEqual({ ...none, icons: [], layout: true });
  for (const body of ['<div class="canvas">', '<main class="page base-page" id="main">', '<ul class="body full documents">'])
    expect(told(body)).toEqual({ ...none, icons: [], canvas: true });
  for (const body of [
    '<div class="sift">',
    '<table class="table board-grid">',
    '<table class="table lists met-table">',
    '<ul class="names">',
  ])
    expect(told(body)).toEqual({ ...none, icons: [], record: true });
  expect(told('<svg><use href="#i-done"/></svg><svg><use href="#i-late"></use></svg>')).toEqual({ ...none, icons: ['done', 'late'] });
  expect(told('<p>&lt;math&gt; dir=&quot;rtl&quot; &lt;div class=&quot;code&quot;&gt;</p>')).toEqual({ ...none, icons: [] });
});
