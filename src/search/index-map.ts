import type { Cbor } from './cbor.ts';

/**
 * What the browser must know of an index before it can ask: which file holds which words, which the text of which pages. Pagefind's own
 * metadata says it too, at ten bytes a page that do not pack; this says it in two. Made from it at build, and read in the browser.
 */
export const MAP_FILE = 'map';

/** Pagefind's metadata, as CBOR gives it. */
export type IndexMeta = readonly [
  version: string,
  pages: readonly (readonly [name: string, words: number, group: string])[],
  chunks: readonly (readonly [from: string, to: string, name: string])[],
  filters: readonly (readonly [name: string, file: string])[],
  sorts: readonly (readonly [key: string, pages: readonly number[]])[],
  fields: readonly string[],
];

export interface IndexMap {
  /** Names of the metadata fields that words can stand in. */
  readonly fields: readonly string[];
  /** Words that nearly every page has, whose files are large: how many pages, and whether the file holds nothing else. */
  readonly common: readonly (readonly [stem: string, pages: number, alone: boolean])[];
  /** Files of words, in order, by the first word of each (as short as tells it from the one before). */
  readonly chunks: readonly (readonly [from: string, file: string])[];
  /** Words of each page, roughly. */
  readonly lengths: readonly number[];
  /** How late the date of each page is among all, from 0 to 1, in eighths. */
  readonly ages: readonly number[];
  /** The file with the text of a page, and its place among the pages there, sorted by name; null where it is alone. */
  readonly fragmentOf: (page: number) => { readonly file: string; readonly place: number | null };
}

/** A file with the text of one page, or of so many that follow one another. */
type Group = string | readonly [file: string, pages: number];

interface Written extends Pick<IndexMap, 'fields' | 'common' | 'chunks'> {
  /** Files of texts, in the order of pages, with a comma between: a name alone, or the end of a name, `:` and pages in base 36. */
  readonly groups: string;
  /** The beginning that the names of files with several pages share. */
  readonly shared: string;
  /** One digit a page: its length and its age, in eight steps each. */
  readonly pages: string;
  /** One digit or more a page that is in a group: its place there. */
  readonly places: string;
  readonly digits: number;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const STEPS = 8;
/** Words of a page in the lowest step; each step doubles it. */
const SHORTEST = 16;

/** The map of an index, as text, with the words that nearly every page has. */
export function mapText([, pages, chunks, , sorts, fields]: IndexMeta, common: IndexMap['common'] = []): string {
  const order = sorts.find(([key]) => key === 'date')?.[1] ?? [];
  const places = new Map(order.map((page, at) => [page, at]));
  const steps = pages.map(([, words], page) => {
    const length = Math.min(STEPS - 1, Math.max(0, Math.round(Math.log2(Math.max(words, 1) / SHORTEST))));
    const age = Math.floor(((places.get(page) ?? 0) * STEPS) / Math.max(order.length, 1));
    return DIGITS.charAt(length * STEPS + age);
  });
  const groups = groupsOf(pages);
  const largest = Math.max(1, ...groups.map((group) => (typeof group === 'string' ? 1 : group[1])));
  const digits = largest > DIGITS.length ? 2 : 1;
  const shared = sharedBeginning(groups.flatMap((group) => (typeof group === 'string' ? [] : [group[0]])));
  const written: Written = {
    fields,
    common,
    chunks: chunks.map(([from, , name]) => [from, name]),
    groups: groups
      .map((group) => (typeof group === 'string' ? group : `${group[0].slice(shared.length)}:${group[1].toString(36)}`))
      .join(','),
    shared,
    pages: steps.join(''),
    places: placesOf(pages, digits),
    digits,
  };
  return `${JSON.stringify(written)}\n`;
}

/**
 * Metadata of the form that is known; throws a RangeError for another: a check rather than a promise of the type, since the form belongs to
 * Pagefind, and its version may change.
 */
export function knownMeta(metadata: Cbor): IndexMeta {
  const [version, pages, chunks, filters, sorts, fields] = Array.isArray(metadata) ? metadata : [];
  const known = typeof version === 'string' && [pages, chunks, filters, sorts, fields].every(Array.isArray);
  const [page, chunk] = known ? [pages[0], chunks[0]] : [];
  if (!known || (page && page.length !== 3) || (chunk && chunk.length !== 3)) {
    throw new RangeError(`Pagefind ${typeof version === 'string' ? version : '?'} writes its metadata in another form`);
  }
  return metadata as unknown as IndexMeta;
}

function groupsOf(pages: IndexMeta[1]): readonly Group[] {
  const groups: Group[] = [];
  for (const [name, , group] of pages) {
    const last = groups.at(-1);
    if (group === '') groups.push(name);
    else if (last && last[0] === group && typeof last !== 'string') groups[groups.length - 1] = [group, last[1] + 1];
    else groups.push([group, 1]);
  }
  return groups;
}

function sharedBeginning(names: readonly string[]): string {
  const [first = ''] = names;
  let length = first.length;
  for (const name of names) while (!name.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

/** The place of each page among those of its group, sorted by name. */
function placesOf(pages: IndexMeta[1], digits: number): string {
  const members = Map.groupBy(pages, ([, , group]) => group);
  const places = new Map<string, number>();
  for (const [group, inGroup] of members) {
    if (group === '') continue;
    const names = inGroup.map(([name]) => name).sort((a, b) => (a < b ? -1 : 1));
    for (const [place, name] of names.entries()) places.set(name, place);
  }
  return pages
    .map(([name]) => places.get(name))
    .map((place) => (place === undefined ? '' : numeral(place, digits)))
    .join('');
}

function numeral(value: number, digits: number): string {
  const low = DIGITS.charAt(value % DIGITS.length);
  return digits === 1 ? low : DIGITS.charAt(Math.floor(value / DIGITS.length)) + low;
}

/** Reads what `mapText` wrote. */
export function readMap(text: string): IndexMap {
  const { fields, common, chunks, groups: written, shared, pages, places, digits }: Written = JSON.parse(text);
  const groups = written.split(',').flatMap((group): readonly Group[] => {
    const [name = '', count] = group.split(':');
    return group === '' ? [] : [count === undefined ? name : [shared + name, Number.parseInt(count, 36)]];
  });
  const values = new Map([...DIGITS].map((digit, value) => [digit, value]));
  const steps = [...pages].map((digit) => values.get(digit) ?? 0);
  /** First page of each group, and how many pages in groups are before it. */
  const starts: { readonly page: number; readonly grouped: number }[] = [];
  let page = 0;
  let grouped = 0;
  for (const group of groups) {
    starts.push({ page, grouped });
    page += typeof group === 'string' ? 1 : group[1];
    grouped += typeof group === 'string' ? 0 : group[1];
  }
  const placeOf = (at: number): number => {
    let value = 0;
    for (const digit of places.slice(at * digits, (at + 1) * digits)) value = value * DIGITS.length + (values.get(digit) ?? 0);
    return value;
  };
  return {
    fields,
    common,
    chunks,
    lengths: steps.map((step) => SHORTEST * 2 ** Math.floor(step / STEPS)),
    ages: steps.map((step) => (step % STEPS) / STEPS),
    fragmentOf: (page) => {
      const at = starts.findLastIndex((start) => start.page <= page);
      const [group, start] = [groups[at], starts[at]];
      if (group === undefined || start === undefined) throw new RangeError(`No page ${page}`);
      if (typeof group === 'string') return { file: group, place: null };
      return { file: group[0], place: placeOf(start.grouped + page - start.page) };
    },
  };
}
