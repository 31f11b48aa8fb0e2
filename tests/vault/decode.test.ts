import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/vault/decode.ts';
import { vaultPath } from '../../src/vault/path.ts';
import { noteFromBytes } from '../../src/vault/read-note.ts';
import { describeShared, hasShared, sharedPath } from '../support/shared.ts';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what is text', () => {
  test('UTF-8, with or without a byte order mark', () => {
    expect(decodeText(utf8('Zürich 日本'))).toEqual({ kind: 'text', text: 'Zürich 日本', encoding: 'utf-8' });
    expect(decodeText(utf8('\ufeffa'))).toMatchObject({ text: 'a' });
    expect(decodeText(bytes())).toMatchObject({ text: '' });
  });

  test('UTF-16 in both orders when a mark says so', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0x61, 0, 0x19, 0x20))).toEqual({ kind: 'text', text: 'a’', encoding: 'utf-16le' });
    expect(decodeText(bytes(0xfe, 0xff, 0, 0x61, 0x20, 0x19))).toEqual({ kind: 'text', text: 'a’', encoding: 'utf-16be' });
  });

  test('every line end becomes a newline', () => {
    expect(decodeText(utf8('a\r\nb\rc\n\r\n'))).toMatchObject({ text: 'a\nb\nc\n\n' });
  });
});

describe('what is refused', () => {
  test.each([
    ['a stray byte', bytes(0x61, 0xff)],
    ['a cut-off sequence', bytes(0x61, 0xe2, 0x80)],
    ['an overlong form', bytes(0xc0, 0xaf)],
    ['a surrogate', bytes(0xed, 0xa0, 0x80)],
    ['NUL', bytes(0x61, 0, 0x62)],
    ['UTF-16 without a mark', bytes(0x61, 0, 0x62, 0)],
    ['UTF-32', bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0)],
    ['half a UTF-16 character', bytes(0xff, 0xfe, 0x61)],
    ['a lone UTF-16 surrogate', bytes(0xff, 0xfe, 0, 0xd8, 0x61, 0)],
  ])('%s', (_, input) => {
    expect(decodeText(input)).toMatchObject({ kind: 'unreadable', reason: expect.any(String) });
  });
});

test('never throws, and text comes back as it went in', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (input) => {
      expect(['text', 'unreadable']).toContain(decodeText(input).kind);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/[\0\r]/u.test(text) && !text.startsWith('\ufeff'));
      expect(decodeText(utf8(text))).toMatchObject({ text });
    }),
  );
});

describeShared('shared cases of encodings', () => {
  const rows: readonly { readonly id: string; readonly base64: string; readonly expect: string }[] = hasShared
    ? JSON.parse(readFileSync(sharedPath('security/encodings.json'), 'utf8'))
    : [];
  const read = (base64: string) => noteFromBytes(vaultPath('a.md'), 'a.md', Buffer.from(base64, 'base64'));

  test.each(rows)('$id is a note or a reported failure', ({ base64 }) => {
    const result = read(base64);
    if (result.kind !== 'note') expect(result).toMatchObject({ kind: 'failed', diagnostic: { code: 'encoding-unreadable' } });
  });

  test.each(rows.filter((row) => /private honoured|fail closed/u.test(row.expect)))('$id keeps its privacy flag', ({ base64 }) => {
    const result = read(base64);
    expect(result.kind === 'failed' || (result.kind === 'note' && result.note.properties?.private === true)).toBe(true);
  });

  test.each(rows.filter((row) => /refused|binary/u.test(row.expect) && !/or note refused|replaced or/u.test(row.expect)))(
    '$id is refused',
    ({ base64 }) => {
      expect(read(base64).kind).toBe('failed');
    },
  );
});
