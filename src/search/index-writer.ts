import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readCbor } from './cbor.ts';
import { commonWords } from './common-words.ts';
import { SIGNATURE, WORDS_FILE } from './files.ts';
import { type FolderChoice, writeFolderFiles } from './folder-files.ts';
import { type IndexMeta, knownMeta, MAP_FILE, mapText } from './index-map.ts';
import { startIndexer } from './indexer.ts';
import type { SearchRecord } from './record.ts';
import { TABLE_FOLDER, type TableRow, tableFiles } from './table.ts';
import { vocabulary } from './vocabulary.ts';

/** What was written. */
export interface IndexReport {
  /** Paths relative to the index folder, with `/`, sorted. */
  readonly files: readonly string[];
  readonly bytes: number;
  /** Of the index itself, without the copies for folders. */
  readonly indexBytes: number;
  readonly pages: number;
  /** Different words a page, summed over all pages. */
  readonly words: number;
  /** Whether it can be searched from a folder, without a server. */
  readonly folder: boolean;
  /** Pages the indexer refused, one sentence each. */
  readonly warnings: readonly string[];
}

export interface IndexWriter {
  /**
   * Hands one page to the indexer and returns as soon as there is room for the next: indexing goes on in the other process
   * while this one renders. Records must come in URL order (code points), since their order decides the bytes of the index.
   * Throws `IndexError` once the indexer is gone.
   */
  readonly add: (record: SearchRecord) => Promise<void>;
  /** Writes the index into a folder that is missing or empty, and ends the process. Throws `IndexError`. */
  readonly finish: (dir: string) => Promise<IndexReport>;
  /** Ends the process without writing anything. May be called at any time, more than once. */
  readonly abort: () => Promise<void>;
}

/** Why there is no search index, in one sentence for people. */
export class IndexError extends Error {
  override readonly name = 'IndexError';
}

/** Characters on their way to the indexer: enough to keep it busy, little beside the pages themselves. */
const IN_FLIGHT = 4_000_000;
/** After so many pages the event loop gets a turn, or the indexer would wait for pages that sit in our memory. More than are drawn in one turn. */
const PAGES_PER_TURN = 32;

/**
 * Starts the indexer as a second process. `language` is the one forced language of the index (`indexLanguage`): it decides
 * how words are reduced to their stems; two languages in one site would split the index. `choice`: whether it can be searched without a
 * server too. Throws `IndexError`.
 */
export async function openIndex(language = 'en', choice: FolderChoice = 'never'): Promise<IndexWriter> {
  const indexer = await startIndexer(language).catch((error: unknown) => Promise.reject(failure('could not be started', error)));
  const rows: TableRow[] = [];
  const refused = new Set<TableRow>();
  const known = vocabulary();
  const warnings: string[] = [];
  let inFlight = 0;
  let words = 0;
  let last = '';
  let broken: IndexError | null = null;
  let wake = (): void => undefined;

  const fail = (error: unknown): void => {
    broken ??= failure(`stopped after ${rows.length} pages`, error);
    wake();
  };
  indexer.died.catch(fail);

  const send = async ({ url, html }: SearchRecord, row: TableRow): Promise<void> => {
    const { errors, uniqueWords } = await indexer.add(url, html);
    words += uniqueWords;
    if (errors.length > 0) refused.add(row);
    warnings.push(...errors.map((error) => `${url} is not searchable: ${error}`));
    inFlight -= html.length;
    wake();
  };

  /** Until at most so many characters are on their way. */
  const roomFor = async (limit: number): Promise<void> => {
    while (!broken && inFlight > limit) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (broken) throw broken;
  };

  const add = async (record: SearchRecord): Promise<void> => {
    if (broken) throw broken;
    if (record.url <= last) throw new RangeError(`Search records out of order: ${record.url} after ${last}`);
    last = record.url;
    inFlight += record.html.length;
    const { kind, accounts, people, tags, date } = record;
    const row = { kind, accounts, people, tags, date };
    rows.push(row);
    known.count(record.words);
    send(record, row).catch(fail);
    if (rows.length % PAGES_PER_TURN === 0) await setImmediate();
    await roomFor(IN_FLIGHT);
  };

  const abort = async (): Promise<void> => {
    broken ??= new IndexError('The search index was given up.');
    await indexer.stop();
  };

  const finish = async (dir: string): Promise<IndexReport> => {
    try {
      await roomFor(0);
      const target = path.resolve(dir);
      await requireEmpty(target);
      const errors = await Promise.race([indexer.write(target), indexer.died]).catch((error: unknown) =>
        Promise.reject(failure('stopped while writing', error)),
      );
      if (errors.length > 0) throw failure('could not write', errors.join('; '));
      const metadata = await metadataOf(target);
      const indexed = rows.filter((row) => !refused.has(row));
      await checkOrder(target, metadata, indexed);
      const files: readonly (readonly [string, string | Uint8Array])[] = [
        ...tableFiles(indexed),
        [WORDS_FILE, known.text()],
        [MAP_FILE, mapText(metadata, await commonWords(target, metadata))],
      ];
      await mkdir(path.join(target, TABLE_FOLDER));
      // Packed here, since not every server does it.
      for (const [name, content] of files) await writeFile(path.join(target, name), gzipSync(content, { level: 9 }));
      const written = await tidied(target);
      const copies = writeFolderFiles(target, written.files, written.bytes, choice);
      const all = [...written.files, ...copies.map((copy) => copy.path)].sort((a, b) => (a < b ? -1 : 1));
      const bytes = copies.reduce((sum, copy) => sum + copy.bytes, written.bytes);
      return { files: all, bytes, indexBytes: written.bytes, pages: rows.length, words, folder: copies.length > 0, warnings };
    } finally {
      await abort();
    }
  };

  return { add, finish, abort };
}

