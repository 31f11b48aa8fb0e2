import { formatDay } from '../components/days.ts';
import { unwrittenText, unwrittenWord } from '../components/words.ts';
import { daysFrom, locale } from './today.ts';

/** What is still planned, and what was planned for a day that has passed. */
export function recountPlans(day: string): void {
  for (const words of document.querySelectorAll<HTMLElement>('[data-unwritten]')) {
    const left = daysFrom(day, words.dataset['unwritten'] ?? '');
    words.textContent = words.matches('p') ? unwrittenText(left) : unwrittenWord(left);
  }
  for (const date of document.querySelectorAll<HTMLTimeElement>('.meetings:not(.listing) > .meeting:not(.aside-note) > time')) {
    const row = date.parentElement;
    const mark = row?.querySelector('.planned');
    if (!row || row.querySelector('[data-unwritten]') || date.dateTime > day === Boolean(mark)) continue;
    if (mark) mark.remove();
    else
      row.querySelector('.meta')?.prepend(Object.assign(document.createElement('span'), { className: 'planned', textContent: 'Planned' }));
    const kinds = row.dataset['k']?.split(' ').filter((kind) => kind !== 'p');
    if (kinds) row.dataset['k'] = [...kinds, ...(mark ? [] : ['p'])].join(' ');
  }
  const head = document.querySelector('[data-today]');
  head?.replaceChildren(
    `As of ${formatDay(day, locale, 'weekday-long')}, `,
    document.createElement('br'),
    Object.assign(document.createElement('time'), { dateTime: day, textContent: formatDay(day, locale, 'long') }),
  );
}
