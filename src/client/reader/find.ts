import { indexText, shownWord, spacedRuns } from '../../search/words.ts';
import { excerptOf, type Run, runsOf } from '../search/excerpt.ts';
import type { Hit, HitSection } from '../search/hit.ts';
import { anchorId, hrefOf } from './book-format.ts';

/** A page as it is searched. Made by the writer of the brief from the records that every form is searched by. */
export interface FindRecord {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly accounts: readonly string[];
  /** `YYYY-MM-DD`; null when the page has no date. */
  readonly date: string | null;
  /** Names it is found by besides its title. */
  readonly names: string;
  /** Text by heading, in the order of the page; the part before the first heading has none. */
  readonly parts: readonly FindPart[];
}

export interface FindPart {
  readonly id: string | null;
  readonly heading: string;
  readonly text: string;
}

/** A query cut into words as texts are, without the signs that texts lose. */
function askedText(query: string): string {
  return spacedRuns(query)
    .replace(/[$+<=>^`|~]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What a word is worth where it stands: alone, and as the beginning of another. */
const WORTH = { title: [64, 24], heading: [12, 6], names: [8, 4], text: [3, 1] } as const;
/** A word that stands often on a page says more, but not without end. */
const MOST_COUNTED = 6;
const MOST_SECTIONS = 3;

interface Field {
  readonly folded: string;
  readonly worth: readonly [whole: number, begun: number];
}

interface Folded {
  readonly record: FindRecord;
  readonly all: string;
  readonly fields: readonly Field[];
}

/** What answers: pages with every word of the query, those that have the very words before those that have longer ones. */
export interface Finder {
  readonly find: (query: string) => readonly FindRecord[];
}

/** A text for comparing: without marks over letters and differences of case. Spaces stay where they are. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/** The words of a query, for comparing. */
export function termsOf(query: string): readonly string[] {
  // Symbols part words here; the index of a site drops them, and `askedText` with it.
  const words = folded(askedText(query.replace(/[^\p{L}\p{N}\p{M}\p{P}]+/gu, ' ')))
    .split(' ')
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  return [...new Set(words.filter((word) => word !== ''))];
}

/**
 * Searches by reading all there is: a thousand notes are a few megabytes, which a browser reads faster than it would load an index of them.
 */
export function finderOver(records: readonly FindRecord[]): Finder {
  const pages = records.map(foldedRecord);
  return {
    find: (query) => {
      const terms = termsOf(query);
      if (terms.length === 0) return [];
      return pages
        .filter(({ all }) => terms.every((term) => all.includes(term)))
        .map((page) => ({ page, score: scoreOf(page, terms) }))
        .filter(({ score }) => score !== null)
        .sort((a, b) => order(a.score, b.score) || newestFirst(a.page.record, b.page.record))
        .map(({ page }) => page.record);
    },
  };
}

interface Score {
  /** Words of the query that stand on the page as they are. */
  readonly whole: number;
  readonly worth: number;
}

const order = (a: Score | null, b: Score | null): number => (b?.whole ?? 0) - (a?.whole ?? 0) || (b?.worth ?? 0) - (a?.worth ?? 0);

function newestFirst(a: FindRecord, b: FindRecord): number {
  const [left, right] = [`${b.date ?? ''} ${a.title}`, `${a.date ?? ''} ${b.title}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

function foldedRecord(record: FindRecord): Folded {
  const field = (text: string, worth: Field['worth']): Field => ({ folded: folded(text), worth });
  const fields = [
    field(record.title, WORTH.title),
    field(record.names, WORTH.names),
    ...record.parts.flatMap(({ heading, text }) => [field(heading, WORTH.heading), field(text, WORTH.text)]),
  ];
  return { record, fields, all: fields.map((one) => one.folded).join('\n') };
}

/** Null when a word stands on the page only inside others. */
function scoreOf({ fields }: Folded, terms: readonly string[]): Score | null {
  let whole = 0;
  let worth = 0;
  for (const term of terms) {
    let counted = 0;
    let isWhole = false;
    for (const {
      folded: text,
      worth: [alone, begun],
    } of fields) {
      for (const at of placesOf(text, term, MOST_COUNTED)) {
        const alike = standsAlone(text, at + term.length);
        isWhole ||= alike;
        counted += alike ? alone : begun;
      }
    }
    if (counted === 0) return null;
    if (isWhole) whole += 1;
    worth += counted;
  }
  return { whole, worth };
}

const WORD = /[\p{L}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Where words begin with a term, at most `most` of them. In scripts without spaces a word begins anywhere. */
function placesOf(text: string, term: string, most: number): readonly number[] {
  const places: number[] = [];
  const anywhere = UNSPACED.test(term);
  for (let at = text.indexOf(term); at !== -1 && places.length < most; at = text.indexOf(term, at + term.length)) {
    if (anywhere || at === 0 || isBorder(characterBefore(text, at))) places.push(at);
  }
  return places;
}

function standsAlone(text: string, end: number): boolean {
  const next = text.codePointAt(end);
  return next === undefined || isBorder(String.fromCodePoint(next));
}

/** A character beside which words begin and end: no letter, or one of a script without spaces. */
function isBorder(character: string): boolean {
  return !WORD.test(character) || UNSPACED.test(character);
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.charAt(at - 1);
}

/** A page that answers, for reading: what was found is marked, and the sections that hold it are named. */
export function hitOf(record: FindRecord, query: string): Hit {
  const terms = termsOf(query);
  const [intro, ...rest] = [record.parts.find(({ id }) => id === null), ...record.parts.filter(({ id }) => id !== null)];
  const sections = rest.flatMap((part) => sectionOf(record.key, part, terms));
  const best = sections.toSorted((a, b) => b.hits - a.hits).slice(0, MOST_SECTIONS);
  const inIntro = intro ? hitsIn(indexWords(intro.text), terms).length : 0;
  const first = intro?.text ? intro : record.parts.find(({ text }) => text !== '');
  return {
    match: 'exact',
    href: hrefOf(record.key),
    title: marked(record.title, terms),
    kind: record.kind,
    accounts: record.accounts,
    date: record.date,
    excerpt: first && (inIntro > 0 || best.length === 0) ? excerpt(first.text, terms) : [],
    sections: sections.filter((section) => best.includes(section)),
    moreSections: sections.length - best.length,
  };
}

function sectionOf(key: string, { id, heading, text }: FindPart, terms: readonly string[]): readonly (HitSection & { hits: number })[] {
  const inHeading = hitsIn(indexWords(heading), terms).length;
  const inText = hitsIn(indexWords(text), terms).length;
  if (inHeading + inText === 0) return [];
  const href = hrefOf(anchorId(key, id ?? ''));
  return [{ href, title: marked(heading, terms), excerpt: excerpt(text, terms), hits: 4 * inHeading + inText }];
}

function marked(text: string, terms: readonly string[]): readonly Run[] {
  const words = indexWords(text);
  return runsOf(words, new Set(hitsIn(words, terms)), 0, words.length);
}

function excerpt(text: string, terms: readonly string[]): readonly Run[] {
  const words = indexWords(text);
  return excerptOf(words, hitsIn(words, terms), 0, words.length);
}

function indexWords(text: string): readonly string[] {
  return indexText(text)
    .split(' ')
    .filter((word) => word !== '');
}

function hitsIn(words: readonly string[], terms: readonly string[]): readonly number[] {
  return words.flatMap((word, at) => {
    const text = folded(shownWord(word).text);
    return terms.some((term) => placesOf(text, term, 1).length > 0) ? [at] : [];
  });
}
