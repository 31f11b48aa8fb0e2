import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder of this package, whether this file runs from `src` or bundled from `build`. */
export function readPackageRoot(): string {
  for (let dir = path.dirname(fileURLToPath(import.meta.url)); ; dir = path.dirname(dir)) {
    if (fs.existsSync(path.join(dir, 'package.json'))) return dir;
    if (path.dirname(dir) === dir) throw new Error('the package of dossier is not complete: no package.json above its code');
  }
}

/** Absolute path of the compiled theme. */
export function readThemeFolder(): string {
  return path.join(readPackageRoot(), 'build', 'theme');
}

/** Absolute path of the theme's sources, for pages that are compiled on this machine. */
export function readSourceFolder(): string {
  return path.join(readPackageRoot(), 'src');
}

/** Digest of the compiled program and theme: what they make of the same notes is the same. */
export function readProgramDigest(): string {
  const digests = ['cli', 'theme'].map((part) => fs.readFileSync(path.join(readPackageRoot(), 'build', part, 'digest.txt'), 'utf8').trim());
  return digests.join(' ');
}
