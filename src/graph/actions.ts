import type { Note, TaskState } from '../notes/note.ts';
import type { AccountNames } from './account-names.ts';
import { groupPlaces } from './action-groups.ts';
import { type ActionPlace, byStateDay, placesOfNote } from './action-places.ts';
import type { Action, PageUrl } from './graph.ts';
import type { NotePlace } from './note-place.ts';
import type { PersonName, PersonNames } from './person-names.ts';
import { shortHash } from './slug.ts';

/** Inputs of `actionsFrom`. */
export interface ActionsInput {
  readonly notes: readonly Note[];
  readonly accounts: AccountNames;
  readonly names: PersonNames;
  readonly accountUrl: (key: string) => PageUrl | null;
  readonly personUrl: (person: PersonName) => PageUrl;
  readonly placeAt: (note: Note, line: number) => NotePlace;
}

/**
 * Action items of all notes, one per real action: repeats of one account are merged as `groupPlaces` says. The source whose state holds last
 * (`byStateDay`) gives text and state and stands first; what it leaves open, such as the due date, the next one says. Sorted by due date
 * (undated last), then place.
 */
export function actionsFrom(input: ActionsInput): readonly Action[] {
  const places: ActionPlace[] = [];
  for (const note of input.notes) placesOfNote(note, input.accounts, input.names, places);
  const groups = groupPlaces(places);
  const seen = new Map<string, number>();
  return groups
    .map((group) => actionFromGroup(group, input, seen))
    .sort(
      (a, b) =>
        compare(a.due ?? '9999', b.due ?? '9999') ||
        compare(a.sources[0]?.path ?? '', b.sources[0]?.path ?? '') ||
        (a.sources[0]?.line ?? 0) - (b.sources[0]?.line ?? 0),
    );
}

/** True for states that still ask for something. */
export function isOpen(state: TaskState): boolean {
  return state !== 'done' && state !== 'cancelled';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function actionFromGroup(group: readonly ActionPlace[], input: ActionsInput, seen: Map<string, number>): Action {
  const newest = [...byStateDay(group)].reverse();
  const latest = newest[0] as ActionPlace;
  const first = group[0] as ActionPlace;
  const pick = <T>(read: (place: ActionPlace) => T | null): T | null => {
    for (const place of newest) {
      const value = read(place);
      if (value !== null) return value;
    }
    return null;
  };
  const named = ownersOf(newest);
  const owner = named[0]?.owner ?? null;
  const person = named.find((place) => place.person !== null)?.person ?? null;
  const due = pick((place) => place.task.due);
  const identity = [first.account?.key ?? first.note.path, first.fold, owner ?? '', due ?? ''].join('\n');
  const repeat = seen.get(identity) ?? 0;
  seen.set(identity, repeat + 1);
  return {
    id: shortHash(repeat === 0 ? identity : `${identity}\n${repeat}`, 8),
    text: latest.task.text,
    owner,
    ownerUrl: person === null ? null : input.personUrl(person),
    inferredFrom: inferredFrom(named),
    due,
    state: latest.task.state,
    priority: pick((place) => place.task.priority),
    account: first.account?.name ?? null,
    accountUrl: first.account === null ? null : input.accountUrl(first.account.key),
    done: latest.task.state === 'done' ? pick((place) => (place.task.state === 'done' ? place.task.done : null)) : latest.task.done,
    task: latest.task,
    sources: newest.map(({ note, task }) => input.placeAt(note, task.line)),
  };
}

/** The sources that name the owner, those where the name is clear before one that may be several people; all of one owner. */
function ownersOf(newest: readonly ActionPlace[]): readonly ActionPlace[] {
  const named = newest.filter((place) => place.owner !== null);
  const clear = named.length < 2 ? named : named.filter((place) => place.rivals().length === 0);
  const all = clear.length === 0 ? named : clear;
  return all.filter((place) => place.owner === all[0]?.owner);
}

/** Where the short name stands from which an owner was inferred; null when one source names the owner in full. */
function inferredFrom(named: readonly ActionPlace[]): Action['inferredFrom'] {
  const [place] = named;
  if (place === undefined || !named.every(({ inferred }) => inferred)) return null;
  return { path: place.note.path, line: place.task.line, written: place.task.owner ?? '' };
}
