import type { Priority } from './note.ts';

/** Words and marks of due dates and ages. Pure and small: templates and the scripts of pages say the same with them. */

/** Days ahead that still count as soon. */
export const SOON_DAYS = 7;

const RANKS: readonly Priority[] = ['highest', 'high', 'medium', 'low', 'lowest'];

/** Place of a priority, the highest first; without one it is medium, as in the Tasks plugin. */
export function rankOf(priority: Priority | null): number {
  return RANKS.indexOf(priority ?? 'medium');
}

/** Bucket of an open action by the days left until it is due. */
export function whenDue(daysLeft: number): 'overdue' | 'soon' | 'later' {
  if (daysLeft < 0) return 'overdue';
  return daysLeft <= SOON_DAYS ? 'soon' : 'later';
}

/** What stands beside a due date: `today`, `in 4 days`, `3 days over`. */
export function dueText(daysLeft: number): string {
  if (daysLeft < 0) return `${spanText(-daysLeft)} over`;
  return daysLeft === 0 ? 'today' : aheadText(daysLeft);
}

/** `tomorrow`, `in 4 days`. */
export function aheadText(days: number): string {
  return days === 1 ? 'tomorrow' : `in ${spanText(days)}`;
}

/** A number of days in words: in days up to two months, then in months and years. */
export function spanText(days: number): string {
  if (days < 61) return counted(days, 'day');
  if (days < 730) return counted(Math.round(days / 30.44), 'month');
  return counted(Math.floor(days / 365.25), 'year');
}

function counted(count: number, word: string): string {
  return `${count} ${count === 1 ? word : `${word}s`}`;
}
