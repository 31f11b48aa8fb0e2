import type { Note } from '../notes/note.ts';
import type { AccountNames } from './account-names.ts';
import { type SimilarIndex, similarIndex } from './similar.ts';

/** One sentence or item of a meeting that says something of its account. */
export interface Said {
  readonly note: Note;
  readonly in: 'facts' | 'decisions' | 'summary';
}

/** What was said at the meetings of each account, by account key, newest meeting first: one index for facts and decisions alike. */
export type Subjects = ReadonlyMap<string, SimilarIndex<Said>>;

/** Builds the indexes of all accounts in one pass over the notes. */
export function subjectsFrom(notes: readonly Note[], accounts: AccountNames): Subjects {
  const meetings = new Map<string, Note[]>();
  for (const note of notes) {
    const account = accounts.of.get(note.path)?.[0];
    if (account === undefined || note.kind !== 'meeting' || note.date === null) continue;
    const list = meetings.get(account.key);
    if (list === undefined) meetings.set(account.key, [note]);
    else list.push(note);
  }
  return new Map([...meetings].map(([key, list]) => [key, similarIndex(list.sort(newestFirst).flatMap(saidIn))]));
}

function newestFirst(a: Note, b: Note): number {
  const [left, right] = [a.date ?? '', b.date ?? ''];
  return left === right ? (a.path < b.path ? -1 : 1) : left < right ? 1 : -1;
}

function saidIn(note: Note): readonly { readonly item: Said; readonly text: string }[] {
  return note.sections.flatMap((section): { readonly item: Said; readonly text: string }[] => {
    if (section.name === 'facts' || section.name === 'decisions') {
      const place = section.name;
      return section.items.map((item) => ({ item: { note, in: place }, text: item.text }));
    }
    return section.name === 'summary' ? sentences(section.text).map((text) => ({ item: { note, in: 'summary' }, text })) : [];
  });
}

function sentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?;])\s+/u).filter((sentence) => sentence.length > 20);
}
