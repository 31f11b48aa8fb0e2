import type { FacetTotals } from '../search/facets.ts';
import { FACETS_FILE } from '../search/facets.ts';
import { type Cbor, readCbor } from './search-cbor.ts';
import { type Posting, postingsOf } from './search-postings.ts';
import { openStemmer, type Stemmer } from './search-stems.ts';
import type { Transport } from './search-transport.ts';

/** One page as the index holds it. */
export interface Fragment {
  readonly url: string;
  /** The words of the page, one space between them. */
  readonly content: string;
  readonly meta: {
    readonly title?: string;
    readonly ghost?: string;
    readonly account?: string;
    readonly date?: string;
    readonly last?: string;
  };
  readonly filters: { readonly kind?: readonly string[]; readonly account?: readonly string[]; readonly year?: readonly string[] };
  readonly anchors: readonly { readonly element: string; readonly id: string; readonly text?: string; readonly location: number }[];
}

/** The index of a site, read as far as it is asked. Pages are numbers from 0. */
export interface Index {
  readonly totals: FacetTotals;
  /** Words a page, by page. */
  readonly lengths: readonly number[];
  readonly stems: Stemmer;
  /** Where a stem stands, by page; null when no page has it. */
  readonly postings: (stem: string) => Promise<readonly Posting[] | null>;
  /** Stems that begin so, the longest lists left out when they would have to be fetched from many files. */
  readonly stemsFrom: (prefix: string) => Promise<readonly string[]>;
  /** Pages by value of a filter. */
  readonly filter: (name: string) => Promise<ReadonlyMap<string, readonly number[]>>;
  /** Place of each page in the order of dates, oldest first. */
  readonly byDate: readonly number[];
  readonly fragment: (page: number) => Promise<Fragment>;
  /** A file beside the index, as text. */
  readonly text: (name: string) => Promise<string>;
}

/** Every file of Pagefind begins so once it is unpacked. */
const SIGNATURE = 'pagefind_dcd';
const decoder = new TextDecoder();
/** Files of words read for one prefix: one holds thousands of words, or a single one that every page has. */
const MOST_CHUNKS = 4;

/** Opens the index. Rejects when it cannot be read, or is not of the form that is known (Pagefind 1.6). */
export async function openIndex(transport: Transport): Promise<Index> {
  const unpacked = async (name: string) => unpack(await transport.file(name), name);
  const text = async (name: string) => decoder.decode(await transport.file(name));
  const [entry, totals] = await Promise.all([text('pagefind-entry.json'), text(FACETS_FILE).then((json): FacetTotals => JSON.parse(json))]);
  const { hash, wasm } = languageOf(JSON.parse(entry));
  const [meta, engine] = await Promise.all([unpacked(`pagefind.${hash}.pf_meta`), unpacked(`wasm.${wasm}.pagefind`)]);
  const [, pages, chunks, filters, sorts, fields] = readCbor(meta) as unknown as Meta;
  const stems = await openStemmer(engine);

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

  const read = new Map<string, readonly Posting[]>();
  const postings: Index['postings'] = async (stem) => {
    const known = read.get(stem);
    if (known !== undefined) return known;
    const name = chunks[placeOf(stem)]?.[2];
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
      const [from = '', , name = ''] = chunks[place] ?? [];
      if (place > first && !from.startsWith(prefix)) break;
      names.push(name);
    }
    const found = await Promise.all(names.map(chunk));
    return found.flatMap((words) => [...words.keys()].filter((word) => word.startsWith(prefix)));
  };

  const filterMaps = new Map<string, Promise<ReadonlyMap<string, readonly number[]>>>();
  const filter: Index['filter'] = (name) =>
    once(filterMaps, name, async () => {
      const file = filters.find(([filterName]) => filterName === name)?.[1];
      if (file === undefined) return new Map();
      const [, values] = readCbor(await unpacked(`filter/${file}.pf_filter`)) as unknown as readonly [string, readonly FilterValue[]];
      return new Map(values);
    });

  const groups = new Map<string, Promise<unknown>>();
  const fragment: Index['fragment'] = async (page) => {
    const [name = '', , group = ''] = pages[page] ?? [];
    const file = group === '' ? name : group;
    const read = await once(groups, file, async () => JSON.parse(decoder.decode(await unpacked(`fragment/${file}.pf_fragment`))));
    return group === '' ? (read as Fragment) : ((read as Readonly<Record<string, Fragment>>)[name] ?? Promise.reject(new Error(name)));
  };

  const dates = sorts.find(([key]) => key === 'date')?.[1] ?? [];
  const byDate = new Array<number>(pages.length).fill(-1);
  for (const [place, page] of dates.entries()) byDate[page] = place;
  return { totals, lengths: pages.map(([, length]) => length), stems, postings, stemsFrom, filter, byDate, fragment, text };
}

type FilterValue = readonly [value: string, pages: readonly number[]];
type Meta = readonly [
  version: string,
  pages: readonly (readonly [name: string, words: number, group: string])[],
  chunks: readonly (readonly [from: string, to: string, name: string])[],
  filters: readonly (readonly [name: string, file: string])[],
  sorts: readonly (readonly [key: string, pages: readonly number[]])[],
  fields: readonly string[],
];

/** The one language of the index. */
function languageOf(entry: unknown): { readonly hash: string; readonly wasm: string } {
  const { languages = {} } = entry as {
    readonly languages?: Readonly<Record<string, { readonly hash: string; readonly wasm: string | null }>>;
  };
  const [language] = Object.values(languages);
  if (!language) throw new RangeError('The index is empty.');
  return { hash: language.hash, wasm: language.wasm ?? 'unknown' };
}

/** A file of Pagefind without its packing and signature. Some servers unpack it on the way. */
async function unpack(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const plain = packed
    ? new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer())
    : bytes;
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
