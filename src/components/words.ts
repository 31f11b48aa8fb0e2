import { aheadText, spanText } from '../notes/due.ts';
import type { Kind, Priority, TaskState } from '../notes/note.ts';

/** Words of the interface. Pure and small: the scripts in `client/` use them too, so that both say the same. */

export const STATE_WORDS: Record<TaskState, string> = {
  open: 'Open',
  proposed: 'Proposed',
  'in-progress': 'In progress',
  'on-hold': 'On hold',
  done: 'Done',
  cancelled: 'Cancelled',
};

export const STATE_ICONS: Record<TaskState, string> = {
  open: 'open',
  proposed: 'ask',
  'in-progress': 'half',
  'on-hold': 'hold',
  done: 'done',
  cancelled: 'off',
};

export const PRIORITY_WORDS: Record<Priority, string> = {
  highest: 'Highest',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  lowest: 'Lowest',
};
export const PRIORITY_ICONS: Record<Priority, string> = { highest: 'up2', high: 'up', medium: 'mid', low: 'down', lowest: 'down' };

export const KIND_WORDS: Record<Kind, string> = {
  account: 'Account',
  meeting: 'Meeting',
  person: 'Person',
  project: 'Project',
  daily: 'Daily note',
  note: 'Note',
};

/** `3 actions`, `1 action`, `2 entries` (plural given where it is not just an s). */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** How long ago, in days up to two months, then in months and years. Negative days lie ahead. */
export function ageText(days: number): string {
  if (days < 0) return aheadText(-days);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  return `${spanText(days)} ago`;
}

/** Numbers up to twelve as words, for sentences. */
export function numberWord(count: number): string {
  return smallNumbers[count] ?? String(count);
}

/** The first half of the sentence that opens the home page: how many are late. */
export function overdueSentence(overdue: number): string {
  if (overdue === 0) return 'Nothing is overdue';
  return capital(`${numberWord(overdue)} ${overdue === 1 ? 'action is' : 'actions are'} overdue`);
}

/** The second half: how many come due. Empty when none do. */
export function soonSentence(overdue: number, soon: number): string {
  if (soon === 0) return '';
  const more = overdue > 0 ? ' more' : '';
  return `${numberWord(soon)}${more} ${soon === 1 ? `${more ? '' : 'action '}falls` : `${more ? '' : 'actions '}fall`} due`;
}

/** How many accounts are quiet, for the same sentence. Empty when none are. */
export function quietSentence(quiet: number): string {
  return quiet === 0 ? '' : `${numberWord(quiet)} ${quiet === 1 ? 'account has' : 'accounts have'} gone quiet`;
}

/** How the actions of a board stand, in a line. */
export function standingText({ open, overdue, soon, proposed }: Record<'open' | 'overdue' | 'soon' | 'proposed', number>): string {
  return `${open} open: ${overdue} overdue, ${soon} due soon, ${proposed} only proposed`;
}

/** What a dated name without a note says of itself, in a timeline and beside its name on a rail. */
export function unwrittenText(daysLeft: number): string {
  return daysLeft > 0 ? 'Planned; there is no note yet.' : 'Date passed, no note yet.';
}
export function unwrittenWord(daysLeft: number): string {
  return daysLeft > 0 ? ', planned' : ', date passed, no note yet';
}

/** Titles of the buckets of a board. */
export const WHEN_WORDS = { overdue: 'Overdue', soon: 'Within a week', later: 'Later', none: 'No date', closed: 'Closed' } as const;

/** What makes a silence one, in words: `usually every 9 days, now 71`. */
export function silenceText(age: number, usual: number | null, meetings: number): string {
  if (usual === null) return `${meetings === 0 ? 'not met yet' : meetings === 1 ? 'met once' : 'met twice'}, ${spanText(age)} ago`;
  const rhythm = usual === 1 ? 'every day' : `every ${spanText(usual)}`;
  const now = usual < 61 && age < 61 ? String(age) : spanText(age);
  return `usually ${rhythm}, now ${now}`;
}

const MATERIALS = new Set(
  'article book briefing call chat conversation debrief document draft email form import interview letter mail meeting memo message note paper pdf podcast presentation recording report scan slide spreadsheet talk thread ticket transcript video webinar website workshop'.split(
    ' ',
  ),
);

/** `transcript` → `a transcript`, for what a note can be made from; null for other words. */
export function madeFrom(kind: string): string | null {
  const words = kind.trim().toLowerCase().split(/\s+/);
  if (words.length > 2 || !MATERIALS.has(words.at(-1) ?? '')) return null;
  return `${/^[aeiou]/.test(words[0] ?? '') ? 'an' : 'a'} ${words.join(' ')}`;
}

/** An address short enough for a margin: without its scheme, and cut in its path where it is long. */
export function shortAddress(url: string): string {
  const plain = url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  if (plain.length <= 40) return plain;
  const [host = '', ...path] = plain.split('/');
  const last = path.at(-1) ?? '';
  return `${host}/…${last.length > 0 && last.length <= 24 ? `/${last}` : ''}`;
}

/** With a capital at its start. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

export const KIND_ICONS: Record<Kind, string> = {
  account: 'acct',
  meeting: 'meet',
  person: 'pers',
  project: 'proj',
  daily: 'note',
  note: 'note',
};
