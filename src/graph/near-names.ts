import { compareText } from '../diagnostics/order.ts';
import type { IsoDate } from '../notes/note.ts';
import { foldText, Lexicon } from './lexicon.ts';

/** Something a name could have meant, by all names it goes by. */
export interface Named<T> {
  readonly item: T;
  /** The first is what it is called. */
  readonly names: readonly string[];
  readonly date: IsoDate | null;
  /** False for accounts and people, whose names are part of many others without being meant by them. */
  readonly isPart: boolean;
}

/** Why a name may have been meant, best reasons first. */
export type NearReason = 'signs' | 'order' | 'ending' | 'spelling' | 'longer' | 'shorter';

/** Names, ready to be compared with one that leads nowhere. A vault has as many as it has notes, so that little is kept of each. */
export interface NearIndex<T> {
  readonly entries: readonly Entry<T>[];
  /** Entries by what they share with names that are near them. */
  readonly byWord: Numbers;
  readonly byLetters: Numbers;
  readonly byStems: Numbers;
  readonly byShape: Numbers;
  readonly lexicon: Lexicon;
  /** By entry: the question, counted, in which it was looked at last. */
  readonly asked: Int32Array;
}

/** One name of something, in the forms in which it is compared. */
interface Entry<T> extends Forms, Pick<Named<T>, 'item' | 'date' | 'isPart'> {}

/** Numbers by key; one alone, as most are, without a list. Lists end where they have become too long to be looked at. */
type Numbers = Map<string, number | number[]>;

/** A name in the forms in which it is compared. */
interface Forms {
  readonly words: readonly string[];
  /** The words without spaces. */
  readonly letters: string;
  /** The words with digits. */
  readonly numbers: string;
  readonly stems: string;
}

const REASONS: readonly NearReason[] = ['signs', 'order', 'ending', 'spelling', 'longer', 'shorter'];
const LIMIT = 5;
/** A word of more names than this suggests nothing. */
const COMMON = 100;
/** Words may differ by a slip of the pen when they are this long, by two when they are long. */
const SLIP = 5;
/** Shorter ones may where the words around them agree, or where they are the whole name of an account or a person; the longer of the two is this long. */
const SHORT_SLIP = 4;
const TWO_SLIPS = 9;
const DATE = /^(\d{4}-\d{2}-\d{2})(?!\d)\s*[-–—]?\s*/u;

/** Built once; a search then costs what it shares with a name. */
export function nearIndex<T>(all: readonly Named<T>[]): NearIndex<T> {
  const lexicon = new Lexicon();
  const known = new Map<string, string>();
  const entries: Entry<T>[] = [];
  const byWord: Numbers = new Map();
  const byLetters: Numbers = new Map();
  const byStems: Numbers = new Map();
  const byShape: Numbers = new Map();
  for (const { item, names, date, isPart } of all) {
    for (const text of new Set(names.map(plainWords))) {
      const forms = formsOf(text, lexicon, known);
      const entry = entries.length;
      const { words, letters, numbers, stems } = forms;
      entries.push({ item, date, isPart, words, letters, numbers, stems });
      for (const word of forms.words) add(byWord, word, entry);
      add(byLetters, forms.letters, entry);
      add(byStems, forms.stems, entry);
      for (const shape of shapesOf(forms)) add(byShape, shape, entry);
    }
  }
  return { entries, byWord, byLetters, byStems, byShape, lexicon, asked: new Int32Array(entries.length + 1) };
}

/**
 * What a name without a note may have meant, at most five, best first: the same words but for signs, in another order, with another ending
 * (`feeds`); one word with a slip of the pen; a title that holds the whole name and little else; a title that is most of the name. Rather none
 * than a wrong one: numbers must be the same, and names with a date fit only what has that date or none.
 */
export function nearNames<T>(index: NearIndex<T>, name: string): readonly { readonly item: T; readonly reason: NearReason }[] {
  const forms = formsOf(plainWords(name), index.lexicon);
  const date = DATE.exec(name)?.[1] ?? null;
  if (forms.letters === '') return [];
  const found = new Map<T, NearReason>();
  const { entries, asked } = index;
  const question = (asked[entries.length] ?? 0) + 1;
  asked[entries.length] = question;
  for (const list of listsFor(index, forms)) {
    if (list.length > COMMON) continue;
    for (const i of list) {
      const entry = entries[i];
      if (entry === undefined || asked[i] === question) continue;
      asked[i] = question;
      const { item, date: own, isPart } = entry;
      if (date !== null && own !== null && date !== own) continue;
      const reason = reasonOf(forms, entry, isPart);
      const known = found.get(item);
      if (reason !== null && (known === undefined || rank(reason) < rank(known))) found.set(item, reason);
    }
  }
  return [...found]
    .map(([item, reason]) => ({ item, reason }))
    .sort((a, b) => rank(a.reason) - rank(b.reason))
    .slice(0, LIMIT);
}

