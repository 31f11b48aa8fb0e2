import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { compareText } from '../../src/diagnostics/order.ts';
import { vaultPath } from '../../src/vault/path.ts';
import { readNoteFile } from '../../src/vault/read-note.ts';
import { readVault } from '../../src/vault/read-vault.ts';
import { readChangedVault } from '../../src/vault/update-vault.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { VaultError } from '../../src/vault/walk.ts';
import { makeTempDir, tempDir, writeFiles } from '../support/temp.ts';

function vaultOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = tempDir();
  writeFiles(dir, files);
  return dir;
}

const pathsOf = (files: readonly { readonly path: string }[]): readonly string[] => files.map(({ path }) => path);
const codesOf = (vault: Vault): readonly (readonly [string, string | null])[] =>
  vault.diagnostics.map(({ code, path }) => [code, path] as const);

describe('what is what', () => {
  test('notes end in .md in any case; everything else is an attachment', () => {
    const vault = readVault(
      vaultOf({ 'a.md': 'A', 'B.MD': 'B', 'c.markdown': '', 'd.png': 'xyz', 'e.md.bak': '', 'x/y/z.md': '' }),
      defaultConfig,
    );
    expect(pathsOf(vault.notes)).toEqual(['B.MD', 'a.md', 'x/y/z.md']);
    expect(vault.assets).toEqual([
      { path: 'c.markdown', size: 0 },
      { path: 'd.png', size: 3 },
      { path: 'e.md.bak', size: 0 },
    ]);
    expect(vault).toMatchObject({ failed: [], ignored: 0, diagnostics: [] });
  });

  test('MDX is handed on and reported, unless trusted', () => {
    const dir = vaultOf({ 'a.mdx': 'x', 'Site/b.mdx': 'x' });
    expect(codesOf(readVault(dir, defaultConfig))).toEqual([
      ['mdx-untrusted', 'Site/b.mdx'],
      ['mdx-untrusted', 'a.mdx'],
    ]);
    expect(codesOf(readVault(dir, { ...defaultConfig, mdx: { trusted: ['Site/*.mdx'] } }))).toEqual([['mdx-untrusted', 'a.mdx']]);
  });

  test('a note carries its text, properties, digest and size', () => {
    const [note] = readVault(vaultOf({ 'a.md': '\ufeff---\r\ntitle: â€œTâ€™s\r\n---\r\nText' }), defaultConfig).notes;
    expect(note).toMatchObject({
      text: '---\ntitle: “T’s\n---\nText',
      body: 'Text',
      bodyLine: 4,
      properties: { title: '“T’s' },
      propertyLines: { title: 2 },
      digest: expect.stringMatching(/^[\da-f]{16}$/u),
      size: 43,
      oversized: false,
      withheld: false,
    });
    expect(note?.repairs).toHaveLength(2);
    expect(note?.diagnostics.map(({ code, line }) => [code, line])).toEqual([['text-repaired', 2]]);
  });

  test('the digest depends on the bytes alone', () => {
    const vault = readVault(vaultOf({ 'a.md': 'x', 'b.md': 'x', 'c.md': 'x\r\n', 'd.md': 'x\n' }), defaultConfig);
    const [a, b, c, d] = vault.notes.map(({ digest }) => digest);
    expect(a).toBe(b);
    expect(c).not.toBe(d);
  });

  test('a note above 1 MB is flagged', () => {
    const vault = readVault(
      vaultOf({ 'a.md': 'x'.repeat(1024 * 1024), 'b.md': `---\nprivate: true\n---\n${'x'.repeat(1024 * 1024)}` }),
      defaultConfig,
    );
    expect(vault.notes.map(({ oversized }) => oversized)).toEqual([false, true]);
    expect(vault.notes[1]?.properties).toEqual({ private: true });
    expect(codesOf(vault)).toEqual([['file-too-large', 'b.md']]);
  });
});

