import type { WeekHeat } from '../views/account-timeline-view.ts';
import { formatDay } from './days.ts';

const left = 40;
const right = 784;
const weeks = 53;
export const weekRows = { top: 20, rowHeight: 18, cellHeight: 15 } as const;

/** Geometry of years as lines of weeks in a box 784 wide. */
export interface WeekDrawing {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Width of one cell, and of one column with its gap. */
  readonly cell: number;
  readonly column: number;
  readonly months: readonly { readonly x: number; readonly text: string }[];
  readonly years: readonly {
    readonly y: number;
    readonly text: string;
    readonly linked: boolean;
  }[];
  /** Cells of one, two, three and more meetings, each level one path. */
  readonly levels: readonly string[];
}

/** Places every week with meetings; a month's name stands over the week that begins it in most years. */
export function drawWeeks(heat: WeekHeat, locale: string): WeekDrawing {
  const column = Math.floor(((right - left) / weeks) * 1000) / 1000;
  const xOf = (week: number) => Math.round((left + week * column) * 10) / 10;
  const yOf = (line: number) => weekRows.top + line * weekRows.rowHeight;
  const cell = Math.round((column - 3) * 10) / 10;
  return {
    left,
    width: Math.round(column * weeks * 10) / 10,
    height: weekRows.top + heat.years.length * weekRows.rowHeight,
    cell,
    column,
    months: Array.from({ length: 12 }, (_, month) => ({
      x: xOf(Math.round(month * 4.348)),
      text: formatDay(`2024-${String(month + 1).padStart(2, '0')}`, locale, 'month-short'),
    })),
    years: heat.years.map(({ year, linked }, line) => ({ y: yOf(line), text: year, linked })),
    levels: [1, 2, 3].map((level) =>
      heat.years
        .flatMap(({ weeks: held }, line) =>
          held.flatMap(({ week, count }) =>
            Math.min(count, 3) === level ? `M${xOf(week)} ${yOf(line)}h${cell}v${weekRows.cellHeight}h-${cell}z` : [],
          ),
        )
        .join(''),
    ),
  };
}
