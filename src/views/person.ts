import { isOpen } from '../graph/actions.ts';
import type { Action, PageUrl, Person } from '../graph/graph.ts';
import type { IsoDate } from '../notes/note.ts';
import { yearsFrom } from './account-timeline.ts';
import { boardFiles } from './action-files.ts';
import { closedLast, dueFirst } from './action-order.ts';
import { backlinkRows, MENTION_BYTES, mentionTotal, unlinkedRows } from './backlinks.ts';
import { noteAt, personChip, type ViewContext } from './context.ts';
import { noteBody } from './note-body.ts';
import { ACTION_ROWS, pageCount } from './paging.ts';
import { personRow } from './person-row.ts';
import { actionRow, bareMeetingRow, monthsFrom } from './rows.ts';
import { sideOf } from './sides.ts';
import type { PersonView } from './view.ts';

/** Most people a person is shown to meet with. */
const WITHS = 12;
/** Most meetings of one page: who has met for years has too many. */
const MEETINGS = 400;
/** Open actions that stand at once, further ones that are folded, and closed ones. */
const OPEN = 60;
const LATER = 80;
const CLOSED = 60;

const REASONS: Readonly<Record<Person['spellings'][number]['reason'], string>> = {
  alias: 'stated as alias',
  'unique-first-name': 'inferred, the only one by that name at the meeting or account',
  same: 'the same name',
};

/** The page of one person: meetings, actions, company kept, mentions, and the person's own note. */
export function personView(ctx: ViewContext, person: Person, page: PageUrl): PersonView {
  const note = person.note === null ? null : noteAt(ctx, person.note);
  const actions = ctx.actionsOfOwner.get(person.name) ?? [];
  const open = dueFirst(actions.filter((action) => isOpen(action.state)));
  const closed = closedLast(
    ctx,
    actions.filter((action) => !isOpen(action.state)),
  );
  const rowsOf = (some: readonly Action[]) => some.map((action) => actionRow(ctx, action, page));
  const met = new Set(person.meetings);
  const row = personRow(ctx, person, null);
  const meetings = person.meetings.slice(0, MEETINGS).flatMap((path) => {
    const meeting = noteAt(ctx, path);
    // The summaries stand on the account's page; here the list says where and when.
    return meeting.date === null ? [] : [bareMeetingRow(ctx, meeting, meeting.date)];
  });
  const linked = (note === null ? ctx.graph.derivedBacklinks.get(person.url) : ctx.graph.backlinks.get(note.path)) ?? [];
  const mentions = linked.filter(({ from }) => !met.has(from));
  const own = person.accounts.length === 1 ? (person.accounts[0] ?? null) : null;
  return {
    kind: 'person',
    name: person.name,
    side: ctx.info.brief ? null : sideOf(ctx.graph, person),
    row,
    spellings: (ctx.info.brief ? [] : person.spellings).map(({ text, reason }) => ({
      text,
      reason: REASONS[reason],
      inferred: reason === 'unique-first-name',
    })),
    years: yearsFrom(monthsFrom(meetings)),
    olderMeetings: Math.max(0, person.meetings.length - MEETINGS),
    open: rowsOf(open.slice(0, OPEN)),
    later: rowsOf(open.slice(OPEN, OPEN + LATER)),
    openTotal: open.length,
    table: pageCount(ctx.graph.actions.length, ACTION_ROWS) > 1 ? (boardFiles(ctx)?.table ?? null) : null,
    closed: rowsOf(closed.slice(0, CLOSED)),
    closedTotal: {
      done: closed.filter((action) => action.state === 'done').length,
      cancelled: closed.filter((action) => action.state !== 'done').length,
    },
    ...withsOf(ctx, person),
    mentions: backlinkRows(ctx, mentions, own, MENTION_BYTES),
    mentionTotal: mentionTotal(mentions),
    unlinked: unlinkedRows(ctx, person.url, own),
    body:
      note === null
        ? null
        : noteBody(
            ctx,
            note,
            page,
            { title: person.name, kinds: ['person'], values: { role: row.role }, accounts: [], people: [] },
            (block) => block.line === note.titleLine,
            false,
          ),
  };
}

/** Whom the person met with, most often first, then by who was met last. */
function withsOf(ctx: ViewContext, person: Person): Pick<PersonView, 'withs' | 'withsLeft'> {
  const company = new Map<string, { count: number; last: IsoDate | null }>();
  // Newest first: the first date that is not ahead is the last time they met.
  for (const path of person.meetings) {
    const { date } = noteAt(ctx, path);
    const past = date === null || (ctx.graph.asOf !== null && date > ctx.graph.asOf) ? null : date;
    for (const name of ctx.graph.peopleOf.get(path) ?? []) {
      if (name === person.name) continue;
      const known = company.get(name);
      if (known === undefined) company.set(name, { count: 1, last: past });
      else {
        known.count += 1;
        known.last ??= past;
      }
    }
  }
  const chips: PersonView['withs'][number][] = [];
  for (const [name, { count, last }] of company) {
    const chip = personChip(ctx, name);
    if (chip !== null) chips.push({ name: chip.name, href: chip.href, ours: chip.ours, count, last });
  }
  chips.sort((a, b) => b.count - a.count || order(b.last ?? '', a.last ?? '') || order(a.name, b.name));
  return { withs: chips.slice(0, WITHS), withsLeft: Math.max(0, chips.length - WITHS) };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
