import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysFromText, itemsFromText, textFromDays, textFromItems } from '../../src/components/day-texts.ts';
import type { Href } from '../../src/graph/graph.ts';

const day = fc.integer({ min: 0, max: 5000 }).map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));

test('days are read as they were written', () => {
  expect(textFromDays(['2026-03-17', '2026-03-10', '2025-12-31'])).toBe('2026-03-17 7 69');
  fc.assert(
    fc.property(fc.uniqueArray(day), (days) => {
      const sorted = days.sort().reverse();
      expect(daysFromText(textFromDays(sorted))).toEqual(sorted);
    }),
  );
});

test('items are read as they were written, whatever their words', () => {
  const text = fc.string().map((words) => words.replace(/\s+/gu, ' ').trim());
  const href = fc.constantFrom('meetings/a.html', 'notes/b.html#l-3').map((one) => one as Href);
  fc.assert(
    fc.property(fc.array(fc.record({ date: day, href, text })), (items) => {
      expect(itemsFromText(textFromItems(items))).toEqual(items);
    }),
  );
});
