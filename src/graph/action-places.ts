import type { Note, Task } from '../notes/note.ts';
import type { AccountNames } from './account-names.ts';
import { foldText } from './lexicon.ts';
import type { PersonName, PersonNames } from './person-names.ts';

/** One task where it stands, before repeats are merged. */
export interface ActionPlace {
  readonly note: Note;
  readonly task: Task;
  readonly account: { readonly key: string; readonly name: string } | null;
  readonly owner: string | null;
  readonly person: PersonName | null;
  readonly inferred: boolean;
  readonly fold: string;
  /** The people whom a short name may mean here, two or more; empty when the owner is clear or there is none. Worked out when asked. */
  readonly rivals: () => readonly string[];
}

/** Adds the tasks of a note to the places, with the people they name. */
export function placesOfNote(note: Note, accounts: AccountNames, names: PersonNames, places: ActionPlace[]): void {
  if (note.tasks.length === 0) return;
  const account = accounts.of.get(note.path)?.[0] ?? null;
  for (const task of note.tasks) {
    const match = task.owner === null ? null : names.match(note.path, task.owner);
    places.push({
      note,
      task,
      account,
      owner: match?.person.name ?? task.owner,
      person: match?.person ?? null,
      inferred: match?.inferred ?? false,
      fold: foldText(task.text),
      rivals: () => (task.owner === null ? [] : names.rivals(note.path, task.owner).map(({ name }) => name)),
    });
  }
}

/** Later than every day. */
const SINCE = '9999';

/**
 * Sources of one action by the day from which their state holds, the last one last. A closed box holds from its done or cancelled date, or from
 * the date of its note where that is later: a meeting that lists what was done before knows of it. Any other holds from the note's date, else
 * from the day its `updated` gives. Without any day, a closed box counts as the latest, for somebody ticked it after it was written, in a note
 * that is kept up rather than dated; an open one as the earliest, for it may never have been looked at again. On one day closing comes last.
 */
export function byStateDay(places: readonly ActionPlace[]): readonly ActionPlace[] {
  if (places.length === 1) return places;
  const days = new Map(places.map((place) => [place, dayOf(place)]));
  const order = (place: ActionPlace): string => `${days.get(place)} ${isClosed(place) ? 1 : 0}`;
  return [...places].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

function dayOf(place: ActionPlace): string {
  const { note, task } = place;
  const closed = isClosed(place) ? (task.state === 'done' ? task.done : task.cancelled) : null;
  if (closed !== null) return note.date !== null && note.date > closed ? note.date : closed;
  return note.date ?? note.updated ?? (isClosed(place) ? SINCE : '');
}

function isClosed({ task: { state } }: ActionPlace): boolean {
  return state === 'done' || state === 'cancelled';
}
