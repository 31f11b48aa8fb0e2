import { type Cbor, readCbor } from '../../search/cbor.ts';
import { SIGNATURE } from '../../search/files.ts';
import { MAP_FILE, readMap } from '../../search/index-map.ts';
import { DAYS_FILE, type FacetName, facetFile, readDays, readFacet, type ValuePages, yearsOf } from '../../search/table.ts';
import { type Posting, postingsOf } from './postings.ts';
import { openStemmer, type Stemmer } from './stems.ts';
import type { Transport } from './transport.ts';

/** One page as the index holds it. */
export interface Fragment {
  readonly url: string;
  /** The words of the page, one space between them. */
  readonly content: string;
  readonly meta: {
    readonly title?: string;
    readonly ghost?: string;
    readonly date?: string;
    readonly last?: string;
  };
  readonly filters: { readonly kind?: readonly string[]; readonly account?: readonly string[]; readonly year?: readonly string[] };
  readonly anchors: readonly { readonly element: string; readonly id: string; readonly text?: string; readonly location: number }[];
}

/** The index of a site, read as far as it is asked. Pages are numbers from 0. */
export interface Index {
  /** Words a page, roughly, by page. */
  readonly lengths: readonly number[];
  /** How late the date of a page is among all, roughly, from 0 to 1. */
  readonly ages: readonly number[];
  readonly stems: Stemmer;
  /** Where a stem stands, by page; null when no page has it. */
  readonly postings: (stem: string) => Promise<readonly Posting[] | null>;
  /** Stems that begin so, the longest lists left out when they would have to be fetched from many files. */
  readonly stemsFrom: (prefix: string) => Promise<readonly string[]>;
  /** How many pages have a word that nearly every page has, whose places would be a large file to fetch; null for other words. */
  readonly common: (stem: string) => number | null;
  /** The day of each page. Fetched with the first call. */
  readonly days: () => Promise<Int32Array>;
  /** Pages by value of a filter. Fetched with the first call. */
  readonly facet: (name: FacetName) => Promise<ValuePages>;
  readonly fragment: (page: number) => Promise<Fragment>;
  /** A file beside the index, as text. */
  readonly text: (name: string) => Promise<string>;
}

const decoder = new TextDecoder();
/** Files of words read for one prefix: one holds thousands of words, or a single one that every page has. */
const MOST_CHUNKS = 4;

/** Opens the index. Rejects when it cannot be read, or is not of the form that is known (Pagefind 1.6). */
export async function openIndex(transport: Transport): Promise<Index> {
  const unpacked = async (name: string) => unpack(await transport.file(name), name);
  const text = async (name: string) => decoder.decode(await unzipped(await transport.file(name)));
  const mapRead = text(MAP_FILE).then(readMap);
  const entry = text('pagefind-entry.json').then((json) => languageOf(JSON.parse(json)));
  const stemmer = entry.then(async (language): Promise<Stemmer> => {
    return language ? openStemmer(await unpacked(`wasm.${language.wasm}.pagefind`)) : (words) => words;
  });
  const [map, stems] = await Promise.all([mapRead, stemmer]);
  const { chunks, fields, lengths, ages } = map;
  const commonWords = new Map(map.common.map(([stem, pages]) => [stem, pages]));
  const alone = map.common.filter(([, , alone]) => alone).map(([stem]) => stem);

  const loaded = new Map<string, Promise<ReadonlyMap<string, Cbor>>>();
  const chunk = (name: string): Promise<ReadonlyMap<string, Cbor>> =>
    once(loaded, name, async () => {
      const [words] = readCbor(await unpacked(`index/${name}.pf_index`)) as unknown as readonly [readonly (readonly [string, ...Cbor[]])[]];
      return new Map(words.map((word) => [word[0], word]));
    });
  /** The place of the file that would hold a word. */
  const placeOf = (word: string): number => {
    let place = 0;
    while (place + 1 < chunks.length && compare(chunks[place + 1]?.[0] ?? '', word) <= 0) place += 1;
    return place;
  };

  const lonely = new Set(alone.map(placeOf));
  const read = new Map<string, readonly Posting[]>();
  const postings: Index['postings'] = async (stem) => {
    const known = read.get(stem);
    if (known !== undefined) return known;
    const name = chunks[placeOf(stem)]?.[1];
    const word = name === undefined ? undefined : (await chunk(name)).get(stem);
    if (word === undefined) return null;
    const list = postingsOf(word, fields);
    read.set(stem, list);
    return list;
  };

  const stemsFrom: Index['stemsFrom'] = async (prefix) => {
    const first = placeOf(prefix);
    const names: string[] = [];
    for (let place = first; place < chunks.length && names.length < MOST_CHUNKS; place += 1) {
      const [from = '', name = ''] = chunks[place] ?? [];
      if (place > first && !from.startsWith(prefix)) break;
      // A file with nothing but a word that nearly every page has: nobody means that by its beginning.
      if (lonely.has(place)) continue;
      names.push(name);
    }
    const found = await Promise.all(names.map(chunk));
    return found.flatMap((words) => [...words.keys()].filter((word) => word.startsWith(prefix)));
  };

  const files = new Map<string, Promise<unknown>>();
  const fragment: Index['fragment'] = async (page) => {
    const { file, place } = map.fragmentOf(page);
    const read = await once(files, file, async () => JSON.parse(decoder.decode(await unpacked(`fragment/${file}.pf_fragment`))));
    if (place === null) return read as Fragment;
    const group = read as Readonly<Record<string, Fragment>>;
    const name = Object.keys(group).sort()[place] ?? '';
    return group[name] ?? Promise.reject(new RangeError(`${file} lacks page ${page}`));
  };

  const facets = new Map<string, Promise<ValuePages>>();
  const dates = new Map<string, Promise<Int32Array>>();
  const packed = async (name: string) => unzipped(await transport.file(name));
  const days: Index['days'] = () => once(dates, DAYS_FILE, async () => readDays(await packed(DAYS_FILE)));
  const facet: Index['facet'] = (name) =>
    once(facets, name, async () => (name === 'year' ? yearsOf(await days()) : readFacet(await packed(facetFile(name)))));

  return { lengths, ages, stems, postings, stemsFrom, common: (stem) => commonWords.get(stem) ?? null, days, facet, fragment, text };
}

/** The one language of the index; null when it holds no pages. */
function languageOf(entry: unknown): { readonly wasm: string } | null {
  const { languages = {} } = entry as {
    readonly languages?: Readonly<Record<string, { readonly wasm: string | null }>>;
  };
  const [language] = Object.values(languages);
  return language ? { wasm: language.wasm ?? 'unknown' } : null;
}

/** A file without its packing. Some servers unpack it on the way. */
async function unzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!packed) return bytes;
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}

/** A file of Pagefind without its packing and signature. */
async function unpack(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const plain = await unzipped(bytes);
  if (decoder.decode(plain.subarray(0, SIGNATURE.length)) !== SIGNATURE) throw new RangeError(`${name} is no file of the index.`);
  return plain.slice(SIGNATURE.length);
}

/** The value of a key, made once; a failure is forgotten, so that the next call tries again. */
function once<T>(made: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = made.get(key);
  if (known !== undefined) return known;
  const making = make().catch((error: unknown) => {
    made.delete(key);
    throw error;
  });
  made.set(key, making);
  return making;
}

/** Order of code points, which is that of the index. */
function compare(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x !== y) return x >= 0xd800 && y >= 0xd800 ? (a.codePointAt(at) ?? 0) - (b.codePointAt(at) ?? 0) || x - y : x - y;
  }
  return a.length - b.length;
}