describe('what is left out', () => {
  test('dot files, dot folders and dossier.yaml are counted, node_modules and our own output are not', () => {
    const vault = readVault(
      vaultOf({
        'a.md': '',
        '.hidden.md': '',
        '.obsidian/app.json': '',
        '.git/objects/ab/cd': '',
        'x/.trash/b.md': '',
        'dossier.yaml': '',
        'x/dossier.yaml': '',
        'node_modules/p/readme.md': '',
        'out/.dossier-manifest.json': '{}',
        'out/index.md': '',
      }),
      defaultConfig,
    );
    expect(pathsOf(vault.notes)).toEqual(['a.md']);
    expect(pathsOf(vault.assets)).toEqual(['x/dossier.yaml']);
    expect(vault).toMatchObject({ ignored: 5, failed: [], diagnostics: [] });
  });

  test('what config ignores or does not include', () => {
    const dir = vaultOf({ 'a.md': '', 'Templates/t.md': '', 'In/_drafts/d.md': '', 'In/n.tmp': '', 'In/n.md': '', 'Notes (old)/o.md': '' });
    const ignoring = readVault(dir, { ...defaultConfig, ignore: ['Templates', '_drafts', '*.tmp', 'Notes (old)/**'] });
    expect(pathsOf([...ignoring.notes, ...ignoring.assets])).toEqual(['In/n.md', 'a.md']);
    expect(ignoring.ignored).toBe(4);
    const including = readVault(dir, { ...defaultConfig, include: ['In/**'] });
    expect(pathsOf([...including.notes, ...including.assets])).toEqual(['In/_drafts/d.md', 'In/n.md', 'In/n.tmp']);
    expect(including.ignored).toBe(3);
  });

  test('bytes that are no text fail, and only that file', () => {
    const vault = readVault(vaultOf({ 'a.md': Uint8Array.from([0x89, 0x50]), 'b.md': 'B' }), defaultConfig);
    expect(pathsOf(vault.notes)).toEqual(['b.md']);
    expect(vault.failed).toMatchObject([{ path: 'a.md', reason: 'it is not valid UTF-8' }]);
    expect(codesOf(vault)).toEqual([['encoding-unreadable', 'a.md']]);
  });

  test.skipIf(process.platform === 'win32')('symbolic links are not followed, to files or to folders', () => {
    const outside = makeTempDir();
    writeFiles(outside, { 'secret.md': 'SECRET' });
    const dir = vaultOf({ 'a.md': '' });
    symlinkSync(join(outside, 'secret.md'), join(dir, 'link.md'));
    symlinkSync(outside, join(dir, 'folder'));
    const vault = readVault(dir, defaultConfig);
    expect(JSON.stringify(vault)).not.toContain('SECRET');
    expect(pathsOf(vault.failed)).toEqual(['folder', 'link.md']);
    expect(codesOf(vault).map(([code]) => code)).toEqual(['file-not-regular', 'file-not-regular']);
    expect(readNoteFile(dir, 'link.md')).toMatchObject({ kind: 'failed' });
    expect(readNoteFile(dir, 'folder/secret.md')).toMatchObject({ kind: 'failed' });
    expect(() => readNoteFile(dir, '../secret.md')).toThrow(RangeError);
    rmSync(outside, { recursive: true });
  });

  test('a vault that is not there', () => {
    const dir = vaultOf({ 'a.md': '' });
    expect(() => readVault(join(dir, 'nowhere'), defaultConfig)).toThrow(VaultError);
    expect(() => readVault(join(dir, 'a.md'), defaultConfig)).toThrow(VaultError);
  });
});

