import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { binFile, buildVault, cacheDir, contentDir, runCli } from '../support/cli.ts';
import { readTree, tempDir, writeFiles } from '../support/temp.ts';

/** A copy of the sample vault that may be edited, and a place for its site. */
function workspace() {
  const dir = tempDir();
  const vault = path.join(dir, 'vault');
  fs.cpSync(contentDir, vault, { recursive: true });
  return { dir, vault, out: path.join(dir, 'site') };
}

const env = { ...process.env, XDG_CACHE_HOME: cacheDir };

const leftOvers = (dir: string) => fs.readdirSync(dir).filter((name) => name.startsWith('.'));

describe('a build with search', () => {
  test('gives the same bytes in another time zone, locale, folder, file order and mask', () => {
    const { dir, vault, out } = workspace();
    buildVault(vault, out, [], { env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } });
    const other = path.join(dir, 'elsewhere', 'vault');
    const names = Object.keys(readTree(vault)).reverse();
    for (const name of names) writeFiles(other, { [name]: fs.readFileSync(path.join(vault, name)) });
    const mask = process.umask(0o077);
    buildVault(other, path.join(dir, 'site-2'), [], { cwd: dir, env: { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' } });
    process.umask(mask);
    expect(readTree(path.join(dir, 'site-2'))).toEqual(readTree(out));
  });

  test('holds no path of this machine', () => {
    const { dir, vault, out } = workspace();
    buildVault(vault, out);
    const found = Object.entries(readTree(out)).filter(([, text]) => text.includes(dir) || text.includes(path.dirname(binFile)));
    expect(found.map(([file]) => file)).toEqual([]);
  });

  test('after the last note is gone holds nothing of it', () => {
    const { vault, out } = workspace();
    writeFiles(vault, { 'Zebra crossing.md': '# Zebra crossing\n\nquagga' });
    buildVault(vault, out);
    expect(Object.keys(readTree(out))).toContain('notes/zebra-crossing.html');
    fs.rmSync(path.join(vault, 'Zebra crossing.md'));
    buildVault(vault, out);
    expect(JSON.stringify(readTree(out))).not.toMatch(/zebra|quagga/i);
  });
});

describe('a second build', () => {
  test('has nothing to do where nothing has changed, and tells the same', () => {
    const { vault, out } = workspace();
    const first = buildVault(vault, out);
    const tree = readTree(out);
    const second = buildVault(vault, out);
    expect([first['upToDate'], second['upToDate']]).toEqual([false, true]);
    expect({ ...second, upToDate: false, milliseconds: 0 }).toEqual({ ...first, milliseconds: 0 });
    expect(readTree(out)).toEqual(tree);
  });

  test('is made in full when it is asked to, when a note changed, and when other options are given', () => {
    const { vault, out } = workspace();
    const isUpToDate = (...args: readonly string[]): unknown => buildVault(vault, out, args)['upToDate'];
    expect([isUpToDate(), isUpToDate('--no-cache'), isUpToDate(), isUpToDate('--no-search'), isUpToDate('--as-of', '2026-03-20')]).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
    fs.appendFileSync(path.join(vault, 'index.md'), '\n\nOne more line.\n');
    expect(isUpToDate('--as-of', '2026-03-20')).toBe(false);
    expect(Object.values(readTree(out)).some((text) => text.includes('One more line.'))).toBe(true);
  });
});

describe('a build that is killed', () => {
  test('at any moment leaves the old site or the new one, and the next build clears up', async () => {
    const { dir, vault, out } = workspace();
    const note = path.join(vault, 'index.md');
    const texts = ['first edition', 'second edition'].map((edition) => `${fs.readFileSync(note, 'utf8')}\n\n${edition}\n`);
    const sites = texts.map((text) => {
      fs.writeFileSync(note, text);
      buildVault(vault, out, ['--no-search']);
      return readTree(out);
    });
    expect(sites[0]).not.toEqual(sites[1]);
    let killed = 0;
    for (let round = 0; round < 14; round++) {
      fs.writeFileSync(note, texts[round % 2] ?? '');
      const child = spawn(process.execPath, [binFile, 'build', vault, '-o', out, '--no-search', '--no-cache'], { stdio: 'ignore', env });
      const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
      setTimeout(() => child.kill('SIGKILL'), 60 + round * 30);
      if ((await ended) === 'SIGKILL') killed += 1;
      // A kill between the two renames leaves the old site aside; any command that writes brings it back.
      const site = fs.existsSync(out) ? out : path.join(dir, '.site.dossier-old');
      expect(sites).toContainEqual(readTree(site));
    }
    expect(killed).toBeGreaterThan(3);
    fs.writeFileSync(note, texts[0] ?? '');
    buildVault(vault, out, ['--no-search']);
    expect(readTree(out)).toEqual(sites[0]);
    expect(leftOvers(dir)).toEqual([]);
  });
});

test('of two builds on one folder one writes it, and the other leaves with a message', async () => {
  const { dir, vault, out } = workspace();
  const start = () => {
    const child = spawn(process.execPath, [binFile, 'build', vault, '-o', out, '--no-cache'], { stdio: ['ignore', 'ignore', 'pipe'], env });
    let text = '';
    child.stderr.on('data', (data: Buffer) => {
      text += data;
    });
    return new Promise<{ code: number | null; text: string }>((resolve) => child.once('close', (code) => resolve({ code, text })));
  };
  const results = await Promise.all([start(), start()]);
  const [first, second] = results.sort((a, b) => (a.code ?? 9) - (b.code ?? 9));
  expect(first?.code).toBe(0);
  expect(second).toMatchObject({ code: 1, text: expect.stringMatching(/Another build/) });
  expect(fs.existsSync(path.join(out, 'index.html'))).toBe(true);
  expect(leftOvers(dir)).toEqual([]);
});

test('every file is accounted for with --explain', () => {
  const { vault, out } = workspace();
  writeFiles(vault, { 'private.md': '---\nprivate: true\n---\nx', 'unused.png': 'x' });
  const { code, stdout } = runCli(['build', vault, '-o', out, '--no-search', '--explain']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^index\.md -> \S+\.html$/m);
  expect(stdout).toMatch(/^private\.md -> excluded: private$/m);
  expect(stdout).toMatch(/^unused\.png -> not shown by any page$/m);
  const [, ...numbers] = /(\d+) files seen = (\d+) notes \+ (\d+) \D+ \+ (\d+) \D+ \+ (\d+) \D+ \+ (\d+) \D+ \+ (\d+) /.exec(stdout) ?? [];
  const [seen, ...parts] = numbers.map(Number);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(seen);
});
