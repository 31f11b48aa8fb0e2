import { ageText, dueText, overdueSentence, soonSentence, spanText, whenOf } from '../components/words.ts';

/** Today where the reader is, as `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** Counts ages and due dates again from today: a page is written for the day of its newest meeting and may be read much later. */
export function recount(day: string): void {
  if (day < (document.body.dataset['asOf'] ?? '')) return;
  for (const age of document.querySelectorAll<HTMLElement>('[data-age]')) {
    age.textContent =
      ageText(daysFrom(age.dataset['age'] ?? '', day)) + (age.classList.contains('stale') && age.closest('.roster') ? ', quiet' : '');
  }
  for (const span of document.querySelectorAll<HTMLElement>('[data-span]'))
    span.textContent = spanText(daysFrom(span.dataset['span'] ?? '', day));
  for (const due of document.querySelectorAll<HTMLElement>('[data-due]')) recountDue(due, day);
  for (const sums of document.querySelectorAll<HTMLElement>('[data-dues]')) recountSums(sums, day);
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

/** Totals over due dates: the opening sentence, and the overdue counts of accounts. */
function recountSums(sums: HTMLElement, day: string): void {
  const whens = (sums.dataset['dues'] ?? '')
    .split(' ')
    .filter(Boolean)
    .map((due) => whenOf(daysFrom(day, due)));
  const overdue = whens.filter((when) => when === 'overdue').length;
  const actions = sums.dataset['actions'];
  if (actions !== undefined) {
    const soon = soonSentence(overdue, whens.filter((when) => when === 'soon').length);
    const first = overdue > 0 ? link(`${actions}#state=overdue`, overdueSentence(overdue)) : overdueSentence(0);
    sums.replaceChildren(
      first,
      ...(soon ? [overdue > 0 ? ' and ' : ', ', link(`${actions}#state=soon`, soon), ' within a week'] : []),
      '.',
    );
    return;
  }
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

function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
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
