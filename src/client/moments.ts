import { daysFromText, itemsFromText } from '../components/day-texts.ts';
import { shortDay } from '../components/days.ts';
import { contactOn, nextOn } from '../views/moments.ts';
import { rhythmOf } from '../views/rhythm.ts';
import { recountAge } from './ages.ts';
import { locale } from './today.ts';

const root = document.documentElement.dataset['root'] ?? '';

/** When accounts and people were last met. The rows of accounts stand by it. Who has gone quiet is not told in a brief (`data-calm`). */
export function recountContacts(day: string, within: ParentNode = document): void {
  const moved = new Set<HTMLTableSectionElement>();
  for (const cell of within.querySelectorAll<HTMLElement>('td[data-met], dd[data-met]')) {
    const contacts = { met: daysFromText(cell.dataset['met'] ?? ''), said: cell.dataset['said'] ?? null };
    const contact = contactOn(contacts, day);
    const before = cell.querySelector('time')?.dateTime ?? null;
    if (contact !== before) tellContact(cell, contact, day);
    const date = cell.querySelector('time');
    if (date) date.textContent = shortDay(date.dateTime, locale, day);
    const age = cell.querySelector<HTMLElement>('[data-age]');
    if (age && cell.dataset['calm'] === undefined && (age.dataset['quietAfter'] || cell.closest('.roster, .strip')))
      age.dataset['quietAfter'] = String(rhythmOf(contacts.met, day).quietAfter);
    if (age) recountAge(age, day);
    const body = cell.closest('tbody');
    if (contact !== before && body?.closest('.roster')) moved.add(body);
  }
  for (const body of moved) sortByContact(body);
}

function tellContact(cell: HTMLElement, contact: string | null, day: string): void {
  if (cell.matches('td')) cell.dataset['value'] = contact ?? '';
  if (contact === null) {
    cell.replaceChildren(count(cell.dataset['none'] ?? ''));
    return;
  }
  const age = Object.assign(document.createElement('span'), { className: 'count' });
  age.dataset['age'] = contact;
  const small = document.createElement('small');
  small.append(age);
  cell.replaceChildren(time(contact, day), ' ', cell.matches('dd') ? small : age);
}

function sortByContact(body: HTMLTableSectionElement): void {
  const keyOf = (row: HTMLTableRowElement) => row.querySelector<HTMLElement>('td[data-met]')?.dataset['value'] ?? '';
  body.append(...[...body.rows].sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : keyOf(a) > keyOf(b) ? -1 : 0)));
}

/** What comes next at an account. `addressOf`: where a page of the site lies for this one. */
export function recountNext(day: string, within: ParentNode = document, addressOf = (href: string): string => root + href): void {
  for (const cell of within.querySelectorAll<HTMLElement>('[data-next]')) {
    const next = nextOn(itemsFromText(cell.dataset['next'] ?? ''), day);
    const inTable = cell.matches('td');
    if (inTable) {
      cell.dataset['value'] = next?.date ?? '';
      cell.title = next?.text ?? '';
    }
    if (next === null) {
      const nothing = Object.assign(document.createElement('span'), { className: 'nothing', textContent: '–' });
      nothing.append(Object.assign(document.createElement('span'), { className: 'vh', textContent: 'nothing dated' }));
      cell.replaceChildren(inTable ? count('nothing dated') : nothing);
      continue;
    }
    const link = Object.assign(document.createElement('a'), { href: addressOf(next.href) });
    if (inTable) {
      link.className = 'count';
      link.append(next.text);
      cell.replaceChildren(time(next.date, day), ' ', link);
    } else {
      link.append(time(next.date, day));
      const words = Object.assign(document.createElement('small'), { className: 'clip', title: next.text, textContent: next.text });
      cell.replaceChildren(link, words);
    }
  }
}

/** Words of less weight. */
function count(words: string): HTMLElement {
  return Object.assign(document.createElement('span'), { className: 'count', textContent: words });
}

function time(date: string, day: string): HTMLTimeElement {
  return Object.assign(document.createElement('time'), { dateTime: date, textContent: shortDay(date, locale, day) });
}
