import type { Heat } from '../views/row.ts';
import { dayAfter, daysBetween, formatDay, weekdayOf } from './days.ts';

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
    areas: areasOf(weekdayOf(heat.from), weekdayOf(heat.to), weeks, xOf, yOf),
    months: monthsOf(heat, start, weeks, locale, column, xOf),
    days: heat.days.map((day) => ({
      x: xOf(Math.floor(daysBetween(start, day.date) / 7)),
      y: yOf(weekdayOf(day.date)),
      level: day.count >= 3 ? 3 : day.count === 2 ? 2 : 1,
      label: `${formatDay(day.date, locale, 'short')}: ${day.count} ${day.count === 1 ? 'meeting' : 'meetings'}`,
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
): HeatDrawing['areas'] {
  const area = (week: number, count: number, from: number, to: number) => ({
    x: xOf(week),
    y: yOf(from),
    width: Math.round((xOf(week + count) - xOf(week)) * 10) / 10,
    height: (to - from + 1) * rowHeight,
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
