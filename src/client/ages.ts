import { formatDay, shortDay } from '../components/days.ts';
import { countTally } from '../components/tally.ts';
import { ageText } from '../components/words.ts';
import { dueText, whenDue } from '../notes/due.ts';
import { recountPlans } from './plans.ts';
import { canCount, daysFrom, locale } from './today.ts';

/** Counts a page again from today: it is written for the day of the newest meeting, and may be read before and long after. */
export function recount(day: string, root: ParentNode = document): void {
  if (!canCount(day)) return;
  for (const age of root.querySelectorAll<HTMLElement>('[data-age]')) recountAge(age, day);
  for (const due of root.querySelectorAll<HTMLElement>('[data-due]')) recountDue(due, day);
  for (const sums of root.querySelectorAll<HTMLElement>('[data-dues]:not([data-actions])')) recountSums(sums, day);
  recountPlans(day);
}

/** A silence that is longer than the rhythm lets expect says so. */
export function recountAge(age: HTMLElement, day: string): void {
  const days = daysFrom(age.dataset['age'] ?? '', day);
  const limit = age.dataset['quietAfter'];
  if (limit !== undefined) age.classList.toggle('stale', days > Number(limit));
  age.textContent = ageText(days) + (age.classList.contains('stale') && age.closest('.roster') ? ', quiet' : '');
}

function recountDue(due: HTMLElement, day: string): void {
  const left = daysFrom(day, due.dataset['due'] ?? '');
  const when = whenDue(left);
  due.classList.toggle('overdue', when === 'overdue');
  due.classList.toggle('soon', when === 'soon');
  const date = due.querySelector('time');
  if (date) date.textContent = shortDay(date.dateTime, locale, day);
  due.querySelector('.i')?.remove();
  const words = due.querySelector('.left');
  if (when !== 'later') {
    due.prepend(icon(when === 'overdue' ? 'late' : 'soon'));
    (words ?? addWords(due)).textContent = dueText(left);
  } else if (words) words.textContent = formatDay(due.dataset['due'] ?? '', locale, 'weekday');
  due.closest('.action')?.classList.toggle('overdue', when === 'overdue');
  const row = due.closest<HTMLElement>('.row');
  if (row) row.dataset['when'] = when;
}

function addWords(due: HTMLElement): HTMLElement {
  const words = Object.assign(document.createElement('span'), { className: 'left' });
  due.append(' ', words);
  return words;
}

/** The overdue count of an account. */
function recountSums(sums: HTMLElement, day: string): void {
  const overdue = countTally(sums.dataset['dues'] ?? '', (due) => due < day);
  const mark = sums.querySelector('.due');
  if (sums.matches('td')) sums.dataset['value'] = String(overdue);
  if (overdue === 0) {
    if (mark && sums.matches('td'))
      mark.replaceWith(Object.assign(document.createElement('span'), { className: 'count', textContent: 'none' }));
    else mark?.remove();
    return;
  }
  const fresh = document.createElement(sums.dataset['late'] ? 'a' : 'span');
  if (fresh instanceof HTMLAnchorElement) fresh.href = sums.dataset['late'] ?? '';
  fresh.className = 'due overdue';
  fresh.append(icon('late'), String(overdue));
  const word = document.createElement('span');
  word.className = 'word';
  word.textContent = ' overdue';
  fresh.append(word);
  if (mark) mark.replaceWith(fresh);
  else if (sums.matches('td')) sums.replaceChildren(fresh);
  else sums.append(fresh);
}

function icon(name: string): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('class', 'i');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(namespace, 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}
