import { countTally } from '../components/tally.ts';
import { capital, overdueSentence, quietSentence, SOON_DAYS, silenceText, soonSentence } from '../components/words.ts';
import { daysFrom, isLater } from './today.ts';

/** How many rows the lists of actions show together, and how many of them lie ahead. */
const SHOWN = 8;
const SHOWN_AHEAD = 4;
const QUIET = 4;

/** Counts the first page again from today: its sentence, and which actions and accounts stand in its lists. */
export function recountOverview(day: string): void {
  if (!isLater(day)) return;
  recountDues(day);
  recountQuiet(day);
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
  const late = rows.filter((row) => row.dataset['when'] === 'overdue').sort((a, b) => (dueOf(a) < dueOf(b) ? 1 : -1));
  document.querySelector('[data-glance="overdue"]')?.append(...late);
  const ahead = rows.filter((row) => row.dataset['when'] === 'soon');
  // Where no meeting says what day it is, the page had no week to tell apart.
  const undated = document.body.dataset['asOf'] === undefined;
  const next =
    undated && ahead.length === 0
      ? rows.filter((row) => row.dataset['when'] === 'later').slice(0, SHOWN_AHEAD)
      : ahead.slice(0, SHOWN_AHEAD);
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
  const { quiets = '', accounts = '' } = sums.dataset;
  const quiet = countTally(quiets, (from) => from <= day);
  sums.replaceChildren(...(quiet > 0 ? [link(`${accounts}#show=quiet`, capital(quietSentence(quiet))), '.'] : []));
  let shown = 0;
  for (const item of document.querySelectorAll<HTMLElement>('[data-quiet-from]')) {
    item.hidden = (item.dataset['quietFrom'] ?? '') > day || shown >= QUIET;
    if (!item.hidden) shown += 1;
    const words = item.querySelector<HTMLElement>('[data-silence]');
    if (!words) continue;
    const { silence = '', usual, meetings } = words.dataset;
    words.textContent = silenceText(daysFrom(silence, day), usual === undefined ? null : Number(usual), Number(meetings));
  }
  setTotal('quiet', quiet);
  show('[data-group="quiet"]', quiet > 0);
  show('[data-group="quiet"] .more', quiet > QUIET);
}

function dueOf(row: HTMLElement): string {
  return row.querySelector<HTMLElement>('[data-due]')?.dataset['due'] ?? '';
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
