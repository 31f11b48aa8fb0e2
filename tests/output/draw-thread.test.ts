import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { PageUrl } from '../../src/graph/graph.ts';
import { OutputError } from '../../src/output/output-error.ts';
import { loadTheme } from '../../src/output/theme.ts';
import { type WriteOptions, writeSite } from '../../src/output/write-site.ts';
import type { Site } from '../../src/site.ts';
import { projectRoot } from '../support/cli.ts';
import { fakeSite } from '../support/fake-site.ts';
import { readTree, tempDir, writeFiles } from '../support/temp.ts';

/** A compiled theme that prints a page's text, throws for `throw`, and tells for `where` in which thread it draws. */
const ENTRY = `import { isMainThread } from 'node:worker_threads';
export const render = async ({ title, description, site }) => {
  if (description === 'throw') throw new Error('the template broke');
  return \`<!doctype html><title>\${title} of \${site.name}</title>\${description === 'where' ? isMainThread : description}\`;
};
`;

/** Many enough for a thread. */
const PAGES = Object.fromEntries(Array.from({ length: 1010 }, (_, i) => [`notes/${String(i).padStart(4, '0')}.html`, `text ${i}`]));

function workspace(entry = ENTRY) {
  const dir = tempDir();
  const vault = path.join(dir, 'vault');
  const themeFolder = path.join(dir, 'theme');
  writeFiles(vault, { 'a.md': 'a' });
  writeFiles(themeFolder, {
    'server/entry.mjs': entry,
    'client/assets/site.css': 'css',
    'client/assets/on-demand/draw.js': 'js',
    'client/assets/on-demand/other.js': 'js',
    'digest.txt': 'x',
  });
  const out = path.join(dir, 'site');
  const build = (
    pages: Readonly<Record<string, string>>,
    options: Partial<WriteOptions> = {},
    threaded = true,
    more: Partial<Site> = {},
  ) => {
    const site = fakeSite({ root: vault, pages });
    const info = { name: 'Fake' };
    const page = (url: string) => {
      if (pages[url] === 'no data') throw new Error('no data');
      return { ...site.page(url as PageUrl), site: info };
    };
    return writeSite({ ...site, info, page, ...more } as unknown as Site, loadTheme(themeFolder), {
      out,
      beginSearch: null,
      ...(threaded && { themeFolder }),
      ...options,
    });
  };
  return { dir, out, build };
}

const leftOvers = (dir: string) => fs.readdirSync(dir).filter((name) => name.startsWith('.'));

describe('pages that are drawn in a thread', () => {
  test('are drawn in one where there are many and the machine has a second core', async () => {
    const { out, build } = workspace();
    await build({ ...PAGES, 'where.html': 'where' });
    expect(readTree(out)['where.html']).toContain(String(os.availableParallelism() === 1));
    await build({ 'where.html': 'where' });
    expect(readTree(out)['where.html']).toContain('true');
  });

  test('are never those of a brief, which pass a guard', async () => {
    const { out, build } = workspace();
    await build({ ...PAGES, 'where.html': 'where' }, {}, true, { scope: { kind: 'brief' } as Site['scope'] });
    expect(readTree(out)['where.html']).toContain('true');
  });

  test('give the same site and the same report as without one, with those that fail', async () => {
    const { dir, out, build } = workspace();
    const pages = {
      ...PAGES,
      'notes/0017.html': 'throw',
      'notes/0018.html': 'no data',
      'notes/0200.html': 'throw',
      'notes/0100.html': '<head><script src="../assets/on-demand/draw.js"></script></head>',
    };
    const here = path.join(dir, 'here');
    const alone = await build(pages, { out: here }, false);
    const report = await build(pages);
    expect(readTree(out)).toEqual(readTree(here));
    expect(report).toEqual({ ...alone, out });
    expect(report.diagnostics.map((found) => found.path)).toEqual(['notes/0017.md', 'notes/0018.md', 'notes/0200.md']);
    expect(Object.keys(readTree(out)).filter((file) => file.startsWith('assets/'))).toEqual([
      'assets/on-demand/draw.js',
      'assets/site.css',
    ]);
  });

  test('stay the files they were when they come out the same', async () => {
    const { out, build } = workspace();
    const inode = (file: string) => fs.statSync(path.join(out, file)).ino;
    await build(PAGES);
    const before = ['notes/0000.html', 'notes/0001.html'].map(inode);
    await build({ ...PAGES, 'notes/0001.html': 'changed' });
    const after = ['notes/0000.html', 'notes/0001.html'].map(inode);
    expect(after.map((number, i) => number === before[i])).toEqual([true, false]);
  });

  test('count as progress, each once', async () => {
    const { build } = workspace();
    const steps: number[] = [];
    await build(PAGES, { onProgress: (step) => step.kind === 'pages' && steps.push(step.done) });
    expect(steps).toEqual(Array.from({ length: 1010 }, (_, i) => i + 1));
  });
});

