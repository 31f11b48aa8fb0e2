import { addDays, daysBetween, weekday } from '../notes/dates.ts';
import type { IsoDate } from '../notes/note.ts';
import type { WeekHeat } from './account-timeline-view.ts';
import type { MeetingRow } from './row.ts';

/** Days that a calendar of days can show; above it a line a year tells more. */
const DAYS = 7 * 53;
/** Most lines. */
const YEARS = 12;

/** Meetings a week, a line a year; null for meetings of little more than one year. The input is newest first; `parts` are years that can be linked to. */
export function weekHeat(meetings: readonly Pick<MeetingRow, 'date'>[], parts: ReadonlySet<string>): WeekHeat | null {
  const [newest, oldest] = [meetings[0], meetings.at(-1)];
  if (newest === undefined || oldest === undefined || daysBetween(oldest.date, newest.date) <= DAYS) return null;
  return {
    years: [...Map.groupBy(meetings, ({ date }) => date.slice(0, 4))].slice(0, YEARS).map(([year, rows]) => {
      const start = mondayOf(`${year}-01-01` as IsoDate);
      const weeks = Map.groupBy(rows, ({ date }) => Math.floor(daysBetween(start, date) / 7));
      return {
        year,
        meetings: rows.length,
        linked: parts.has(year),
        weeks: [...weeks].map(([week, held]) => ({ week, count: held.length })).sort((a, b) => a.week - b.week),
      };
    }),
  };
}

function mondayOf(date: IsoDate): IsoDate {
  return addDays(date, 1 - weekday(date));
}
