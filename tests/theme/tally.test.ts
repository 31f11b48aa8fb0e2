import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptTallyText } from '../../src/components/kept-tally.ts';
import { countTally, tallyText } from '../../src/components/tally.ts';

test('dates before the day of the page are one number, the others are written out', () => {
  const dates = ['2026-01-01', '2026-02-01', '2026-03-20', '2026-03-24', '2026-03-24'];
  expect(tallyText(dates, '2026-03-20')).toBe('2 2026-03-20 2026-03-24*2');
  expect(tallyText(dates, null)).toBe('2026-01-01 2026-02-01 2026-03-20 2026-03-24*2');
  expect(tallyText([], '2026-03-20')).toBe('');
  expect(countTally('', () => true)).toBe(0);
});

test('a tally counts as its dates do, on every day from that of the page on', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.array(day), day, day, (dates, one, two) => {
      const [from = one, today = two] = [one, two].sort();
      const tally = tallyText(dates.toSorted(), from);
      expect(countTally(tally, (due) => due < today)).toBe(dates.filter((due) => due < today).length);
      expect(countTally(tally, (due) => due >= today)).toBe(dates.filter((due) => due >= today).length);
    }),
  );
});

test('a tally that is kept is that of its dates and its day', () => {
  const dates = ['2026-01-01', '2026-03-24', '2026-03-24'];
  for (const from of ['2026-03-20', '2026-03-20', null, '2026-04-01']) expect(keptTallyText(dates, from)).toBe(tallyText(dates, from));
  expect(keptTallyText([...dates, '2026-05-01'], null)).toBe('2026-01-01 2026-03-24*2 2026-05-01');
});
