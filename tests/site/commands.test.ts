import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { binFile, contentDir, runCli } from '../support/cli.ts';
import { readTree, tempDir, writeFiles } from '../support/temp.ts';

/** A small vault with one healthy and one private note. */
function smallVault(files: Readonly<Record<string, string>> = {}) {
  const dir = tempDir();
  const vault = path.join(dir, 'vault');
  writeFiles(vault, { 'index.md': '# Home\n\n[[Other]]\n', 'Other.md': '# Other\n', ...files });
  return { dir, vault, out: path.join(dir, 'vault-site') };
}

describe('help', () => {
  test('lists every command that there is, and nothing else', () => {
    const { code, stdout } = runCli(['--help']);
    expect(code).toBe(0);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) .*$/gm)].map(([, name]) => name);
    expect(commands).toEqual(['build', 'dev', 'serve', 'check', 'brief', 'inspect', 'init']);
    for (const command of commands) expect(runCli([command ?? '', '--help']).code).toBe(0);
  });

  test('is what a call without arguments shows', () => {
    expect(runCli([]).stdout).toBe(runCli(['--help']).stdout);
  });

  test('the version is that of the package', () => {
    const { version } = JSON.parse(fs.readFileSync(path.join(path.dirname(binFile), '..', 'package.json'), 'utf8'));
    expect(runCli(['--version']).stdout.trim()).toBe(version);
  });
});

describe('bad usage ends with 2, says what to do, and shows no stack trace', () => {
  test.each([
    ['an unknown command', ['biuld'], /did you mean build/i],
    ['an unknown option', ['build', '--strcit'], /did you mean --strict/i],
    ['a vault that is not there', ['build', 'no-such-folder'], /no folder .*no-such-folder/],
    ['a file as vault', ['check', 'package.json'], /is a file/],
    ['too many arguments', ['build', 'a', 'b'], /too many arguments/i],
    ['a date that is none', ['inspect', '--as-of', '2026-02-30'], /YYYY-MM-DD/],
    ['a port that is none', ['serve', '--port', 'x'], /port/],
    ['a format that is none', ['check', '--format', 'pdf'], /text, json/],
    ['a folder without a site', ['serve', 'src'], /no site/],
    ['a note that is not there', ['inspect', contentDir, '--note', 'Nowhere.md'], /no note Nowhere\.md/],
  ])('%s', (_, args, message) => {
    const { code, stdout, stderr } = runCli(args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('a config with an unknown key, naming key, line and the nearest known one', () => {
    const { vault, out } = smallVault({ 'dossier.yaml': 'title: x\nownr: Ines\n' });
    const { code, stderr } = runCli(['build', vault]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/ownr/);
    expect(stderr).toMatch(/\b2\b/);
    expect(stderr).toMatch(/owner/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(fs.existsSync(out)).toBe(false);
  });

  test('an output folder with files of someone else', () => {
    const { vault, dir } = smallVault();
    writeFiles(dir, { 'mine/letter.txt': 'x' });
    const { code, stderr } = runCli(['build', vault, '-o', path.join(dir, 'mine')]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/letter\.txt[\s\S]*-o/)]);
  });
});

describe('build', () => {
  test('writes beside the vault by default and ends with a report', () => {
    const { vault, out } = smallVault();
    const { code, stdout, stderr } = runCli(['build', vault, '--no-search']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/pages and 0 attachments written to .*vault-site in/);
    expect(stdout).toMatch(/notes read +2/);
    expect(stdout).toMatch(/problems +0 errors/);
    expect(fs.existsSync(path.join(out, 'index.html'))).toBe(true);
  });

  test('finds the vault from a folder inside it', () => {
    const { vault, out } = smallVault({ 'dossier.yaml': '', 'sub/Deep.md': 'x' });
    expect(runCli(['build', '--no-search'], { cwd: path.join(vault, 'sub') }).code).toBe(0);
    expect(fs.existsSync(out)).toBe(true);
  });

  test('prints nothing with --quiet, and only JSON with --json', () => {
    const { vault, out } = smallVault();
    expect(runCli(['build', vault, '--no-search', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
    const { stdout, stderr } = runCli(['build', vault, '--no-search', '--json']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ out, notes: 2, problems: { error: 0 } });
  });

  test('with --strict and a finding ends with 1 and leaves the old site', () => {
    const { vault, out } = smallVault();
    runCli(['build', vault, '--no-search']);
    const before = readTree(out);
    writeFiles(vault, { 'Bad.md': '---\ntitle: [\n---\nx\n' });
    const { code, stderr } = runCli(['build', vault, '--no-search', '--strict']);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/Bad\.md/)]);
    expect(readTree(out)).toEqual(before);
    expect(runCli(['build', vault, '--no-search']).code).toBe(0);
  });
});

describe('check', () => {
  test('lists findings with file and line, and is strict only when asked', () => {
    const { vault } = smallVault({ 'Bad.md': '---\ntitle: [\n---\nx\n' });
    const { code, stdout } = runCli(['check', vault]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/Bad\.md:\d+/)]);
    expect(runCli(['check', vault, '--strict']).code).toBe(1);
    const { diagnostics } = JSON.parse(runCli(['check', vault, '--format', 'json']).stdout);
    expect(diagnostics).toContainEqual(expect.objectContaining({ path: 'Bad.md', severity: expect.stringMatching(/error|warning/) }));
  });

  test('is content with a sound vault, even when strict', () => {
    const { vault } = smallVault();
    expect(runCli(['check', vault, '--strict']).code).toBe(0);
  });

  test('escapes what would steer the terminal', () => {
    const { vault } = smallVault({ 'Bad.md': '---\n"\\e[31mred": [\n---\n[[\u001b[2Jnowhere]] [[\u202eabc]]\n' });
    const { stdout } = runCli(['check', vault]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
  });
});

