import fs from 'node:fs';
import path from 'node:path';
import type { IndexReport } from './finish-index.ts';
import type { FolderChoice } from './folder-files.ts';
import { openIndexThread } from './index-thread.ts';
import { openIndexer } from './indexer.ts';
import type { SearchRecord } from './record.ts';

export interface IndexWriter {
  /**
   * Hands over one page. Records must come in URL order (code points), since their order decides the bytes of the index. May throw what the
   * disk said of one before.
   */
  readonly add: (record: SearchRecord) => void;
  /** Settles when more pages may come. Rejects with what the disk says. */
  readonly ready: () => Promise<void>;
  /** Writes the index, in a process and a thread of their own. Rejects with an `IndexError`, or what the disk says of the documents. */
  readonly finish: () => Promise<IndexReport>;
  /** Ends both, and waits until it touches the disk no more. What is written stays. May be called at any time, more than once. */
  readonly abort: () => Promise<void>;
}

/** Why there is no search index, in one sentence for people. */
export class IndexError extends Error {
  override readonly name = 'IndexError';
}

/**
 * Begins an index in a folder that is missing or empty, for at most so many pages. `language` is the one forced language of the index
 * (`indexLanguage`): it decides how words are reduced to their stems; two languages in one site would split the index. `choice`: whether it can be
 * searched without a server too. Throws an `IndexError`, or what the disk says.
 */
export function openIndex(dir: string, pages: number, language = 'en', choice: FolderChoice = 'never'): IndexWriter {
  const target = path.resolve(dir);
  requireEmpty(target);
  const indexer = openIndexer(target, pages, language);
  const thread = openIndexThread({ dir: target, documents: indexer.documents, language, choice });
  let last = '';
  let givenUp = false;

  const add = ({ url, html, words, kind, accounts, people, tags, date }: SearchRecord): void => {
    if (givenUp) throw new IndexError(GIVEN_UP);
    if (url <= last) throw new RangeError(`Search records out of order: ${url} after ${last}`);
    last = url;
    thread.add({ name: indexer.next(), html, words, page: { url, kind, accounts, people, tags, date } });
  };

  const finish = async (): Promise<IndexReport> => {
    try {
      await thread.written();
      if (givenUp) throw new IndexError(GIVEN_UP);
      const empty = await indexer.run().then((found) => !found, asFailure);
      return await thread.finish(empty).catch(asFailure);
    } catch (error) {
      throw givenUp ? new IndexError(GIVEN_UP) : error;
    } finally {
      await thread.stop();
    }
  };

  const abort = async (): Promise<void> => {
    givenUp = true;
    await indexer.stop();
    await thread.stop();
  };

  return { add, ready: thread.ready, finish, abort };
}

const GIVEN_UP = 'The search index was given up.';

function asFailure(cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new IndexError(`The search index could not be made: ${reason.split('\n', 1)[0]}`, { cause });
}

/** Pagefind never deletes the hashed files of an earlier run, so it must find none. */
function requireEmpty(dir: string): void {
  fs.mkdirSync(dir, { recursive: true });
  if (fs.readdirSync(dir).length > 0) throw new IndexError(`The search index needs an empty folder: ${path.basename(dir)} holds files.`);
}

const STEMMED = new Set('ar ca da de el en es et eu fi fr ga hi hu hy id it lt nb ne nl nn no pl pt ro ru sr sv ta tr yi'.split(' '));

/** The index language of a site with this locale (BCP 47): its own when Pagefind reduces that language's words, else English. */
export function indexLanguage(locale: string): string {
  const primary = locale.split('-', 1)[0]?.toLowerCase() ?? '';
  return STEMMED.has(primary) ? primary : 'en';
}
