import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isIsoDate, isoDateFrom, weekday } from '../../src/notes/dates.ts';

const anyDate = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9990-12-31T00:00:00Z'), noInvalidDate: true });
const iso = (date: Date): string => date.toISOString().slice(0, 10);

describe('isIsoDate', () => {
  test.each(['2025-11-14', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s', (text) => expect(isIsoDate(text)).toBe(true));
  test.each([
    '2021-02-29',
    '1900-02-29',
    '2021-13-01',
    '2021-00-10',
    '2021-04-31',
    '2021-01-00',
    '2021-1-1',
    '2021-01-01 ',
    '20210101',
    '0000-01-01',
    '',
  ])('not %s', (text) => expect(isIsoDate(text)).toBe(false));
});

describe('isoDateFrom', () => {
  test.each([
    ['2025-11-14', '2025-11-14'],
    [' 2025-11-14 ', '2025-11-14'],
    ['2025-11-14T23:59:00+14:00', '2025-11-14'],
    ['2025-11-14 10:00', '2025-11-14'],
    ['2025/11/14', '2025-11-14'],
    ['2025.1.4', '2025-01-04'],
    ['[[2025-11-14]]', '2025-11-14'],
    ['[[2025-11-14|Friday]]', '2025-11-14'],
    [[['2025-11-14']], '2025-11-14'],
    ['2025-11/14', null],
    ['2025-02-30', null],
    ['14.11.2025', null],
    ['11/14/2025', null],
    ['2025-11-14 or so', null],
    ['soon', null],
    [20251114, null],
    [true, null],
    [null, null],
    [['2025-11-14', '2025-11-15'], null],
  ])('%j', (value, expected) => expect(isoDateFrom(value)).toBe(expected));
});

describe('arithmetic', () => {
  test('agrees with UTC days', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        const days = Math.round((Date.parse(iso(b)) - Date.parse(iso(a))) / 86_400_000);
        expect(daysBetween(iso(a), iso(b))).toBe(days);
        expect(addDays(iso(a), days)).toBe(iso(b));
      }),
    );
  });

  test('weekdays agree with the calendar', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(weekday(iso(date))).toBe(((date.getUTCDay() + 6) % 7) + 1);
      }),
    );
  });

  test('adding days and taking them off again leads back, over years and leap days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 3000 }), (date, days) => {
        const later = addDays(iso(date), days);
        expect(isIsoDate(later)).toBe(true);
        expect(daysBetween(iso(date), later)).toBe(days);
        expect(addDays(later, -days)).toBe(iso(date));
      }),
    );
  });
});
