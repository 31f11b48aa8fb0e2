import type { Note } from '../notes/note.ts';
import type { AccountNames } from './account-names.ts';
import { type SimilarIndex, similarIndex } from './similar.ts';

/** One sentence or item of a meeting that says something of its account. */
export interface Said {
  readonly note: Note;
  readonly in: 'facts' | 'decisions' | 'summary' | 'tasks';
}

/** What was said at the meetings of one account, newest meeting first: one index for facts and decisions alike. */
export interface Subject {
  readonly said: SimilarIndex<Said>;
  /** How many meetings of the account, and of the vault, have a word. */
  readonly here: ReadonlyMap<string, number>;
  readonly everywhere: ReadonlyMap<string, number>;
  readonly meetings: number;
  readonly allMeetings: number;
}

/** By account key. */
export type Subjects = ReadonlyMap<string, Subject>;

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
  const everywhere = new Map<string, number>();
  const allMeetings = [...meetings.values()].reduce((sum, list) => sum + list.length, 0);
  return new Map(
    [...meetings].map(([key, list]): [string, Subject] => {
      const said = similarIndex(list.sort(newestFirst).flatMap(saidIn));
      const here = meetingsByWord(said);
      for (const [word, count] of here) everywhere.set(word, (everywhere.get(word) ?? 0) + count);
      return [key, { said, here, everywhere, meetings: list.length, allMeetings }];
    }),
  );
}

/** Items of one meeting stand side by side, so that a change of note is another meeting. */
function meetingsByWord({ byWord, candidates }: SimilarIndex<Said>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word, items] of byWord) {
    let last: Note | null = null;
    let count = 0;
    for (const i of items) {
      const note = candidates[i]?.item.note ?? null;
      if (note !== last) count += 1;
      last = note;
    }
    counts.set(word, count);
  }
  return counts;
}

function newestFirst(a: Note, b: Note): number {
  const [left, right] = [a.date ?? '', b.date ?? ''];
  return left === right ? (a.path < b.path ? -1 : 1) : left < right ? 1 : -1;
}

function saidIn(note: Note): readonly { readonly item: Said; readonly text: string }[] {
  const tasks = note.tasks.map(({ text }) => ({ item: { note, in: 'tasks' as const }, text }));
  const sections = note.sections.flatMap((section): { readonly item: Said; readonly text: string }[] => {
    if (section.name === 'facts' || section.name === 'decisions') {
      const place = section.name;
      return section.items.map((item) => ({ item: { note, in: place }, text: item.text }));
    }
    return section.name === 'summary' ? sentences(section.text).map((text) => ({ item: { note, in: 'summary' }, text })) : [];
  });
  return [...sections, ...tasks];
}

function sentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?;])\s+/u).filter((sentence) => sentence.length > 20);
}
