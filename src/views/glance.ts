import { isOpen } from '../graph/actions.ts';
import type { Action } from '../graph/graph.ts';
import { addDays, daysBetween } from '../notes/dates.ts';
import { SOON_DAYS } from '../notes/due.ts';
import type { IsoDate } from '../notes/note.ts';
import { comingFirst, pressingFirst } from './action-order.ts';
import { actionsInOrder } from './actions.ts';
import type { ViewContext } from './context.ts';
import { whenOf } from './rows.ts';

/** Shown are eight rows, at most four of them of what comes due; others come up as days pass, or lie behind a day that is still to come. */
const LATE = 8;
const SOON = 4;
const ROWS = 48;
const DAYS_AHEAD = 92;
/** Without a newest meeting only the browser can tell late from soon. */
const UNDATED = 24;

/** Actions for the first page: the overdue, those of high priority first and then the latest, and what comes due. Both hold more than is shown. */
export function glanceActions(ctx: ViewContext): { readonly overdue: readonly Action[]; readonly ahead: readonly Action[] } {
  const { asOf } = ctx.graph;
  const dated = comingFirst(actionsInOrder(ctx).filter(({ due, state }) => due !== null && isOpen(state)));
  if (asOf === null) return { overdue: [], ahead: dated.slice(0, UNDATED) };
  const pressing = pressingFirst(dated);
  const kept = new Set<Action>();
  for (const day of daysOfChange(ctx, dated, asOf)) {
    take(kept, pressing, LATE, ({ due }) => due !== null && due < day);
    const until = addDays(day, SOON_DAYS);
    take(kept, dated, SOON, ({ due }) => due !== null && due >= day && due <= until);
    if (kept.size >= ROWS) break;
  }
  return {
    overdue: pressing.filter((action) => kept.has(action) && whenOf(action, asOf) === 'overdue'),
    ahead: dated.filter((action) => kept.has(action) && whenOf(action, asOf) !== 'overdue'),
  };
}

function take(kept: Set<Action>, actions: readonly Action[], most: number, fits: (action: Action) => boolean): void {
  let count = 0;
  for (const action of actions) {
    if (count >= most) return;
    if (!fits(action)) continue;
    kept.add(action);
    count += 1;
  }
}

/** Days on which other rows may be shown, those nearest to the day the build counts from first. */
function daysOfChange(ctx: ViewContext, dated: readonly Action[], asOf: IsoDate): readonly IsoDate[] {
  const first = ctx.info.countsFrom ?? asOf;
  const last = addDays(asOf, DAYS_AHEAD);
  const days = new Set([asOf, first]);
  for (const { due } of dated) if (due !== null) for (const day of [addDays(due, 1), addDays(due, -SOON_DAYS)]) days.add(day);
  const near = (day: IsoDate): number => Math.abs(daysBetween(asOf, day));
  return [...days].filter((day) => day >= first && day <= last).sort((a, b) => near(a) - near(b) || (a < b ? -1 : 1));
}
