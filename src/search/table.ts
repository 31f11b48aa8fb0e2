/**
 * What pages are filtered and sorted by, in small files of our own, one a filter: Pagefind's know no counts, and take seconds over thousands
 * of values. Written at build, each read in the browser when its filter is first shown. No `node:*`, no DOM.
 */

export interface TableRow {
  readonly kind: string;
  readonly accounts: readonly string[];
  readonly people: readonly string[];
  readonly tags: readonly string[];
  /** `YYYY-MM-DD`; null when the page has no date. */
  readonly date: string | null;
}

/** In the order in which they are shown. */
export const FACETS = ['kind', 'account', 'person', 'tag', 'year'] as const;
export type FacetName = (typeof FACETS)[number];
type Listed = Exclude<FacetName, 'year'>;
const LISTED: readonly Listed[] = ['kind', 'account', 'person', 'tag'];

/** Pages by value, ascending. */
export type ValuePages = ReadonlyMap<string, Uint32Array>;

/** The folder of these files below the index, and the one with the days of pages. */
export const TABLE_FOLDER = 'table';
export const DAYS_FILE = `${TABLE_FOLDER}/day`;

/** The file of a filter, below the index. Years are told by the days. */
export function facetFile(name: Listed): string {
  return `${TABLE_FOLDER}/${name}`;
}

/** Before every day. */
export const UNDATED = -(2 ** 31);
const DAY = 86_400_000;

/** The files of the table by name, for pages in the order of the index. */
export function tableFiles(rows: readonly TableRow[]): readonly (readonly [name: string, bytes: Uint8Array<ArrayBuffer>])[] {
  return [[DAYS_FILE, dayBytes(rows)], ...LISTED.map((name) => [facetFile(name), facetBytes(rows, name)] as const)];
}

/** How many pages there are, then of each: 0 for no date, else 1 + distance to the day before it in the file. */
function dayBytes(rows: readonly TableRow[]): Uint8Array<ArrayBuffer> {
  const numbers: number[] = [];
  push(numbers, rows.length);
  let last = 0;
  for (const { date } of rows) {
    const day = dayOf(date);
    push(numbers, day === null ? 0 : 1 + zigzag(day - last));
    last = day ?? last;
  }
  return Uint8Array.from(numbers);
}

/** A line of JSON with the values, sorted; then of each value how many pages have it, and their distances. */
function facetBytes(rows: readonly TableRow[], name: Listed): Uint8Array<ArrayBuffer> {
  const column = columnOf(rows, name);
  const numbers: number[] = [];
  for (const [, pages] of column) {
    push(numbers, pages.length);
    let before = 0;
    for (const page of pages) {
      push(numbers, page - before);
      before = page;
    }
  }
  const line = new TextEncoder().encode(`${JSON.stringify(column.map(([value]) => value))}\n`);
  const bytes = new Uint8Array(line.length + numbers.length);
  bytes.set(line);
  bytes.set(numbers, line.length);
  return bytes;
}

function columnOf(rows: readonly TableRow[], name: Listed): readonly (readonly [value: string, pages: readonly number[]])[] {
  const pages = new Map<string, number[]>();
  for (const [page, row] of rows.entries()) {
    for (const value of new Set(valuesOf(row, name))) {
      const holders = pages.get(value);
      if (holders) holders.push(page);
      else pages.set(value, [page]);
    }
  }
  return [...pages].sort(([a], [b]) => (a < b ? -1 : 1));
}

function valuesOf(row: TableRow, name: Listed): readonly string[] {
  switch (name) {
    case 'kind':
      return [row.kind];
    case 'account':
      return row.accounts;
    case 'person':
      return row.people;
    case 'tag':
      return row.tags;
  }
}

function dayOf(date: string | null): number | null {
  const time = date === null ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / DAY);
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function push(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

/** Days since 1970 by page; `UNDATED` for a page without a date. */
export function readDays(bytes: Uint8Array): Int32Array {
  const next = numbersFrom(bytes, 0);
  const days = new Int32Array(next()).fill(UNDATED);
  let last = 0;
  for (let page = 0; page < days.length; page += 1) {
    const number = next() - 1;
    if (number < 0) continue;
    last += number % 2 === 0 ? number / 2 : -(number + 1) / 2;
    days[page] = last;
  }
  return days;
}

export function readFacet(bytes: Uint8Array): ValuePages {
  const end = Math.max(bytes.indexOf(10), 0);
  const values: readonly string[] = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  const next = numbersFrom(bytes, end + 1);
  return new Map(
    values.map((value) => {
      const pages = new Uint32Array(next());
      let page = 0;
      for (let place = 0; place < pages.length; place += 1) {
        page += next();
        pages[place] = page;
      }
      return [value, pages];
    }),
  );
}

function numbersFrom(bytes: Uint8Array, start: number): () => number {
  let at = start;
  return () => {
    let value = 0;
    for (let place = 1; ; place *= 128) {
      const byte = bytes[at];
      if (byte === undefined) throw new RangeError('The table of pages is cut off.');
      at += 1;
      value += (byte % 128) * place;
      if (byte < 128) return value;
    }
  };
}

/** The pages of each year. */
export function yearsOf(days: Int32Array): ValuePages {
  const years = new Map<string, number[]>();
  for (const [page, day] of days.entries()) {
    if (day === UNDATED) continue;
    const year = new Date(day * DAY).toISOString().slice(0, 4);
    const pages = years.get(year);
    if (pages) pages.push(page);
    else years.set(year, [page]);
  }
  return new Map([...years].map(([year, pages]) => [year, Uint32Array.from(pages)]));
}
