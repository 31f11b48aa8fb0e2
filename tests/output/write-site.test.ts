import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { OutputError } from '../../src/output/output-error.ts';
import { mendOutput } from '../../src/output/swap.ts';
import { type BeginSearch, type Progress, type Theme, type WriteOptions, writeSite } from '../../src/output/write-site.ts';
import { fakeSite, fakeTheme } from '../support/fake-site.ts';
import { readTree, tempDir, writeFiles } from '../support/temp.ts';

const PAGES = { 'index.html': 'home', 'notes/a.html': 'a', 'notes/b.html': 'b' };

/** A vault and an empty place for its site. */
function workspace(files: Readonly<Record<string, string>> = { 'a.md': 'a' }) {
  const dir = tempDir();
  const vault = path.join(dir, 'vault');
  writeFiles(vault, files);
  const out = path.join(dir, 'site');
  const build = (
    pages: Readonly<Record<string, string>>,
    options: Partial<WriteOptions> = {},
    assets: Readonly<Record<string, string>> = {},
  ) => writeSite(fakeSite({ root: vault, pages, assets }), fakeTheme, { out, beginSearch: null, ...options });
  return { dir, vault, out, build };
}

/** Names beside the site that a build may leave. */
const leftOvers = (dir: string) => fs.readdirSync(dir).filter((name) => name.startsWith('.'));

afterEach(() => vi.restoreAllMocks());

describe('a build', () => {
  test('writes every planned page and a manifest of all files', async () => {
    const { out, build, dir } = workspace();
    const report = await build(PAGES);
    const tree = readTree(out);
    expect(Object.keys(tree)).toEqual(['.dossier-manifest.json', 'index.html', 'notes/a.html', 'notes/b.html']);
    expect(Object.keys(JSON.parse(tree['.dossier-manifest.json'] ?? '').files)).toEqual(Object.keys(PAGES));
    expect(report).toMatchObject({ out, pages: 3, attachments: 0, files: 4, diagnostics: [], leftOver: null });
    expect(report.bytes).toBe(Object.values(tree).reduce((sum, text) => sum + text.length, 0));
    expect(leftOvers(dir)).toEqual([]);
  });

  test('replaces the last site whole: pages that are gone are gone', async () => {
    const { out, build } = workspace();
    await build(PAGES);
    await build({ 'index.html': 'new' });
    expect(Object.keys(readTree(out))).toEqual(['.dossier-manifest.json', 'index.html']);
  });

  test('gives the same bytes for the same site', async () => {
    const { out, build } = workspace();
    await build(PAGES);
    const first = readTree(out);
    await build(PAGES);
    expect(readTree(out)).toEqual(first);
  });

  test('makes the folders above its output', async () => {
    const { dir, build } = workspace();
    await build(PAGES, { out: path.join(dir, 'deep', 'er', 'site') });
    expect(fs.existsSync(path.join(dir, 'deep/er/site/index.html'))).toBe(true);
  });

  test('replaces the folder behind a link and keeps the link', async () => {
    const { dir, build } = workspace();
    fs.mkdirSync(path.join(dir, 'real'));
    fs.symlinkSync(path.join(dir, 'real'), path.join(dir, 'link'));
    await build(PAGES, { out: path.join(dir, 'link') });
    expect(fs.lstatSync(path.join(dir, 'link')).isSymbolicLink()).toBe(true);
    expect(fs.existsSync(path.join(dir, 'real/index.html'))).toBe(true);
  });
});

