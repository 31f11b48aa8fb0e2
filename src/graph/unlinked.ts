import type { Note, Passage } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { CalledName } from './called.ts';
import type { PageUrl, UnlinkedMention } from './graph.ts';
import { type NameFinder, nameFinderFrom } from './name-finder.ts';

/** Most mentions of one page that are kept of one note. */
const OF_NOTE = 4;
/** A one-word name that the notes write small, as a common word, this often against each time it is written as a name, is a common word. */
const COMMON = 0.25;

/** What may stand before a speaker's name in its line: signs, a time. And behind it, up to the colon: signs, a time or role in brackets. */
const BEFORE_SPEAKER = /^[^\p{L}]*$/u;
const AFTER_SPEAKER = /^[^\p{L}\p{N}:：]{0,3}(?:[([][^)\]\n]{0,24}[)\]])?[^\p{L}\p{N}:：]{0,3}[:：](?!\/\/)/u;

/** What the search for names needs to know of a vault. */
export interface UnlinkedInput {
  readonly notes: readonly Note[];
  readonly names: readonly CalledName[];
  /** Pages that a note belongs to: they are not told that it names them. */
  readonly ownPages: (note: VaultPath) => ReadonlySet<PageUrl>;
  /** Pages that links of the note lead to, with the line of each link. */
  readonly linked: (note: VaultPath) => ReadonlyMap<PageUrl, readonly number[]>;
}

/**
 * Where texts name a page without a link to it, by page, in the order of the notes: whole words of prose and headings, the longest name first, so
 * that `Northwind Canada` never counts for `Northwind`; not in code, links, tags or addresses, and not in a paragraph that links there.
 */
export function unlinkedMentions({ notes, names, ownPages, linked }: UnlinkedInput): ReadonlyMap<PageUrl, readonly UnlinkedMention[]> {
  const find = nameFinderFrom(names.map(({ text }) => text));
  const small = new Map<CalledName, number>();
  const written = new Map<CalledName, UnlinkedMention[]>();
  const found = new Map<CalledName, number>();
  for (const note of notes) {
    let own: ReadonlySet<PageUrl> | null = null;
    let links: ReadonlyMap<PageUrl, readonly number[]> | null = null;
    const counts = new Map<CalledName, number>();
    const labels = new Map<CalledName, { times: number; readonly list: UnlinkedMention[]; readonly at: number }>();
    const take = (text: string, hit: Hit, place: Place): void => {
      const { name, start, end } = hit;
      if (name.exact !== null && !name.exact.includes(text.slice(start, end).normalize('NFC'))) {
        if (text.slice(start, end).normalize('NFC') === name.text) small.set(name, (small.get(name) ?? 0) + 1);
        return;
      }
      found.set(name, (found.get(name) ?? 0) + 1);
      if (name.page === null) return;
      own ??= ownPages(note.path);
      if (own.has(name.page)) return;
      const { from, to } = place;
      const label = speaks(text, hit, place);
      const spoken = label ? labels.get(name) : undefined;
      if (spoken !== undefined) {
        spoken.times += 1;
        return;
      }
      const count = counts.get(name) ?? 0;
      if (count >= OF_NOTE && !label) return;
      links ??= linked(note.path);
      if (links.get(name.page)?.some((line) => place.line <= line && line <= place.endLine)) return;
      if (!label) counts.set(name, count + 1);
      const lineBreaks = text.slice(from, start).split('\n').length - 1;
      const line = Math.min(place.line + lineBreaks, place.endLine);
      const mention = { from: note.path, line, context: text.slice(from, to), at: start - from, end: end - from };
      const list = written.get(name) ?? [];
      written.set(name, list);
      if (label) labels.set(name, { times: 1, list, at: list.length });
      list.push(mention);
    };
    for (const passage of note.passages) searchPassage(passage, find, names, take);
    for (const { line, text, source } of note.headings) {
      if (line === note.titleLine || /[[\]`#<$]/u.test(source)) continue;
      const place = { from: 0, to: text.length, line, endLine: line };
      for (const hit of chosen(text, find, names, () => place)) take(text, hit, place);
    }
    for (const { times, list, at } of labels.values()) {
      const first = list[at];
      if (times > 1 && first !== undefined) list[at] = { ...first, spoken: times };
    }
  }
  const pages = new Map<PageUrl, UnlinkedMention[]>();
  for (const name of names) {
    const list = written.get(name);
    if (list === undefined || name.page === null || (small.get(name) ?? 0) > (found.get(name) ?? 0) * COMMON) continue;
    const page = pages.get(name.page);
    if (page === undefined) pages.set(name.page, list);
    else page.push(...list);
  }
  return pages;
}

/** A paragraph within a text: offsets, and the lines of the file it stands on. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly endLine: number;
}

/** The name stands at the start of its line and a colon behind it: who says the rest. */
function speaks(text: string, { start, end }: Hit, place: Place): boolean {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return BEFORE_SPEAKER.test(text.slice(Math.max(line, place.from), start)) && AFTER_SPEAKER.test(text.slice(end, end + 40));
}

interface Hit {
  readonly name: CalledName;
  readonly start: number;
  readonly end: number;
}

function searchPassage(
  { text, places, covered }: Passage,
  find: NameFinder,
  names: readonly CalledName[],
  take: (text: string, hit: Hit, place: Place) => void,
): void {
  if (places.length === 0) return;
  const placeAt = (offset: number): Place => {
    const i = lastUpTo(places, 4, offset);
    return { from: places[i] ?? 0, to: places[i + 4] ?? text.length, line: places[i + 1] ?? 0, endLine: places[i + 2] ?? 0 };
  };
  for (const hit of chosen(text, find, names, placeAt)) {
    if (!touches(covered, hit)) take(text, hit, placeAt(hit.start));
  }
}

/** The names within one paragraph; where they overlap, the one that begins first, then the longest. */
function chosen(text: string, find: NameFinder, names: readonly CalledName[], placeAt: (offset: number) => Place): readonly Hit[] {
  const found = find(text);
  if (found.length === 0) return [];
  const hits = found
    .flatMap(({ name: index, start, end }): readonly Hit[] => {
      const name = names[index];
      return name === undefined || placeAt(start).to < end ? [] : [{ name, start, end }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return hits.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return text.slice(start, end) !== '';
  });
}

function touches(covered: readonly number[], { start, end }: Hit): boolean {
  if (covered.length === 0) return false;
  const i = lastUpTo(covered, 2, end - 1);
  return (covered[i] ?? 0) < end && (covered[i + 1] ?? 0) > start;
}

/** Index of the last entry of a sorted flat table whose first number is `offset` or less; that of the first entry when there is none. */
function lastUpTo(table: readonly number[], stride: number, offset: number): number {
  let low = 0;
  let high = table.length / stride - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((table[middle * stride] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low * stride;
}
