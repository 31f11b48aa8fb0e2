import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { isBriefArchive, zipFrom } from '../../../src/brief/forms/zip-form.ts';
import { manifestText } from '../../../src/output/manifest.ts';

const FILES = [
  { path: 'people/marcin-wójcik.html', data: strToU8('<p>Marcin') },
  { path: 'index.html', data: strToU8('<p>'.repeat(500)) },
  { path: '.dossier-manifest.json', data: strToU8(manifestText(new Map([['index.html', 'ab']]))) },
];
const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('a brief as an archive', () => {
  test('has the same bytes in every order and every time zone', () => {
    const archives = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu'].map((name, turn) => {
      process.env['TZ'] = name;
      return Buffer.from(zipFrom(turn % 2 === 0 ? FILES : FILES.toReversed(), 'northwind')).toString('base64');
    });
    expect(new Set(archives).size).toBe(1);
  });

  test('holds every file, sorted, in one folder', () => {
    const entries = unzipSync(zipFrom(FILES, 'northwind'));
    expect(Object.keys(entries)).toEqual([
      'northwind/.dossier-manifest.json',
      'northwind/index.html',
      'northwind/people/marcin-wójcik.html',
    ]);
    expect(strFromU8(entries['northwind/people/marcin-wójcik.html'] ?? new Uint8Array())).toBe('<p>Marcin');
  });

  test('says of every file: first of January 1980 at noon, readable by all, nothing else', () => {
    const zip = Buffer.from(zipFrom(FILES, 'northwind'));
    const heads: number[] = [];
    const signature = Buffer.of(0x50, 0x4b, 1, 2);
    for (let head = zip.indexOf(signature); head !== -1; head = zip.indexOf(signature, head + 1)) heads.push(head);
    expect(heads).toHaveLength(FILES.length);
    for (const head of heads) {
      // Fields of an entry of the central directory: APPNOTE.TXT 4.3.12.
      expect(zip.readUInt16LE(head + 12)).toBe(12 << 11);
      expect(zip.readUInt16LE(head + 14)).toBe((1 << 5) | 1);
      expect(zip.readUInt16LE(head + 30)).toBe(0);
      expect(zip.readUInt16LE(head + 32)).toBe(0);
      expect(zip.readUInt32LE(head + 38) >>> 16).toBe(0o100644);
    }
  });
});

test('an archive that Dossier made is told from others', () => {
  expect(isBriefArchive(zipFrom(FILES, 'northwind'))).toBe(true);
  expect(isBriefArchive(zipFrom(FILES.slice(0, 2), 'northwind'))).toBe(false);
  expect(isBriefArchive(zipFrom([{ path: '.dossier-manifest.json', data: strToU8('{}') }], 'x'))).toBe(false);
  expect(isBriefArchive(strToU8('no archive'))).toBe(false);
});
