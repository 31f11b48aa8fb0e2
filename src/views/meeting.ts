import { isOpen } from '../graph/actions.ts';
import type { Account, Graph, PageUrl } from '../graph/graph.ts';
import type { Note } from '../notes/note.ts';
import { titleWithoutDate } from '../notes/title.ts';
import type { VaultPath } from '../vault/vault.ts';
import { accountRef, accountRefOf, cardOf, displayTitle, hrefOf, noteAt, personChip, type ViewContext } from './context.ts';
import { isShownByHead } from './meeting-head.ts';
import { noteBody } from './note-body.ts';
import type { MeetingView } from './view.ts';

/** Neighbours of a meeting shown on its rail, itself included. */
const RAIL = 7;

/** The page of one meeting and its place among the meetings of its account. */
export function meetingView(ctx: ViewContext, note: Note, page: PageUrl): MeetingView {
  const accounts = (ctx.graph.accountsOf.get(note.path) ?? []).flatMap((name) => accountRef(ctx, name) ?? []);
  const account = accounts[0] === undefined ? undefined : ctx.graph.accountByName(accounts[0].text);
  const { paths: all, places } = account === undefined ? NO_MEETINGS : datedMeetingsOf(ctx, account);
  const at = places.get(note.path) ?? -1;
  const actions = ctx.actionsOfNote.get(note.path) ?? [];
  const ref = (path: Note['path'] | undefined): MeetingView['next'] => {
    if (path === undefined) return null;
    const other = cardOf(ctx, path);
    return other.note.date === null ? null : { text: other.title, href: hrefOf(other.url), date: other.note.date };
  };
  const people = (ctx.graph.peopleOf.get(note.path) ?? []).flatMap((name) => personChip(ctx, name) ?? []);
  const shows = { title: note.title, kinds: ['meeting'], values: { date: note.date } };
  const head = { accounts: accounts.map((account) => account.text), people: people.map((person) => person.name) };
  const decided = note.sections.filter((section) => section.name === 'decisions' && section.items.length > 0);
  return {
    kind: 'meeting',
    name: displayTitle(note),
    date: note.date,
    account: accountRefOf(ctx, note.path),
    accounts,
    people,
    body: noteBody(
      ctx,
      note,
      page,
      { ...shows, ...head },
      (block, _, tree) => block.line === note.titleLine || isShownByHead(ctx, note, block, tree, head),
    ),
    actions: { total: actions.length, open: actions.filter((action) => isOpen(action.state)).length },
    decisions: {
      total: decided.reduce((sum, section) => sum + section.items.length, 0),
      anchor: decided[0]?.headingId ?? '',
    },
    previous: at === -1 ? null : ref(all[at + 1]),
    next: at <= 0 ? null : ref(all[at - 1]),
    rail: account === undefined || at === -1 ? [] : railFrom(ctx, account, all, at),
  };
}

/** The meetings of an account that have a date, newest first, and where each stands among them. */
interface DatedMeetings {
  readonly paths: readonly VaultPath[];
  readonly places: ReadonlyMap<VaultPath, number>;
}

const NO_MEETINGS: DatedMeetings = { paths: [], places: new Map() };

const dated = new WeakMap<Graph, Map<Account, DatedMeetings>>();

/** Found once an account: each of its meetings has a page that asks. */
function datedMeetingsOf(ctx: ViewContext, account: Account): DatedMeetings {
  const ofAccounts = dated.get(ctx.graph) ?? new Map<Account, DatedMeetings>();
  dated.set(ctx.graph, ofAccounts);
  let known = ofAccounts.get(account);
  if (known === undefined) {
    const paths = account.meetings.filter((path) => noteAt(ctx, path).date !== null);
    known = { paths, places: new Map(paths.map((path, place) => [path, place])) };
    ofAccounts.set(account, known);
  }
  return known;
}

/** The meeting among its neighbours, what is planned or was never written up among them. */
function railFrom(ctx: ViewContext, account: Account, meetings: readonly VaultPath[], at: number): MeetingView['rail'] {
  const stops: MeetingView['rail'][number][] = [];
  for (const path of meetings.slice(Math.max(0, at - RAIL), at + RAIL)) {
    const { note, title, url } = cardOf(ctx, path);
    if (note.date !== null) stops.push({ text: title, href: hrefOf(url), date: note.date, here: path === meetings[at], ghost: false });
  }
  const newest = at - RAIL > 0 ? stops[0]?.date : undefined;
  const oldest = at + RAIL < meetings.length ? stops.at(-1)?.date : undefined;
  for (const { date, name, href } of account.datedGhosts) {
    if ((newest !== undefined && date > newest) || (oldest !== undefined && date < oldest)) continue;
    stops.push({ text: titleWithoutDate(name), href, date, here: false, ghost: true });
  }
  stops.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const here = stops.findIndex((stop) => stop.here);
  const start = Math.max(0, Math.min(here - Math.floor(RAIL / 2), stops.length - RAIL));
  return stops.slice(start, start + RAIL);
}
