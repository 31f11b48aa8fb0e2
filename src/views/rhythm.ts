import { compareText } from '../diagnostics/order.ts';
import { daysBetween } from '../notes/dates.ts';
import type { IsoDate } from '../notes/note.ts';

/** Gaps between meetings that tell a rhythm; older ones are history. */
const GAPS = 9;
/** An account with fewer days of meeting than this has no rhythm yet. */
const RHYTHM_DAYS = 3;
const QUIET_DAYS = 45;
const QUIET_LEAST = 21;

/** How often an account is met, and from when its silence says something. */
export interface Rhythm {
  /** Days between two meetings as a rule: the median of the last gaps; null for an account that was met on one or two days. */
  readonly usual: number | null;
  /** An account is quiet when more days than this have passed since its last contact. */
  readonly quietAfter: number;
}

/**
 * The rhythm of meetings on these dates, in any order; days after `asOf` are plans and do not count, and two meetings on one day are one.
 * Quiet is who was missed once: twice the usual gap has passed, and three weeks at least. Who was met on one or two days is quiet after 45 days,
 * or after twice the only gap there is.
 */
export function rhythmOf(dates: readonly IsoDate[], asOf: IsoDate | null): Rhythm {
  const days = [...new Set(dates)].filter((date) => asOf === null || date <= asOf).sort(compareText);
  const gaps = days.slice(1).map((date, i) => daysBetween(days[i] ?? date, date));
  const recent = gaps.slice(-GAPS).sort((a, b) => a - b);
  const middle = recent[Math.floor((recent.length - 1) / 2)];
  if (middle === undefined) return { usual: null, quietAfter: QUIET_DAYS };
  if (days.length < RHYTHM_DAYS) return { usual: null, quietAfter: Math.max(QUIET_DAYS, middle * 2) };
  return { usual: middle, quietAfter: Math.max(QUIET_LEAST, middle * 2) };
}
