import { describe, expect, test } from 'vitest';
import { datedTitle, dayAfter, daysBetween, farDay, formatDay, shortDay, weekdayOf } from '../../src/components/days.ts';

describe('formatDay', () => {
  test('writes a date in the locale, whatever the time zone of the machine', () => {
    expect(formatDay('2026-03-17', 'en-GB', 'long')).toBe('17 March 2026');
    expect(formatDay('2026-03-17', 'de-DE', 'weekday-long')).toBe('Dienstag');
    expect(formatDay('2026-03-17', 'ja-JP', 'short')).toBe('3月17日');
    expect(formatDay('2026-01', 'en-GB', 'month')).toBe('January 2026');
  });

  test('leaves what is no date as it is', () => {
    expect(formatDay('soon', 'en-GB', 'short')).toBe('soon');
    expect(formatDay('2026-13-40', 'en-GB', 'short')).toBe('2026-13-40');
  });
});

test('rows say the year only where it is not the year of the newest meeting', () => {
  expect(shortDay('2026-03-17', 'en-GB', '2026-03-20')).toBe('17 Mar');
  expect(shortDay('2025-12-04', 'en-GB', '2026-03-20')).toBe('4 Dec 2025');
  expect(shortDay('2025-12-04', 'en-GB', null)).toBe('4 Dec 2025');
});

test('a date that leads a row keeps its year below it', () => {
  expect(farDay('2026-03-17', 'en-GB', '2026-03-20')).toEqual({ day: '17 Mar', rest: 'Tue' });
  expect(farDay('2025-12-11', 'en-GB', '2026-03-20')).toEqual({ day: '11 Dec', rest: 'Thu 2025' });
});

test('a source is its date and its title, once', () => {
  expect(datedTitle({ text: 'Planning call', date: '2026-03-18' }, 'en-GB', '2026-03-20')).toBe('18 Mar, Planning call');
  expect(datedTitle({ text: '2026-03-18', date: '2026-03-18' }, 'en-GB', '2026-03-20')).toBe('2026-03-18');
  expect(datedTitle({ text: 'Runbook', date: null }, 'en-GB', null)).toBe('Runbook');
});

test('counts days over months, leap days and summer time', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-03-20', '2026-03-17')).toBe(-3);
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(weekdayOf('2026-03-16')).toBe(0);
  expect(weekdayOf('2026-03-22')).toBe(6);
});
