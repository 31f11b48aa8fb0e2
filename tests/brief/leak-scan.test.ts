import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { spokenDrawing, spokenPicture } from '../support/brief-pictures.ts';
import { scanFiles } from '../support/leak-scan.ts';
import { zipOf } from '../support/zip-of.ts';

const word = 'bcdfghjklmnpqrst';
const text = `Some words before, ${word}, and some behind.`;
const utf16 = Buffer.from(text, 'utf16le');
const wide = word.replace(/./gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));

const carriers: readonly (readonly [string, string | Buffer])[] = [
  ['as it is', text],
  ['in capitals', text.toUpperCase()],
  ['as a slug', 'bcd-fghj_klm.npqrst'],
  ['in full width', wide],
  ['with accents, composed and decomposed', `${word.replace('c', 'ç').replace('n', 'n\u0303')}`],
  ['percent-encoded', text.replace(/./gu, (c) => `%${c.charCodeAt(0).toString(16)}`)],
  ['percent-encoded twice', word.replace(/./gu, (c) => `%25${c.charCodeAt(0).toString(16)}`)],
  ['as entities', word.replace(/./gu, (c) => `&#x${c.charCodeAt(0).toString(16)};`)],
  ['as entities in figures', word.replace(/./gu, (c) => `&amp;#${c.charCodeAt(0)};`)],
  ['as JSON escapes', JSON.stringify(word).replace(/[a-z]/gu, (c) => `\\u00${c.charCodeAt(0).toString(16)}`)],
  ['as JavaScript escapes', word.replace(/./gu, (c) => `\\x${c.charCodeAt(0).toString(16)}`)],
  ['in UTF-16, little end first', utf16],
  ['in UTF-16, big end first', Buffer.from(utf16).swap16()],
  ['with markup inside', 'bcdf<b>ghjk</b>lmnp<i class="x">qrst</i>'],
  ...[0, 1, 2].map((skip) => [`in base64, ${skip} bytes on`, Buffer.from('x'.repeat(skip) + text).toString('base64')] as const),
  ['in base64 of addresses', `data:,${Buffer.from(text).toString('base64url')}`],
  ['in hex', `0${Buffer.from(text).toString('hex')}`],
  ['in gzip', gzipSync(text)],
  ['in zlib', Buffer.concat([Buffer.from([0, 1, 2]), deflateSync(Buffer.from(text)), Buffer.from('tail')])],
  ['in deflate', deflateRawSync(Buffer.from(text.repeat(9)))],
  ['in brotli', brotliCompressSync(Buffer.from(text))],
  ['in gzip in base64', gzipSync(text).toString('base64')],
  ['in a zip', zipOf('a.txt', Buffer.from(text))],
  ['in a name in a zip', zipOf(`${word}.txt`, Buffer.from('x'))],
  ['in gzip in a zip', zipOf('a.gz', gzipSync(text))],
];

describe('the scanner finds a word', () => {
  test.each(carriers)('%s', (_, bytes) => {
    expect(scanFiles(new Map([['a.bin', Buffer.from(bytes)]]), [word]).map(({ canary }) => canary)).toContain(word);
  });

  test.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('in what a %s picture says beside its pixels', async (format) => {
    expect(scanFiles(new Map([['a', await spokenPicture(format, word, 1)]]), [word])).not.toEqual([]);
  });

  test('in a drawing, in a name, and nowhere else', async () => {
    const files = new Map([
      ['a.svg', Buffer.from(await spokenDrawing(word, 'x'))],
      [`files/${word}.txt`, Buffer.from('')],
      ['b.txt', Buffer.from('nothing here')],
    ]);
    const places = scanFiles(files, [word, 'zxwvtsrqpnmlkjhg']).map(({ place }) => place);
    expect(places).toContain('a.svg');
    expect(places).toContain(`name files/${word}.txt`);
    expect(places.some((place) => place.startsWith('b.txt'))).toBe(false);
  });
});
