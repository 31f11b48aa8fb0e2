import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OutputError } from '../../src/output/output-error.ts';
import { writeSite } from '../../src/output/write-site.ts';
import { fakeSite, fakeTheme } from '../support/fake-site.ts';
import { readTree, tempDir, writeFiles } from '../support/temp.ts';

const build = (vault: string, out: string, ignore: readonly string[] = []) =>
  writeSite(fakeSite({ root: vault, pages: { 'index.html': 'x' }, ignore }), fakeTheme, { out, beginSearch: null });

function vaultIn(dir: string): string {
  const vault = path.join(dir, 'home', 'vault');
  writeFiles(vault, { 'a.md': 'a' });
  return vault;
}

describe('refused output folders', () => {
  test.each([
    ['the root of the disk', () => path.parse(process.cwd()).root],
    ['the home folder', () => os.homedir()],
    ['a folder above the home folder', () => path.dirname(os.homedir())],
    ['the vault', (vault: string) => vault],
    ['the vault by another name', (vault: string) => path.join(vault, '..', 'vault')],
    ['a folder above the vault', (vault: string) => path.dirname(vault)],
    ['a folder inside the vault', (vault: string) => path.join(vault, 'site')],
  ])('%s', async (_, outOf) => {
    const vault = vaultIn(tempDir());
    const before = readTree(vault);
    const error = await build(vault, outOf(vault)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'OutputError', reason: 'usage' });
    expect((error as OutputError).hint).toMatch(/-o/);
    expect(readTree(vault)).toEqual(before);
  });

  test('the vault behind a link', async () => {
    const dir = tempDir();
    const vault = vaultIn(dir);
    fs.symlinkSync(vault, path.join(dir, 'link'));
    await expect(build(vault, path.join(dir, 'link'))).rejects.toMatchObject({ reason: 'usage' });
    await expect(build(path.join(dir, 'link'), vault)).rejects.toMatchObject({ reason: 'usage' });
    await expect(build(vault, path.join(dir, 'link', 'sub', 'site'))).rejects.toMatchObject({ reason: 'usage' });
  });

  test('a file, and a folder with files of someone else: nothing in it changes', async () => {
    const dir = tempDir();
    const vault = vaultIn(dir);
    writeFiles(dir, { file: 'x', 'mine/letter.txt': 'dear' });
    await expect(build(vault, path.join(dir, 'file'))).rejects.toThrow(/is a file/);
    await expect(build(vault, path.join(dir, 'mine'))).rejects.toThrow(/letter\.txt/);
    expect(readTree(path.join(dir, 'mine'))).toEqual({ 'letter.txt': 'dear' });
  });

  test('a folder that Dossier made and someone else put a file into', async () => {
    const dir = tempDir();
    const vault = vaultIn(dir);
    const out = path.join(dir, 'site');
    await build(vault, out);
    writeFiles(out, { 'notes/CNAME': 'x' });
    await expect(build(vault, out)).rejects.toThrow(/notes\/CNAME/);
  });
});

describe('accepted output folders', () => {
  test('an empty folder, and one with only what file managers leave', async () => {
    const dir = tempDir();
    const vault = vaultIn(dir);
    const out = path.join(dir, 'site');
    fs.mkdirSync(out);
    await build(vault, out);
    writeFiles(out, { '.DS_Store': 'x' });
    await build(vault, out);
    expect(fs.existsSync(path.join(out, 'index.html'))).toBe(true);
  });

  test('a folder in the vault that the config ignores, and one that Dossier made', async () => {
    const vault = vaultIn(tempDir());
    const out = path.join(vault, 'public');
    await build(vault, out, ['public/**']);
    await build(vault, out);
    expect(fs.existsSync(path.join(out, 'index.html'))).toBe(true);
  });

  test('a folder whose name begins like the vault', async () => {
    const vault = vaultIn(tempDir());
    await build(vault, `${vault}-site`);
    expect(fs.existsSync(path.join(`${vault}-site`, 'index.html'))).toBe(true);
  });
});
