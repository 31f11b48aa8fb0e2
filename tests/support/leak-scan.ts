import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { unzipped } from './unzip.ts';

/** Where a canary was found. */
export interface Find {
  readonly canary: string;
  /** File, and the containers and decodings on the way: `files/a.png > zlib`. */
  readonly place: string;
}

/** Decodings inside each other that are followed. */
const DEEPEST = 4;
const ARCHIVE = Buffer.from('PK\x03\x04', 'latin1');
const CONSONANTS = 'bcdfghjklmnpqrstvwxz';
/** Canaries are 16 consonants; what goes between them in a slug, a URL or UTF-16 is taken out first. */
const RUN = new RegExp(`[${CONSONANTS}]{16,}`, 'gu');
const BASE64 = /[A-Za-z0-9+/_-]{22,}/gu;
const HEX = /(?:[0-9a-f]{2}){14,}[0-9a-f]?/giu;
/** What follows the first byte of zlib's. */
const ZLIB_LEVELS = new Set([0x01, 0x5e, 0x9c, 0xda]);
const MOST_TRIES = 200;

/** Every file below a folder by its relative path. */
export function bytesOfFolder(dir: string): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(dir, file).split(path.sep).join('/'), readFileSync(file));
  }
  return files;
}

/** The canaries that stand anywhere in some files, in any form that `leak-channels.json` names: in names, in bytes, in what they pack and encode. */
export function scanFiles(files: ReadonlyMap<string, Uint8Array>, canaries: readonly string[]): readonly Find[] {
  const finds: Find[] = [];
  const search = (runs: ReadonlyMap<string, string>, name: string): void => {
    for (const [run, how] of runs)
      for (const canary of canaries) if (run.includes(canary)) finds.push({ canary, place: how === '' ? name : `${name} > ${how}` });
  };
  for (const [name, bytes] of files) {
    search(runsIn(Buffer.from(name, 'utf8')), `name ${name}`);
    const data = Buffer.from(bytes);
    if (!data.subarray(0, 4).equals(ARCHIVE)) {
      search(runsIn(data), name);
      continue;
    }
    // Entry by entry, so that those met before are known; and what stands between them as it is.
    const plain = new Map<string, string>();
    take(data.toString('latin1'), '', plain);
    search(plain, name);
    for (const entry of unzipped(data)) {
      search(runsIn(Buffer.from(entry.name, 'utf8')), `${name} > zip entry`);
      search(runsIn(entry.rest), `${name} > zip extra`);
      search(runsIn(entry.data), `${name} > zip > ${entry.name}`);
    }
  }
  return finds;
}

/** What was found in files met before: most files of two briefs are those of the theme. */
const known = new Map<string, ReadonlyMap<string, string>>();

/** Runs of consonants, long enough to hold a canary, with how each was reached. */
function runsIn(bytes: Buffer): ReadonlyMap<string, string> {
  const key = createHash('sha256').update(bytes).digest('hex');
  const before = known.get(key);
  if (before !== undefined) return before;
  const runs = new Map<string, string>();
  visit(bytes, '', 0, runs, new Set());
  known.set(key, runs);
  return runs;
}

function visit(bytes: Buffer, how: string, depth: number, runs: Map<string, string>, seen: Set<string>): void {
  const key = createHash('sha256').update(bytes).digest('base64');
  if (bytes.length < 12 || seen.has(key)) return;
  seen.add(key);
  const via = (word: string): string => (how === '' ? word : `${how} > ${word}`);
  const latin1 = bytes.toString('latin1');
  const utf8 = bytes.toString('utf8');
  const texts: [string, string][] = [['', latin1]];
  if (utf8 !== latin1) texts.push(['', utf8]);
  for (const [word, text] of unescaped(utf8)) texts.push([word, text]);
  for (const [word, text] of texts) take(text, word === '' ? how : via(word), runs);
  if (depth >= DEEPEST) return;
  for (const [word, inner] of unpacked(bytes, latin1)) visit(inner, via(word), depth + 1, runs, seen);
  const sources = new Set([latin1, ...texts.map(([, text]) => text)]);
  for (const text of sources) {
    for (const [run] of text.matchAll(BASE64))
      for (let offset = 0; offset < 4; offset += 1) {
        const inner = Buffer.from(run.slice(offset), 'base64');
        if (mayHold(inner)) visit(inner, via('base64'), depth + 1, runs, seen);
      }
    for (const [run] of text.matchAll(HEX))
      for (let offset = 0; offset < 2; offset += 1) {
        const inner = Buffer.from(run.slice(offset), 'hex');
        if (mayHold(inner)) visit(inner, via('hex'), depth + 1, runs, seen);
      }
  }
}

