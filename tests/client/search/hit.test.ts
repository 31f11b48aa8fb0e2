import { describe, expect, test } from 'vitest';
import type { Run } from '../../../src/client/search/excerpt.ts';
import { hitFrom } from '../../../src/client/search/hit.ts';
import type { Fragment } from '../../../src/client/search/read-index.ts';

const shown = (runs: readonly Run[]) => runs.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');

//                 0       1         2         3    4       5    6      7       8  9         10        11   12
const content = 'Cutover planning. Caleb, cutover. The region goes first. Rollback plan. Rollback within twenty.';
const fragment: Fragment = {
  url: 'meetings/cutover.html',
  content,
  meta: { title: 'Cutover planning', date: '20260317' },
  filters: { kind: ['meeting'], account: ['Northwind'] },
  anchors: [
    { element: 'h2', id: 'rollback-plan', text: 'Rollback plan', location: 8 },
    { element: 'i', id: 'text', location: 4 },
  ],
};
const hit = (positions: readonly number[]) => hitFrom(fragment, positions, '../');

describe('a hit', () => {
  test('leads to the page from the page the reader is on, whatever path the site lies below', () => {
    expect(hit([4])).toMatchObject({
      href: '../meetings/cutover.html?hl=the',
      kind: 'meeting',
      accounts: ['Northwind'],
      date: '2026-03-17',
    });
  });

  test('in a section leads to its heading, and is told once', () => {
    const found = hit([8, 10, 12]);
    expect(found.excerpt).toEqual([]);
    expect(found.sections).toHaveLength(1);
    expect(found.sections[0]).toMatchObject({ href: '../meetings/cutover.html?hl=rollback+twenty#rollback-plan' });
    expect(shown(found.sections[0]?.title ?? [])).toBe('[Rollback] plan');
    expect(shown(found.sections[0]?.excerpt ?? [])).toBe('[Rollback] within [twenty].');
  });

  test('in the text before the headings is told there', () => {
    const found = hit([5]);
    expect(shown(found.excerpt)).toBe('The [region] goes first.');
    expect(found.sections).toEqual([]);
  });

  test('in a part of a word is marked on the word, and the parts are not shown', () => {
    const PART = '\u034f\u034f';
    const found = hitFrom({ ...fragment, content: `Card in summit-gw2, summit${PART} gw2${PART} replaced.`, anchors: [] }, [4], '');
    expect(shown(found.excerpt)).toBe('Card in [summit-gw2], replaced.');
    expect(found.href).toBe('meetings/cutover.html?hl=summit-gw2');
  });

  test('in text without spaces names what stands together, and no lone sign of it', () => {
    const found = hitFrom({ ...fragment, content: '旧|版| 本| 历|史| 和| 版|本| 历|史| 本|', anchors: [] }, [4, 5], '');
    expect(decodeURIComponent(found.href)).toBe('meetings/cutover.html?hl=版本历史');
  });

  test('in title or names alone shows the title marked and the beginning of the text', () => {
    const found = hit([0, 3]);
    expect(shown(found.title)).toBe('[Cutover] planning');
    expect(shown(found.excerpt)).toMatch(/^The region goes first/);
  });

  test('names the words that led to it as they stand there, each once and without the longer ones they are part of', () => {
    const tagged = { ...fragment, content: 'Rollback. topic/rollback rollbacks, (rollback) straße', anchors: [] };
    expect(hitFrom(tagged, [0, 1, 2, 3, 4], '').href).toBe(
      `meetings/cutover.html?${new URLSearchParams({ hl: 'rollback rollbacks straße' })}`,
    );
    expect(hitFrom(tagged, [], '').href).toBe('meetings/cutover.html');
  });

  test('keeps the three strongest sections, in the order of the page', () => {
    const words = Array.from({ length: 50 }, (_, at) => `w${at}`);
    const anchors = [0, 10, 20, 30, 40].map((location) => ({ element: 'h2', id: `s${location}`, text: `w${location}`, location }));
    const many = hitFrom({ ...fragment, content: words.join(' '), anchors }, [2, 12, 20, 31, 32, 42], '');
    expect(many.sections.map(({ href }) => href.split('#')[1])).toEqual(['s0', 's20', 's30']);
    expect(many.moreSections).toBe(2);
  });

  test('a page without date, filters or anchors is still a hit', () => {
    const bare = hitFrom({ url: 'a.html', content: 'one two', meta: {}, filters: {}, anchors: [] }, [1], '');
    expect(bare).toMatchObject({ href: 'a.html?hl=two', kind: 'note', date: null, accounts: [], sections: [] });
    expect(shown(bare.excerpt)).toBe('one [two]');
  });
});
