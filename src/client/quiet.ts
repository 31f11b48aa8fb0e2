import { daysFromText } from '../components/day-texts.ts';
import { silenceText } from '../components/words.ts';
import { silenceOn } from '../views/moments.ts';
import { daysFrom } from './today.ts';

/** Which accounts are quiet today, in the order of their list; the count of the list, where its page holds them all. */
export function recountQuiet(day: string): void {
  const list = document.querySelector<HTMLElement>('[data-quiet-list]');
  if (!list) return;
  const rows = [...list.querySelectorAll<HTMLElement>('li')].flatMap((row) => {
    row.hidden = true;
    const silence = silenceOn({ met: daysFromText(row.dataset['met'] ?? ''), said: row.dataset['said'] ?? null }, day);
    return silence !== null && silence.from <= day ? [{ row, silence }] : [];
  });
  const latest = list.dataset['quietList'] === 'latest';
  rows.sort((a, b) => (latest ? compare(b.silence.from, a.silence.from) : compare(a.silence.contact, b.silence.contact)));
  list.append(...rows.map(({ row }) => row));
  for (const { row, silence } of rows.slice(0, Number(list.dataset['most'] ?? rows.length))) {
    row.hidden = false;
    const words = row.querySelector('.count');
    if (words) words.textContent = silenceText(daysFrom(silence.contact, day), silence.usual, Number(row.dataset['meetings']));
  }
  if (list.dataset['most'] === undefined) tellQuiet(rows.length);
}

/** How many are quiet, wherever the page says so. */
export function tellQuiet(quiet: number): void {
  for (const total of document.querySelectorAll('[data-total="quiet"]')) total.textContent = String(quiet);
  for (const group of document.querySelectorAll<HTMLElement>('[data-group="quiet"]')) group.hidden = quiet === 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