describe('a rebuild', () => {
  const inode = (out: string, file: string) => fs.statSync(path.join(out, file)).ino;

  test('keeps the files that come out the same, and makes the others', async () => {
    const { out, build } = workspace();
    await build(PAGES);
    const before = Object.keys(PAGES).map((file) => inode(out, file));
    await build({ ...PAGES, 'notes/a.html': 'A' });
    const after = Object.keys(PAGES).map((file) => inode(out, file));
    expect(after.map((number, i) => number === before[i])).toEqual([true, false, true]);
    expect(readTree(out)['notes/a.html']).toContain('A');
    expect(fs.statSync(path.join(out, 'index.html')).nlink).toBe(1);
  });

  test('writes again what someone changed by hand, in the same number of bytes', async () => {
    const { out, build } = workspace();
    await build(PAGES);
    const first = readTree(out);
    const file = path.join(out, 'notes/a.html');
    const changed = fs.readFileSync(file);
    changed[0] = 0x21;
    fs.writeFileSync(file, changed);
    const later = new Date(Date.now() + 2000);
    fs.utimesSync(file, later, later);
    await build(PAGES);
    expect(readTree(out)).toEqual(first);
  });

  test('does without hard links where the disk has none', async () => {
    const { out, build } = workspace();
    await build(PAGES);
    const first = readTree(out);
    const link = vi.spyOn(fs, 'linkSync').mockImplementation(() => {
      throw Object.assign(new Error('operation not permitted'), { code: 'EPERM' });
    });
    await build(PAGES);
    expect(link).toHaveBeenCalledTimes(1);
    expect(readTree(out)).toEqual(first);
  });
});

describe('a page that fails', () => {
  test('becomes a finding that names page and note, and a plain page', async () => {
    const { out, build } = workspace();
    const report = await build({ ...PAGES, 'notes/bad.html': 'throw' });
    expect(report.diagnostics).toMatchObject([{ code: 'page-failed', severity: 'error', path: 'notes/bad.md' }]);
    expect(report.diagnostics[0]?.message).toContain('notes/bad.html');
    expect(report.diagnostics[0]?.message).toContain('the template broke');
    const html = readTree(out)['notes/bad.html'];
    expect(html).toContain('Title of notes/bad.html');
    expect(html).toContain('href="../index.html"');
    expect(html).toContain('Content-Security-Policy');
  });

  test('ends a strict build and leaves the old site', async () => {
    const { out, dir, build } = workspace();
    await build(PAGES);
    const before = readTree(out);
    await expect(build({ ...PAGES, 'notes/bad.html': 'throw' }, { strict: true })).rejects.toThrow(/notes\/bad\.html.*notes\/bad\.md/);
    expect(readTree(out)).toEqual(before);
    expect(leftOvers(dir)).toEqual([]);
  });
});

describe('attachments', () => {
  test('are copied byte by byte, only those that pages show', async () => {
    const { out, vault, build } = workspace();
    const bytes = Uint8Array.from({ length: 2_500_000 }, (_, i) => (i * 31) % 256);
    writeFiles(vault, { 'img/a.png': bytes, 'img/secret.png': 'secret' });
    const report = await build(PAGES, {}, { 'img/a.png': 'files/a b.png' });
    expect(report.attachments).toBe(1);
    expect(Buffer.compare(fs.readFileSync(path.join(out, 'files/a b.png')), bytes)).toBe(0);
    expect(Object.keys(readTree(out)).filter((file) => file.startsWith('files/'))).toEqual(['files/a b.png']);
  });

  test('outside the vault, vanished or irregular ones are reported and not copied', async () => {
    const { dir, out, vault, build } = workspace();
    writeFiles(dir, { 'outside.png': 'outside' });
    fs.symlinkSync(path.join(dir, 'outside.png'), path.join(vault, 'link.png'));
    fs.mkdirSync(path.join(vault, 'folder.png'));
    const report = await build(PAGES, {}, { 'link.png': 'files/l.png', 'gone.png': 'files/g.png', 'folder.png': 'files/f.png' });
    expect(report.attachments).toBe(0);
    expect(report.diagnostics.map(({ code, path: file }) => [code, file])).toEqual([
      ['asset-missing', 'link.png'],
      ['asset-missing', 'gone.png'],
      ['asset-missing', 'folder.png'],
    ]);
    expect(fs.existsSync(path.join(out, 'files'))).toBe(false);
  });
});

