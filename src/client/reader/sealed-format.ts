/**
 * A locked brief, for the writer and the browser alike. No `node:*`, no DOM.
 *
 *     "dossier1" | rounds, 4 bytes | salt, 16 | nonce, 12 | what AES-256-GCM makes of the padded text, with its tag | SHA-256 of all before
 *
 * What stands before the ciphertext is its associated data, so that nothing in it can be changed either. The sum tells a damaged file from a
 * wrong passphrase; it protects nothing by itself, and whoever makes a fitting one still meets the tag.
 */
const MAGIC = new TextEncoder().encode('dossier1');
const ROUNDS_SIZE = 4;
export const SALT_SIZE = 16;
export const NONCE_SIZE = 12;
const TAG_SIZE = 16;
export const SUM_SIZE = 32;
export const HEADER_SIZE = MAGIC.length + ROUNDS_SIZE + SALT_SIZE + NONCE_SIZE;

/** Rounds of PBKDF2-SHA-256 that the writer asks for, and the most a reader is made to wait for. */
export const ROUNDS = 1_000_000;
const MOST_ROUNDS = 10_000_000;

export interface SealHeader {
  readonly rounds: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly nonce: Uint8Array<ArrayBuffer>;
}

export function headerBytes({ rounds, salt, nonce }: SealHeader): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(HEADER_SIZE);
  header.set(MAGIC);
  new DataView(header.buffer).setUint32(MAGIC.length, rounds);
  header.set(salt, MAGIC.length + ROUNDS_SIZE);
  header.set(nonce, MAGIC.length + ROUNDS_SIZE + SALT_SIZE);
  return header;
}

/** A locked brief in its parts. */
export interface Sealed extends SealHeader {
  /** The associated data. */
  readonly header: Uint8Array<ArrayBuffer>;
  /** With its tag. */
  readonly ciphertext: Uint8Array<ArrayBuffer>;
}

/** Takes a locked brief apart. Null when it is damaged: cut short, or not what its sum says. */
export function sealedFrom(bytes: Uint8Array<ArrayBuffer>, sha256: (bytes: Uint8Array) => Uint8Array): Sealed | null {
  const end = bytes.length - SUM_SIZE;
  if (end < HEADER_SIZE + TAG_SIZE || !isEqual(sha256(bytes.subarray(0, end)), bytes.subarray(end))) return null;
  const header = bytes.slice(0, HEADER_SIZE);
  const rounds = new DataView(header.buffer).getUint32(MAGIC.length);
  if (!isEqual(header.subarray(0, MAGIC.length), MAGIC) || rounds < ROUNDS || rounds > MOST_ROUNDS) return null;
  const salt = header.slice(MAGIC.length + ROUNDS_SIZE, HEADER_SIZE - NONCE_SIZE);
  return { rounds, salt, nonce: header.slice(HEADER_SIZE - NONCE_SIZE), header, ciphertext: bytes.slice(HEADER_SIZE, end) };
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** What the key is made of: the passphrase without what differs between keyboards and clipboards alone. */
export function passphraseBytes(passphrase: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(passphrase.normalize('NFKC').trim().replace(/\s+/gu, ' '));
}