function rank(reason: NearReason): number {
  return REASONS.indexOf(reason);
}

/** Folded, without a date before it. */
function plainWords(name: string): string {
  return foldText(name.replace(DATE, '')) || foldText(name);
}

/** `known`: one string for each word, where many names are kept. */
function formsOf(text: string, lexicon: Lexicon, known?: Map<string, string>): Forms {
  const words = text.split(' ').map((word) => {
    const same = known?.get(word);
    if (same === undefined) known?.set(word, word);
    return same ?? word;
  });
  return {
    words,
    letters: words.length === 1 ? (words[0] ?? '') : words.join(''),
    numbers: /\p{N}/u.test(text) ? words.filter((word) => /\p{N}/u.test(word)).join(' ') : '',
    stems: lexicon.wordsOf(text).join(' '),
  };
}

/** Entries that may be near: they share a word, all letters, what the words stand for, or for one word its beginning and length. */
function listsFor<T>({ byWord, byLetters, byStems, byShape }: NearIndex<T>, forms: Forms): readonly (readonly number[])[] {
  return [
    ...forms.words.map((word) => listAt(byWord, word)),
    listAt(byLetters, forms.letters),
    listAt(byStems, forms.stems),
    ...shapesOf(forms).map((shape) => listAt(byShape, shape)),
  ];
}

function shapesOf({ words: [first = '', ...others] }: Forms): readonly string[] {
  if (others.length > 0 || first.length < SHORT_SLIP - 1) return [];
  return [-2, -1, 0, 1, 2].map((by) => `${first.slice(0, 1)}${first.length + by}`);
}

/** Adds a number that is no less than those of the key. */
function add(numbers: Numbers, key: string, value: number): void {
  const known = numbers.get(key);
  if (known === undefined) numbers.set(key, value);
  else if (typeof known !== 'number') {
    if (known.length <= COMMON && known.at(-1) !== value) known.push(value);
  } else if (known !== value) numbers.set(key, [known, value]);
}

function listAt(numbers: Numbers, key: string): readonly number[] {
  const known = numbers.get(key);
  return known === undefined ? [] : typeof known === 'number' ? [known] : known;
}

function reasonOf(left: Forms, right: Forms, isPart: boolean): NearReason | null {
  const [a, b] = [left.words, right.words];
  if (left.letters === right.letters) return 'signs';
  if (a.length === b.length && a.length > 1 && left.letters.length === right.letters.length && inOrder(a) === inOrder(b)) return 'order';
  if (left.numbers !== right.numbers) return null;
  if (left.stems === right.stems && a.length === b.length && left.stems !== '') return 'ending';
  if (isSlip(a, b, isPart)) return 'spelling';
  if (!isPart) return null;
  if (a.length >= 2 && a.length * 2 >= b.length && holds(b, a)) return 'longer';
  return b.length >= 2 && b.length * 3 >= a.length * 2 && holds(a, b) ? 'shorter' : null;
}

function inOrder(words: readonly string[]): string {
  return words.toSorted(compareText).join(' ');
}

/** Same words but for one, which is nearly the same. Of a single short word only the name of an account or a person is taken, which `isPart` is false for. */
function isSlip(a: readonly string[], b: readonly string[], isPart: boolean): boolean {
  if (a.length !== b.length) return false;
  const at = a.findIndex((word, i) => word !== b[i]);
  if (at === -1 || a.some((word, i) => i > at && word !== b[i])) return false;
  const [left = '', right = ''] = [a[at], b[at]];
  const shorter = Math.min(left.length, right.length);
  if (left[0] !== right[0]) return false;
  if (shorter >= SLIP) return distanceWithin(left, right, shorter >= TWO_SLIPS ? 2 : 1);
  const mayBeShort = a.length > 1 || !isPart;
  return mayBeShort && Math.max(left.length, right.length) >= SHORT_SLIP && shorter >= SHORT_SLIP - 1 && isLetterSlip(left, right);
}

/** A letter left out, put in, or swapped with the next: another letter makes another word of a short one (`plan`, `play`). */
function isLetterSlip(a: string, b: string): boolean {
  if (a.length === b.length) return [...a].sort().join('') === [...b].sort().join('') && distanceWithin(a, b, 1);
  return distanceWithin(a, b, 1);
}

function holds(longer: readonly string[], shorter: readonly string[]): boolean {
  return longer.some((_, at) => shorter.every((word, i) => longer[at + i] === word));
}

/** True when few letters must be changed, put in, left out, or swapped with the next to make one word of the other. */
function distanceWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return (row[b.length] ?? 0) <= most;
}
