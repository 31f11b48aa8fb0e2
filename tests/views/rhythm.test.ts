import { describe, expect, test } from 'vitest';
import { rhythmOf } from '../../src/views/rhythm.ts';

describe('the rhythm of an account', () => {
  test('is the median of the gaps between its last meetings', () => {
    expect(rhythmOf(['2026-03-01', '2026-03-08', '2026-03-15', '2026-03-22'], null)).toEqual({ usual: 7, quietAfter: 21 });
    expect(rhythmOf(['2025-01-01', '2025-04-01', '2025-07-01'], null)).toEqual({ usual: 90, quietAfter: 180 });
  });

  test('takes the order of dates, several meetings a day and one long pause for nothing', () => {
    const weekly = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26', '2026-02-02'];
    expect(rhythmOf([...weekly, ...weekly].reverse(), null).usual).toBe(7);
    expect(rhythmOf(['2024-06-01', ...weekly], null).usual).toBe(7);
  });

  test('does not know meetings that are still planned', () => {
    expect(rhythmOf(['2026-01-01', '2026-01-11', '2026-01-21', '2026-06-30'], '2026-02-01')).toEqual({ usual: 10, quietAfter: 21 });
  });

  test('is that of the last months, not of the beginning', () => {
    const daily = Array.from({ length: 20 }, (_, i) => `2024-01-${String(i + 1).padStart(2, '0')}`);
    const monthly = Array.from({ length: 10 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}-01`);
    expect(rhythmOf([...daily, ...monthly], null).usual).toBe(31);
  });

  test('needs three days of meeting; until then silence is told by a fixed time, or by the only gap there is', () => {
    expect(rhythmOf([], null)).toEqual({ usual: null, quietAfter: 45 });
    expect(rhythmOf(['2026-01-01', '2026-01-01'], null)).toEqual({ usual: null, quietAfter: 45 });
    expect(rhythmOf(['2026-01-01', '2026-01-04'], null)).toEqual({ usual: null, quietAfter: 45 });
    expect(rhythmOf(['2025-09-01', '2025-12-01'], null)).toEqual({ usual: null, quietAfter: 182 });
  });
});
