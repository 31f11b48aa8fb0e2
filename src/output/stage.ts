import { createHash, hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { LastSite } from './last-site.ts';
import { MANIFEST_NAME, manifestText } from './manifest.ts';

/** A folder in which a site is put together, and the ledger of what is in it. */
export interface Stage {
  readonly dir: string;
  /** Writes one file. `file` is relative, with `/`. A path can be written once. Throws what the disk says. */
  readonly write: (file: string, data: string | Uint8Array) => void;
  /** Writes one file of text that comes in parts and need not be held whole. */
  readonly writeParts: (file: string, parts: Iterable<string>) => void;
  /** Copies an open file to `file`, in pieces, and leaves it open. */
  readonly copy: (file: string, from: number) => void;
  /** Takes up a folder that someone else has filled, file by file, into the ledger. */
  readonly adopt: (folder: string) => void;
  /** What was written so far. */
  readonly files: () => StagedFiles;
  /** Takes up files that another stage of the same folder has written. */
  readonly take: (files: StagedFiles) => void;
  /** Writes the manifest; the stage is then complete. Returns the numbers of files and bytes. */
  readonly seal: () => { readonly files: number; readonly bytes: number };
}

/** Files that are in a stage, as a thread can tell another. */
export interface StagedFiles {
  /** SHA-256 by relative path. */
  readonly digests: ReadonlyMap<string, string>;
  readonly bytes: number;
}

const PIECE = 1 << 20;
/** Bytes that the longest UTF-16 unit takes in UTF-8. */
const UTF8_MOST = 3;

/**
 * Makes an empty folder to build in, or works in one that another thread has made for this. Files that the last site holds already become second names of those
 * (hard links), where the disk knows such: making a file costs more than drawing the page in it.
 */
export function writeStage(dir: string, last: LastSite | null = null): Stage {
  fs.mkdirSync(dir, { recursive: true });
  const digests = new Map<string, string>();
  /** Absolute paths of folders by relative ones. */
  const folders = new Map<string, string>();
  let bytes = 0;
  // Pages are encoded into one buffer, and attachments go through it: a site has many, and none is needed once it is written. What may not fit is
  // seldom and large, such as a table of all actions: it gets a buffer of its own that is no larger than its bytes.
  const scratch = Buffer.allocUnsafe(PIECE);
  const encode = (text: string): Uint8Array => {
    if (text.length * UTF8_MOST > scratch.length) return Buffer.from(text, 'utf8');
    return scratch.subarray(0, scratch.write(text, 0, 'utf8'));
  };

  /** The folder of a file, made when the first of its files is. */
  const folderAt = (folder: string, file: string): string => {
    let absolute = folders.get(folder);
    if (absolute === undefined) {
      const names = folder.split('/');
      if (!names.every(isName)) throw outside(file);
      absolute = path.join(dir, ...names);
      fs.mkdirSync(absolute, { recursive: true });
      folders.set(folder, absolute);
    }
    return absolute;
  };

  const place = (file: string): string => {
    const end = file.lastIndexOf('/');
    const name = file.slice(end + 1);
    if (file === MANIFEST_NAME || !isName(name)) throw outside(file);
    if (digests.has(file)) throw writtenTwice(file);
    return `${end === -1 ? dir : folderAt(file.slice(0, end), file)}${path.sep}${name}`;
  };

  let links = last;
  const link = (file: string, digest: string, size: number, to: string): boolean => {
    const same = links?.fileWith(file, digest, size) ?? null;
    if (same === null) return false;
    try {
      fs.linkSync(same, to);
      return true;
    } catch {
      // A disk without hard links: the next files need not be tried.
      links = null;
      return false;
    }
  };

  const write: Stage['write'] = (file, data) => {
    const content = typeof data === 'string' ? encode(data) : data;
    const digest = hash('sha256', content, 'hex');
    const absolute = place(file);
    if (!link(file, digest, content.byteLength, absolute)) writeWhole(absolute, content);
    digests.set(file, digest);
    bytes += content.byteLength;
  };

  /** Writes a file piece by piece: each is written before the next is asked for. */
  const writePieces = (file: string, pieces: Iterable<Uint8Array>): void => {
    const to = fs.openSync(place(file), 'wx');
    try {
      const digest = createHash('sha256');
      for (const piece of pieces) {
        digest.update(piece);
        writeAll(to, piece);
        bytes += piece.byteLength;
      }
      digests.set(file, digest.digest('hex'));
    } finally {
      fs.closeSync(to);
    }
  };

  function* encoded(...all: readonly Iterable<string>[]): Iterable<Uint8Array> {
    for (const texts of all) for (const text of texts) yield encode(text);
  }

  function* contentOf(open: number): Iterable<Uint8Array> {
    const more = (): number => fs.readSync(open, scratch, 0, PIECE, null);
    for (let length = more(); length > 0; length = more()) yield scratch.subarray(0, length);
  }

  return {
    dir,
    write,
    writeParts: (file, parts) => {
      const texts = joined(parts);
      const first = texts.next().value ?? '';
      const second = texts.next();
      // A file of one piece may be the same as in the last site.
      if (second.done) write(file, first);
      else writePieces(file, encoded([first, second.value], texts));
    },
    copy: (file, from) => writePieces(file, contentOf(from)),
    adopt: (folder) => {
      const root = path.join(dir, ...folder.split('/'));
      if (!fs.existsSync(root)) return;
      for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const absolute = path.join(entry.parentPath, entry.name);
        const file = path.relative(dir, absolute).split(path.sep).join('/');
        const data = fs.readFileSync(absolute);
        digests.set(file, hash('sha256', data, 'hex'));
        bytes += data.byteLength;
      }
    },
    files: () => ({ digests, bytes }),
    take: (files) => {
      for (const [file, digest] of files.digests) {
        if (digests.has(file)) throw writtenTwice(file);
        digests.set(file, digest);
      }
      bytes += files.bytes;
    },
    seal: () => {
      const text = manifestText(digests);
      fs.writeFileSync(path.join(dir, MANIFEST_NAME), text, { flag: 'wx' });
      return { files: digests.size + 1, bytes: bytes + Buffer.byteLength(text) };
    },
  };
}

/** Texts put together until they are worth writing. */
function* joined(parts: Iterable<string>): Generator<string, undefined> {
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length * UTF8_MOST < PIECE) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

function isName(part: string): boolean {
  return part !== '' && part !== '.' && part !== '..' && !part.includes('\\') && !part.includes('\0');
}

function writtenTwice(file: string): Error {
  return new Error(`written twice: ${JSON.stringify(file)}`);
}

function outside(file: string): Error {
  return new Error(`not a path inside the site: ${JSON.stringify(file)}`);
}

/** Makes a file that must not exist yet. */
function writeWhole(absolute: string, content: Uint8Array): void {
  const to = fs.openSync(absolute, 'wx');
  try {
    writeAll(to, content);
  } finally {
    fs.closeSync(to);
  }
}

function writeAll(to: number, content: Uint8Array): void {
  for (let done = 0; done < content.byteLength; ) done += fs.writeSync(to, content, done);
}
