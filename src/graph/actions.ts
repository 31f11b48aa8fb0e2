import type { Note, Task, TaskState } from '../notes/note.ts';
import type { AccountNames } from './account-names.ts';
import type { Action, Href, PageUrl } from './graph.ts';
import type { PersonName, PersonNames } from './person-names.ts';
import { foldText } from './similar.ts';
import { shortHash } from './slug.ts';

/** Inputs of `actionsFrom`. */
export interface ActionsInput {
  readonly notes: readonly Note[];
  readonly accounts: AccountNames;
  readonly names: PersonNames;
  readonly accountUrl: (key: string) => PageUrl | null;
  readonly personUrl: (person: PersonName) => PageUrl;
  readonly lineHref: (note: Note, line: number) => Href;
}

/** One task where it stands, before repeats are merged. */
interface Place {
  readonly note: Note;
  readonly task: Task;
  readonly account: { readonly key: string; readonly name: string } | null;
  readonly owner: string | null;
  readonly person: PersonName | null;
  readonly inferred: boolean;
  readonly fold: string;
}

/**
 * Action items of all notes, one per real action. Repeats merge only within one account: between the account's note and its meetings when
 * the folded text is the same and owner and due are equal or absent, or anywhere in the account by the same 🆔 or block id. Of merged ones
 * the source dated last gives the state. Sorted by due date (undated last), then place.
 */
export function actionsFrom(input: ActionsInput): readonly Action[] {
  const places = input.notes.flatMap((note) => placesOfNote(note, input));
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

function placesOfNote(note: Note, input: ActionsInput): readonly Place[] {
  const account = input.accounts.of.get(note.path)?.[0] ?? null;
  return note.tasks.map((task) => {
    const match = task.owner === null ? null : input.names.match(note.path, task.owner);
    return {
      note,
      task,
      account,
      owner: match?.person.name ?? task.owner,
      person: match?.person ?? null,
      inferred: match?.inferred ?? false,
      fold: foldText(task.text),
    };
  });
}

function groupPlaces(places: readonly Place[]): readonly (readonly Place[])[] {
  const parent = places.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== undefined && parent[at] !== at) at = parent[at] as number;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [low, high] = [root(a), root(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined) parent[high] = low;
  };
  const byText = new Map<string, number[]>();
  const byId = new Map<string, number>();
  places.forEach((place, i) => {
    if (place.account === null) return;
    const text = `${place.account.key}\n${place.fold}`;
    byText.set(text, [...(byText.get(text) ?? []), i]);
    for (const id of [
      place.task.id === null ? null : `id ${place.task.id}`,
      place.task.blockId === null ? null : `block ${place.task.blockId}`,
    ]) {
      if (id === null) continue;
      const key = `${place.account.key}\n${id}`;
      const known = byId.get(key);
      if (known === undefined) byId.set(key, i);
      else join(known, i);
    }
  });
  for (const same of byText.values()) {
    const meetings = same
      .flatMap((i) => (places[i] === undefined || places[i].note.kind === 'account' ? [] : [{ i, place: places[i] }]))
      .sort((a, b) => compare(b.place.note.date ?? '', a.place.note.date ?? '') || a.i - b.i);
    for (const i of same) {
      const place = places[i];
      if (place?.note.kind !== 'account') continue;
      // What the account's note leaves open the newest meeting says; an older one that says something else is an action of its own.
      let said: Said = { owner: place.owner, due: place.task.due };
      for (const meeting of meetings) {
        const { owner, task } = meeting.place;
        if (!agree(said, { owner, due: task.due })) continue;
        join(i, meeting.i);
        said = { owner: said.owner ?? owner, due: said.due ?? task.due };
      }
    }
  }
  const groups = new Map<number, Place[]>();
  places.forEach((place, i) => {
    const at = root(i);
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [place]);
    else group.push(place);
  });
  return [...groups.values()];
}

interface Said {
  readonly owner: string | null;
  readonly due: string | null;
}

function agree(a: Said, b: Said): boolean {
  const same = (left: string | null, right: string | null): boolean => left === null || right === null || left === right;
  return same(a.owner, b.owner) && same(a.due, b.due);
}

function actionFromGroup(group: readonly Place[], input: ActionsInput, seen: Map<string, number>): Action {
  const byDate = [...group].sort((a, b) => compare(a.note.date ?? '', b.note.date ?? ''));
  const latest = byDate.at(-1) as Place;
  const first = group[0] as Place;
  const pick = <T>(read: (place: Place) => T | null): T | null => read(latest) ?? group.map(read).find((value) => value !== null) ?? null;
  const owner = pick((place) => place.owner);
  const person = pick((place) => place.person);
  const due = pick((place) => place.task.due);
  const identity = [first.account?.key ?? first.note.path, first.fold, owner ?? '', due ?? ''].join('\n');
  const repeat = seen.get(identity) ?? 0;
  seen.set(identity, repeat + 1);
  return {
    id: shortHash(repeat === 0 ? identity : `${identity}\n${repeat}`, 8),
    text: latest.task.text,
    owner,
    ownerUrl: person === null ? null : input.personUrl(person),
    ownerInferred: group.some((place) => place.inferred),
    due,
    state: latest.task.state,
    priority: pick((place) => place.task.priority),
    account: first.account?.name ?? null,
    accountUrl: first.account === null ? null : input.accountUrl(first.account.key),
    done: latest.task.done,
    task: latest.task,
    sources: byDate.reverse().map(({ note, task }) => ({ path: note.path, line: task.line, href: input.lineHref(note, task.line) })),
  };
}
