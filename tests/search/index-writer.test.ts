import fs, { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NOTHING } from '../../src/client/search/state.ts';
import type { PageUrl } from '../../src/graph/graph.ts';
import type { IsoDate } from '../../src/notes/note.ts';
import { readCbor } from '../../src/search/cbor.ts';
import { folderScript } from '../../src/search/files.ts';
import { type FolderChoice, writeFolderFiles } from '../../src/search/folder-files.ts';
import { knownMeta } from '../../src/search/index-map.ts';
import { IndexError, indexLanguage, openIndex } from '../../src/search/index-writer.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { readTree, tempDir } from '../support/temp.ts';
import { engineOf } from './ask-index.ts';
import { writeIndex } from './write-index.ts';

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
  return { dir, report: await writeIndex(dir, all, 'en', choice) };
}

describe('an index', () => {
  test('holds every page, and only files that are of use', async () => {
    const { dir, report } = await written(records);
    expect(report).toMatchObject({ pages: 60, warnings: [] });
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
    expect(readdirSync(dir).sort()).toEqual(['map', 'pagefind-entry.json', 'table', 'words']);
    const answer = await (await engineOf(dir)).ask({ ...NOTHING, text: 'hello' });
    expect(answer).toMatchObject({ total: 0, guess: null });
  });

  test('a page of five million characters is indexed too', async () => {
    const { report } = await written([record('a.html', 'word '.repeat(1_000_000)), record('b.html')]);
    expect(report.pages).toBe(2);
  }, 30_000);

  test('a page without a word is told of, and the others are found under their own names', async () => {
    const silent = { ...record('b.html'), html: '<html><body><p>\u200b</p></body></html>' };
    const { dir, report } = await written([record('a.html'), silent, record('c.html')]);
    expect(report).toMatchObject({ pages: 2, warnings: ['b.html is not searchable: it has no words.'] });
    const hits = await (await (await engineOf(dir)).ask({ ...NOTHING, text: 'hello' })).hits(0, 5);
    expect(hits.map(({ href }) => href.replace(/\?.*/u, '')).sort()).toEqual(['../a.html', '../c.html']);
    expect(await written([silent])).toMatchObject({ report: { pages: 0, warnings: ['b.html is not searchable: it has no words.'] } });
  });

  test("Pagefind's own metadata and entry name the files that are there", async () => {
    const { dir, report } = await written(records);
    const { languages } = JSON.parse(readFileSync(path.join(dir, 'pagefind-entry.json'), 'utf8'));
    const metadata = readCbor(
      gunzipSync(readFileSync(path.join(dir, `pagefind.${languages.en.hash}.pf_meta`))).subarray('pagefind_dcd'.length),
    );
    const [, pages, chunks, filters] = knownMeta(metadata);
    const named = [
      ...pages.map(([name]) => `fragment/${name}.pf_fragment`),
      ...chunks.map(([, , name]) => `index/${name}.pf_index`),
      ...filters.map(([, name]) => `filter/${name}.pf_filter`),
    ];
    expect(report.files.filter((file) => /^(fragment|index|filter)\//.test(file))).toEqual(named.sort());
  });
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

describe('the order in which a disk lists files', () => {
  afterEach(() => vi.restoreAllMocks());

  /** On Linux: a disk in memory, which lists files in another order than disks do. */
  const MEMORY = '/dev/shm';
  test.skipIf(!fs.existsSync(MEMORY))('is not seen: the index is the same to the byte on a disk of another kind', async () => {
    const dir = fs.mkdtempSync(path.join(MEMORY, 'dossier-'));
    try {
      await writeIndex(path.join(dir, 'pagefind'), records);
      expect(readTree(path.join(dir, 'pagefind'))).toEqual(readTree((await written(records)).dir));
    } finally {
      fs.rmSync(dir, { recursive: true });
    }
  });

  test('may change in between: every page still has its own text', async () => {
    const real = fs.opendirSync;
    vi.spyOn(fs, 'opendirSync').mockImplementation((folder, options) => {
      const opened = real(folder, options);
      const names: string[] = [];
      for (let entry = opened.readSync(); entry !== null; entry = opened.readSync()) names.unshift(entry.name);
      const readSync = () => (names.length === 0 ? null : { name: names.shift() });
      return { readSync, closeSync: () => opened.closeSync() } as unknown as fs.Dir;
    });
    const { dir } = await written(records);
    const engine = await engineOf(dir);
    for (const { url } of [records[0], records[7], records[59]] as SearchRecord[]) {
      const hits = await (await engine.ask({ ...NOTHING, text: `"hello from ${url}"` })).hits(0, 3);
      expect(hits[0]?.href.replace(/\?.*/u, '')).toBe(`../${url}`);
    }
  });
});

describe('what goes wrong', () => {
  const begun = (dir = path.join(tempDir(), 'pagefind')) => openIndex(dir, 3);
  const asProgram = (text: string) => {
    const program = path.join(tempDir(), 'indexer');
    writeFileSync(program, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', program);
  };
  const failureOf = async (): Promise<unknown> => {
    const writer = begun();
    writer.add(record('a.html'));
    return writer.finish().catch((error: unknown) => error);
  };
  afterEach(() => vi.unstubAllEnvs());

  test('records out of order are refused, and more than were announced', async () => {
    const writer = begun();
    writer.add(record('b.html'));
    expect(() => writer.add(record('a.html'))).toThrow('a.html after b.html');
    writer.add(record('c.html'));
    writer.add(record('d.html'));
    expect(() => writer.add(record('e.html'))).toThrow('More documents than the 3');
    await writer.abort();
  });

  test('a document that can not be written ends it with what the disk says', async () => {
    const dir = path.join(tempDir(), 'pagefind');
    const writer = begun(dir);
    fs.rmSync(path.join(dir, 'documents'), { recursive: true });
    writer.add(record('a.html'));
    await expect(writer.finish()).rejects.toMatchObject({ code: 'ENOENT', syscall: 'open' });
    expect(() => writer.add(record('b.html'))).toThrow('ENOENT');
    await expect(writer.ready()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a folder that holds files is refused', async () => {
    const { dir } = await written(records.slice(0, 1));
    expect(() => begun(dir)).toThrow(new IndexError('The search index needs an empty folder: pagefind holds files.'));
  });

  test.each([
    ['exit 3', 'it ended with exit code 3'],
    ['echo "Error: disk full" >&2; exit 1', 'Error: disk full'],
    ['kill -9 $$', 'its process was ended by SIGKILL, most likely for want of memory'],
    ['exit 0', 'Pagefind wrote no index'],
  ])('a program that does `%s` is one clear message', async (text, reason) => {
    asProgram(text);
    expect(await failureOf()).toEqual(new IndexError(`The search index could not be made: ${reason}`));
  });

  test('a missing program is one clear message, and the next index is made', async () => {
    vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', path.join(tempDir(), 'missing'));
    expect(String(await failureOf())).toMatch(/^IndexError: The search index could not be made: .*ENOENT/);
    vi.unstubAllEnvs();
    expect((await written(records.slice(0, 1))).report.pages).toBe(1);
  });

  test('settings of Pagefind around it change nothing', async () => {
    vi.stubEnv('PAGEFIND_ROOT_SELECTOR', 'main');
    vi.stubEnv('PAGEFIND_SITE', '/nowhere');
    expect((await written(records.slice(0, 2))).report.pages).toBe(2);
  });

  test('an index that is given up ends its program', async () => {
    asProgram('exec sleep 600');
    const writer = begun();
    writer.add(record('a.html'));
    const finishing = writer.finish().catch((error: unknown) => error);
    await writer.abort();
    expect(await finishing).toEqual(new IndexError('The search index was given up.'));
    await writer.abort();
    expect(() => writer.add(record('b.html'))).toThrow(IndexError);
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
