import type { Href } from '../graph/graph.ts';
import { addDays } from '../notes/dates.ts';
import type { IsoDate } from '../notes/note.ts';
import { rhythmOf } from './rhythm.ts';

/** What a page tells against a day: the day the build counts from, and again the reader's own. Pure and small: views and the scripts of pages count alike. */

/** Something of an account that has a day: a meeting, or an open action that is due. */
export interface DatedItem {
  readonly date: IsoDate;
  readonly text: string;
  readonly href: Href;
}

/** When an account was met: days of its meetings, newest first, and the day its note states. */
export interface Contacts {
  readonly met: readonly IsoDate[];
  readonly said: IsoDate | null;
}

/** The last contact up to a day; null without one. */
export function contactOn({ met, said }: Contacts, day: IsoDate): IsoDate | null {
  const last = met.find((date) => date <= day) ?? null;
  return said !== null && said <= day && (last === null || said > last) ? said : last;
}

/** How silent an account is on a day: its last contact, its usual gap, and the day from which it counts as quiet. Null for one never met. */
export function silenceOn(
  contacts: Contacts,
  day: IsoDate,
): { readonly contact: IsoDate; readonly usual: number | null; readonly from: IsoDate } | null {
  const contact = contactOn(contacts, day);
  if (contact === null) return null;
  const { usual, quietAfter } = rhythmOf(contacts.met, day);
  return { contact, usual, from: addDays(contact, quietAfter + 1) };
}

/** The earliest item after a day. The items are sorted. */
export function nextOn(items: readonly DatedItem[], day: IsoDate): DatedItem | null {
  return items.find(({ date }) => date > day) ?? null;
}
