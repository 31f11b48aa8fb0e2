import { createHash, hash } from 'node:crypto';
import fs from 'node:fs';
import { globMatcher } from '../../config/globs.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { readCleaned, readOpen } from '../../output/copy-attachments.ts';
import { htmlWithoutHidden } from '../../scope/withhold-html.ts';
import type { AssetFile, VaultPath } from '../../vault/vault.ts';
import { type CleanPicture, cleanPicture } from './clean-picture.ts';
import { mapDataPictures } from './data-pictures.ts';
import { plainDrawing } from './plain-drawing.ts';

/** Pictures, which go along whenever a note of the brief shows them. */
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/iu;
/** Pictures of pixels. */
export const RASTER = /\.(?:png|jpe?g|gif|webp|avif)$/iu;

/** Characters of a name: half a SHA-256, in hex. */
const NAME_LENGTH = 32;
const PIECE = 1 << 20;

/** Files as a brief ships them. */
export interface PreparedFiles {
  /** The file by its path in the vault, under the name by which the brief knows it. */
  readonly files: ReadonlyMap<VaultPath, AssetFile>;
  /** Files that can not ship, and what is lost of others. */
  readonly diagnostics: readonly Diagnostic[];
}

/** True for files that may ship when a note shows them. */
export function mayShip(attachments: readonly string[]): (path: VaultPath) => boolean {
  const mayGo = globMatcher(attachments);
  return (path) => PICTURE.test(path) || mayGo(path);
}

/**
 * Makes files ready to ship: pictures drawn anew, drawings and web pages cleaned, all others as they are; each named by the digest of what
 * ships, so that nothing tells what it was called or where it lay. Files that can not be made ready are left out and reported.
 */
export async function preparedFiles(root: string, assets: readonly AssetFile[]): Promise<PreparedFiles> {
  const files = new Map<VaultPath, AssetFile>();
  const diagnostics: Diagnostic[] = [];
  const real = fs.realpathSync(root);
  for (const asset of assets) {
    const ready = await readyFile(real, asset);
    const report = (message: string): void => {
      diagnostics.push(diagnostic('asset-missing', { path: asset.path, line: null, message }));
    };
    if (typeof ready === 'string') report(`It is left out: ${ready}.`);
    else {
      files.set(asset.path, ready.file);
      if (ready.note !== null) report(`It is shown in part: ${ready.note}.`);
    }
  }
  return { files, diagnostics };
}

interface Ready {
  readonly file: AssetFile;
  readonly note: string | null;
}

async function readyFile(root: string, asset: AssetFile): Promise<Ready | string> {
  const onDisk = asset.diskPath ?? asset.path;
  if (RASTER.test(asset.path)) {
    const read = readWhole(root, onDisk);
    if (typeof read === 'string') return read;
    const picture = await cleanPicture(read);
    return picture.bytes === null ? picture.reason : { file: fileOf(picture.bytes, picture.extension), note: picture.note };
  }
  const cleaned = readCleaned(root, onDisk);
  if (cleaned !== null) {
    if (cleaned.body === null) return 'nothing in it can be shown';
    const shown = /\.svg$/iu.test(asset.path) ? plainDrawing(cleaned.body) : htmlWithoutHidden(cleaned.body, new Set(['template']));
    const text = await mapDataPictures(shown, dataPicture);
    return { file: fileOf(Buffer.from(text, 'utf8'), extensionOf(asset.path)), note: null };
  }
  return wholeFile(root, asset, onDisk);
}

/** A picture written out in a text, drawn anew; nothing in its place when it can not be. */
export async function dataPicture(bytes: Uint8Array): Promise<string> {
  const picture: CleanPicture = await cleanPicture(bytes);
  if (picture.bytes === null) return 'data:,';
  const type = picture.extension === '.jpg' ? 'jpeg' : picture.extension.slice(1);
  return `data:image/${type};base64,${Buffer.from(picture.bytes).toString('base64')}`;
}

function fileOf(bytes: Uint8Array, extension: string): AssetFile {
  const name = hash('sha256', bytes, 'hex').slice(0, NAME_LENGTH);
  return { path: `${name}${extension}` as VaultPath, size: bytes.byteLength, bytes };
}

/** A file of any other kind, named by its bytes and copied later. */
function wholeFile(root: string, asset: AssetFile, onDisk: string): Ready | string {
  const opened = readOpen(root, onDisk);
  if (typeof opened === 'string') return opened;
  try {
    const digest = createHash('sha256');
    const piece = Buffer.allocUnsafe(PIECE);
    let size = 0;
    for (let read = fs.readSync(opened, piece); read > 0; read = fs.readSync(opened, piece)) {
      digest.update(piece.subarray(0, read));
      size += read;
    }
    const path = `${digest.digest('hex').slice(0, NAME_LENGTH)}${extensionOf(asset.path)}` as VaultPath;
    return { file: { path, diskPath: onDisk, size }, note: null };
  } finally {
    fs.closeSync(opened);
  }
}

/** The bytes of a file of the vault, or why there are none. */
export function readWhole(root: string, onDisk: string): Uint8Array | string {
  const opened = readOpen(root, onDisk);
  if (typeof opened === 'string') return opened;
  try {
    return fs.readFileSync(opened);
  } finally {
    fs.closeSync(opened);
  }
}

function extensionOf(path: string): string {
  return (/(?<=[^/])\.[a-z0-9]{1,10}$/iu.exec(path)?.[0] ?? '').toLowerCase();
}
