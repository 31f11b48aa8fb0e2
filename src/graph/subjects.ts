import type { IsoDate, Note } from '../notes/note.ts';
import type { AccountNames } from './account-names.ts';
import { Sayings } from './sayings.ts';

/** What was said at the meetings of one account, newest meeting first: sayings from `first` on, before `end`. For facts and decisions alike. */
export interface Subject {
  readonly sayings: Sayings;
  readonly first: number;
  readonly end: number;
  readonly meetings: number;
  /** How many meetings of the account have a word. */
  readonly here: (word: number) => number;
  /** How much a word tells: the more, the fewer meetings of the account have it, and the fewer of the vault. */
  readonly weightOf: (word: number) => number;
}

export interface Subjects {
  readonly sayings: Sayings;
  /** By account key. */
  readonly of: ReadonlyMap<string, Subject>;
}

/** Reads what all accounts say in one pass over the notes. */
export function subjectsFrom(notes: readonly Note[], accounts: AccountNames): Subjects {
  const meetings = new Map<string, Note[]>();
  for (const note of notes) {
    const account = accounts.of.get(note.path)?.[0];
    if (account === undefined || note.kind !== 'meeting' || note.date === null) continue;
    const list = meetings.get(account.key);
    if (list === undefined) meetings.set(account.key, [note]);
    else list.push(note);
  }
  const sayings = new Sayings();
  const ranges: { readonly key: string; readonly first: number; readonly end: number; readonly meetings: number }[] = [];
  let allMeetings = 0;
  for (const [key, list] of meetings) {
    const first = sayings.count;
    for (const note of list.sort(newestFirst)) addSayings(sayings, note);
    ranges.push({ key, first, end: sayings.count, meetings: list.length });
    allMeetings += list.length;
  }
  sayings.finish();
  const everywhere = remembered((word) => meetingsWith(sayings, word, 0, sayings.count));
  const of = new Map<string, Subject>();
  for (const { key, first, end, meetings } of ranges) {
    const here = remembered((word) => meetingsWith(sayings, word, first, end));
    const weightOf = remembered((word) => {
      const own = Math.log(1 + meetings / Math.max(1, here(word)));
      return (own * Math.log(1 + allMeetings / Math.max(1, everywhere(word)))) / Math.log(1 + allMeetings);
    });
    of.set(key, { sayings, first, end, meetings, here, weightOf });
  }
  return { sayings, of };
}

/** The first saying that is not of a meeting after the day. */
export function endOfNewer({ sayings, first, end }: Subject, day: IsoDate): number {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sayings.noteOf(middle).date ?? '') > day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function meetingsWith(sayings: Sayings, word: number, first: number, end: number): number {
  return sayings.notesBetween(sayings.holdersFrom(word, first), sayings.holdersFrom(word, end));
}

function remembered(answer: (word: number) => number): (word: number) => number {
  const known = new Map<number, number>();
  return (word) => {
    let value = known.get(word);
    if (value === undefined) {
      value = answer(word);
      known.set(word, value);
    }
    return value;
  };
}

function newestFirst(a: Note, b: Note): number {
  const [left, right] = [a.date ?? '', b.date ?? ''];
  return left === right ? (a.path < b.path ? -1 : 1) : left < right ? 1 : -1;
}

function addSayings(sayings: Sayings, note: Note): void {
  for (const { name, items, text } of note.sections) {
    if (name === 'facts' || name === 'decisions') for (const item of items) sayings.add(note, item.text, false);
    else if (name === 'summary') for (const sentence of sentences(text)) sayings.add(note, sentence, false);
  }
  for (const { text } of note.tasks) sayings.add(note, text, true);
}

function sentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?;])\s+/u).filter((sentence) => sentence.length > 20);
}