describe('inspect', () => {
  test('prints one document and nothing else', () => {
    const { vault } = smallVault();
    const { stdout, stderr } = runCli(['inspect', vault]);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).notes.map(({ path: file }: { path: string }) => file)).toEqual(['Other.md', 'index.md']);
  });

  test('can be cut to one note', () => {
    const { vault } = smallVault();
    const model = JSON.parse(runCli(['inspect', vault, '--note', './Other.md']).stdout);
    expect(model.notes).toHaveLength(1);
    expect(model.files.notes).toBe(2);
  });

  test('survives a reader that leaves early', () => {
    const { status, stderr } = spawnSync('bash', ['-c', `"${process.execPath}" "${binFile}" inspect "${contentDir}" | head -c 10`], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });

  test('counts from the day it is given', () => {
    const { vault } = smallVault();
    expect(JSON.parse(runCli(['inspect', vault, '--as-of', '2026-01-31']).stdout).asOf).toBe('2026-01-31');
  });
});

describe('init', () => {
  test('writes a config that is valid, once', () => {
    const { vault } = smallVault();
    expect(runCli(['init', vault]).code).toBe(0);
    const file = path.join(vault, 'dossier.yaml');
    const text = fs.readFileSync(file, 'utf8');
    expect(runCli(['check', vault]).code).toBe(0);
    const { code, stderr } = runCli(['init', vault]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/there already/)]);
    expect(fs.readFileSync(file, 'utf8')).toBe(text);
  });

  test('shows only settings that there are', () => {
    const { vault } = smallVault();
    runCli(['init', vault]);
    const file = path.join(vault, 'dossier.yaml');
    // Prose has one space after the sign, settings none or more.
    const settings = fs.readFileSync(file, 'utf8').replace(/^#(?=\S| {2})/gm, '');
    fs.writeFileSync(file, settings);
    const { code, stderr } = runCli(['check', vault]);
    expect([code, stderr]).toEqual([0, '']);
    expect(settings.match(/^[a-z]+:/gm)?.length).toBeGreaterThan(9);
  });
});
