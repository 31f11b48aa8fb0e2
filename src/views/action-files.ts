import { isOpen } from '../graph/actions.ts';
import type { Account, Action, Href, PageUrl } from '../graph/graph.ts';
import { actionCalendar, actionEvents } from './action-calendar.ts';
import { actionRows, actionTable } from './action-table.ts';
import type { ViewContext } from './context.ts';
import { once } from './once.ts';
import type { ActionFiles } from './row.ts';

/** A file of the site that is no page. Cheap to list; its text is made on demand, the same every time, and in parts, for there may be much of it. */
export interface PlannedFile {
  /** Relative to the site root, with `/`. */
  readonly path: Href;
  readonly parts: () => Iterable<string>;
}

const BOARD = 'actions.html' as PageUrl;

/**
 * Tables and calendars of actions, for the whole board and for each account, sorted by path (code point order). A table stands beside each page
 * with actions, a calendar beside each with a due date, be its action closed: who subscribed to it must still find it when all is done.
 */
export function planActionFiles(ctx: ViewContext): readonly PlannedFile[] {
  const { graph, info } = ctx;
  // An action stands in two files of each kind, with the same words.
  const rows = once(() => actionRows(ctx, graph.actions));
  const events = once(() => actionEvents(ctx, graph.actions));
  const filesBeside = (page: PageUrl, name: string, actions: readonly Action[]): readonly PlannedFile[] => {
    const { table, calendar } = pathsBeside(page);
    return [
      ...(actions.length === 0 ? [] : [{ path: table, parts: () => actionTable(actions, rows()) }]),
      ...(actions.some(({ due }) => due !== null)
        ? [{ path: calendar, parts: () => actionCalendar(ctx, `Actions – ${name}`, actions, events()) }]
        : []),
    ];
  };
  const files = [
    ...filesBeside(BOARD, info.title, graph.actions),
    ...graph.accounts.flatMap((account) => filesBeside(account.url, account.name, actionsOf(ctx, account))),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Files that the board links to; null when there are no actions. */
export function boardFiles(ctx: ViewContext): ActionFiles | null {
  return linksFrom(BOARD, ctx.graph.actions);
}

/** Files that an account's page links to; null when it has no actions. */
export function accountFiles(ctx: ViewContext, account: Account): ActionFiles | null {
  return linksFrom(account.url, actionsOf(ctx, account));
}

function linksFrom(page: PageUrl, actions: readonly Action[]): ActionFiles | null {
  if (actions.length === 0) return null;
  const { table, calendar } = pathsBeside(page);
  return { table, calendar: actions.some(({ due, state }) => due !== null && isOpen(state)) ? calendar : null };
}

/** `actions.csv` for the board, `accounts/x.actions.csv` for an account: pages end in `.html`, and attachments are in a folder of their own. */
function pathsBeside(page: PageUrl): { readonly table: Href; readonly calendar: Href } {
  const stem = page === BOARD ? 'actions' : page.replace(/\.html$/u, '.actions');
  return { table: `${stem}.csv` as Href, calendar: `${stem}.ics` as Href };
}

function actionsOf(ctx: ViewContext, account: Account): readonly Action[] {
  return ctx.actionsOf.get(account.name) ?? [];
}
