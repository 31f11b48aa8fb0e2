import type { Account, PageUrl } from '../graph/graph.ts';
import { plainInline } from '../markdown/parse.ts';
import type { Note, SectionName } from '../notes/note.ts';
import { topicsFrom } from '../notes/topics.ts';
import { fittedAccount } from './account-budget.ts';
import { accountNotesRef, mentionsFromOutside } from './account-notes.ts';
import { accountActions, accountDecisions, accountFacts, accountPeople } from './account-parts.ts';
import { accountRelated } from './account-related.ts';
import { type Replaced, replacedSections } from './account-sections.ts';
import { accountTimeline, datedNotesOf, firstSentence } from './account-timeline.ts';
import { accountFiles } from './action-files.ts';
import { backlinkRows, mentionTotal, unlinkedRows } from './backlinks.ts';
import { noteAt, noteRef, type ViewContext } from './context.ts';
import { heatFrom } from './heat.ts';
import { accountMap } from './local-map.ts';
import { noteBody } from './note-body.ts';
import type { MeetingRow } from './row.ts';
import { accountRow, noteListRow } from './rows.ts';
import type { AccountView } from './view.ts';

/** The page of one account, with or without a note of its own. */
export function accountView(ctx: ViewContext, account: Account, page: PageUrl): AccountView {
  const note = account.note === null ? null : noteAt(ctx, account.note);
  const related = accountRelated(ctx, account);
  const replaced = new Map<SectionName, Replaced>(note === null ? [] : replacedSections(note, ctx.treeOf(note.path)));
  // Where none of its links leads anywhere, the list stays as it is written.
  if (related.length === 0) replaced.delete('related');
  const lines = new Set([...replaced.values()].flatMap((section) => section.lines));
  const row = accountRow(ctx, account);
  const timeline = accountTimeline(ctx, account);
  const dated = new Set(datedNotesOf(ctx, account));
  const idOf = (name: SectionName): string => replaced.get(name)?.id ?? `d-${name}`;
  const body =
    note === null
      ? null
      : noteBody(
          ctx,
          note,
          page,
          {
            title: account.name,
            kinds: ['account'],
            values: { last_contact: account.lastContact },
            accounts: [account.name],
            people: [],
          },
          (block) => lines.has(block.line) || block.line === note.titleLine,
          false,
        );
  const topics =
    note === null
      ? []
      : note.sections.filter((section) => section.name === 'topics').flatMap((section) => topicsFrom(section, plainInline));
  const mentions = mentionsFromOutside(ctx, account);
  const people = accountPeople(ctx, account);
  const notes = account.notes.filter((path) => !dated.has(path)).map((path) => noteListRow(ctx, noteAt(ctx, path)));
  const whole: AccountView = {
    kind: 'account',
    name: account.name,
    row,
    lead: leadOf(ctx, account, note),
    disputed: disputeOf(ctx, account, note),
    lastMeeting: lastMeetingOf(ctx, account),
    facts: accountFacts(ctx, account, note === null ? null : { note, section: replaced.get('facts') ?? null }, page),
    factsId: idOf('facts'),
    topics,
    topicsId: idOf('topics'),
    actionsId: idOf('actions'),
    decisionsId: idOf('decisions'),
    relatedId: idOf('related'),
    timeline,
    meetingTotal: account.meetings.length,
    actions: accountActions(ctx, account, page),
    files: accountFiles(ctx, account),
    decisions: accountDecisions(ctx, account, page),
    people,
    peopleTotal: { all: people.length, theirs: people.filter(({ ours }) => !ours).length },
    related,
    relatedTotal: related.length,
    notes,
    noteTotal: notes.length,
    all: accountNotesRef(ctx, account),
    heat: timeline.weeks !== null || timeline.total < 2 ? null : heatFrom(rowsOf(timeline), ctx.graph.asOf),
    body: body === null || body.html.trim() === '' ? null : body,
    backlinks: backlinkRows(ctx, mentions, account.name),
    backlinkTotal: mentionTotal(mentions),
    unlinked: unlinkedRows(ctx, account.url, account.name),
    map: accountMap(ctx, account),
  };
  const { view, over } = fittedAccount(whole);
  if (over <= 0) return view;
  // The oldest of the timeline go last: they are what the page is about.
  const shorter = accountTimeline(ctx, account, over);
  return fittedAccount({ ...whole, timeline: shorter }).view;
}

/** Meetings of a timeline, for its calendar. */
function rowsOf({ years }: AccountView['timeline']): readonly MeetingRow[] {
  return years.flatMap(({ months }) => months.flatMap(({ meetings }) => meetings)).filter((row) => row.noteKind === undefined);
}

/** What an account page says first: the summary of its note, else the beginning of the newest meeting. */
export function leadOf(ctx: ViewContext, account: Account, note: Note | null): string {
  const summary = note?.sections.find((section) => section.name === 'summary')?.text ?? '';
  if (summary !== '') return summary.length > 320 ? (note?.excerpt ?? '') : summary;
  const newest = account.meetings[0] === undefined ? undefined : noteAt(ctx, account.meetings[0]);
  const first = newest === undefined ? '' : firstSentence(newest.excerpt, 220);
  return first;
}

function disputeOf(ctx: ViewContext, account: Account, note: Note | null): AccountView['disputed'] {
  if (!account.lastContactDisputed || note === null || note.lastContact === null) return null;
  const met = account.meetings
    .map((path) => noteAt(ctx, path).date)
    .find((date) => date !== null && (ctx.graph.asOf === null || date <= ctx.graph.asOf));
  return met === undefined || met === null ? null : { note: note.lastContact, meeting: met };
}

function lastMeetingOf(ctx: ViewContext, account: Account): AccountView['lastMeeting'] {
  const path = account.meetings.find((one) => noteAt(ctx, one).date === account.lastContact);
  return path === undefined ? null : noteRef(ctx, path).href;
}
