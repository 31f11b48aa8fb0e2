import type { PageUrl } from '../graph/graph.ts';
import { accountRef, groupBy, type ViewContext } from './context.ts';
import { paged } from './paging.ts';
import { decisionRows } from './rows.ts';
import type { DecisionsView } from './view.ts';

/** One page of the decision log, newest first, by month; undated ones come last under no month. */
export function decisionsView(ctx: ViewContext, base: PageUrl, current: number, page: PageUrl): DecisionsView {
  const all = ctx.graph.decisions;
  const { rows, paging } = paged(all, base, current);
  const months = groupBy(rows, (decision) => decision.date?.slice(0, 7) ?? '');
  const accounts = [...groupBy(all, (decision) => decision.account)].flatMap(([name, decisions]) => {
    const ref = accountRef(ctx, name);
    return ref === null ? [] : [{ ...ref, count: decisions.length }];
  });
  return {
    kind: 'decisions',
    months: [...months].map(([month, decisions]) => ({ month, rows: decisionRows(ctx, decisions, page) })),
    accounts: accounts.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)).slice(0, 40),
    total: all.length,
    paging,
  };
}
