import type { Heat } from '../views/row.ts';
import { dayAfter, daysBetween, formatDay, weekdayOf } from './days.ts';
import { countOf } from './words.ts';

const left = 34;
const top = 20;
const width = 784;
const rowHeight = 18;
const cellHeight = 15;
const widest = 44;

/** Geometry of a calendar strip in a box 784 wide and 146 high: weeks are columns, Monday is on top. */
export interface HeatDrawing {
  /** Width of one cell. */
  readonly cell: number;
  /** Width of one column, the gap included. */
  readonly column: number;
  /** Areas covered by the period, to be filled with empty cells. */
  readonly areas: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
  readonly months: readonly { readonly x: number; readonly text: string }[];
  readonly days: readonly {
    readonly x: number;
    readonly y: number;
    readonly level: 1 | 2 | 3;
    readonly label: string;
    readonly href: string;
  }[];
}

/** Places every day of a strip. Weeks get wider columns the fewer there are. */
export function drawHeat(heat: Heat, locale: string): HeatDrawing {
  const start = dayAfter(heat.from, -weekdayOf(heat.from));
  const weeks = Math.floor(daysBetween(start, heat.to) / 7) + 1;
  const column = Math.min((width - left) / weeks, widest);
  const xOf = (week: number) => Math.round((left + week * column) * 10) / 10;
  const yOf = (weekday: number) => top + weekday * rowHeight;
  return {
    cell: Math.round((column - 3) * 10) / 10,
    column: Math.round(column * 1000) / 1000,
    areas: areasOf(weekdayOf(heat.from), weekdayOf(heat.to), weeks, xOf, yOf, rowHeight),
    months: monthsOf(heat, start, weeks, locale, column, xOf),
    days: heat.days.map((day) => ({
      x: xOf(Math.floor(daysBetween(start, day.date) / 7)),
      y: yOf(weekdayOf(day.date)),
      level: levelOf(day.count),
      label: dayLabel(day.date, day.count, locale),
      href: day.href,
    })),
  };
}

function areasOf(
  first: number,
  last: number,
  weeks: number,
  xOf: (week: number) => number,
  yOf: (weekday: number) => number,
  row: number,
): HeatDrawing['areas'] {
  const area = (week: number, count: number, from: number, to: number) => ({
    x: xOf(week),
    y: yOf(from),
    width: Math.round((xOf(week + count) - xOf(week)) * 10) / 10,
    height: (to - from + 1) * row,
  });
  if (weeks === 1) return [area(0, 1, first, last)];
  const middle = weeks > 2 ? [area(1, weeks - 2, 0, 6)] : [];
  return [area(0, 1, first, 6), ...middle, area(weeks - 1, 1, 0, last)];
}

/** A month's name stands over the first week that begins in it, where there is room. */
function monthsOf(
  heat: Heat,
  start: string,
  weeks: number,
  locale: string,
  column: number,
  xOf: (week: number) => number,
): HeatDrawing['months'] {
  const months: { x: number; text: string }[] = [];
  let previous = '';
  for (let week = 0; week < weeks; week += 1) {
    const day = week === 0 ? heat.from : dayAfter(start, week * 7);
    const month = day.slice(0, 7);
    if (month === previous) continue;
    previous = month;
    const x = xOf(week);
    const before = months.at(-1);
    if (before && x - before.x < 30) months.pop();
    if (x + Math.max(column, 26) <= width) months.push({ x, text: formatDay(month, locale, 'month-short') });
  }
  return months;
}

export const heatRows = { top, cellHeight, rowHeight } as const;

const year = { left: 34, top: 16, row: 12, width: 784, cellWidth: 11, cellHeight: 9 } as const;

/** One year as a small calendar in a box 784 wide and 100 high: days of a level are one path, or one link each. */
export interface YearDrawing {
  readonly column: number;
  readonly areas: HeatDrawing['areas'];
  readonly months: HeatDrawing['months'];
  /** Path data of the days of levels 1 to 3. */
  readonly levels: readonly string[];
  readonly days: readonly { readonly path: string; readonly level: 1 | 2 | 3; readonly label: string; readonly href: string }[];
  /** A digit (base 36, `z` for more) a day, from 1 January to the last day with a meeting. */
  readonly counts: string;
}

/** Places every day of a year. */
export function drawYear(name: string, days: Heat['days'], locale: string): YearDrawing {
  const from = `${name}-01-01`;
  const to = `${name}-12-31`;
  const start = dayAfter(from, -weekdayOf(from));
  const weeks = Math.floor(daysBetween(start, to) / 7) + 1;
  const column = (year.width - year.left) / 54;
  const xOf = (week: number) => Math.round((year.left + week * column) * 10) / 10;
  const counts: string[] = [];
  const placed = days.map(({ date, count, href }) => {
    counts[daysBetween(from, date)] = Math.min(count, 35).toString(36);
    const [x, y] = [xOf(Math.floor(daysBetween(start, date) / 7)), year.top + weekdayOf(date) * year.row];
    return {
      path: `M${x} ${y}h${year.cellWidth}v${year.cellHeight}h-${year.cellWidth}z`,
      level: levelOf(count),
      label: dayLabel(date, count, locale),
      href,
    };
  });
  const month = (index: number) => `${name}-${String(index + 1).padStart(2, '0')}-01`;
  return {
    column: Math.round(column * 1000) / 1000,
    areas: areasOf(weekdayOf(from), weekdayOf(to), weeks, xOf, (weekday) => year.top + weekday * year.row, year.row),
    months: Array.from({ length: 12 }, (_, index) => ({
      x: xOf(Math.ceil(daysBetween(start, month(index)) / 7)),
      text: formatDay(month(index), locale, 'month-short'),
    })),
    levels: ([1, 2, 3] as const).map((level) =>
      placed
        .filter((day) => day.level === level)
        .map(({ path }) => path)
        .join(''),
    ),
    days: placed,
    counts: Array.from(counts, (count) => count ?? '0').join(''),
  };
}

export const yearRows = year;

/** Shade of a day. */
function levelOf(count: number): 1 | 2 | 3 {
  return count >= 3 ? 3 : count === 2 ? 2 : 1;
}

/** What a day says: `17 Mar: 2 meetings`. */
function dayLabel(date: string, count: number, locale: string): string {
  return `${formatDay(date, locale, 'short')}: ${countOf(count, 'meeting')}`;
}
