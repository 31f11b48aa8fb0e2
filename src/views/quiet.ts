import { addDays } from '../notes/dates.ts';
import type { IsoDate } from '../notes/note.ts';
import { contactsOf } from './account-dates.ts';
import { hrefOf, type ViewContext } from './context.ts';
import { type Contacts, contactOn, silenceOn } from './moments.ts';
import type { Ref } from './row.ts';

/** An account that is quiet, or will be or was. */
export interface QuietRow extends Ref, Contacts {
  /** Against the day the build counts from. */
  readonly contact: IsoDate;
  readonly usual: number | null;
  /** The first day on which it counts as quiet. */
  readonly from: IsoDate;
  readonly quiet: boolean;
  readonly meetings: number;
}

/** Accounts by when they go quiet, the latest first. Empty where nothing tells the day. */
export function quietRows(ctx: ViewContext): readonly QuietRow[] {
  const { asOf } = ctx.graph;
  if (asOf === null) return [];
  return ctx.graph.accounts
    .flatMap((account): readonly QuietRow[] => {
      const contacts = contactsOf(ctx, account);
      const { met, said } = contacts;
      // One that was never met yet may have been on the reader's day.
      const silence = silenceOn(contacts, asOf) ?? silenceOn(contacts, met[0] ?? said ?? asOf);
      if (silence === null) return [];
      const quiet = silence.from <= asOf && contactOn(contacts, asOf) !== null;
      return [{ text: account.name, href: hrefOf(account.url), met, said, ...silence, quiet, meetings: account.meetings.length }];
    })
    .sort((a, b) => (a.from === b.from ? (a.text < b.text ? -1 : 1) : a.from < b.from ? 1 : -1));
}

/** From which days accounts are quiet, and on which they no longer are, sorted: as many are quiet on a day as began less those that ended. */
export function quietSpans(rows: readonly Contacts[]): { readonly starts: readonly IsoDate[]; readonly ends: readonly IsoDate[] } {
  const starts: IsoDate[] = [];
  const ends: IsoDate[] = [];
  for (const contacts of rows) {
    const days = [...new Set([...contacts.met, ...(contacts.said === null ? [] : [contacts.said])])].sort().reverse();
    days.forEach((day, i) => {
      const until = days[i - 1];
      // Meetings between a contact and the next would tell another rhythm; there are none.
      const from = silenceOn(contacts, until === undefined ? day : addDays(until, -1))?.from;
      if (from === undefined || (until !== undefined && from >= until)) return;
      starts.push(from);
      if (until !== undefined) ends.push(until);
    });
  }
  return { starts: starts.sort(), ends: ends.sort() };
}
