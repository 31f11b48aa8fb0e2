import type { Config } from '../config/config.ts';
import type { Note, Task } from '../notes/note.ts';
import { readDescription, wordsBehindOwner } from '../notes/task-text.ts';
import { nameFromPath } from '../notes/title.ts';
import { isFullName, personKey } from './person-names.ts';

/** Most words of a name behind its first. */
const MORE_WORDS = 3;

/**
 * The notes, with owners named in full: `@Quentin Bell send the plan` begins with a name of two words where a Quentin Bell is known, so that
 * the owner is he and the text `send the plan`. A reader of one note cannot know that. Names count that config, notes about people, lists of
 * participants and other owners give in full; one of three words or more is known without the last or the middle ones too. A word of the text is taken for
 * part of a name only when it is written as there, or at least with a capital. Notes in which nothing changes are the same objects.
 */
export function notesWithFullOwners(notes: readonly Note[], config: Config): readonly Note[] {
  if (!notes.some(({ tasks }) => tasks.some(mayGoOn))) return notes;
  const names = fullNames(notes, config);
  return notes.map((note) => {
    const tasks = note.tasks.map((task) => (mayGoOn(task) ? withFullOwner(task, names) : task));
    return tasks.some((task, i) => task !== note.tasks[i]) ? { ...note, tasks } : note;
  });
}

/** Spelling of full names, by key, and the first words they begin with. */
interface FullNames {
  readonly byKey: ReadonlyMap<string, string>;
  readonly firsts: ReadonlySet<string>;
}

function mayGoOn({ owner }: Task): boolean {
  return owner !== null && !/\s/u.test(owner);
}

function fullNames(notes: readonly Note[], config: Config): FullNames {
  const byKey = new Map<string, string>();
  const short = new Map<string, string>();
  const seen = new Set<string>();
  const add = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const key = personKey(name);
    if (!isFullName(key)) return;
    if (!byKey.has(key)) byKey.set(key, name);
    const words = key.split(' ');
    if (words.length > 2)
      for (const part of [[words[0], words.at(-1)], ...words.map((_, i) => words.slice(0, i)).slice(2)]) short.set(part.join(' '), name);
  };
  for (const name of [config.owner ?? '', ...Object.entries(config.people).flat(2)]) add(name);
  for (const note of notes) {
    for (const name of note.participants) add(name);
    for (const { owner } of note.tasks) if (owner !== null) add(owner);
    if (note.kind === 'person') for (const name of [note.title, nameFromPath(note.path), ...note.aliases]) add(name);
  }
  for (const [key, name] of short) if (!byKey.has(key)) byKey.set(key, name);
  return { byKey, firsts: new Set([...byKey.keys()].map((key) => key.slice(0, key.indexOf(' ')))) };
}

function withFullOwner(task: Task, names: FullNames): Task {
  const first = personKey(task.owner ?? '').split(' ')[0] ?? '';
  if (!names.firsts.has(first)) return task;
  const words = wordsBehindOwner(task.description, MORE_WORDS);
  for (let count = words.length; count > 0; count -= 1) {
    const more = words.slice(0, count);
    const name = names.byKey.get(personKey([task.owner, ...more].join(' ')));
    const parts = name?.split(/[\s._]+/u);
    if (parts !== undefined && more.every((word) => parts.includes(word) || word.charAt(0) !== word.charAt(0).toLowerCase()))
      return { ...task, ...readDescription(task.description, more.length) };
  }
  return task;
}
