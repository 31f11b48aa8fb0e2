import { createCipheriv, createHash, pbkdf2Sync, randomBytes } from 'node:crypto';
import { packBlocks } from '../../client/reader/blocks.ts';
import { HEADER_SIZE, headerBytes, NONCE_SIZE, passphraseBytes, ROUNDS, SALT_SIZE, SUM_SIZE } from '../../client/reader/sealed-format.ts';
import { blocksOfBook } from './blocks-of-book.ts';
import type { BriefBook } from './book.ts';
import { FILE_MARKER, policyOf } from './page-file.ts';

/** Script and style of the page that asks for the passphrase. */
export interface UnlockParts {
  readonly script: string;
  readonly style: string;
}

const KEY_SIZE = 32;
const TAG_SIZE = 16;
/** Briefs are padded to at least this size, and above to one of eight sizes between powers of two: the size of a file tells little of what is in it. */
const LEAST = 1 << 18;
const STEPS = 8;

/**
 * A brief locked with a passphrase, as one HTML file. Everything of the brief, its name too, is in one ciphertext; the page around it is the
 * same for every brief. Salt and nonce are fresh, so no two builds are alike but in their length.
 */
export function sealedFileFrom(book: BriefBook, passphrase: string, parts: UnlockParts): string {
  return unlockPage(sealed(packBlocks(blocksOfBook(book, { style: true })), passphrase), parts);
}

/** Bytes locked with a passphrase; the layout is told in `sealed-format.ts`. */
export function sealed(text: Uint8Array, passphrase: string): Uint8Array {
  const [salt, nonce] = [new Uint8Array(randomBytes(SALT_SIZE)), new Uint8Array(randomBytes(NONCE_SIZE))];
  const header = headerBytes({ rounds: ROUNDS, salt, nonce });
  const key = pbkdf2Sync(passphraseBytes(passphrase), salt, ROUNDS, KEY_SIZE, 'sha256');
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_SIZE });
  cipher.setAAD(header);
  const body = Buffer.concat([header, cipher.update(padded(text)), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

/** Text with zeros after it, to the next size there is. */
function padded(text: Uint8Array): Uint8Array {
  const made = new Uint8Array(sizeFor(text.length));
  made.set(text);
  return made;
}

/** The padded size of so many bytes. With what stands around the ciphertext it divides by three, so that base64 has no loose bits at its end. */
export function sizeFor(bytes: number): number {
  const step = bytes <= LEAST ? LEAST : 2 ** Math.floor(Math.log2(bytes)) / STEPS;
  const size = Math.max(1, Math.ceil(bytes / step)) * step;
  return size + 2 - ((size + HEADER_SIZE + TAG_SIZE + SUM_SIZE + 2) % 3);
}

function unlockPage(data: Uint8Array, { script, style }: UnlockParts): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policyOf([script], style)}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Locked brief</title><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">${FILE_MARKER}<link rel="icon" href="data:,"><style>${style}</style></head><body><main><h1>This brief is locked</h1><p class="lead">Whoever sent it to you has its passphrase, and gives it to you by another way than this file.</p><p data-waiting>It is unlocked by the script in this file. If you read this for more than a moment, scripts are off or the file is damaged.</p><form hidden><label for="passphrase">Passphrase</label><input id="passphrase" type="password" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="problem" required><label class="show"><input id="show" type="checkbox">Show it</label><button type="submit">Unlock</button><progress hidden aria-label="Unlocking"></progress><p id="status" role="status"></p></form><p id="problem" role="alert"></p><p class="note">Unlocking happens in this browser: nothing is sent, and the passphrase is not kept. A page that is loaded again is locked again.</p></main><script type="text/plain" id="sealed">${Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64')}</script><script>${script}</script></body></html>\n`;
}
