import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { NOTHING } from '../../src/client/search/state.ts';
import type { PageUrl } from '../../src/graph/graph.ts';
import type { IsoDate } from '../../src/notes/note.ts';
import { folderScript } from '../../src/search/files.ts';
import { type FolderChoice, writeFolderFiles } from '../../src/search/folder-files.ts';
import { IndexError, indexLanguage, openIndex } from '../../src/search/index-writer.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { readTree, tempDir } from '../support/temp.ts';
import { engineOf } from './ask-index.ts';

const record = (url: string, text = `hello from ${url}`): SearchRecord => ({
  url: url as PageUrl,
  html: `<html><body><h1 data-pagefind-meta="title">${url}</h1><i data-pagefind-filter="kind:note"></i><p>${text}</p></body></html>`,
  kind: 'note',
  accounts: ['Northwind'],
  people: [],
  tags: [],
  date: '2026-03-18' as IsoDate,
  words: { names: [], titles: [url], passages: [text] },
});
const records = Array.from({ length: 60 }, (_, at) => record(`notes/${String(at).padStart(3, '0')}.html`));

async function written(all: readonly SearchRecord[], choice: FolderChoice = 'never') {
  const dir = path.join(tempDir(), 'pagefind');
  const writer = await openIndex('en', choice);
  for (const one of all) await writer.add(one);
  return { dir, report: await writer.finish(dir) };
}

describe('an index', () => {
  test('holds every page, and only files that are of use', async () => {
    const { dir, report } = await written(records);
    expect(report).toMatchObject({ pages: 60, warnings: [] });
    expect(report.words).toBeGreaterThan(60);
    expect(report.files).toEqual(Object.keys(readTree(dir)));
    expect(report.files.filter((file) => !/^(fragment|index|filter|table)\//.test(file))).toEqual([
      'map',
      'pagefind-entry.json',
      'pagefind-worker.js',
      expect.stringMatching(/^pagefind\.en_\w+\.pf_meta$/),
      'pagefind.js',
      'wasm.en.pagefind',
      'words',
    ]);
    const fragments = readdirSync(path.join(dir, 'fragment')).map((name) =>
      gunzipSync(readFileSync(path.join(dir, 'fragment', name))).toString(),
    );
    for (const { url } of records) expect(fragments.filter((fragment) => fragment.includes(`"url":"${url}"`))).toHaveLength(1);
  });

  test('is the same to the byte for the same pages', async () => {
    const [first, second] = [await written(records), await written(records)];
    expect(readTree(second.dir)).toEqual(readTree(first.dir));
  });

  test('two can be made at once', async () => {
    const [first, second] = await Promise.all([written(records.slice(0, 3)), written(records)]);
    expect([first.report.pages, second.report.pages]).toEqual([3, 60]);
  });

  test('a site without pages gives an index without answers', async () => {
    const { dir, report } = await written([]);
    expect(report.pages).toBe(0);
    const answer = await (await engineOf(dir)).ask({ ...NOTHING, text: 'hello' });
    expect(answer).toMatchObject({ total: 0, guess: null });
  });

  test('pages larger than what may be under way at once are indexed too', async () => {
    const { report } = await written([record('a.html', 'word '.repeat(900_000)), record('b.html')]);
    expect(report.pages).toBe(2);
  }, 30_000);
});

describe('copies for folders without a server', () => {
  const copies = (files: readonly string[]) => files.filter((file) => file.startsWith('folder/'));

  test('are scripts that hand over each file the search reads', async () => {
    const { dir, report } = await written(records.slice(0, 3), 'always');
    expect(report.folder).toBe(true);
    expect(report.files).toEqual(Object.keys(readTree(dir)));
    const read = report.files.filter((file) => !file.startsWith('folder/') && !/^pagefind(-worker)?\.js$/u.test(file));
    const handed = new Map<string, Buffer>();
    for (const script of copies(report.files)) {
      for (const line of readFileSync(path.join(dir, script), 'utf8').trimEnd().split('\n')) {
        const [, name = '', base64 = ''] = /^dossierIndexFile\("([^"]+)","([\w+/=]*)"\);$/u.exec(line) ?? [];
        expect(script).toBe(`folder/${folderScript(name)}`);
        handed.set(name, Buffer.from(base64, 'base64'));
      }
    }
    expect([...handed.keys()].sort()).toEqual(read.toSorted());
    for (const [name, bytes] of handed) expect(bytes.equals(readFileSync(path.join(dir, name)))).toBe(true);
  });

  test('are written for a small index by default, and never when they are not wanted', async () => {
    expect((await written(records.slice(0, 3), 'auto')).report.folder).toBe(true);
    const { report } = await written(records.slice(0, 3), 'never');
    expect(report.folder).toBe(false);
    expect(copies(report.files)).toEqual([]);
  });

  test('are left out of a large index by default', () => {
    const dir = tempDir();
    expect(writeFolderFiles(dir, ['a'], 12_000_001, 'auto')).toEqual([]);
    expect(readTree(dir)).toEqual({});
  });

  test('are the same to the byte for the same pages', async () => {
    const [first, second] = [await written(records, 'always'), await written(records, 'always')];
    expect(readTree(second.dir)).toEqual(readTree(first.dir));
  });
});

describe('what goes wrong', () => {
  test('records out of order are refused', async () => {
    const writer = await openIndex('en');
    await writer.add(record('b.html'));
    await expect(writer.add(record('a.html'))).rejects.toThrow('a.html after b.html');
    await writer.abort();
  });

  test('a folder that holds files is refused', async () => {
    const { dir } = await written(records.slice(0, 1));
    const writer = await openIndex('en');
    await expect(writer.finish(dir)).rejects.toThrow(new IndexError('The search index needs an empty folder: pagefind holds files.'));
  });

  test('a process that ends by itself is one clear message, and the next one starts afresh', async () => {
    const program = path.join(tempDir(), 'indexer');
    writeFileSync(program, '#!/bin/sh\nexit 3\n', { mode: 0o755 });
    vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', program);
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(openIndex('en')).rejects.toThrow(/^The search indexer could not be started: .*(exit code 3|EPIPE|closed)/);
    complaints.mockRestore();
    vi.unstubAllEnvs();
    expect((await written(records.slice(0, 1))).report.pages).toBe(1);
  });

  test('a missing indexer is one clear message', async () => {
    vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', path.join(tempDir(), 'missing'));
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(openIndex('en')).rejects.toThrow(/^The search indexer could not be started: .*(ENOENT|closed)/);
    complaints.mockRestore();
    vi.unstubAllEnvs();
  });

  test('nothing can be added after the end', async () => {
    const writer = await openIndex('en');
    await writer.abort();
    await writer.abort();
    await expect(writer.add(record('a.html'))).rejects.toThrow(IndexError);
  });
});

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['en-GB', 'en'],
  ['zh-Hans', 'en'],
  ['ja', 'en'],
  ['', 'en'],
])('a site in %s is indexed as %s', (locale, language) => {
  expect(indexLanguage(locale)).toBe(language);
});
