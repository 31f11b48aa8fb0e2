import { daysBetween } from '../notes/dates.ts';
import type { IsoDate } from '../notes/note.ts';

/** An account with fewer meetings than this has no rhythm yet: it is quiet after a fixed time. */
const RHYTHM_MEETINGS = 3;
const QUIET_DAYS = 45;
const QUIET_LEAST = 21;

/**
 * True when the silence since the last contact is longer than the account's own rhythm lets expect: more than twice the usual gap between
 * its last meetings (and three weeks at least); 45 days for accounts without a rhythm. Dates newest first; `age` in days.
 */
export function isStale(dates: readonly IsoDate[], age: number): boolean {
  const gaps = dates.slice(0, 9).flatMap((date, i) => {
    const before = dates[i + 1];
    return before === undefined ? [] : [daysBetween(before, date)];
  });
  if (dates.length < RHYTHM_MEETINGS) return age > QUIET_DAYS;
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? QUIET_DAYS;
  return age > Math.max(QUIET_LEAST, usual * 2);
}
