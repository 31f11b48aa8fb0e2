import { isOpen } from '../graph/actions.ts';
import type { Action, PageUrl } from '../graph/graph.ts';
import { boardFiles } from './action-files.ts';
import { hrefOf, type ViewContext } from './context.ts';
import { paged } from './paging.ts';
import type { ActionRow } from './row.ts';
import { actionRow, whenOf } from './rows.ts';
import type { ActionsView } from './view.ts';

const BUCKETS: readonly ActionRow['when'][] = ['overdue', 'soon', 'later', 'none', 'closed'];

const boards = new WeakMap<ViewContext, readonly Action[]>();

/** Every action of the scope in the order of the board: overdue, due soon, later, undated, closed (newest first). Ordered once a site. */
export function actionsInOrder(ctx: ViewContext): readonly Action[] {
  const known = boards.get(ctx) ?? orderActions(ctx);
  boards.set(ctx, known);
  return known;
}

function orderActions(ctx: ViewContext): readonly Action[] {
  const buckets = new Map<ActionRow['when'], Action[]>(BUCKETS.map((when) => [when, []]));
  for (const action of ctx.graph.actions) buckets.get(whenOf(action, ctx.graph.asOf))?.push(action);
  buckets.get('closed')?.reverse();
  return BUCKETS.flatMap((when) => buckets.get(when) ?? []);
}

/** One page of the action board. */
export function actionsView(ctx: ViewContext, base: PageUrl, current: number, page: PageUrl): ActionsView {
  const all = actionsInOrder(ctx);
  const { rows, paging } = paged(all, base, current);
  const when = (wanted: ActionRow['when']): number => all.filter((action) => whenOf(action, ctx.graph.asOf) === wanted).length;
  const open = all.filter((action) => isOpen(action.state));
  return {
    kind: 'actions',
    buckets: BUCKETS.map((id) => ({
      id,
      rows: rows.filter((action) => whenOf(action, ctx.graph.asOf) === id).map((action) => actionRow(ctx, action, page)),
    })).filter((bucket) => bucket.rows.length > 0),
    total: all.length,
    counts: {
      overdue: when('overdue'),
      soon: when('soon'),
      open: open.length,
      proposed: open.filter((action) => action.state === 'proposed').length,
      done: all.filter((action) => action.state === 'done').length,
    },
    files: boardFiles(ctx),
    owners: tally(open, (action) =>
      action.owner === null || action.ownerUrl === null ? null : { text: action.owner, href: hrefOf(action.ownerUrl) },
    ),
    accounts: tally(open, (action) =>
      action.account === null || action.accountUrl === null ? null : { text: action.account, href: hrefOf(action.accountUrl) },
    ),
    paging,
  };
}

/** Most entries of a facet. */
const FACET = 40;

function tally(
  actions: readonly Action[],
  refOf: (action: Action) => { readonly text: string; readonly href: ReturnType<typeof hrefOf> } | null,
): ActionsView['owners'] {
  const counts = new Map<string, { readonly text: string; readonly href: ReturnType<typeof hrefOf>; count: number }>();
  for (const action of actions) {
    const ref = refOf(action);
    if (ref === null) continue;
    const known = counts.get(ref.text);
    if (known === undefined) counts.set(ref.text, { ...ref, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)).slice(0, FACET);
}
