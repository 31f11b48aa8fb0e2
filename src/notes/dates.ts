import type { PropertyValue } from '../vault/vault.ts';
import type { IsoDate } from './note.ts';

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;
/** Year first, one separator throughout, perhaps a time of day behind it. */
const DATE_AND_TIME = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+)\d{1,2}:\d{2}.*)?$/u;
const WIKILINK = /^\[\[(?:[^\]|#]*\/)?([^\]|#/]+)(?:[#|][^\]]*)?\]\]$/u;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** True for `YYYY-MM-DD` that is a day of the calendar; `2021-02-29` is none. */
export function isIsoDate(text: string): text is IsoDate {
  const match = ISO_DATE.exec(text);
  return match !== null && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/**
 * The date in a frontmatter value, null when there is none. Read are `2025-11-14`, `2025/11/14`, `2025.11.14`, one-digit months and days,
 * a time behind the date (dropped, never converted), and a `[[2025-11-14]]` link, quoted or not. Day-first and month-first forms are ambiguous: null.
 */
export function isoDateFrom(value: PropertyValue): IsoDate | null {
  if (isList(value)) return value.length === 1 && value[0] !== undefined ? isoDateFrom(value[0]) : null;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const match = DATE_AND_TIME.exec((WIKILINK.exec(text)?.[1] ?? text).trim());
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
  return isCalendarDay(year, month, day) ? isoDate(year, month, day) : null;
}

/** Days from `a` to `b`, negative when `b` is earlier. Both are valid dates. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** The date `days` later (earlier when negative). The date is valid, `days` an integer; the answer lies in the years 1 to 9999. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const target = dayNumber(date) + days;
  // Years are found by guess and correction, so that no rounding rule of a calendar era is needed.
  let year = Math.floor(target / 365.2425) + 1;
  while (dayNumberOf(year, 1, 1) > target) year -= 1;
  while (dayNumberOf(year + 1, 1, 1) <= target) year += 1;
  let month = 12;
  while (dayNumberOf(year, month, 1) > target) month -= 1;
  return isoDate(year, month, target - dayNumberOf(year, month, 1) + 1);
}

/** Day of the week of a valid date as ISO 8601 counts: 1 Monday … 7 Sunday. */
export function weekday(date: IsoDate): number {
  // 0001-01-01, day number 0, was a Monday.
  return (dayNumber(date) % 7) + 1;
}

function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 0001-01-01 in the Gregorian calendar. */
function dayNumber(date: IsoDate): number {
  return dayNumberOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

function dayNumberOf(year: number, month: number, day: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const thisLeapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return before * 365 + leapDays + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + thisLeapDay + day - 1;
}

function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