/** False for a few bytes of which hardly any is a letter: what a path decodes to that only looked encoded. */
function mayHold(bytes: Buffer): boolean {
  if (bytes.length > 400) return true;
  let letters = 0;
  for (const byte of bytes) if ((byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90)) letters += 1;
  return letters >= 16 || bytes[0] === 0x1f || bytes[0] === 0x78 || bytes[0] === 0x50;
}

/** Takes the runs of a text: folded (case, width, accents), as it stands and without anything but letters, which undoes slugs, UTF-16 and markup of words. */
function take(text: string, how: string, runs: Map<string, string>): void {
  const folded = text.normalize('NFKC').normalize('NFD').toLowerCase();
  const untagged = folded.replace(/<[^>]{0,2000}>/gu, '');
  for (const form of new Set([folded, folded.replace(/[^a-z]+/gu, ''), untagged.replace(/[^a-z]+/gu, '')]))
    for (const [run] of form.matchAll(RUN)) if (!runs.has(run)) runs.set(run, how);
}

/** The text after each way of undoing escapes, and after all of them, as often as that changes anything. */
function unescaped(text: string): readonly (readonly [string, string])[] {
  const percent = (t: string): string =>
    t.includes('%') ? t.replace(/(?:%[0-9a-f]{2})+/giu, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8')) : t;
  // No letter of a canary has an entity with a name.
  const entities = (t: string): string =>
    t.includes('&')
      ? t
          .replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?/giu, (_, hex?: string, digits?: string) => character(hex, digits))
          .replaceAll('&amp;', '&')
      : t;
  const escapes = (t: string): string =>
    t.includes('\\')
      ? t
          .replace(/\\u(?:\{([0-9a-f]{1,6})\}|([0-9a-f]{4}))/giu, (_, long?: string, short?: string) => character(long ?? short))
          .replace(/\\x([0-9a-f]{2})/giu, (_, hex: string) => character(hex))
      : t;
  const forms: [string, string][] = [];
  let all = text;
  for (let round = 0; round < 3; round += 1) {
    const next = escapes(entities(percent(all)));
    if (next === all) break;
    all = next;
    forms.push(['unescaped', all]);
  }
  return forms;
}

function character(hex: string | undefined, digits = ''): string {
  const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** What the bytes pack: archives, compressed data, chunks of pictures. */
function unpacked(bytes: Buffer, latin1: string): readonly (readonly [string, Buffer])[] {
  const inner: [string, Buffer][] = [];
  const attempt = (word: string, unpack: () => Buffer): void => {
    try {
      inner.push([word, unpack()]);
    } catch {
      // It was something else.
    }
  };
  if (latin1.startsWith('\x1f\x8b')) attempt('gunzip', () => gunzipSync(bytes));
  if (latin1.includes('PK\x05\x06'))
    for (const { name, data, rest } of unzipped(bytes)) inner.push(['zip entry', Buffer.from(name)], ['zip', data], ['zip extra', rest]);
  // Bytes that no text has.
  if (!bytes.subarray(0, 4096).some((byte) => byte < 9 || (byte > 13 && byte < 32))) return inner;
  attempt('brotli', () => brotliDecompressSync(bytes));
  attempt('inflate', () => inflateRawSync(bytes));
  let tries = 0;
  for (let index = bytes.indexOf(0x78); index !== -1 && tries < MOST_TRIES; index = bytes.indexOf(0x78, index + 1)) {
    if (!ZLIB_LEVELS.has(bytes[index + 1] ?? 0)) continue;
    tries += 1;
    // A stream may end before the container does.
    attempt('zlib', () => inflateSync(bytes.subarray(index), { finishFlush: 2 }));
  }
  return inner;
}
