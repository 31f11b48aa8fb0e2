import { rmSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcomeWords } from '../../src/client/search/messages.ts';
import { openEngine, type SearchEngine } from '../../src/client/search/query.ts';
import { NOTHING } from '../../src/client/search/state.ts';
import type { PageUrl } from '../../src/graph/graph.ts';
import type { IsoDate } from '../../src/notes/note.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { makeTempDir } from '../support/temp.ts';
import { writeIndex } from './write-index.ts';

const PAGES = 2400;
const dir = makeTempDir();
const index = path.join(dir, 'pagefind');
const read: string[] = [];
let engine: SearchEngine;

/** Words in an order that does not pack, so that the places of `the` fill a large file. */
function textOf(page: number): string {
  let state = page * 7919 + 17;
  const words = Array.from({ length: 160 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % 7 < 3 ? 'the' : `w${(state >> 8) % 40}`;
  });
  return [...words, ...(page === 7 ? ['beside', 'the', 'zebra'] : []), ...(page === 8 ? ['zebra'] : [])].join(' ');
}

beforeAll(async () => {
  const records = Array.from({ length: PAGES }, (_, page): SearchRecord => {
    const url = `n/${String(page).padStart(5, '0')}.html` as PageUrl;
    const html = `<html><body><h1 data-pagefind-meta="title">page</h1><i data-pagefind-filter="kind:note"></i><i id="text"></i><p>${textOf(page)}</p></body></html>`;
    const date = `${2000 + (page % 26)}-01-01` as IsoDate;
    const words = { names: [], titles: [], passages: [] };
    return { url, html, kind: 'note', accounts: [], people: [], tags: [], date, words };
  });
  await writeIndex(index, records);
  const file = async (name: string) => {
    read.push(name);
    return new Uint8Array(await readFile(path.join(index, name)));
  };
  engine = await openEngine({ file }, '', 'en');
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const largest = async () =>
  Math.max(
    0,
    ...(await Promise.all(read.filter((name) => name.startsWith('index/')).map(async (name) => (await stat(path.join(index, name))).size))),
  );

describe('a word that nearly every page has', () => {
  test('gives all pages, newest first, and says so, without its places being read', async () => {
    const request = { ...NOTHING, text: 'the' };
    const answer = await engine.ask(request);
    const hits = await answer.hits(0, 3);
    expect(answer.total).toBe(PAGES);
    expect(hits.map(({ date, href }) => [date, href.slice(0, 15)])[0]?.[1]).toBe('n/00025.html?hl');
    expect(hits[0]?.excerpt.some((run) => run.mark && run.text === 'the')).toBe(true);
    expect(outcomeWords(request, answer)).toBe('“the” is on nearly every page: 2400 results, newest first');
    expect(await largest()).toBeLessThan(64_000);
  });

  test('does not narrow a query with other words, which says so', async () => {
    const request = { ...NOTHING, text: 'the zebra ' };
    const answer = await engine.ask(request);
    expect(answer.total).toBe(2);
    expect(outcomeWords(request, answer)).toBe('2 results. “the” is on nearly every page.');
    expect(await largest()).toBeLessThan(64_000);
  });

  test('is looked up as part of a phrase', async () => {
    const answer = await engine.ask({ ...NOTHING, text: '"the zebra"' });
    expect([answer.total, answer.common]).toEqual([1, []]);
    expect(await largest()).toBeGreaterThan(64_000);
  });
});
