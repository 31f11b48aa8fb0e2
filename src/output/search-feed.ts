import path from 'node:path';
import { INDEX_FOLDER } from '../search/files.ts';
import { IndexError, indexLanguage, openIndex } from '../search/index-writer.ts';
import { recordFrom } from '../search/record.ts';
import type { Site } from '../site.ts';
import { OutputError } from './output-error.ts';
import type { SearchFeed } from './write-site.ts';

/** Starts the search index of a site as a second process, to be filled while pages are drawn. Throws an OutputError (`search`). */
export async function openSearchFeed(site: Site): Promise<SearchFeed> {
  const writer = await orOutputError(openIndex(indexLanguage(site.info.locale), site.config.search.offline));
  return {
    add: async (planned) => {
      const record = recordFrom(site, planned);
      if (record) await orOutputError(writer.add(record));
    },
    finish: async (dir) => {
      const { warnings, folder, indexBytes } = await orOutputError(writer.finish(path.join(dir, INDEX_FOLDER)));
      const reason = site.config.search.offline === 'never' ? 'never' : 'large';
      return { folder: INDEX_FOLDER, warnings, offline: folder ? { written: true } : { written: false, reason, indexBytes } };
    },
    abandon: writer.abort,
  };
}

async function orOutputError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    throw new OutputError('search', error.message, 'The old site is as it was. Build with --no-search to do without the index.', {
      cause: error,
    });
  }
}