test('files of the theme that are on demand ship when a page names them', async () => {
  const { dir, vault, out } = workspace();
  writeFiles(dir, { 'theme/site.css': 'css', 'theme/draw.js': 'js' });
  const assets = [
    { path: 'assets/site.css', file: path.join(dir, 'theme/site.css'), onDemand: false },
    { path: 'assets/on-demand/draw.js', file: path.join(dir, 'theme/draw.js'), onDemand: true },
  ];
  const shipped = async (pages: Readonly<Record<string, string>>) => {
    await writeSite(fakeSite({ root: vault, pages }), { ...fakeTheme, assets }, { out, beginSearch: null });
    return Object.keys(readTree(out)).filter((file) => file.startsWith('assets/'));
  };
  expect(await shipped(PAGES)).toEqual(['assets/site.css']);
  const naming = '<script src="../assets/on-demand/draw.js"></script>';
  expect(await shipped({ ...PAGES, 'notes/b.html': naming })).toEqual(['assets/on-demand/draw.js', 'assets/site.css']);
});

describe('the search index', () => {
  const NOTHING_WRONG = { folder: 'search', warnings: [], offline: { written: true } } as const;
  /** A theme that gives others a turn before each page, and tells of it. */
  const slowTheme = (tell: () => void): Theme => ({
    ...fakeTheme,
    render: async (page) => {
      tell();
      await setImmediate();
      return fakeTheme.render(page);
    },
  });
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`notes/${String(i).padStart(2, '0')}.html`, 'x']));

  test('is listed in the manifest, and what it warns of is told', async () => {
    const { out, build } = workspace();
    const beginSearch: BeginSearch = async (dir) => {
      writeFiles(dir, { 'search/index.bin': 'words' });
      return { written: Promise.resolve({ ...NOTHING_WRONG, warnings: ['x is not searchable'] }), abandon: async () => undefined };
    };
    const report = await build(PAGES, { beginSearch });
    expect(report.searchWarnings).toEqual(['x is not searchable']);
    expect(readTree(out)['.dossier-manifest.json']).toContain('search/index.bin');
  });

  test('has all words before the first page is drawn, and is written while pages are', async () => {
    const { out, vault } = workspace();
    const steps: string[] = [];
    const drawn = { total: 0, whenWritten: 0 };
    const theme = slowTheme(() => {
      drawn.total += 1;
    });
    const beginSearch: BeginSearch = async (_, { onPages }) => {
      for (const done of [0, 1]) {
        onPages(done, 2);
        await setImmediate();
      }
      expect(drawn.total).toBe(0);
      const write = async () => {
        await setImmediate();
        drawn.whenWritten = drawn.total;
        return NOTHING_WRONG;
      };
      return { written: write(), abandon: async () => undefined };
    };
    const onProgress = (step: Progress) => steps.push(step.kind === 'words' ? `words ${step.done} of ${step.total}` : step.kind);
    await writeSite(fakeSite({ root: vault, pages: many }), theme, { out, beginSearch, onProgress });
    expect(drawn.total).toBe(40);
    expect(drawn.whenWritten).toBeLessThan(20);
    expect([...new Set(steps)]).toEqual(['words 0 of 2', 'words 1 of 2', 'attachments', 'pages', 'search', 'swap']);
  });

  test('that cannot be begun fails the build, and leaves the old site', async () => {
    const { out, dir, build } = workspace();
    await build(PAGES);
    const before = readTree(out);
    const beginSearch = () => Promise.reject(new Error('no room'));
    await expect(build({ 'index.html': 'new' }, { beginSearch })).rejects.toThrow('no room');
    expect(readTree(out)).toEqual(before);
    expect(leftOvers(dir)).toEqual([]);
  });

  test('that breaks ends the build before the other pages are drawn, once it touches the disk no more', async () => {
    const { out, dir, vault, build } = workspace();
    await build(PAGES);
    const before = readTree(out);
    const log: string[] = [];
    const theme = slowTheme(() => log.push('page'));
    let settle = (): void => undefined;
    const beginSearch: BeginSearch = async () => {
      const written = setImmediate().then(() => Promise.reject(new Error('the index broke')));
      const gone = new Promise<void>((resolve) => (settle = resolve));
      return {
        written,
        abandon: async () => {
          log.push('abandoned');
          settle();
          await gone;
        },
      };
    };
    await expect(writeSite(fakeSite({ root: vault, pages: many }), theme, { out, beginSearch })).rejects.toThrow('the index broke');
    expect(log.at(-1)).toBe('abandoned');
    expect(log.length).toBeLessThan(20);
    expect(readTree(out)).toEqual(before);
    expect(leftOvers(dir)).toEqual([]);
  });

  test('that ends with the build from a terminal is no failure of the index', async () => {
    const { out, vault } = workspace();
    const interrupt = new AbortController();
    const beginSearch: BeginSearch = async () => {
      const written = setImmediate().then(() => Promise.reject(new Error('ended by SIGINT')));
      return { written, abandon: async () => undefined };
    };
    const theme = slowTheme(() => interrupt.abort());
    const building = writeSite(fakeSite({ root: vault, pages: many }), theme, { out, beginSearch, signal: interrupt.signal });
    await expect(building).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });
});

