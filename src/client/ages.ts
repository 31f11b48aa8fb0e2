import { countTally } from '../components/tally.ts';
import { ageText, dueText, whenOf } from '../components/words.ts';
import { daysFrom, isLater } from './today.ts';

/** Counts ages and due dates again from today: a page is written for the day of its newest meeting and may be read much later. */
export function recount(day: string, root: ParentNode = document): void {
  if (!isLater(day)) return;
  for (const age of root.querySelectorAll<HTMLElement>('[data-age]')) recountAge(age, day);
  for (const due of root.querySelectorAll<HTMLElement>('[data-due]')) recountDue(due, day);
  for (const sums of root.querySelectorAll<HTMLElement>('[data-dues]:not([data-actions])')) recountSums(sums, day);
}

/** A silence that is longer than the rhythm lets expect says so. */
function recountAge(age: HTMLElement, day: string): void {
  const days = daysFrom(age.dataset['age'] ?? '', day);
  const limit = age.dataset['quietAfter'];
  if (limit !== undefined) age.classList.toggle('stale', days > Number(limit));
  age.textContent = ageText(days) + (age.classList.contains('stale') && age.closest('.roster') ? ', quiet' : '');
}

function recountDue(due: HTMLElement, day: string): void {
  const left = daysFrom(day, due.dataset['due'] ?? '');
  const when = whenOf(left);
  due.classList.toggle('overdue', when === 'overdue');
  due.classList.toggle('soon', when === 'soon');
  due.querySelector('.i')?.remove();
  if (when !== 'later') {
    due.prepend(icon(when === 'overdue' ? 'late' : 'soon'));
    const words = due.querySelector('.left') ?? due.appendChild(Object.assign(document.createElement('span'), { className: 'left' }));
    words.textContent = dueText(left);
  }
  due.closest('.action')?.classList.toggle('overdue', when === 'overdue');
  const row = due.closest<HTMLElement>('.row');
  if (row) row.dataset['when'] = when;
}

/** The overdue count of an account. */
function recountSums(sums: HTMLElement, day: string): void {
  const overdue = countTally(sums.dataset['dues'] ?? '', (due) => due < day);
  const mark = sums.querySelector('.due');
  if (overdue === 0) return;
  const fresh = document.createElement('span');
  fresh.className = 'due overdue';
  fresh.append(icon('late'), String(overdue));
  const word = document.createElement('span');
  word.className = 'word';
  word.textContent = ' overdue';
  fresh.append(word);
  if (mark) mark.replaceWith(fresh);
  else if (sums.matches('td')) sums.replaceChildren(fresh);
  else sums.append(fresh);
  if (sums.matches('td')) sums.dataset['value'] = String(overdue);
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