describe('a thread that can not go on', () => {
  /** Begins over a site that is there, and looks whether it stays. */
  async function failing(work: ReturnType<typeof workspace>, pages: Readonly<Record<string, string>>, options: Partial<WriteOptions> = {}) {
    fs.mkdirSync(work.out);
    await expect(work.build(pages, options)).rejects.toThrow();
    const failure: unknown = await work.build(pages, options).catch((error: unknown) => error);
    expect(fs.readdirSync(work.out)).toEqual([]);
    expect(leftOvers(work.dir)).toEqual([]);
    return failure;
  }

  test('for a page that fails in a strict build names the first of the plan', async () => {
    const pages = { ...PAGES, 'notes/0017.html': 'throw', 'notes/0200.html': 'throw' };
    expect(await failing(workspace(), pages, { strict: true })).toMatchObject({
      reason: 'page',
      message: 'The page notes/0017.html (from notes/0017.md) could not be made: the template broke',
    });
  });

  test('for a page drawn here, while one before it fails in the thread, names that', async () => {
    const pages = { ...PAGES, 'notes/0017.html': 'throw', 'notes/0019.html': 'no data' };
    expect(await failing(workspace(), pages, { strict: true })).toMatchObject({ message: expect.stringContaining('notes/0017.html') });
  });

  test('for the disk says what the disk said', async () => {
    const pages = { ...PAGES, [`notes/${'x'.repeat(300)}.html`]: 'x' };
    expect(await failing(workspace(), pages)).toMatchObject({ reason: 'disk', hint: expect.stringContaining('too long') });
  });

  test('for its theme says that it can not be loaded', async () => {
    const failure = await failing(workspace('import "./gone.mjs";'), PAGES);
    expect(failure).toBeInstanceOf(OutputError);
    expect(failure).toMatchObject({
      reason: 'page',
      message: expect.stringContaining('can not be loaded'),
      hint: expect.stringContaining('npm'),
    });
  });

  test('for the person at the terminal ends at once', async () => {
    const work = workspace();
    const interrupt = new AbortController();
    const onProgress: WriteOptions['onProgress'] = (step) => step.kind === 'pages' && interrupt.abort();
    expect(await failing(work, PAGES, { signal: interrupt.signal, onProgress })).toMatchObject({ name: 'AbortError' });
  });

  test('for the person at the terminal ends so too where the index ends with it, at the last pages', async () => {
    const interrupt = new AbortController();
    let end = (): void => undefined;
    const written = new Promise<never>((_, reject) => {
      end = () => reject(new Error('ended by SIGINT'));
    });
    const onProgress: WriteOptions['onProgress'] = (step) => {
      if (step.kind !== 'pages' || step.done < 1005) return;
      interrupt.abort();
      end();
    };
    const beginSearch: WriteOptions['beginSearch'] = async () => ({ written, abandon: async () => undefined });
    expect(await failing(workspace(), PAGES, { signal: interrupt.signal, onProgress, beginSearch })).toMatchObject({ name: 'AbortError' });
  });

  test('fails whatever the process does with rejections that nobody takes', () => {
    const { dir } = workspace('import "./gone.mjs";');
    const script = path.join(dir, 'build.mjs');
    const module = JSON.stringify(pathToFileURL(path.join(projectRoot, 'src/output/draw-thread.ts')).href);
    fs.writeFileSync(
      script,
      `import { openDrawThread } from ${module};
       const thread = openDrawThread({ theme: process.argv[2], stage: process.argv[3], last: '', site: {}, onDemand: [] }, () => {});
       await thread.draw(1, { url: 'a.html' });
       await thread.finish().catch((error) => console.log(error.message));`,
    );
    const { stdout } = spawnSync(process.execPath, ['--unhandled-rejections=none', script, path.join(dir, 'theme'), dir], {
      encoding: 'utf8',
    });
    expect(stdout).toContain('can not be loaded');
  });
});
