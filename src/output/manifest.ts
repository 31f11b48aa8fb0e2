import fs from 'node:fs';
import path from 'node:path';

/** Name of the file that marks a folder as written by Dossier. */
export const MANIFEST_NAME = '.dossier-manifest.json';

/** What a build wrote: every file but the manifest itself, with a SHA-256 of its bytes. No times, so that the same site gives the same manifest. */
export interface Manifest {
  readonly dossier: 1;
  /** Relative path with `/` → hex digest, sorted by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** The manifest as text, files sorted by code point. */
export function manifestText(files: ReadonlyMap<string, string>): string {
  const sorted = [...files.keys()].sort().map((file) => [file, files.get(file) ?? ''] as const);
  const manifest: Manifest = { dossier: 1, files: Object.fromEntries(sorted) };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/** The manifest of a folder; null when the folder has none or it is no manifest. */
export function readManifest(dir: string): Manifest | null {
  try {
    return manifestFrom(fs.readFileSync(path.join(dir, MANIFEST_NAME), 'utf8'));
  } catch {
    return null;
  }
}

/** The manifest in a text; null when it is none. */
export function manifestFrom(text: string): Manifest | null {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== 'object' || data === null || !('dossier' in data) || data.dossier !== 1) return null;
    if (!('files' in data) || typeof data.files !== 'object' || data.files === null) return null;
    return data as Manifest;
  } catch {
    return null;
  }
}
