import { hash } from 'node:crypto';
import fs from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { PageUrl } from '../graph/graph.ts';
import { readCbor, writeCbor } from './cbor.ts';
import { commonWords } from './common-words.ts';
import { SIGNATURE, WORDS_FILE } from './files.ts';
import { type FolderChoice, writeFolderFiles } from './folder-files.ts';
import { type IndexMeta, knownMeta, MAP_FILE, mapText } from './index-map.ts';
import { addressTexts } from './page-texts.ts';
import { TABLE_FOLDER, type TableRow, tableFiles } from './table.ts';

/** A page of the index, by the name of its document. */
export interface IndexedPage extends TableRow {
  readonly url: PageUrl;
}

/** Where an index is made, and how. Plain data, so that another thread can do it. */
export interface IndexPlace {
  /** Absolute path of the folder that Pagefind writes to. */
  readonly dir: string;
  /** Absolute path of the folder that it reads. */
  readonly documents: string;
  readonly language: string;
  readonly choice: FolderChoice;
}

/** What an index is finished from. */
interface UnfinishedIndex extends Omit<IndexPlace, 'documents'> {
  /** By the URL that Pagefind took from the document. */
  readonly pages: ReadonlyMap<string, IndexedPage>;
  /** The list of the site's words. */
  readonly words: string;
  /** No page has a word: Pagefind then writes nothing. */
  readonly empty: boolean;
}

/** What was written. */
export interface IndexReport {
  /** Paths relative to the index folder, with `/`, sorted. */
  readonly files: readonly string[];
  readonly bytes: number;
  /** Of the index itself, without the copies for folders. */
  readonly indexBytes: number;
  readonly pages: number;
  /** Whether it can be searched from a folder, without a server. */
  readonly folder: boolean;
  /** Pages that are not in it, one sentence each. */
  readonly warnings: readonly string[];
}

const ENTRY_FILE = 'pagefind-entry.json';
const META_ENDING = '.pf_meta';

/**
 * Makes the index of a site of what Pagefind wrote: real addresses, the table of pages, the list of words, copies for folders. Rejects when a file
 * is missing or of another form.
 */
export async function finishIndex({ dir, language, choice, pages, words, empty }: UnfinishedIndex): Promise<IndexReport> {
  const pageOf = (given: string): IndexedPage => {
    const page = pages.get(given);
    if (page === undefined) throw new RangeError(`Pagefind wrote a page ${given}`);
    return page;
  };
  const { meta, given } = empty
    ? { meta: await writeEmpty(dir), given: [] }
    : addressTexts(dir, await metadataOf(dir), language, (url) => pageOf(url).url);
  if (!empty) await replaceMetadata(dir, meta);
  const rows = given.map(pageOf);
  const indexed = new Set(rows);
  const missing = [...pages.values()].filter((page) => !indexed.has(page));
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    ...tableFiles(rows),
    [WORDS_FILE, words],
    [MAP_FILE, mapText(meta, await commonWords(dir, meta))],
  ];
  await mkdir(path.join(dir, TABLE_FOLDER));
  // Packed here, since not every server does it.
  for (const [name, content] of files) await writeFile(path.join(dir, name), gzipSync(content, { level: 9 }));
  const written = await tidied(dir);
  const copies = writeFolderFiles(dir, written.files, written.bytes, choice);
  return {
    files: [...written.files, ...copies.map((copy) => copy.path)].sort((a, b) => (a < b ? -1 : 1)),
    bytes: copies.reduce((sum, copy) => sum + copy.bytes, written.bytes),
    indexBytes: written.bytes,
    pages: rows.length,
    folder: copies.length > 0,
    warnings: missing.map(({ url }) => `${url} is not searchable: it has no words.`),
  };
}

/** The metadata that Pagefind wrote. */
async function metadataOf(dir: string): Promise<IndexMeta> {
  const metadata = (await readdir(dir)).find((name) => name.endsWith(META_ENDING));
  if (metadata === undefined) throw new Error('Pagefind wrote no index');
  const bytes = gunzipSync(await readFile(path.join(dir, metadata))).subarray(SIGNATURE.length);
  return knownMeta(readCbor(bytes));
}

/** What an index without pages has in place of Pagefind's files. */
async function writeEmpty(dir: string): Promise<IndexMeta> {
  await writeFile(path.join(dir, ENTRY_FILE), JSON.stringify({ languages: {} }));
  return ['', [], [], [], [], []];
}

/** Puts other metadata in place of Pagefind's. Its name says what is in it, and the entry names it. */
async function replaceMetadata(dir: string, meta: IndexMeta): Promise<void> {
  const old = (await readdir(dir)).find((name) => name.endsWith(META_ENDING)) ?? '';
  const bytes = writeCbor(meta);
  const entryPath = path.join(dir, ENTRY_FILE);
  const entry = await readFile(entryPath, 'utf8');
  const named = old.slice('pagefind.'.length, -META_ENDING.length);
  const name = `${named.replace(/_.*$/u, '')}_${hash('sha256', bytes, 'hex').slice(0, 10)}`;
  await rm(path.join(dir, old));
  await writeFile(path.join(dir, `pagefind.${name}${META_ENDING}`), gzipSync(Buffer.concat([Buffer.from(SIGNATURE), bytes]), { level: 9 }));
  await writeFile(entryPath, entry.replace(`"${named}"`, `"${name}"`));
}

/** Files Pagefind writes that the site's own search does not load. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Removes what is not used, and lists what is left. */
async function tidied(dir: string): Promise<Pick<IndexReport, 'files' | 'bytes'>> {
  const engines = enginesOf(JSON.parse(await readFile(path.join(dir, ENTRY_FILE), 'utf8')));
  const files: string[] = [];
  let bytes = 0;
  for (const file of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const full = path.join(file.parentPath, file.name);
    if (UNUSED.test(file.name) || (file.name.startsWith('wasm.') && !engines.has(file.name))) {
      await rm(full);
    } else {
      files.push(path.relative(dir, full).replaceAll(path.sep, '/'));
      bytes += fs.statSync(full).size;
    }
  }
  return { files: files.sort((a, b) => (a < b ? -1 : 1)), bytes };
}

/** The engines the index asks for: that of its language, or the general one. */
function enginesOf(entry: unknown): ReadonlySet<string> {
  const { languages = {} } = entry as { readonly languages?: Readonly<Record<string, { readonly wasm?: string | null }>> };
  return new Set(Object.values(languages).map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`));
}
