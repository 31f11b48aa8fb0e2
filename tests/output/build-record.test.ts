import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { inputsDigest, readUpToDate, writeBuildRecord } from '../../src/output/build-record.ts';
import { writeSite } from '../../src/output/write-site.ts';
import { readInputs } from '../../src/vault/read-inputs.ts';
import { readVault } from '../../src/vault/read-vault.ts';
import { fakeSite, fakeTheme } from '../support/fake-site.ts';
import { tempDir, writeFiles } from '../support/temp.ts';

let dir: string;
let vault: string;
let out: string;

beforeEach(() => {
  dir = tempDir();
  vault = path.join(dir, 'vault');
  out = path.join(dir, 'site');
  vi.stubEnv('XDG_CACHE_HOME', path.join(dir, 'cache'));
  writeFiles(vault, { 'a.md': 'A', 'b/c.md': 'C', 'x.canvas': '{"nodes":[]}', 'pic.png': 'bytes' });
});

const inputs = (config = defaultConfig, program = ['1']) => inputsDigest(readVault(vault, config), config, program);

async function build(pages: Readonly<Record<string, string>> = { 'index.html': 'home', 'notes/a.html': 'a' }): Promise<void> {
  await writeSite(fakeSite({ root: vault, pages }), fakeTheme, { out, beginSearch: null });
  writeBuildRecord(out, inputs(), { report: { pages: 2 }, details: ['found'] });
}

describe('what a site is made of', () => {
  test.each([
    ['a note is edited', () => fs.writeFileSync(path.join(vault, 'a.md'), 'B')],
    ['a note is renamed', () => fs.renameSync(path.join(vault, 'a.md'), path.join(vault, 'z.md'))],
    ['a note is added', () => fs.writeFileSync(path.join(vault, 'new.md'), '')],
    ['a canvas is edited', () => fs.writeFileSync(path.join(vault, 'x.canvas'), '{"nodes": []}')],
    ['an attachment gets other bytes, as many as before', () => fs.writeFileSync(path.join(vault, 'pic.png'), 'BYTES')],
  ])('differs when %s', (_, change) => {
    const before = inputs();
    expect(inputs()).toBe(before);
    change();
    expect(inputs()).not.toBe(before);
  });

  test('is the same by the bytes alone as by what is read of them, whatever lies in the vault', () => {
    writeFiles(vault, {
      'cafe\u0301.md': 'decomposed',
      'bad.md': new Uint8Array([0x00, 0xff, 0x00, 0x81, 0x00, 0x00]),
      'bad.canvas': new Uint8Array([0x00, 0xff, 0x00, 0x81, 0x00, 0x00]),
      'broken.md': '---\na: [\n---\n',
      'page.mdx': '{1 + 1}',
      'A.md': 'another case',
      'table.base': 'views: []',
      'sub/.hidden/x.md': 'ignored',
    });
    fs.writeFileSync(path.join(vault, 'large.base'), new Uint8Array(5 * 1024 * 1024));
    fs.symlinkSync('a.md', path.join(vault, 'link.md'));
    const read = readVault(vault, defaultConfig);
    expect(read.failed.map((file) => file.path)).toEqual(['bad.canvas', 'bad.md', 'large.base', 'link.md']);
    expect(inputsDigest(readInputs(vault, defaultConfig), defaultConfig, ['1'])).toBe(inputsDigest(read, defaultConfig, ['1']));
  });

  test('differs with the settings and with the program', () => {
    expect(new Set([inputs(), inputs({ ...defaultConfig, title: 'T' }), inputs(defaultConfig, ['2'])]).size).toBe(3);
  });
});

describe('a site is up to date', () => {
  test('when it is made of the same and whole; the report is that of the build', async () => {
    await build();
    const last = readUpToDate(out, inputs());
    expect([last?.report, last?.details()]).toEqual([{ pages: 2 }, ['found']]);
  });

  test.each([
    ['a note changed', () => fs.writeFileSync(path.join(vault, 'a.md'), 'B')],
    ['a page is gone', () => fs.rmSync(path.join(out, 'notes/a.html'))],
    [
      'a page was edited by hand',
      () => {
        const file = path.join(out, 'index.html');
        fs.writeFileSync(file, 'HOME');
        const later = new Date(Date.now() + 2000);
        fs.utimesSync(file, later, later);
      },
    ],
    ['there is a file that no build made', () => fs.writeFileSync(path.join(out, 'mine.txt'), '')],
    ['the manifest is another', () => fs.appendFileSync(path.join(out, '.dossier-manifest.json'), ' ')],
    ['the site is gone', () => fs.rmSync(out, { recursive: true })],
    ['a build was killed since', () => fs.mkdirSync(path.join(dir, '.site.dossier-new'))],
    ['nothing is remembered', () => fs.rmSync(path.join(dir, 'cache'), { recursive: true })],
  ])('but not when %s', async (_, change) => {
    await build();
    change();
    expect(readUpToDate(out, inputs())).toBeNull();
  });

  test('another folder has a memory of its own', async () => {
    await build();
    expect(readUpToDate(path.join(dir, 'other'), inputs())).toBeNull();
  });
});
