import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** The bytes of a file, or why there are none. */
export type FileBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'vanished' }
  | { readonly kind: 'refused'; readonly why: 'too-large' | 'not-regular' | 'unreadable' | 'outside'; readonly reason: string };

/** Above this size, in bytes, a note is not read. */
export const LARGEST_NOTE = 32 * 1024 * 1024;
/** Above this size, in bytes, a canvas or base is not read. */
export const LARGEST_DOCUMENT = 4 * 1024 * 1024;
/** Size, in bytes, of a buffer for reading small files one after another. */
export const SCRATCH_SIZE = 64 * 1024;

// Missing on Windows, where neither pipes nor such links lie among files.
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads one file of the vault whole: `diskPath` is relative to `root`, as the file system spells it. Only regular files up to `limit` bytes
 * are read; a symbolic link is not followed, a pipe does not block. Never throws. With `scratch`, a small file is read into it: its bytes are
 * good until the next call.
 */
export function readFileBytes(root: string, diskPath: string, limit: number, scratch?: Uint8Array): FileBytes {
  let handle: number;
  try {
    handle = openSync(`${root}${path.sep}${diskPath}`, OPEN_FLAGS);
  } catch (error) {
    return failureFrom(error);
  }
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile()) return { kind: 'refused', why: 'not-regular', reason: 'it is not a regular file' };
    if (stats.size > limit) return { kind: 'refused', why: 'too-large', reason: `it is larger than ${Math.floor(limit / 1024 / 1024)} MB` };
    return { kind: 'bytes', bytes: readAll(handle, stats.size, scratch) };
  } catch (error) {
    return failureFrom(error);
  } finally {
    closeSync(handle);
  }
}

/** As `readFileBytes`, for a path that did not come from walking the vault: its folder must really lie inside the vault, links resolved. */
export function readFileInside(root: string, diskPath: string, limit: number): FileBytes {
  try {
    const inside = path.relative(realpathSync(root), realpathSync(path.dirname(path.join(root, diskPath))));
    if (inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside)) {
      return { kind: 'refused', why: 'outside', reason: 'it lies outside the vault' };
    }
  } catch (error) {
    return failureFrom(error);
  }
  return readFileBytes(root, diskPath, limit);
}

// The file may shrink while it is read, and files that tell no size have one: what is there now is what counts.
function readAll(handle: number, size: number, scratch?: Uint8Array): Uint8Array {
  let buffer = scratch !== undefined && scratch.length > size ? scratch : Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(handle, buffer, length, buffer.length - length, null);
    length += count;
    if (count === 0 || (length === size && size > 0)) return buffer.subarray(0, length);
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
  }
}

function failureFrom(error: unknown): FileBytes {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'vanished' };
  if (code === 'ELOOP' || code === 'EMLINK') return { kind: 'refused', why: 'not-regular', reason: 'it is a symbolic link' };
  return { kind: 'refused', why: 'unreadable', reason: `the system refused it (${code})` };
}
