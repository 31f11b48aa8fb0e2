import { countTally } from '../components/tally.ts';
import { capital, overdueSentence, quietSentence, soonSentence } from '../components/words.ts';
import { SOON_DAYS } from '../notes/due.ts';
import { tellQuiet } from './quiet.ts';
import { canCount, daysFrom } from './today.ts';

/** How many rows the lists of actions show together, and how many of them lie ahead. */
const SHOWN = 8;
const SHOWN_AHEAD = 4;
const QUIET = 4;
const MEETINGS = 6;
const MEETINGS_AHEAD = 2;

/** Counts the first page again from today: its sentence, and which actions and accounts stand in its lists. */
export function recountOverview(day: string): void {
  if (!canCount(day)) return;
  recountDues(day);
  recountQuiet(day);
  recountMeetings(day);
}

function recountDues(day: string): void {
  const sums = document.querySelector<HTMLElement>('[data-dues][data-actions]');
  if (!sums) return;
  const { dues = '', actions = '' } = sums.dataset;
  const overdue = countTally(dues, (due) => due < day);
  const soon = countTally(dues, (due) => due >= day && daysFrom(day, due) <= SOON_DAYS);
  const words = soonSentence(overdue, soon);
  sums.replaceChildren(
    overdue > 0 ? link(`${actions}#due=overdue`, overdueSentence(overdue)) : overdueSentence(0),
    ...(words ? [overdue > 0 ? ' and ' : ', ', link(`${actions}#due=soon`, words), ' within a week'] : []),
    '.',
  );
  const rows = [...document.querySelectorAll<HTMLElement>('[data-glance] > .row')];
  const byDue = (a: HTMLElement, b: HTMLElement) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0);
  const late = rows.filter((row) => row.dataset['when'] === 'overdue').sort((a, b) => rankOf(a) - rankOf(b) || byDue(b, a));
  const coming = rows.filter((row) => row.dataset['when'] !== 'overdue').sort((a, b) => byDue(a, b) || rankOf(a) - rankOf(b));
  document.querySelector('[data-glance="overdue"]')?.append(...late);
  document.querySelector('[data-glance="soon"]')?.append(...coming);
  const ahead = coming.filter((row) => row.dataset['when'] === 'soon');
  // Where no meeting says what day it is, the page had no week to tell apart.
  const undated = document.body.dataset['asOf'] === undefined;
  const next = undated && ahead.length === 0 ? coming.slice(0, SHOWN_AHEAD) : ahead.slice(0, SHOWN_AHEAD);
  const shown = new Set([...late.slice(0, SHOWN - next.length), ...next]);
  for (const row of rows) row.hidden = !shown.has(row);
  setTotal('overdue', overdue);
  setTotal('soon', soon);
  show('[data-group="overdue"]', overdue > 0);
  show('[data-none]', next.length === 0 && soon === 0);
  show('[data-group="overdue"] .more', overdue > SHOWN - next.length);
  show('[data-group="soon"] .more', soon > SHOWN_AHEAD);
  if (undated) show('[data-group="soon"]', next.length > 0);
}

function recountQuiet(day: string): void {
  const sums = document.querySelector<HTMLElement>('[data-quiets]');
  if (!sums) return;
  const { quiets = '', ended = '', accounts = '' } = sums.dataset;
  const quiet = countTally(quiets, (from) => from <= day) - countTally(ended, (until) => until <= day);
  sums.replaceChildren(...(quiet > 0 ? [link(`${accounts}#show=quiet`, capital(quietSentence(quiet))), '.'] : []));
  tellQuiet(quiet);
  show('[data-group="quiet"] .more', quiet > QUIET);
}

/** The newest meetings, and the next of those that are still planned. */
function recountMeetings(day: string): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.newest > .row')];
  const planned = rows.filter((row) => (row.querySelector('time')?.dateTime ?? '') > day);
  const shown = planned.slice(-MEETINGS_AHEAD);
  const held = rows.filter((row) => !planned.includes(row)).slice(0, MEETINGS - shown.length);
  for (const row of rows) {
    row.hidden = !shown.includes(row) && !held.includes(row);
    const mark = row.querySelector<HTMLElement>('[data-ahead]');
    if (mark) mark.hidden = !planned.includes(row);
  }
}

function dueOf(row: HTMLElement): string {
  return row.querySelector<HTMLElement>('[data-due]')?.dataset['due'] ?? '';
}

function rankOf(row: HTMLElement): number {
  return Number(row.dataset['rank']);
}

function setTotal(name: string, count: number): void {
  const total = document.querySelector(`[data-total="${name}"]`);
  if (total) total.textContent = String(count);
}

function show(selector: string, shown: boolean): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (element) element.hidden = !shown;
}

function link(href: string, text: string): HTMLAnchorElement {
  return Object.assign(document.createElement('a'), { href, textContent: text });
}
