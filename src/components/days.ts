import { hasRightToLeft } from '../notes/direction.ts';
import type { IsoDate } from '../notes/note.ts';

/** A mark that has a line run as those of the interface do. */
export const LEFT_TO_RIGHT = '\u200e';

/** Ways to write a date: `17`, `Tue`, `17 Mar`, `17 Mar 2026`, `17 March 2026`, `March 2026`. */
export type DayStyle = 'number' | 'weekday' | 'weekday-long' | 'short' | 'full' | 'long' | 'month' | 'month-short';

const options: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  number: { day: 'numeric' },
  weekday: { weekday: 'short' },
  'weekday-long': { weekday: 'long' },
  short: { day: 'numeric', month: 'short' },
  full: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  'month-short': { month: 'short' },
};

const formats = new Map<string, Intl.DateTimeFormat>();
/** Days written before, by locale and style. */
const written = new Map<string, Map<DayStyle, Map<IsoDate, string>>>();

/** A date (`YYYY-MM-DD`) or month (`YYYY-MM`) in words of the locale, without time zone. What is no date comes back as it is. */
export function formatDay(iso: IsoDate, locale: string, style: DayStyle): string {
  const days = daysWritten(locale, style);
  const known = days.get(iso);
  if (known !== undefined) return known;
  const time = timeOfDay(iso);
  const text = Number.isNaN(time) ? iso : formatOf(locale, style).format(time);
  days.set(iso, text);
  return text;
}

function daysWritten(locale: string, style: DayStyle): Map<IsoDate, string> {
  const styles = written.get(locale) ?? new Map<DayStyle, Map<IsoDate, string>>();
  written.set(locale, styles);
  const days = styles.get(style) ?? new Map<IsoDate, string>();
  styles.set(style, days);
  return days;
}

/** Short form for rows: without the year where it is the year of `asOf`. */
export function shortDay(iso: IsoDate, locale: string, asOf: IsoDate | null): string {
  return formatDay(iso, locale, asOf !== null && asOf.slice(0, 4) === iso.slice(0, 4) ? 'short' : 'full');
}

/** A date that leads a row: day and month, and in small below them the weekday, with the year where it is not that of `asOf`. */
export function farDay(iso: IsoDate, locale: string, asOf: IsoDate | null): { readonly day: string; readonly rest: string } {
  const weekday = formatDay(iso, locale, 'weekday');
  const rest = asOf !== null && asOf.slice(0, 4) === iso.slice(0, 4) ? weekday : `${weekday} ${iso.slice(0, 4)}`;
  return { day: formatDay(iso, locale, 'short'), rest };
}

/** A time of day (`HH:MM`) as the locale writes it. */
export function formatTime(time: string, locale: string): string {
  const key = `${locale}|time`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(Date.parse(`2000-01-01T${time}Z`));
}

/** `18 Mar, Planning call`; only the title where it has no date or says it itself. */
export function datedTitle(
  { text, date }: { readonly text: string; readonly date: IsoDate | null },
  locale: string,
  asOf: IsoDate | null,
): string {
  if (date !== null && !text.includes(date)) return `${shortDay(date, locale, asOf)}, ${text}`;
  return /^\d/.test(text) && hasRightToLeft(text) ? LEFT_TO_RIGHT + text : text;
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((timeOfDay(to) - timeOfDay(from)) / 86_400_000);
}

/** The date a number of days later. */
export function dayAfter(iso: IsoDate, days: number): IsoDate {
  return new Date(timeOfDay(iso) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(iso: IsoDate): number {
  return (new Date(timeOfDay(iso)).getUTCDay() + 6) % 7;
}

function timeOfDay(iso: IsoDate): number {
  return Date.parse(iso.length === 7 ? `${iso}-01` : iso);
}

function formatOf(locale: string, style: DayStyle): Intl.DateTimeFormat {
  const key = `${locale}|${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options[style], timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format;
}
