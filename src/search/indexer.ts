import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { KEPT_SIGNS } from './words.ts';

/** Files that Pagefind writes texts of pages to at most: `page-texts.ts` reads them, and writes others. */
const MAX_FRAGMENTS = 60;

/**
 * Pagefind's program over a folder of documents. Its service for programs would take them one by one, but it puts the whole index together
 * twice for every writing, and compares each page with all before: at 20,000 notes half of its time.
 */
export interface Indexer {
  /** Absolute path of the folder of documents. */
  readonly documents: string;
  /** The name of the next document, which exists and is empty. Pagefind makes its URL of it. */
  readonly next: () => string;
  /**
   * Writes all files of the index into the folder. Gives false, and writes nothing, when no document has a word. Rejects with the reason when it fails.
   */
  readonly run: () => Promise<boolean>;
  /** Ends the process, if it runs, and waits until it touches the disk no more. */
  readonly stop: () => Promise<void>;
}

/**
 * Makes room for at most so many documents in `dir`, where the index is written to. Pagefind numbers pages in the order in which the disk lists their
 * files, which may be any, but is the same each time: so all files are made first, and filled in the order of the list.
 */
export function openIndexer(dir: string, documents: number, language: string): Indexer {
  const source = path.join(dir, 'documents');
  fs.mkdirSync(source, { recursive: true });
  for (let number = 0; number < documents; number += 1) fs.closeSync(fs.openSync(path.join(source, `${number}.html`), 'wx'));
  const names = listed(source);
  let used = 0;
  let running: { readonly end: () => void; readonly ended: Promise<string> } | null = null;

  const next = (): string => {
    const name = names[used];
    if (name === undefined) throw new RangeError(`More documents than the ${documents} that were announced`);
    used += 1;
    return name;
  };

  const run = async (): Promise<boolean> => used > 0 && (await index());

  const index = async (): Promise<boolean> => {
    const options = {
      site: source,
      'output-path': dir,
      'force-language': language,
      'include-characters': KEPT_SIGNS,
      'max-fragments': String(MAX_FRAGMENTS),
    };
    const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    const child = spawn(program(), [...words, '--keep-index-url', '--quiet'], {
      // In a folder of its own and without variables of Pagefind: both could hold settings.
      cwd: source,
      env: {
        ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PAGEFIND_'))),
        _RJEM_MALLOC_CONF: ALLOCATOR,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    const end = (): boolean => child.kill('SIGKILL');
    process.once('exit', end);
    running = { end, ended: endOf(child) };
    try {
      const said = await running.ended;
      const wordless = said.includes(NO_WORDS);
      if (said !== '' && !wordless) throw new Error(said);
      return !wordless;
    } finally {
      process.off('exit', end);
    }
  };

  const stop = async (): Promise<void> => {
    running?.end();
    await running?.ended.catch(() => undefined);
  };

  return { documents: source, next, run, stop };
}

/**
 * Settings of jemalloc, the allocator inside Pagefind's program on Linux: huge pages, and memory kept until the end. The program fills gigabytes once
 * and frees them all; a third of its time went into asking the system for pages of 4 KB. Where the allocator is another, nobody reads them.
 */
const ALLOCATOR = 'thp:always,dirty_decay_ms:-1,narenas:4';

/** What Pagefind says, and fails, when no document has a word. */
const NO_WORDS = 'not able to build an index';

/** Names in the order in which the disk lists them; Node's other calls sort. */
function listed(dir: string): readonly string[] {
  const folder = fs.opendirSync(dir, { bufferSize: 1024 });
  try {
    const names: string[] = [];
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) names.push(entry.name);
    return names;
  } finally {
    folder.closeSync();
  }
}

/** Path of Pagefind's program for this machine. A variable can name another, as Pagefind's own launcher has it. Throws when there is none. */
function program(): string {
  const given = process.env.PAGEFIND_EXTENDED_BINARY_PATH;
  if (given !== undefined && given !== '') return given;
  const [platform, ending] = process.platform === 'win32' ? ['windows', '.exe'] : [process.platform, ''];
  const name = `@pagefind/${platform}-${process.arch}`;
  try {
    return createRequire(import.meta.resolve('pagefind')).resolve(`${name}/bin/pagefind_extended${ending}`);
  } catch (cause) {
    throw new Error(`the package ${name} is missing; install the packages again, with optional ones`, { cause });
  }
}

/** Settles when the process has ended: with what it said when it failed, or an empty text. Rejects when it was ended, or could not start. */
async function endOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code, signal] = await new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve([code, signal]));
  });
  if (code === 0) return '';
  if (signal === null) return said.trim() === '' ? `it ended with exit code ${code}` : said.trim();
  throw new Error(`its process was ended by ${signal}${signal === 'SIGKILL' ? ', most likely for want of memory' : ''}`);
}
