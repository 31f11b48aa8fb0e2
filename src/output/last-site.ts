import fs from 'node:fs';
import path from 'node:path';
import { MANIFEST_NAME, readManifest } from './manifest.ts';

/** The site an earlier build left in the output folder: what comes out the same again need not be written again. */
export interface LastSite {
  /**
   * Absolute path of the last site's file of this relative path, when it holds exactly these bytes: its digest is that of the manifest, and
   * it has not been written since the manifest was. Null otherwise.
   */
  readonly fileWith: (file: string, digest: string, bytes: number) => string | null;
}

/** The last site in `dir`; null where there is none that Dossier made. */
export function readLastSite(dir: string): LastSite | null {
  const made = readManifest(dir)?.files;
  const sealed = fs.lstatSync(path.join(dir, MANIFEST_NAME), { throwIfNoEntry: false });
  if (made === undefined || sealed === undefined) return null;
  return {
    fileWith: (file, digest, bytes) => {
      if (!Object.hasOwn(made, file) || made[file] !== digest) return null;
      const absolute = path.join(dir, ...file.split('/'));
      const stats = fs.lstatSync(absolute, { throwIfNoEntry: false });
      return stats?.isFile() && stats.size === bytes && stats.mtimeMs <= sealed.mtimeMs ? absolute : null;
    },
  };
}
