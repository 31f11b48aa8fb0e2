import { isOpen } from '../graph/actions.ts';
import type { PageUrl } from '../graph/graph.ts';
import type { Note } from '../notes/note.ts';
import { titleWithoutDate } from '../notes/title.ts';
import { accountRef, accountRefOf, cardOf, displayTitle, hrefOf, noteAt, personChip, urlOf, type ViewContext } from './context.ts';
import { isShownByHead } from './meeting-head.ts';
import { noteBody } from './note-body.ts';
import type { MeetingView } from './view.ts';

/** Neighbours of a meeting shown on its rail, itself included. */
const RAIL = 7;

/** The page of one meeting and its place among the meetings of its account. */
export function meetingView(ctx: ViewContext, note: Note, page: PageUrl): MeetingView {
  const accounts = (ctx.graph.accountsOf.get(note.path) ?? []).flatMap((name) => accountRef(ctx, name) ?? []);
  const all = (ctx.graph.accountByName(accounts[0]?.text ?? '')?.meetings ?? []).filter((path) => noteAt(ctx, path).date !== null);
  const at = all.indexOf(note.path);
  const actions = ctx.actionsOfNote.get(note.path) ?? [];
  const ref = (path: Note['path'] | undefined): MeetingView['next'] => {
    const other = path === undefined ? undefined : noteAt(ctx, path);
    return other === undefined || other.date === null
      ? null
      : { text: displayTitle(other), href: hrefOf(urlOf(ctx, other.path)), date: other.date };
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
    rail: at === -1 ? [] : railFrom(ctx, accounts[0]?.text ?? '', all, at),
  };
}

/** The meeting among its neighbours, what is planned or was never written up among them. */
function railFrom(ctx: ViewContext, account: string, meetings: readonly Note['path'][], at: number): MeetingView['rail'] {
  const near = meetings.slice(Math.max(0, at - RAIL), at + RAIL).flatMap((path) => {
    const { note, title, url } = cardOf(ctx, path);
    const stop = { text: title, href: hrefOf(url), here: path === meetings[at], ghost: false };
    return note.date === null ? [] : [{ ...stop, date: note.date }];
  });
  const [newest, oldest] = [at - RAIL > 0 ? near[0]?.date : undefined, at + RAIL < meetings.length ? near.at(-1)?.date : undefined];
  const ghosts = (ctx.graph.accountByName(account)?.datedGhosts ?? [])
    .filter(({ date }) => (newest === undefined || date <= newest) && (oldest === undefined || date >= oldest))
    .map(({ date, name, href }) => ({ text: titleWithoutDate(name), href, date, here: false, ghost: true }));
  const stops = [...near, ...ghosts].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const here = stops.findIndex((stop) => stop.here);
  const start = Math.max(0, Math.min(here - Math.floor(RAIL / 2), stops.length - RAIL));
  return stops.slice(start, start + RAIL);
}
