import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultOutput, readVaultFolder } from '../../src/cli/vault-folder.ts';
import { tempDir, writeFiles } from '../support/temp.ts';

describe('the vault a command works on', () => {
  test('is the folder as given, with or without a config', () => {
    const dir = tempDir();
    writeFiles(dir, { 'vault/a.md': 'a' });
    expect(readVaultFolder('vault', dir)).toBe(path.join(dir, 'vault'));
  });

  test('is the nearest folder with a config, from here upwards', () => {
    const dir = tempDir();
    writeFiles(dir, { 'dossier.yaml': '', 'sub/deep/a.md': '' });
    expect(readVaultFolder(undefined, path.join(dir, 'sub', 'deep'))).toBe(dir);
  });

  test('is the only folder below with a config', () => {
    const dir = tempDir();
    writeFiles(dir, { 'content/dossier.yaml': '', 'src/a.ts': '', '.hidden/dossier.yaml': '' });
    expect(readVaultFolder(undefined, dir)).toBe(path.join(dir, 'content'));
  });

  test('must be named when there are several', () => {
    const dir = tempDir();
    writeFiles(dir, { 'b/dossier.yaml': '', 'a/dossier.yaml': '' });
    expect(() => readVaultFolder(undefined, dir)).toThrow(/a, b/);
  });

  test('is the current folder without any config', () => {
    const dir = tempDir();
    expect(readVaultFolder(undefined, dir)).toBe(dir);
  });

  test('must be named when the current folder is the root of the disk or the home folder', () => {
    expect(() => readVaultFolder(undefined, path.parse(os.homedir()).root)).toThrow(/root of the disk/);
  });

  test.each([
    ['missing', /no folder/],
    ['file', /is a file/],
  ])('that is %s is refused', (name, message) => {
    const dir = tempDir();
    writeFiles(dir, { file: '' });
    expect(() => readVaultFolder(name, dir)).toThrow(message);
  });
});

describe('the default output', () => {
  test('lies beside the vault', () => {
    const dir = tempDir();
    expect(defaultOutput(path.join(dir, 'Vault'))).toBe(path.join(dir, 'Vault-site'));
    expect(defaultOutput(path.join(dir, 'content'))).toBe(path.join(dir, 'content-site'));
  });

  test('is dist for the content of an Astro project', () => {
    const dir = tempDir();
    writeFiles(dir, { 'astro.config.mjs': '', 'content/a.md': '' });
    expect(defaultOutput(path.join(dir, 'content'))).toBe(path.join(dir, 'dist'));
  });
});
