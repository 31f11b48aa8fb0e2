import { createHash, hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/config.ts';
import type { Vault } from '../vault/vault.ts';
import { readCacheFolder } from './cache-folder.ts';
import { MANIFEST_NAME, readManifest } from './manifest.ts';
import { readForeignFiles, readTargetPaths } from './target.ts';

/**
 * What the last build into a folder was made of and what it reported. Kept in the user's cache folder: a site must hold nothing that depends on notes
 * it leaves out, and this does.
 */
interface BuildRecord {
  /** Digest of everything the site is made of. */
  readonly inputs: string;
  /** Digest of the site's manifest, which holds one of every file. */
  readonly manifest: string;
  readonly report: unknown;
}

/**
 * Digest of everything a site is made of: the bytes of notes and documents, names, sizes and times of attachments, settings, and `program`, which
 * stands for Dossier itself and what was asked of it.
 */
export function inputsDigest(vault: Vault, config: Config, program: readonly string[]): string {
  const digest = createHash('sha256');
  const add = (...parts: readonly string[]): void => {
    for (const part of parts) digest.update(`${part}\0`);
  };
  add(...program, vault.root, JSON.stringify(config));
  for (const file of vault.notes) add('note', file.path, file.digest, file.mdx ?? '');
  for (const file of vault.documents) add('document', file.path, file.digest);
  for (const file of vault.failed) add('failed', file.path, file.reason);
  for (const asset of vault.assets) {
    const stats = fs.lstatSync(path.join(vault.root, asset.diskPath ?? asset.path), { bigint: true, throwIfNoEntry: false });
    // Times alone prove nothing, but no usual tool changes bytes and leaves all of these as they were.
    add('asset', asset.path, ...(stats ? [stats.size, stats.mtimeNs, stats.ctimeNs, stats.ino].map(String) : ['gone']));
  }
  add(String(vault.ignored), ...vault.diagnostics.map(({ code, path: file, message }) => `${code} ${file} ${message}`));
  return digest.digest('hex');
}

/** The report of the last build into a folder, when it was made of the same and its site is still whole; null otherwise. */
export function readUpToDate(out: string, inputs: string): unknown {
  const { dir, stage, old } = readTargetPaths(out);
  const record = readRecord(dir);
  // What a build that was killed has left is for a full one to clear away.
  if (record?.inputs !== inputs || fs.existsSync(stage) || fs.existsSync(old)) return null;
  const manifest = fs.readFileSync(path.join(dir, MANIFEST_NAME), 'utf8');
  if (hash('sha256', manifest) !== record.manifest) return null;
  return isWhole(dir) ? record.report : null;
}

/** Remembers a finished build. Without a cache folder to write to, the next build is made in full. */
export function writeBuildRecord(out: string, inputs: string, report: unknown): void {
  const { dir } = readTargetPaths(out);
  try {
    const manifest = hash('sha256', fs.readFileSync(path.join(dir, MANIFEST_NAME), 'utf8'));
    const record: BuildRecord = { inputs, manifest, report };
    const file = recordFile(dir);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(`${file}.new`, JSON.stringify(record));
    fs.renameSync(`${file}.new`, file);
  } catch {
    // What can be made again need not be kept.
  }
}

function recordFile(dir: string): string {
  return path.join(readCacheFolder(), 'builds', `${hash('sha256', dir).slice(0, 32)}.json`);
}

function readRecord(dir: string): BuildRecord | null {
  try {
    const record: unknown = JSON.parse(fs.readFileSync(recordFile(dir), 'utf8'));
    if (typeof record !== 'object' || record === null || !('inputs' in record) || !('manifest' in record) || !('report' in record))
      return null;
    return fs.existsSync(path.join(dir, MANIFEST_NAME)) ? (record as BuildRecord) : null;
  } catch {
    return null;
  }
}

/** True when every file of the manifest is there and none was written since, and no other file is. */
function isWhole(dir: string): boolean {
  const sealed = fs.statSync(path.join(dir, MANIFEST_NAME)).mtimeMs;
  const files = Object.keys(readManifest(dir)?.files ?? {});
  const isAsWritten = (file: string): boolean => {
    const stats = fs.lstatSync(path.join(dir, ...file.split('/')), { throwIfNoEntry: false });
    return stats?.isFile() === true && stats.mtimeMs <= sealed;
  };
  return files.every(isAsWritten) && readForeignFiles(dir).length === 0;
}
