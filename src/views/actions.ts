import { isOpen } from '../graph/actions.ts';
import type { Action, PageUrl } from '../graph/graph.ts';
import type { IsoDate } from '../notes/note.ts';
import { boardFiles } from './action-files.ts';
import { hrefOf, type ViewContext } from './context.ts';
import type { ActionsView } from './list-view.ts';
import { paged } from './paging.ts';
import type { ActionRow } from './row.ts';
import { actionRow, duesOf, whenOf } from './rows.ts';

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

/** Actions on one page of the board; a row is larger than those of other lists. */
export const ACTION_ROWS = 300;

/** One page of the action board. Counts are about the whole board. */
export function actionsView(ctx: ViewContext, base: PageUrl, current: number, page: PageUrl): ActionsView {
  const all = actionsInOrder(ctx);
  const { rows, paging } = paged(all, base, current, ACTION_ROWS);
  const { total, open, proposed, done, places } = tallied(ctx);
  return {
    kind: 'actions',
    buckets: BUCKETS.map((id) => ({
      id,
      rows: rows.filter((action) => whenOf(action, ctx.graph.asOf) === id).map((action) => actionRow(ctx, action, page)),
    })).filter((bucket) => bucket.rows.length > 0),
    total,
    counts: { open, proposed, done, ...Object.fromEntries(places.map(({ id, count }) => [id, count])) } as ActionsView['counts'],
    files: boardFiles(ctx),
    ...facetsOf(ctx),
    paging,
    spread:
      paging === null
        ? null
        : {
            dues: duesOf(all.filter((action) => isOpen(action.state))),
            starts: places.map(({ id, from }) => ({ id, page: Math.floor(from / ACTION_ROWS) })),
            lasts: lastsOf(all, places),
          },
  };
}

interface Tallied {
  readonly total: number;
  readonly open: number;
  readonly proposed: number;
  readonly done: number;
  /** Where each bucket begins in the order of the board, and how many actions it holds. */
  readonly places: readonly { readonly id: ActionRow['when']; readonly from: number; readonly count: number }[];
}

const tallies = new WeakMap<ViewContext, Tallied>();

function tallied(ctx: ViewContext): Tallied {
  const known = tallies.get(ctx) ?? tallyActions(ctx);
  tallies.set(ctx, known);
  return known;
}

function tallyActions(ctx: ViewContext): Tallied {
  const all = actionsInOrder(ctx);
  const whens = all.map((action) => whenOf(action, ctx.graph.asOf));
  const open = all.filter((action) => isOpen(action.state));
  return {
    total: all.length,
    open: open.length,
    proposed: open.filter((action) => action.state === 'proposed').length,
    done: all.filter((action) => action.state === 'done').length,
    places: BUCKETS.map((id) => ({ id, from: Math.max(whens.indexOf(id), 0), count: whens.filter((when) => when === id).length })),
  };
}

/** The last due date of each page with open actions that have one: they stand in the order of their dates. */
function lastsOf(all: readonly Action[], places: Tallied['places']): readonly IsoDate[] {
  const dated = all.slice(
    0,
    places.filter(({ id }) => id === 'overdue' || id === 'soon' || id === 'later').reduce((sum, { count }) => sum + count, 0),
  );
  return Array.from(
    { length: Math.ceil(dated.length / ACTION_ROWS) },
    (_, i) => dated[Math.min((i + 1) * ACTION_ROWS, dated.length) - 1]?.due ?? '',
  );
}

const facets = new WeakMap<ViewContext, Pick<ActionsView, 'owners' | 'accounts'>>();

function facetsOf(ctx: ViewContext): Pick<ActionsView, 'owners' | 'accounts'> {
  const all = ctx.graph.actions;
  const known = facets.get(ctx) ?? {
    owners: tally(all, (action) =>
      action.owner === null || action.ownerUrl === null ? null : { text: action.owner, href: hrefOf(action.ownerUrl) },
    ),
    accounts: tally(all, (action) =>
      action.accountUrl === null || action.account === null || (ctx.info.brief && ctx.graph.accounts.length < 2)
        ? null
        : { text: action.account, href: hrefOf(action.accountUrl) },
    ),
  };
  facets.set(ctx, known);
  return known;
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
