import type { IsoDate } from '../notes/note.ts';

/** Dates in few letters, for a page that is counted again in the browser. Pure and small: the scripts in `client/` read what templates write. */

/**
 * Those before `from` as one number, since they stay before every later day; the others one by one, with how often where that is more than once:
 * `15 2026-03-20 2026-03-24*3`. Dates are sorted; `from` null writes all of them out.
 */
export function tallyText(dates: readonly IsoDate[], from: IsoDate | null): string {
  const before = from === null ? 0 : dates.filter((date) => date < from).length;
  const counts = new Map<IsoDate, number>();
  for (const date of dates.slice(before)) counts.set(date, (counts.get(date) ?? 0) + 1);
  const words = [...counts].map(([date, count]) => (count === 1 ? date : `${date}*${count}`));
  return [...(before > 0 ? [String(before)] : []), ...words].join(' ');
}

/** How many dates of a tally fit. Those told by number alone are asked for as an empty date, which lies before every other. */
export function countTally(tally: string, fits: (date: IsoDate | '') => boolean): number {
  let count = 0;
  for (const word of tally.split(' ')) {
    if (word === '') continue;
    const [date = '', times = '1'] = word.split('*');
    if (!date.includes('-')) count += fits('') ? Number(date) : 0;
    else if (fits(date)) count += Number(times);
  }
  return count;
}
