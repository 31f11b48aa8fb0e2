/** Today where the reader is, as `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The language of the site, for days in words. */
export const locale = document.documentElement.lang;

/**
 * False on a clock that stands before all that the page can be counted from: the page is then left as it is. The day it was written for may well
 * be later than today, where a note was prepared for a coming meeting.
 */
export function canCount(day: string): boolean {
  return day >= (document.body.dataset['countsFrom'] ?? '');
}
