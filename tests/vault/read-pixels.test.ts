import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { buildSite } from '../../src/site.ts';
import { pixelsFrom, readerOfPixels } from '../../src/vault/read-pixels.ts';
import { readVault } from '../../src/vault/read-vault.ts';
import type { VaultPath } from '../../src/vault/vault.ts';
import { tempDir, writeFiles } from '../support/temp.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000140000000c80806000000', 'hex');
const GIF = Buffer.from('47494638396110000900', 'hex');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"></svg>';
/** A JPEG of 8 × 4 that a camera has turned, with a preview of some size before its own. */
const turned = (bytes: number): Buffer =>
  Buffer.concat([
    Buffer.from('ffd8ffe1002245786966000049492a00080000000100120103000100000006000000', 'hex'),
    Buffer.from('00000000', 'hex'),
    ...Array.from({ length: Math.ceil(bytes / 60_000) }, () => Buffer.concat([Buffer.from('ffe2ea62', 'hex'), Buffer.alloc(60_000)])),
    Buffer.from('ffc000110800040008030122000211010311010000', 'hex'),
  ]);

const reader = (
  files: Readonly<Record<string, string | Uint8Array>>,
): { readonly root: string; readonly of: (name: string) => unknown } => {
  const root = tempDir();
  writeFiles(root, files);
  const of = readerOfPixels({ root, assets: Object.keys(files).map((name) => ({ path: name as VaultPath, size: 1 })) });
  return { root, of: (name) => of(name as VaultPath) };
};

test('pictures tell their size in their first bytes', () => {
  const { of } = reader({
    'a.png': PNG,
    'b.GIF': GIF,
    'c.svg': SVG,
    'd.jpg': turned(0),
    'e.jpg': turned(400_000),
    'f.png': 'no picture',
    'g.txt': PNG,
  });
  expect(of('a.png')).toEqual({ width: 320, height: 200 });
  expect(of('b.GIF')).toEqual({ width: 16, height: 9 });
  expect(of('c.svg')).toEqual({ width: 30, height: 20 });
  expect(of('d.jpg')).toEqual({ width: 4, height: 8 });
  expect(of('e.jpg')).toEqual({ width: 4, height: 8 });
  for (const name of ['f.png', 'g.txt', 'gone.png']) expect(of(name)).toBeNull();
});

test('nothing is read before it is asked for, and once only', () => {
  const { root, of } = reader({ 'a.png': PNG, 'b.png': PNG });
  expect(of('a.png')).toEqual({ width: 320, height: 200 });
  for (const name of ['a.png', 'b.png']) fs.rmSync(path.join(root, name));
  expect(of('a.png')).toEqual({ width: 320, height: 200 });
  expect(of('b.png')).toBeNull();
});

test('a link out of the vault is not followed', () => {
  const { root, of } = reader({ 'x.txt': '' });
  const outside = tempDir();
  writeFiles(outside, { 'a.png': PNG });
  fs.symlinkSync(path.join(outside, 'a.png'), path.join(root, 'out.png'));
  expect(of('out.png')).toBeNull();
});

test('any bytes are a size or none', () => {
  const start = fc.constantFrom(
    PNG,
    GIF,
    turned(0),
    Buffer.from('RIFF....WEBPVP8 '),
    Buffer.from('....ftypavif'),
    Buffer.from('BM'),
    Buffer.from('<svg '),
  );
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 80 }), fc.nat(40), (head, rest, cut) => {
      const pixels = pixelsFrom(Buffer.concat([head.subarray(0, Math.max(2, head.length - cut)), rest]));
      if (pixels !== null) expect([pixels.width, pixels.height].every((side) => Number.isInteger(side) && side > 0)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('pages know it', () => {
  const root = tempDir();
  writeFiles(root, { 'n.md': '![[a.png|32]]', 'a.png': PNG });
  const page = buildSite(readVault(root, defaultConfig), defaultConfig).page('notes/n.html' as never);
  expect(page?.view.kind === 'note' ? page.view.body.html : '').toContain('width="32" height="20"');
});
