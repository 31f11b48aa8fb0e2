import type { Action } from '../graph/graph.ts';
import { noteAt, type ViewContext } from './context.ts';

/** By due date, those without one last; else in the order given. */
export function dueFirst(actions: readonly Action[]): readonly Action[] {
  return [...actions].sort((a, b) => order(a.due ?? '~', b.due ?? '~'));
}

/** The one closed last first; without a day of closing, the one written down last. */
export function closedLast(ctx: ViewContext, actions: readonly Action[]): readonly Action[] {
  const day = (action: Action): string => {
    const source = action.sources[0];
    return action.done ?? (source === undefined ? null : noteAt(ctx, source.path).date) ?? action.due ?? '';
  };
  return [...actions].sort((a, b) => order(day(b), day(a)));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
