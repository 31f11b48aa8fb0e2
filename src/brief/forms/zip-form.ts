import { strFromU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { MANIFEST_NAME } from '../../output/manifest.ts';
import type { BuiltFile } from './built-files.ts';

const UNIX = 3;
/** A regular file that everybody may read. */
const ATTRIBUTES = 0o100644 << 16;

/**
 * Files as a zip archive with one folder at its top: sorted, of one time, packed by code that is the same on every machine (zlib's own is
 * not), so that the same files give the same bytes.
 */
export function zipFrom(files: readonly BuiltFile[], top: string): Uint8Array {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const entries = Object.fromEntries(sorted.map(({ path, data }): [string, Zippable[string]] => [`${top}/${path}`, [data, {}]]));
  // The first day the format knows, which it keeps as the hands of a clock, without a zone: noon here is noon everywhere, and no zone ever
  // skipped that one.
  const mtime = new Date(1980, 0, 1, 12);
  return zipSync(entries, { level: 6, mtime, os: UNIX, attrs: ATTRIBUTES });
}

/** True for an archive of a brief: the list of files that marks a folder as Dossier's lies in its top folder. */
export function isBriefArchive(data: Uint8Array): boolean {
  try {
    const found = unzipSync(data, { filter: ({ name }) => name.split('/').length === 2 && name.endsWith(`/${MANIFEST_NAME}`) });
    return Object.values(found).some((manifest) => strFromU8(manifest).startsWith('{\n "dossier": 1,'));
  } catch {
    return false;
  }
}
