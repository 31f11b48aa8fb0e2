import { createHash, hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/config.ts';
import type { VaultInputs } from '../vault/read-inputs.ts';
import { readCacheFolder } from './cache-folder.ts';
import { MANIFEST_NAME, manifestFrom } from './manifest.ts';
import { foreignFiles, readTargetPaths } from './target.ts';

/**
 * What the last build into a folder was made of and what it reported. Kept in the user's cache folder: a site must hold nothing that depends on notes
 * it leaves out, and this does. On the disk each of the three is a line, so that what is not asked for need not be read.
 */
interface BuildRecord {
  readonly of: RecordedBuild;
  readonly report: unknown;
  readonly details: unknown;
}

interface RecordedBuild {
  /** Digest of everything the site is made of. */
  readonly inputs: string;
  /** Digest of the site's manifest, which holds one of every file. */
  readonly manifest: string;
}

/** What a build reported. `details`: what few ask for, and takes long to read. */
export interface RememberedBuild {
  readonly report: unknown;
  readonly details: () => unknown;
}

/**
 * Digest of everything a site is made of: the bytes of notes and documents, names, sizes and times of attachments, settings, and `program`, which
 * stands for Dossier itself and what was asked of it. What is found while reading follows from these.
 */
export function inputsDigest(inputs: VaultInputs, config: Config, program: readonly string[]): string {
  const digest = createHash('sha256');
  const add = (...parts: readonly string[]): void => {
    digest.update(`${parts.join('\0')}\0`);
  };
  add(...program, inputs.root, JSON.stringify(config), String(inputs.ignored));
  const files: readonly { readonly path: string; readonly diskPath?: string; readonly digest?: string; readonly reason?: string }[] = [
    ...inputs.notes,
    ...inputs.documents,
    ...inputs.failed,
  ];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    add('file', file.path, file.diskPath ?? file.path, file.digest ?? file.reason ?? '');
  }
  for (const asset of inputs.assets) {
    const diskPath = asset.diskPath ?? asset.path;
    const stats = fs.lstatSync(path.join(inputs.root, diskPath), { bigint: true, throwIfNoEntry: false });
    // Times alone prove nothing, but no usual tool changes bytes and leaves all of these as they were.
    add('asset', asset.path, diskPath, ...(stats ? [stats.size, stats.mtimeNs, stats.ctimeNs, stats.ino].map(String) : ['gone']));
  }
  return digest.digest('hex');
}

/** Whether anything is remembered of a folder. */
export function hasRecord(out: string): boolean {
  return fs.existsSync(recordFile(readTargetPaths(out).dir));
}

/** The report of the last build into a folder, when it was made of the same and its site is still whole; null otherwise. */
export function readUpToDate(out: string, inputs: string): RememberedBuild | null {
  const { dir, stage, old } = readTargetPaths(out);
  // What a build that was killed has left is for a full one to clear away.
  if (fs.existsSync(stage) || fs.existsSync(old)) return null;
  try {
    const [of = '', report = '', details = ''] = fs.readFileSync(recordFile(dir), 'utf8').split('\n');
    const known = JSON.parse(of) as Partial<RecordedBuild> | null;
    if (known?.inputs !== inputs) return null;
    const manifest = fs.readFileSync(path.join(dir, MANIFEST_NAME), 'utf8');
    if (hash('sha256', manifest) !== known.manifest || !isWhole(dir, Object.keys(manifestFrom(manifest)?.files ?? {}))) return null;
    return { report: JSON.parse(report), details: () => JSON.parse(details) };
  } catch {
    // Nothing, or nothing that can be read.
    return null;
  }
}

/** Remembers a finished build. Without a cache folder to write to, the next build is made in full. */
export function writeBuildRecord(out: string, inputs: string, { report, details }: Pick<BuildRecord, 'report' | 'details'>): void {
  const { dir } = readTargetPaths(out);
  try {
    const manifest = hash('sha256', fs.readFileSync(path.join(dir, MANIFEST_NAME), 'utf8'));
    const of: RecordedBuild = { inputs, manifest };
    const file = recordFile(dir);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(`${file}.new`, [of, report, details].map((part) => JSON.stringify(part)).join('\n'));
    fs.renameSync(`${file}.new`, file);
  } catch {
    // What can be made again need not be kept.
  }
}

function recordFile(dir: string): string {
  return path.join(readCacheFolder(), 'builds', `${hash('sha256', dir).slice(0, 32)}.json`);
}

/** True when every file of the manifest is there and none was written since, and no other file is. */
function isWhole(dir: string, files: readonly string[]): boolean {
  const sealed = fs.statSync(path.join(dir, MANIFEST_NAME)).mtimeMs;
  const isAsWritten = (file: string): boolean => {
    const stats = fs.lstatSync(`${dir}${path.sep}${file}`, { throwIfNoEntry: false });
    return stats?.isFile() === true && stats.mtimeMs <= sealed;
  };
  return files.every(isAsWritten) && foreignFiles(dir, new Set(files)).length === 0;
}
