import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { sealed, sizeFor } from '../../../src/brief/forms/sealed-file.ts';
import { bytesFrom, packBlocks, unpackBlocks } from '../../../src/client/reader/blocks.ts';
import { HEADER_SIZE, passphraseBytes, ROUNDS, type Sealed, SUM_SIZE, sealedFrom } from '../../../src/client/reader/sealed-format.ts';
import { unseal } from '../../../src/client/reader/unseal.ts';

const PASSPHRASE = 'knee useless taxi tomorrow sell strike present';
const TEXT = new TextEncoder().encode('Canary Wharf, Zirkonium '.repeat(200));
const nothing = (): void => {};

function opened(bytes: Uint8Array): Sealed {
  const parts = sealedFrom(new Uint8Array(bytes), sha256);
  if (parts === null) throw new Error('damaged');
  return parts;
}

let bytes: Uint8Array<ArrayBuffer>;

beforeAll(() => {
  bytes = new Uint8Array(sealed(TEXT, PASSPHRASE));
});

describe('a locked brief', () => {
  test('opens with its passphrase, padded with zeros', async () => {
    const text = await unseal(opened(bytes), PASSPHRASE, nothing);
    expect(text?.subarray(0, TEXT.length)).toEqual(TEXT);
    expect(text?.length).toBe(sizeFor(TEXT.length));
    expect(text?.subarray(TEXT.length).every((byte) => byte === 0)).toBe(true);
  });

  test('does not open with another', async () => {
    expect(await unseal(opened(bytes), `${PASSPHRASE}s`, nothing)).toBeNull();
  });

  test('takes the passphrase as keyboards and clipboards give it', () => {
    expect(passphraseBytes(` ${PASSPHRASE.replaceAll(' ', '\u00a0 ')}\n`)).toEqual(passphraseBytes(PASSPHRASE));
    expect(passphraseBytes('Zürich')).toEqual(passphraseBytes('Zu\u0308rich'));
    expect(passphraseBytes('Knee')).not.toEqual(passphraseBytes('knee'));
  });

  test('opens the same where the browser lends no ciphers, and tells how long it takes', async () => {
    const { crypto } = globalThis;
    const told: number[] = [];
    try {
      Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
      const text = await unseal(opened(bytes), PASSPHRASE, (milliseconds) => told.push(milliseconds));
      expect(text?.subarray(0, TEXT.length)).toEqual(TEXT);
      expect(await unseal(opened(bytes), 'another one', nothing)).toBeNull();
    } finally {
      Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
    }
    expect(told).toHaveLength(1);
    expect(told[0]).toBeGreaterThan(0);
  });

  test('any flipped bit is told as damage', () => {
    expect(sealedFrom(bytes, sha256)).not.toBeNull();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        return sealedFrom(flipped, sha256) === null;
      }),
      { numRuns: 100, examples: Array.from({ length: HEADER_SIZE }, (_, at): [number, number] => [at, at % 8]) },
    );
  });

  test('a flipped bit with a sum that was made to fit is refused by the cipher, wherever it is', () => {
    const { rounds, salt, header, nonce, ciphertext } = opened(bytes);
    expect(rounds).toBe(ROUNDS);
    const key = pbkdf2Sync(passphraseBytes(PASSPHRASE), salt, rounds, 32, 'sha256');
    const body = Buffer.concat([header, ciphertext]);
    const opens = (data: Buffer): boolean => {
      const cipher = createDecipheriv('aes-256-gcm', key, data.subarray(HEADER_SIZE - nonce.length, HEADER_SIZE), { authTagLength: 16 });
      cipher.setAAD(data.subarray(0, HEADER_SIZE));
      cipher.setAuthTag(data.subarray(-16));
      try {
        cipher.update(data.subarray(HEADER_SIZE, -16));
        cipher.final();
        return true;
      } catch {
        return false;
      }
    };
    expect(opens(body)).toBe(true);
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.nat(7), (at, bit) => {
        const flipped = Buffer.from(body);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        return !opens(flipped);
      }),
      { numRuns: 400, examples: Array.from({ length: HEADER_SIZE }, (_, at): [number, number] => [at, at % 8]) },
    );
  });

  test('any flipped bit of it as it stands in the file is told as damage', () => {
    const text = Buffer.from(Buffer.from(bytes).toString('base64'));
    const isWhole = (data: Buffer): boolean => {
      try {
        return sealedFrom(bytesFrom(data.toString('utf8')), sha256) !== null;
      } catch {
        return false;
      }
    };
    expect(isWhole(text)).toBe(true);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(7), (at, bit) => {
        const flipped = Buffer.from(text);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        return !isWhole(flipped);
      }),
      { numRuns: 60, examples: Array.from({ length: 8 }, (_, bit): [number, number] => [text.length - 1, bit]) },
    );
  });

  test('a file that was cut short, or asks for endless or few rounds, is damaged', () => {
    const withSum = (body: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array([...body, ...createHash('sha256').update(body).digest()]);
    const body = bytes.slice(0, bytes.length - SUM_SIZE);
    expect(sealedFrom(withSum(body), sha256)).not.toBeNull();
    expect(sealedFrom(bytes.slice(0, 1000), sha256)).toBeNull();
    expect(sealedFrom(new Uint8Array(), sha256)).toBeNull();
    for (const rounds of [1000, 4_000_000_000]) {
      const other = body.slice();
      new DataView(other.buffer).setUint32(8, rounds);
      expect(sealedFrom(withSum(other), sha256)).toBeNull();
    }
  });

  test('is never the same twice but in its length, and holds nothing of its text', () => {
    const again = sealed(TEXT, PASSPHRASE);
    expect(again.length).toBe(bytes.length);
    const [first, second] = [opened(bytes), opened(again)];
    expect(first.salt).not.toEqual(second.salt);
    expect(first.nonce).not.toEqual(second.nonce);
    expect(Buffer.from(bytes).includes('Canary')).toBe(false);
    expect(Buffer.from(bytes).includes('Zirkonium')).toBe(false);
  });
});

test('sizes are few, hold what they are for, and leave no loose bits in base64', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1 << 26 }), (bytes) => {
      const size = sizeFor(bytes);
      return size >= bytes && size <= Math.max(bytes * 1.126, 1 << 18) + 3 && (size + HEADER_SIZE + 16 + SUM_SIZE) % 3 === 0;
    }),
  );
  expect(sizeFor(0)).toBe(sizeFor(1 << 18));
  expect(new Set(Array.from({ length: 1000 }, (_, kilobytes) => sizeFor((1 << 20) + kilobytes * 1024))).size).toBeLessThan(10);
});

test('blocks come out as they went in, whatever follows them', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), fc.nat(50), (blocks, padding) => {
      const packed = packBlocks(blocks);
      const read = unpackBlocks(new Uint8Array([...packed, ...new Uint8Array(padding)]));
      expect(blocks.map((_, at) => [...read.bytes(at)])).toEqual(blocks.map((block) => [...block]));
      expect(blocks.map((_, at) => read.base64(at))).toEqual(blocks.map((block) => Buffer.from(block).toString('base64')));
    }),
  );
});
