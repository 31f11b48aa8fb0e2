import { addDays } from '../notes/dates.ts';
import type { IsoDate } from '../notes/note.ts';
import type { Heat, MeetingRow } from './row.ts';

/** Weeks a heat strip covers at most. */
const WEEKS = 53;

/** A meeting as a heat strip sees it. */
export type HeatDay = Pick<MeetingRow, 'date' | 'href' | 'ghost'>;

/** Days with meetings over the year before `asOf` (or before the newest meeting, where that lies ahead or further back); a day links to its first meeting. Null without meetings. */
export function heatFrom(rows: readonly HeatDay[], asOf: IsoDate | null): Heat | null {
  const dated = rows.filter((row) => !row.ghost);
  const newest = dated.reduce<IsoDate | null>((date, row) => (date === null || row.date > date ? row.date : date), null);
  if (newest === null) return null;
  // A strip that would be empty ends where the meetings do.
  const to = asOf === null || newest > asOf || newest < addDays(asOf, -7 * WEEKS) ? newest : asOf;
  const earliest = addDays(to, -7 * WEEKS);
  const days = new Map<IsoDate, { date: IsoDate; count: number; href: MeetingRow['href'] }>();
  let from = to;
  for (const row of dated) {
    if (row.date < earliest || row.date > to) continue;
    if (row.date < from) from = row.date;
    const day = days.get(row.date);
    if (day === undefined) days.set(row.date, { date: row.date, count: 1, href: row.href });
    else day.count += 1;
  }
  return { from, to, days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)) };
}
