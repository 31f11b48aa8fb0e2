import { isOpen } from '../graph/actions.ts';
import type { Account, Graph } from '../graph/graph.ts';
import { addDays } from '../notes/dates.ts';
import type { IsoDate } from '../notes/note.ts';
import { actionText } from './action-words.ts';
import { displayTitle, hrefOf, noteAt, urlOf, type ViewContext } from './context.ts';
import type { Contacts, DatedItem } from './moments.ts';

/** Meetings that may still lie ahead of the reader: pages can be counted again from before the one so many back. */
const AHEAD = 24;
const MARGIN = 31;
/** Days of meeting a page carries: enough for a rhythm, and those that may lie ahead. */
const MET = 24;
/**
 * Dated items of an account that a page carries: so many of the latest up to the day the build counts from, so many of the next after it, and the
 * last of all. Where accounts are many their table carries fewer.
 */
const ITEMS = 16;
const MANY = { accounts: 60, items: 6 };
const VERY_MANY = { accounts: 240, items: 2 };
const TEXT = 70;

/**
 * The first day from which pages can be counted again. A note prepared for a coming meeting moves the day a build counts from ahead of the
 * reader's, by as much as the meeting lies ahead; all but a few meetings have been held.
 */
export function countsFrom({ notes, asOf }: Graph): IsoDate | null {
  const dates: IsoDate[] = [];
  for (const note of notes.values()) if (note.kind === 'meeting' && note.date !== null) dates.push(note.date);
  const held = dates.sort().at(-Math.min(AHEAD, dates.length)) ?? asOf;
  const first = held === null || asOf === null || held < asOf ? held : asOf;
  return first === null ? null : addDays(first, -MARGIN);
}

/** When an account was met, as far back as a page needs it. */
export function contactsOf(ctx: ViewContext, account: Account): Contacts {
  const met = [...new Set(account.meetings.flatMap((path) => noteAt(ctx, path).date ?? []))];
  const said = account.note === null ? null : noteAt(ctx, account.note).lastContact;
  return { met: met.slice(0, MET), said };
}

/** What of an account may be next on the reader's day, one item a day, by date. */
export function datedItemsOf(ctx: ViewContext, account: Account): readonly DatedItem[] {
  const { asOf } = ctx.graph;
  const from = ctx.info.countsFrom;
  if (asOf === null || from === null) return [];
  const found = new Map<IsoDate, DatedItem>();
  for (const path of account.meetings) {
    const note = noteAt(ctx, path);
    if (note.date !== null && note.date > from)
      found.set(note.date, { date: note.date, text: displayTitle(note), href: hrefOf(urlOf(ctx, path)) });
  }
  for (const action of ctx.actionsOf.get(account.name) ?? []) {
    const href = action.sources[0]?.href;
    if (action.due === null || action.due <= from || !isOpen(action.state) || href === undefined || found.has(action.due)) continue;
    found.set(action.due, { date: action.due, text: shortened(actionText(action)), href });
  }
  const items = [...found.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  const ahead = items.filter(({ date }) => date > asOf);
  const accounts = ctx.graph.accounts.length;
  const most = accounts > VERY_MANY.accounts ? VERY_MANY.items : accounts > MANY.accounts ? MANY.items : ITEMS;
  return [...items.filter(({ date }) => date <= asOf).slice(-most), ...ahead.slice(0, most), ...ahead.slice(most).slice(-1)];
}

function shortened(text: string): string {
  return text.length <= TEXT
    ? text
    : `${text
        .slice(0, TEXT - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
