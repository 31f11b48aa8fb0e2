import { keyOf } from '../../search/words.ts';
import type { Term } from './term.ts';

/** A day in digits: `18.3.2026`, `18/03/2026`, `2026/03/18`, `2026-3-18`. */
const DIGITS = /^(?:(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})[./-](\d{1,2})[./-](\d{1,2}))[.,;]?$/u;

/** The days that a date in digits may mean: of `3/4/2026` there are two. Written as in the index. */
export function daysOf(text: string): readonly string[] {
  const [, first, second, year, yearFirst, month, day] = DIGITS.exec(text) ?? [];
  const wanted =
    year === undefined ? [[yearFirst, month, day]] : [[year, second, first], ...(first === second ? [] : [[year, first, second]])];
  return wanted.flatMap(([y = '', m = '', d = '']) =>
    y !== '' && isWithin(m, 12) && isWithin(d, 31) ? [y + m.padStart(2, '0') + d.padStart(2, '0')] : [],
  );
}

function isWithin(digits: string, most: number): boolean {
  const value = Number.parseInt(digits, 10);
  return value >= 1 && value <= most;
}

/**
 * Terms with the dates among them as one term each: `18 March 2026`, `March 18, 2026`, `March 2026`. It is met by pages of that day or
 * month, and by pages that have the words in this order.
 */
export function datesIn(terms: readonly Term[], language: string): readonly Term[] {
  if (!terms.some((term) => /^\d{4}$/u.test(keyOfTerm(term)))) return terms;
  const months = monthsOf(language);
  const found: Term[] = [];
  for (let at = 0; at < terms.length; at += 1) {
    const three = terms.slice(at, at + 3);
    const two = terms.slice(at, at + 2);
    const term = dateTerm(three, months) ?? dateTerm(two, months);
    if (term) {
      found.push(term.term);
      at += term.taken - 1;
    } else {
      found.push(...terms.slice(at, at + 1));
    }
  }
  return found;
}

function dateTerm(terms: readonly Term[], months: ReadonlyMap<string, string>): { readonly term: Term; readonly taken: number } | null {
  const keys = terms.map(keyOfTerm);
  const [year = ''] = keys.slice(-1);
  const month = keys.map((key) => months.get(key)).find((digits) => digits !== undefined);
  const day = keys.slice(0, -1).find((key) => /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/u.test(key));
  if (terms.length < 2 || !/^(?:19|20)\d\d$/u.test(year) || month === undefined || (terms.length === 3) !== (day !== undefined))
    return null;
  const date = year + month + (day === undefined ? '' : String(Number.parseInt(day, 10)).padStart(2, '0'));
  const any = [
    { keys: [date], open: true },
    { keys, open: false },
  ];
  return { term: { text: terms.map(({ text }) => text).join(' '), any, typing: false, word: null }, taken: terms.length };
}

function keyOfTerm({ any }: Term): string {
  return any[0]?.keys.length === 1 ? (any[0].keys[0] ?? '') : '';
}

/** Two digits by the names of months, long and short. */
function monthsOf(language: string): ReadonlyMap<string, string> {
  const months = new Map<string, string>();
  for (const locale of new Set(['en', language])) {
    for (const length of ['long', 'short'] as const) {
      const format = formatIn(locale, length);
      for (let month = 0; month < 12; month += 1) {
        months.set(keyOf(format.format(Date.UTC(2024, month, 15))), String(month + 1).padStart(2, '0'));
      }
    }
  }
  return months;
}

function formatIn(locale: string, month: 'long' | 'short'): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
  } catch {
    return new Intl.DateTimeFormat('en', { month, timeZone: 'UTC' });
  }
}
