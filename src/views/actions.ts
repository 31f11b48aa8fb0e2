import { isOpen } from '../graph/actions.ts';
import type { Action, PageUrl } from '../graph/graph.ts';
import type { IsoDate } from '../notes/note.ts';
import { hrefOfPart } from './account-links.ts';
import { boardFiles } from './action-files.ts';
import { hrefOf, type ViewContext } from './context.ts';
import type { ActionsView } from './list-view.ts';
import { ACTION_ROWS, paged } from './paging.ts';
import type { ActionRow, Ref } from './row.ts';
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

/** One page of the action board. Counts are about the whole board. */
export function actionsView(ctx: ViewContext, base: PageUrl, current: number, page: PageUrl): ActionsView {
  const all = actionsInOrder(ctx);
  const { rows, paging } = paged(all, base, current, ACTION_ROWS);
  const { total, open, proposed, done, places, spread } = tallied(ctx);
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
    spread: paging === null ? null : spread(),
  };
}

interface Tallied {
  readonly total: number;
  readonly open: number;
  readonly proposed: number;
  readonly done: number;
  /** Where each bucket begins in the order of the board, and how many actions it holds. */
  readonly places: readonly { readonly id: ActionRow['when']; readonly from: number; readonly count: number }[];
  /** What each page of a board of several pages says of the others; made when first asked for. */
  readonly spread: () => NonNullable<ActionsView['spread']>;
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
  const places = BUCKETS.map((id) => ({ id, from: Math.max(whens.indexOf(id), 0), count: whens.filter((when) => when === id).length }));
  let spread: NonNullable<ActionsView['spread']> | null = null;
  return {
    total: all.length,
    open: open.length,
    proposed: open.filter((action) => action.state === 'proposed').length,
    done: all.filter((action) => action.state === 'done').length,
    places,
    spread: () => {
      spread ??= {
        dues: duesOf(open),
        starts: places.map(({ id, from }) => ({ id, page: Math.floor(from / ACTION_ROWS) })),
        lasts: lastsOf(all, places),
      };
      return spread;
    },
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

type Facets = Pick<ActionsView, 'owners' | 'accounts' | 'left'>;

const facets = new WeakMap<ViewContext, Facets>();

/** Whose actions there are. Where a page of the board knows only itself, an account leads to its own list of actions, and so does an owner. */
function facetsOf(ctx: ViewContext): Facets {
  const known = facets.get(ctx);
  if (known !== undefined) return known;
  const { actions, accountByName } = ctx.graph;
  const isSpread = actions.length > ACTION_ROWS;
  const owners = tally(actions, ({ owner, ownerUrl }) =>
    owner === null || ownerUrl === null ? null : { text: owner, href: hrefOf(ownerUrl, isSpread ? 'actions' : '') },
  );
  const accounts = tally(actions, ({ account: name }) => {
    const account = name === null ? undefined : accountByName(name);
    return account === undefined || (ctx.info.brief && ctx.graph.accounts.length < 2)
      ? null
      : { text: account.name, href: isSpread ? hrefOfPart(ctx, account, 'actions') : hrefOf(account.url) };
  });
  const left = { owners: Math.max(owners.length - FACET, 0), accounts: Math.max(accounts.length - FACET, 0) };
  const made = { owners: owners.slice(0, FACET), accounts: accounts.slice(0, FACET), left };
  facets.set(ctx, made);
  return made;
}

/** Most entries of a facet. */
const FACET = 40;

function tally(actions: readonly Action[], refOf: (action: Action) => Ref | null): ActionsView['owners'] {
  const counts = new Map<string, Ref & { count: number }>();
  for (const action of actions) {
    const ref = refOf(action);
    if (ref === null) continue;
    const known = counts.get(ref.text);
    if (known === undefined) counts.set(ref.text, { ...ref, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}
