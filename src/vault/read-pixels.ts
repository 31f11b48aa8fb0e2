import { closeSync, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { imageSize } from 'image-size';
import type { Pixels, Vault, VaultPath } from './vault.ts';

/** Bytes read first; the size of nearly every picture stands in them. */
const FIRST = 32 * 1024;
/** Bytes read when that was not enough: a photo may carry its preview and its story before its size. */
const MOST = 1024 * 1024;
const PICTURE = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/iu;

/**
 * Width and height of the pictures of a vault, as they are shown (a turned photo is measured turned). Only the first bytes of a file are read, when it
 * is first asked for; answers are remembered. `root` has no links in it. Null for what is no picture, cannot be read, or lies outside the vault.
 */
export function readerOfPixels({ root, assets }: Pick<Vault, 'root' | 'assets'>): (path: VaultPath) => Pixels | null {
  let onDisk: ReadonlyMap<VaultPath, string> | null = null;
  const known = new Map<VaultPath, Pixels | null>();
  return (path) => {
    if (!PICTURE.test(path)) return null;
    const answer = known.get(path);
    if (answer !== undefined) return answer;
    onDisk ??= new Map(assets.map((asset) => [asset.path, asset.diskPath ?? asset.path]));
    const pixels = readPixels(root, onDisk.get(path) ?? path);
    known.set(path, pixels);
    return pixels;
  };
}

function readPixels(root: string, relative: string): Pixels | null {
  try {
    const real = realpathSync(join(root, ...relative.split('/')));
    if (!real.startsWith(root + sep)) return null;
    const file = openSync(real, 'r');
    try {
      if (!fstatSync(file).isFile()) return null;
      const start = bytesOf(file, FIRST);
      return pixelsFrom(start) ?? (start.length < FIRST ? null : pixelsFrom(bytesOf(file, MOST)));
    } finally {
      closeSync(file);
    }
  } catch {
    // Whether a file can be read is found, and reported, when it is copied.
    return null;
  }
}

function bytesOf(file: number, most: number): Uint8Array {
  const bytes = new Uint8Array(most);
  let length = 0;
  for (let read = -1; read !== 0 && length < most; length += read) read = readSync(file, bytes, length, most - length, length);
  return bytes.subarray(0, length);
}

/** Size of a picture by its first bytes; null when they do not tell. */
export function pixelsFrom(bytes: Uint8Array): Pixels | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!isLength(width) || !isLength(height)) return null;
    const turned = orientation >= 5;
    return { width: Math.max(1, Math.round(turned ? height : width)), height: Math.max(1, Math.round(turned ? width : height)) };
  } catch {
    return null;
  }
}

function isLength(value: number): boolean {
  return Number.isFinite(value) && value > 0 && value < 100_000;
}
