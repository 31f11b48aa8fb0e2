import type { IndexReport } from '../../src/search/finish-index.ts';
import type { FolderChoice } from '../../src/search/folder-files.ts';
import { openIndex } from '../../src/search/index-writer.ts';
import type { SearchRecord } from '../../src/search/record.ts';

/** Writes the index of records, in their order, into a folder. */
export async function writeIndex(
  dir: string,
  records: readonly (SearchRecord | null)[],
  language = 'en',
  choice: FolderChoice = 'never',
): Promise<IndexReport> {
  const all = records.filter((record) => record !== null);
  const writer = openIndex(dir, all.length, language, choice);
  for (const record of all) {
    writer.add(record);
    await writer.ready();
  }
  return writer.finish();
}
