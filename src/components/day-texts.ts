import type { IsoDate } from '../notes/note.ts';
import type { DatedItem } from '../views/moments.ts';
import { dayAfter, daysBetween } from './days.ts';

/** What a page is counted again from, in few letters. Pure and small: the scripts in `client/` read what templates write. */

/** Days, newest first, as the newest and the steps back from it: `2026-03-17 7 14`. */
export function textFromDays(days: readonly IsoDate[]): string {
  return days.map((date, i) => (i === 0 ? date : daysBetween(date, days[i - 1] ?? date))).join(' ');
}

/** Reads what `textFromDays` wrote. */
export function daysFromText(text: string): readonly IsoDate[] {
  const [newest = '', ...steps] = text.split(' ');
  const days: IsoDate[] = newest === '' ? [] : [newest];
  for (const step of steps) days.push(dayAfter(days.at(-1) ?? newest, -Number(step)));
  return days;
}

/** Items as lines of date, address and words. */
export function textFromItems(items: readonly DatedItem[]): string {
  return items.map(({ date, href, text }) => `${date} ${href} ${text}`).join('\n');
}

/** Reads what `textFromItems` wrote. */
export function itemsFromText(text: string): readonly DatedItem[] {
  return text.split('\n').flatMap((line) => {
    const [date = '', href = '', ...words] = line.split(' ');
    return date === '' ? [] : [{ date, href: href as DatedItem['href'], text: words.join(' ') }];
  });
}