function failure(what: string, cause: unknown): IndexError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new IndexError(`The search indexer ${what}: ${reason.split('\n', 1)[0]}`, { cause });
}

/** Pagefind never deletes the hashed files of an earlier run, so it must find none. */
async function requireEmpty(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  if ((await readdir(dir)).length > 0) throw new IndexError(`The search index needs an empty folder: ${path.basename(dir)} holds files.`);
}

/** Pagefind's metadata; that of an index without pages for a site without any. */
async function metadataOf(dir: string): Promise<IndexMeta> {
  const metadata = (await readdir(dir)).find((name) => name.endsWith('.pf_meta'));
  if (metadata === undefined) return ['', [], [], [], [], []];
  const bytes = gunzipSync(await readFile(path.join(dir, metadata))).subarray(SIGNATURE.length);
  try {
    return knownMeta(readCbor(bytes));
  } catch (error) {
    throw failure('gave something unknown', error);
  }
}

/** The table counts on the indexer to number pages as they were fed: what it says of kinds must be what the table says. */
async function checkOrder(dir: string, [, pages, , filters]: IndexMeta, rows: readonly TableRow[]): Promise<void> {
  const [, file] = filters.find(([name]) => name === 'kind') ?? [];
  const bytes =
    file === undefined ? null : gunzipSync(await readFile(path.join(dir, 'filter', `${file}.pf_filter`))).subarray(SIGNATURE.length);
  const [, kinds] = (bytes === null ? ['', []] : readCbor(bytes)) as readonly [string, readonly (readonly [string, readonly number[]])[]];
  const same = pages.length === rows.length && kinds.every(([kind, held]) => held.every((page) => rows[page]?.kind === kind));
  if (!same) throw new IndexError('The search indexer numbers pages in another order than they were given.');
}

/** Files Pagefind writes that the site's own search does not load. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Removes what is not used, and lists what is left. */
async function tidied(dir: string): Promise<Pick<IndexReport, 'files' | 'bytes'>> {
  const engines = enginesOf(JSON.parse(await readFile(path.join(dir, 'pagefind-entry.json'), 'utf8')));
  const files: string[] = [];
  let bytes = 0;
  for (const file of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const full = path.join(file.parentPath, file.name);
    if (UNUSED.test(file.name) || (file.name.startsWith('wasm.') && !engines.has(file.name))) {
      await rm(full);
    } else {
      files.push(path.relative(dir, full).replaceAll(path.sep, '/'));
      bytes += (await stat(full)).size;
    }
  }
  return { files: files.sort((a, b) => (a < b ? -1 : 1)), bytes };
}

/** The engines the index asks for: that of its language, or the general one. */
function enginesOf(entry: unknown): ReadonlySet<string> {
  const { languages = {} } = entry as { readonly languages?: Readonly<Record<string, { readonly wasm?: string | null }>> };
  return new Set(Object.values(languages).map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`));
}

const STEMMED = new Set('ar ca da de el en es et eu fi fr ga hi hu hy id it lt nb ne nl nn no pl pt ro ru sr sv ta tr yi'.split(' '));

/** The index language of a site with this locale (BCP 47): its own when Pagefind reduces that language's words, else English. */
export function indexLanguage(locale: string): string {
  const primary = locale.split('-', 1)[0]?.toLowerCase() ?? '';
  return STEMMED.has(primary) ? primary : 'en';
}
