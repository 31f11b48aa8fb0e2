import { gcm } from '@noble/ciphers/aes.js';
import { pbkdf2, pbkdf2Async } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { passphraseBytes, type Sealed } from './sealed-format.ts';

const KEY_SIZE = 32;
/** Rounds tried to tell how long all of them take. */
const SAMPLE = 10_000;

/** Told how long opening will take, in milliseconds, where that is known. */
export type Expect = (milliseconds: number) => void;

/**
 * The text of a locked brief; null when the passphrase is another. Browsers lend their ciphers to `https:` and local pages only: elsewhere, on
 * an intranet's plain `http:`, the same is done in script, in small steps so that the page stays alive.
 */
export async function unseal(sealed: Sealed, passphrase: string, expect: Expect): Promise<Uint8Array | null> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  return subtle ? unsealBySubtle(subtle, sealed, passphrase) : unsealByScript(sealed, passphrase, expect);
}

async function unsealBySubtle(subtle: SubtleCrypto, sealed: Sealed, passphrase: string): Promise<Uint8Array | null> {
  const { salt, rounds, nonce, header, ciphertext } = sealed;
  const words = await subtle.importKey('raw', passphraseBytes(passphrase), 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  const key = await subtle.deriveKey(derivation, words, { name: 'AES-GCM', length: KEY_SIZE * 8 }, false, ['decrypt']);
  try {
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: header }, key, ciphertext));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

async function unsealByScript(sealed: Sealed, passphrase: string, expect: Expect): Promise<Uint8Array | null> {
  const { salt, rounds, nonce, header, ciphertext } = sealed;
  const words = passphraseBytes(passphrase);
  // Once to warm up, once to measure.
  pbkdf2(sha256, words, salt, { c: SAMPLE, dkLen: KEY_SIZE });
  const start = performance.now();
  await pbkdf2Async(sha256, words, salt, { c: SAMPLE, dkLen: KEY_SIZE });
  expect(((performance.now() - start) / SAMPLE) * rounds);
  const key = await pbkdf2Async(sha256, words, salt, { c: rounds, dkLen: KEY_SIZE });
  try {
    return gcm(key, nonce, header).decrypt(ciphertext);
  } catch {
    // What else can be wrong is ruled out: the parts have their lengths.
    return null;
  }
}
