import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { documentKindOf } from '../../src/vault/path.ts';
import { LARGEST_DOCUMENT } from '../../src/vault/read-file.ts';
import { readVault } from '../../src/vault/read-vault.ts';
import { makeTempDir } from '../support/temp.ts';

test('canvases and bases are read as text, apart from notes and attachments; what can not be is a failure', () => {
  const dir = makeTempDir();
  const write = (name: string, text: string | Uint8Array): void => writeFileSync(join(dir, name), text);
  write('Plan.canvas', '\ufeff{"nodes":[]}\r\n');
  write('Books.BASE', 'views: []');
  write('.canvas', '{}');
  write('bad.canvas', new Uint8Array([0x7b, 0xff, 0x7d]));
  write('damaged.canvas', '{"nodes":[{"text":"itâ€™s"}]}');
  write('large.base', new Uint8Array(LARGEST_DOCUMENT + 1).fill(0x20));
  write('pic.png', 'x');
  write('Note.md', 'x');
  const vault = readVault(dir, defaultConfig);
  expect(vault.documents.map(({ kind, path, text }) => [kind, path, text])).toEqual([
    ['base', 'Books.BASE', 'views: []'],
    ['canvas', 'Plan.canvas', '{"nodes":[]}\n'],
    ['canvas', 'damaged.canvas', '{"nodes":[{"text":"it’s"}]}'],
  ]);
  expect(vault.assets.map(({ path }) => path)).toEqual(['pic.png']);
  expect(vault.failed).toMatchObject([
    { path: 'bad.canvas', reason: 'it is not valid UTF-8' },
    { path: 'large.base', reason: 'it is larger than 4 MB' },
  ]);
  expect(vault.diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'encoding-unreadable bad.canvas',
    'text-repaired damaged.canvas',
    'file-too-large large.base',
  ]);
});

test('a document is known by the end of its name', () => {
  expect(['a/b.canvas', 'B.Base', 'canvas', '.base', 'a/.canvas', 'x.canvas.md', 'a.canvass'].map(documentKindOf)).toEqual([
    'canvas',
    'base',
    null,
    null,
    null,
    null,
    null,
  ]);
});