describe('when the disk fails', () => {
  const CALLS = ['mkdirSync', 'openSync', 'writeFileSync', 'writeSync', 'renameSync', 'closeSync'] as const;

  test.each(CALLS)('at any %s, the build says so and the old site is whole', async (call) => {
    const { out, vault, build } = workspace();
    writeFiles(vault, { 'a.png': 'picture' });
    const assets = { 'a.png': 'files/a.png' };
    await build({ 'index.html': 'old' }, {}, assets);
    const before = readTree(out);
    let failures = 0;
    for (let nth = 1; ; nth++) {
      const real = fs[call] as (...args: unknown[]) => unknown;
      let count = 0;
      const spy = vi.spyOn(fs, call as 'renameSync').mockImplementation((...args: unknown[]) => {
        count += 1;
        if (count === nth) {
          const error = Object.assign(new Error(`ENOSPC: no space left, ${call}`), { code: 'ENOSPC' });
          throw error;
        }
        return real(...args) as undefined;
      });
      const outcome = await build(PAGES, {}, assets).catch((error: unknown) => error);
      spy.mockRestore();
      if (count < nth) break;
      failures += 1;
      expect(outcome).toBeInstanceOf(OutputError);
      expect((outcome as OutputError).hint).toMatch(/disk is full/);
      expect(readTree(out)).toEqual(before);
    }
    expect(failures).toBeGreaterThan(0);
    await build(PAGES, {}, assets);
    expect(Object.keys(readTree(out))).toContain('notes/a.html');
  });
});

describe('what a killed build leaves', () => {
  test('is cleared away, and a site that was moved aside comes back when the next build fails too', async () => {
    const { out, dir, build } = workspace();
    await build(PAGES);
    const before = readTree(out);
    fs.renameSync(out, path.join(dir, '.site.dossier-old'));
    writeFiles(dir, { '.site.dossier-new/half.html': 'half' });
    await expect(build({ 'x.html': 'throw' }, { strict: true })).rejects.toThrow('x.html');
    expect(readTree(out)).toEqual(before);
    expect(leftOvers(dir)).toEqual([]);
  });

  test('a site that was moved aside is put back by whatever looks at it next', async () => {
    const { out, dir, build } = workspace();
    await build(PAGES);
    const before = readTree(out);
    fs.renameSync(out, path.join(dir, '.site.dossier-old'));
    mendOutput(out);
    expect(readTree(out)).toEqual(before);
    mendOutput(out);
    expect(readTree(out)).toEqual(before);
    expect(leftOvers(dir)).toEqual([]);
  });

  test('an aborted build leaves the old site', async () => {
    const { out, dir, build } = workspace();
    await build(PAGES);
    const before = readTree(out);
    const controller = new AbortController();
    const building = build({ 'index.html': 'new' }, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(building).rejects.toThrow(/abort/i);
    expect(readTree(out)).toEqual(before);
    expect(leftOvers(dir)).toEqual([]);
  });
});
