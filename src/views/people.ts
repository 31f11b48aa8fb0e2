import { isOpen } from '../graph/actions.ts';
import type { PageUrl, Person } from '../graph/graph.ts';
import { backlinkRows, mentionTotal, unlinkedRows } from './backlinks.ts';
import { accountRef, noteAt, personChip, type ViewContext } from './context.ts';
import { noteBody } from './note-body.ts';
import type { PersonChip } from './row.ts';
import { actionRow, meetingRow, monthsFrom, personRow } from './rows.ts';
import type { PeopleView, PersonView } from './view.ts';

/** Size of the people × accounts table. */
const MATRIX_PEOPLE = 40;
const MATRIX_ACCOUNTS = 12;
/** Most people a person is shown to meet with. */
const WITHS = 12;

/** Index of people, most met first, with the people × accounts table. */
export function peopleView(ctx: ViewContext): PeopleView {
  const met = [...ctx.graph.people].sort(
    (a, b) => b.meetings.length - a.meetings.length || b.actions.length - a.actions.length || (a.key < b.key ? -1 : 1),
  );
  return { kind: 'people', rows: met.map((person) => personRow(ctx, person, null)), matrix: matrixOf(ctx, met) };
}

function matrixOf(ctx: ViewContext, met: readonly Person[]): PeopleView['matrix'] {
  const accounts = [...ctx.graph.accounts]
    .sort((a, b) => b.meetings.length - a.meetings.length || (a.key < b.key ? -1 : 1))
    .slice(0, MATRIX_ACCOUNTS);
  const rows = met.filter((person) => person.meetings.length > 0).slice(0, MATRIX_PEOPLE);
  const counts = rows.map((person) =>
    accounts.map((account) =>
      person.meetings.reduce((sum, path) => sum + Number((ctx.graph.accountsOf.get(path) ?? []).includes(account.name)), 0),
    ),
  );
  return {
    accounts: accounts.flatMap((account) => accountRef(ctx, account.name) ?? []),
    rows: rows.flatMap((person, i) => {
      const chip = personChip(ctx, person.name);
      return chip === null ? [] : [{ person: chip, counts: counts[i] ?? [] }];
    }),
  };
}

const REASONS: Readonly<Record<Person['spellings'][number]['reason'], string>> = {
  alias: 'stated as alias',
  'unique-first-name': 'the only one by that name at the meeting or account',
  same: 'the same name',
};

/** The page of one person: meetings, actions, company kept, mentions, and the person's own note. */
export function personView(ctx: ViewContext, person: Person, page: PageUrl): PersonView {
  const note = person.note === null ? null : noteAt(ctx, person.note);
  const actions = ctx.actionsOfOwner.get(person.name) ?? [];
  const met = new Set(person.meetings);
  const row = personRow(ctx, person, null);
  const meetings = person.meetings.flatMap((path) => {
    const meeting = noteAt(ctx, path);
    // The summaries stand on the account's page; here the list says where and when.
    return meeting.date === null ? [] : [{ ...meetingRow(ctx, meeting, meeting.date), summary: '', people: [] }];
  });
  const linked = (note === null ? ctx.graph.derivedBacklinks.get(person.url) : ctx.graph.backlinks.get(note.path)) ?? [];
  const mentions = linked.filter(({ from }) => !met.has(from));
  const own = person.accounts.length === 1 ? (person.accounts[0] ?? null) : null;
  return {
    kind: 'person',
    name: person.name,
    row,
    spellings: person.spellings.map(({ text, reason }) => ({ text, reason: REASONS[reason] })),
    meetings: monthsFrom(meetings),
    open: actions.filter((action) => isOpen(action.state)).map((action) => actionRow(ctx, action, page)),
    closed: actions.filter((action) => !isOpen(action.state)).map((action) => actionRow(ctx, action, page)),
    withs: withsOf(ctx, person),
    mentions: backlinkRows(ctx, mentions, own),
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
          ),
  };
}

function withsOf(ctx: ViewContext, person: Person): PersonView['withs'] {
  const counts = new Map<string, number>();
  for (const path of person.meetings) {
    for (const name of ctx.graph.peopleOf.get(path) ?? []) if (name !== person.name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .slice(0, WITHS)
    .flatMap(([name, count]) => {
      const chip: PersonChip | null = personChip(ctx, name);
      return chip === null ? [] : [{ ...chip, count }];
    });
}
