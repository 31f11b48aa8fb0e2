import { isOpen } from '../graph/actions.ts';
import type { Account, Href, PageUrl } from '../graph/graph.ts';
import { leadOf } from './account.ts';
import { actionsInOrder } from './actions.ts';
import { hrefOf, noteAt, type ViewContext } from './context.ts';
import type { CoverView } from './cover-view.ts';
import { accountRow, actionRow, duesOf, whenOf } from './rows.ts';
import { datedMeetings } from './timeline.ts';

/** Open actions of one side on the cover. */
const SHOWN = 6;
/** Notes of no kind that are named one by one; more are a list of their own. */
const NAMED = 8;

/** The cover of a brief. `page` is the page it stands on. */
export function coverView(ctx: ViewContext, page: PageUrl): CoverView {
  const { graph } = ctx;
  const meetings = datedMeetings(ctx);
  const [newest, oldest] = [meetings[0], meetings.at(-1)];
  const open = actionsInOrder(ctx).filter((action) => isOpen(action.state));
  const pressing = open.filter((action) => ['overdue', 'soon'].includes(whenOf(action, graph.asOf)));
  const rest = open.filter((action) => !pressing.includes(action));
  return {
    kind: 'cover',
    accounts: graph.accounts.map((account) => ({
      row: accountRow(ctx, account),
      lead: leadOf(ctx, account, account.note === null ? null : noteAt(ctx, account.note)),
    })),
    period: newest === undefined || oldest === undefined ? null : { from: oldest.date, to: newest.date },
    decisions: graph.decisions.length,
    contents: contentsOf(ctx, graph.accounts, meetings.length),
    actions: {
      rows: [...pressing, ...rest].slice(0, SHOWN).map((action) => actionRow(ctx, action, page)),
      total: open.length,
      overdue: open.filter((action) => whenOf(action, graph.asOf) === 'overdue').length,
      dues: duesOf(open),
    },
  };
}

function contentsOf(ctx: ViewContext, accounts: readonly Account[], meetings: number): CoverView['contents'] {
  const { graph } = ctx;
  const list = (text: string, href: string, count: number): CoverView['contents'] =>
    count === 0 ? [] : [{ text, href: href as Href, detail: String(count) }];
  const others = [...graph.notes.values()].filter((note) => note.kind !== 'meeting' && note.kind !== 'account' && note.kind !== 'person');
  return [
    ...accounts.map((account) => ({
      text: accounts.length === 1 ? 'Facts and record' : account.name,
      href: hrefOf(account.url),
      detail: '',
    })),
    ...list('Meetings', 'timeline.html', meetings),
    ...list('Actions', 'actions.html', graph.actions.length),
    ...list('Decisions', 'decisions.html', graph.decisions.length),
    ...list('People', 'people.html', graph.people.length),
    ...(others.length > NAMED ? list('Notes', 'browse.html', others.length) : []),
    ...(others.length > NAMED ? [] : others).map((note) => ({
      text: note.title,
      href: hrefOf(graph.pageUrls.note(note.path)),
      detail: 'note',
    })),
  ];
}