describe('names', () => {
  test('decomposed accents are composed; the name on the disk is kept for reading', () => {
    const vault = readVault(vaultOf({ 'cafe\u0301.md': 'x', 'u\u0308.png': 'x' }), defaultConfig);
    expect(vault.notes[0]).toMatchObject({ path: 'café.md', diskPath: 'cafe\u0301.md', text: 'x' });
    expect(vault.assets[0]).toMatchObject({ path: 'ü.png', diskPath: 'u\u0308.png', size: 1 });
  });

  test.skipIf(process.platform !== 'linux')('of two spellings of one name the composed one stays', () => {
    const vault = readVault(vaultOf({ 'cafe\u0301.md': 'decomposed', 'café.md': 'composed' }), defaultConfig);
    expect(vault.notes.map(({ text }) => text)).toEqual(['composed']);
    expect(pathsOf(vault.failed)).toEqual(['café.md']);
    expect(codesOf(vault)).toEqual([['name-collision', 'café.md']]);
  });

  test.skipIf(process.platform !== 'linux')('names that differ in case are both kept and reported', () => {
    const vault = readVault(vaultOf({ 'Plan.md': '', 'plan.md': '' }), defaultConfig);
    expect(pathsOf(vault.notes)).toEqual(['Plan.md', 'plan.md']);
    expect(codesOf(vault)).toEqual([['name-case-duplicate', 'plan.md']]);
  });

  test('damaged names are reported with what they may have been, folders once; sound names in many scripts are not', () => {
    const names = ['Besuch ZÃ¼rich.md', 'Acme â€“ plan.md', 'CafÃ©/a.md', 'CafÃ©/b.md', 'Bild ZÃ¼rich.png'];
    const sound = ['Zürich.md', 'café – “plan”.md', 'AMANHÃ.md', 'çÃo.md', 'İstanbul ğ.md', '日本語.md', 'Tamanhos.md', 'naïve â.md'];
    const vault = readVault(vaultOf(Object.fromEntries([...names, ...sound].map((name) => [name, 'x']))), defaultConfig);
    const found = vault.diagnostics.map(({ code, severity, path, message }) => [code, severity, path, message]);
    expect(found).toEqual([
      ['name-damaged', 'warning', 'Acme â€“ plan.md', 'The file "Acme â€“ plan.md" may have been "Acme – plan.md".'],
      ['name-damaged', 'warning', 'Besuch ZÃ¼rich.md', 'The file "Besuch ZÃ¼rich.md" may have been "Besuch Zürich.md".'],
      ['name-damaged', 'warning', 'Bild ZÃ¼rich.png', 'The file "Bild ZÃ¼rich.png" may have been "Bild Zürich.png".'],
      ['name-damaged', 'warning', 'CafÃ©/a.md', 'The folder "CafÃ©" may have been "Café".'],
    ]);
    expect(pathsOf(vault.notes)).toContain('Besuch ZÃ¼rich.md');
  });

  test('everything is sorted by code point', () => {
    const names = ['b.md', 'a/z.md', 'a.md', '😀.md', '\ufb01.md', 'Z.md', 'é.md', 'a b.md'];
    const vault = readVault(vaultOf(Object.fromEntries(names.map((name) => [name, '']))), defaultConfig);
    expect(pathsOf(vault.notes)).toEqual(['Z.md', 'a b.md', 'a.md', 'a/z.md', 'b.md', 'é.md', '\ufb01.md', '😀.md']);
    expect(pathsOf(vault.notes)).toEqual([...pathsOf(vault.notes)].sort(compareText));
  });

  test('vault paths', () => {
    expect(vaultPath('./a//b/../cafe\u0301.md')).toBe('a/café.md');
    for (const path of ['', '.', '/a', '..', 'a/../../b']) expect(() => vaultPath(path)).toThrow(RangeError);
  });
});

test('progress ends with every note', () => {
  const steps: (readonly number[])[] = [];
  readVault(vaultOf({ 'a.md': '', 'b.md': '', 'c.png': '' }), defaultConfig, { reportProgress: (...step) => steps.push(step) });
  expect(steps.at(-1)).toEqual([2, 2]);
});

test('after any edits, taking over what is unchanged equals reading anew', () => {
  const names = ['a.md', 'b.md', 'x/c.md', 'x/d.png', 'x/y/e.md', '.f.md'];
  const edit = fc.record({
    name: fc.constantFrom(...names),
    text: fc.option(fc.constantFrom('A', '---\na: [\n---\n', 'â€™', '---\na: 1\n---\nB')),
  });
  fc.assert(
    fc.property(fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 5 }), (rounds) => {
      const dir = makeTempDir();
      writeFiles(dir, { 'a.md': 'A', 'x/c.md': 'C', 'x/d.png': '' });
      let vault = readVault(dir, defaultConfig);
      for (const edits of rounds) {
        for (const { name, text } of edits) {
          if (text === null) rmSync(join(dir, name), { force: true });
          else {
            mkdirSync(join(dir, name, '..'), { recursive: true });
            writeFileSync(join(dir, name), text);
          }
        }
        vault = readChangedVault(
          vault,
          defaultConfig,
          edits.map(({ name }) => vaultPath(name)),
        );
        const { pixelsOf, ...read } = vault;
        expect(pixelsOf).toBeTypeOf('function');
        expect(read).toEqual({ ...readVault(dir, defaultConfig), pixelsOf: undefined });
      }
      rmSync(dir, { recursive: true });
    }),
    { numRuns: 40 },
  );
});
