import type { Action } from '../graph/graph.ts';
import { rankOf } from '../notes/due.ts';
import { noteAt, type ViewContext } from './context.ts';

/** High priority first, then what fell due last: what lies for long is left behind by what has just gone wrong. */
export function pressingFirst(actions: readonly Action[]): readonly Action[] {
  return [...actions].sort((a, b) => rankOf(a.priority) - rankOf(b.priority) || order(b.due ?? '', a.due ?? ''));
}

/** What falls due first, of one day the high priority first. */
export function comingFirst(actions: readonly Action[]): readonly Action[] {
  return [...actions].sort((a, b) => order(a.due ?? '~', b.due ?? '~') || rankOf(a.priority) - rankOf(b.priority));
}

/** By due date, those without one last; else in the order given. */
export function dueFirst(actions: readonly Action[]): readonly Action[] {
  return [...actions].sort((a, b) => order(a.due ?? '~', b.due ?? '~'));
}

/** The one closed last first; without a day of closing, the one written down last. */
export function closedLast(ctx: ViewContext, actions: readonly Action[]): readonly Action[] {
  const days = new Map<Action, string>();
  for (const action of actions) {
    const source = action.sources[0];
    days.set(action, action.done ?? (source === undefined ? null : noteAt(ctx, source.path).date) ?? action.due ?? '');
  }
  return [...actions].sort((a, b) => order(days.get(b) ?? '', days.get(a) ?? ''));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
