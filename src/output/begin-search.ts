import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { INDEX_FOLDER } from '../search/files.ts';
import type { IndexReport } from '../search/finish-index.ts';
import { IndexError, indexLanguage, openIndex } from '../search/index-writer.ts';
import { isSearchable, recordFrom } from '../search/record.ts';
import type { Site } from '../site.ts';
import { OutputError } from './output-error.ts';
import type { BeginSearch, SearchReport } from './write-site.ts';

/** Pages that are handed over in one turn of the event loop. */
const TURN = 200;

/**
 * The search index of a site: all words are handed over first, so that it is put together while pages are drawn. Rejects with an OutputError
 * (`search`).
 */
export function beginSearchOf(site: Site): BeginSearch {
  const { offline } = site.config.search;
  return async (dir, { signal, onPages }) => {
    const pages = site.plan.filter(isSearchable);
    const writer = orOutputError(() => openIndex(path.join(dir, INDEX_FOLDER), pages.length, indexLanguage(site.info.locale), offline));
    try {
      for (const [done, planned] of pages.entries()) {
        const record = recordFrom(site, planned);
        if (record) writer.add(record);
        if (done % TURN > 0) continue;
        onPages(done, pages.length);
        await setImmediate();
        await writer.ready();
        signal?.throwIfAborted();
      }
    } catch (error) {
      await writer.abort();
      throw error;
    }
    const written = writer.finish().then(reportFrom, (error: unknown) => Promise.reject(outputErrorFrom(error)));
    return { written, abandon: writer.abort };
  };

  function reportFrom({ warnings, folder, indexBytes }: IndexReport): SearchReport {
    const reason = offline === 'never' ? 'never' : 'large';
    return { folder: INDEX_FOLDER, warnings, offline: folder ? { written: true } : { written: false, reason, indexBytes } };
  }
}

function orOutputError<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw outputErrorFrom(error);
  }
}

function outputErrorFrom(error: unknown): unknown {
  if (!(error instanceof IndexError)) return error;
  const hint = 'The old site is as it was. Build with --no-search to do without the index.';
  return new OutputError('search', error.message, hint, { cause: error });
}
