import { isOpen } from '../graph/actions.ts';
import type { PageUrl } from '../graph/graph.ts';
import type { Note } from '../notes/note.ts';
import { accountRef, accountRefOf, hrefOf, noteAt, personChip, urlOf, type ViewContext } from './context.ts';
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
      : { text: other.title, href: hrefOf(urlOf(ctx, other.path)), date: other.date };
  };
  const people = (ctx.graph.peopleOf.get(note.path) ?? []).flatMap((name) => personChip(ctx, name) ?? []);
  const shows = { title: note.title, kinds: ['meeting'], values: { date: note.date } };
  const head = { accounts: accounts.map((account) => account.text), people: people.map((person) => person.name) };
  const start = Math.max(0, Math.min(at - Math.floor(RAIL / 2), all.length - RAIL));
  return {
    kind: 'meeting',
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
    previous: at === -1 ? null : ref(all[at + 1]),
    next: at <= 0 ? null : ref(all[at - 1]),
    rail:
      at === -1
        ? []
        : all.slice(start, start + RAIL).flatMap((path) => {
            const entry = ref(path);
            return entry === null ? [] : [{ ...entry, here: path === note.path }];
          }),
  };
}
