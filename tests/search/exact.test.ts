import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, SearchEngine } from '../../src/client/search/query.ts';
import { NOTHING } from '../../src/client/search/state.ts';
import { makeTempDir, readTree, writeFiles } from '../support/temp.ts';
import { searchOf, titleOf } from './judge.ts';

const herd = Object.fromEntries(
  Array.from({ length: 30 }, (_, at) => [`Herd/Herd ${at}.md`, `A zebra and more zebras, ${at}, in the savannah.`]),
);
const VAULT: Readonly<Record<string, string>> = {
  ...herd,
  'Zeb.md': 'Everyone calls him Zeb. He keeps the savannah.',
  'Lions.md': 'Lions sleep. The lion of the north is old. Call mara.lindholm@north.example about it.',
  'Split.md': 'A split decision of one brain.',
  'Brain.md': 'They feared a split brain, and had one.',
  'Ordering.md': 'The brain split in two.',
  'Budget.md': 'Up to ~$300M, for GPU-100 and GPU-200, in C++ and C#. They run on NVIDIA-H100 cards.',
  'Internal link.md': 'An internal link, one more internal link, and every internal linking.',
  'Somewhere.md': 'Much is said of Internal Links. It is said once, behind an internal link.',
  'Elsewhere.md': 'An internal link is all there is here.',
  'Dashes.md': 'Sound files are encrypted—nobody can decrypt them. The Thurlow–Penmoor line: 7→3 hops.',
  'Table.md': '| Key | Does |\n| --- | --- |\n| `Meta+Backspace`<br><br>if rows are chosen | removes |',
  'Numbers.md': 'See ticket #4711 and the colour #ff7700. Press Ctrl+P.',
  'Letters.md': 'The C of C major. Letter D.',
  'Meetings/2026-03-18 - Review.md': '---\naccount: Northwind\nparticipants: [Maren Lysø]\n---\nIt rained.',
  'Meetings/2026-04-02 - Close.md': '---\naccount: Northwind\nparticipants: [Olek Danylenko]\n---\nIt was sunny.',
  'Secret.md': '---\npublish: false\n---\nThe vermilion quetzal of Ishikawa.',
  'Comment.md': 'Nothing here. %% chartreuse okapi %%',
};

let engine: SearchEngine;
let dir = '';
let close = (): void => undefined;
let vault = '';

beforeAll(async () => {
  vault = makeTempDir();
  mkdirSync(path.join(vault, 'Herd'));
  writeFiles(vault, VAULT);
  ({ engine, dir, close } = await searchOf(vault));
}, 60_000);
afterAll(() => {
  close();
  rmSync(vault, { recursive: true });
});

const ask = (text: string, more = {}): Promise<Answer> => engine.ask({ ...NOTHING, text, ...more });
const titles = async (results: { readonly hits: Answer['hits'] }, count = 60) => (await results.hits(0, count)).map(titleOf);

describe('words are found', () => {
  test.each([
    ['"nobody can decrypt"', 'Dashes'],
    ['Penmoor line', 'Dashes'],
    ['Thurlow-Penmoor', 'Dashes'],
    ['Thurlow–Penmoor', 'Dashes'],
    ['"if rows are chosen"', 'Table'],
    ['meta+backspace ', 'Table'],
    ['4711', 'Numbers'],
    ['#4711', 'Numbers'],
    ['ff7700', 'Numbers'],
    ['ctrl p', 'Numbers'],
    ['Ctrl + P', 'Numbers'],
    ['ctrl-p', 'Numbers'],
    ['ＮＶＩＤＩＡ', 'Budget'],
    ['2026-3-18', '2026-03-18 - Review'],
  ])('beside dashes, arrows, line breaks and signs: %s', async (query, title) => {
    const answer = await ask(query);
    expect(answer.exact).toBeGreaterThan(0);
    expect((await titles(answer, 1))[0]).toBe(title);
  });

  test('and a number is not put together from two', async () => {
    expect(await titles(await ask('73 '))).not.toContain('Dashes');
  });
});

describe('the words themselves come first', () => {
  test('a rare word does not drown among words that begin so', async () => {
    const answer = await ask('zeb');
    expect(answer).toMatchObject({ exact: 1, total: 31, guess: null });
    const hits = await answer.hits(0, 3);
    expect(hits.map((hit) => [titleOf(hit).replace(/\d+/u, '…'), hit.match])).toEqual([
      ['Zeb', 'exact'],
      ['Herd …', 'begun'],
      ['Herd …', 'begun'],
    ]);
  });

  test('only the last word may be unfinished, and only while it is typed', async () => {
    expect(await ask('zeb savannah')).toMatchObject({ exact: 1, total: 1 });
    expect(await ask('savannah zeb')).toMatchObject({ exact: 1, total: 31 });
    expect(await ask('zeb ')).toMatchObject({ exact: 1, total: 1 });
  });

  test('other forms of a word are the word', async () => {
    expect(await titles(await ask('lions '))).toEqual(['Lions']);
    expect((await ask('sleeping ')).exact).toBe(1);
  });

  test('marks are on what matched, and nothing else', async () => {
    const [hit] = await (await ask('lion ')).hits(0, 1);
    const marked = [...(hit?.title ?? []), ...(hit?.excerpt ?? [])].filter((run) => run.mark).map((run) => run.text);
    expect(marked).toEqual(['Lions', 'Lions', 'lion']);
  });

  test('a beginning is found within an ending that the index leaves out', async () => {
    expect(await ask('savanna')).toMatchObject({ total: 31, guess: null });
    expect(await ask('decisio')).toMatchObject({ exact: 0, total: 1, guess: null });
  });
});

describe('several words', () => {
  test('must all be there', async () => {
    expect(await titles(await ask('brain split '))).toHaveLength(3);
    expect(await titles(await ask('brain feared '))).toEqual(['Brain']);
  });

  test('in quotes stand as they are quoted', async () => {
    expect(await titles(await ask('"split brain"'))).toEqual(['Brain']);
    expect(await titles(await ask('"brain split"'))).toEqual(['Ordering']);
    expect(await titles(await ask('“split brain” feared '))).toEqual(['Brain']);
  });

  test('in quotes come first as they are written, then in their other forms', async () => {
    expect(await titles(await ask('"internal links"'))).toEqual(['Somewhere', 'Internal link', 'Elsewhere']);
    expect((await titles(await ask('"internal link"')))[0]).toBe('Internal link');
    expect(await titles(await ask('"link"'))).toContain('Somewhere');
    expect((await titles(await ask('"links"')))[0]).toBe('Somewhere');
  });

  test('side by side come before apart', async () => {
    expect((await titles(await ask('split brain ')))[0]).toBe('Brain');
  });
});

describe('numbers, codes and addresses', () => {
  test.each([
    ['$300M', ['Budget']],
    ['~$300M', ['Budget']],
    ['300M', ['Budget']],
    ['GPU-100', ['Budget']],
    ['gpu', ['Budget']],
    ['gpu 100', ['Budget']],
    ['NVIDIA-H100', ['Budget']],
    ['nvidia-h1', ['Budget']],
    ['H100', ['Budget']],
    ['nvidia h100', ['Budget']],
    ['"H100 cards"', ['Budget']],
    ['C++', ['Budget']],
    ['C#', ['Budget']],
    ['c ', ['Letters']],
    ['mara.lindholm@north.example', ['Lions']],
    ['mara.lindholm', ['Lions']],
    ['lindholm', ['Lions']],
    ['north.example', ['Lions']],
    ['2026-03-18', ['2026-03-18 - Review', 'Northwind', 'Maren Lysø']],
    ['2026/03/18', ['2026-03-18 - Review', 'Northwind', 'Maren Lysø']],
    ['18.3.2026', ['2026-03-18 - Review', 'Northwind', 'Maren Lysø']],
    ['3/18/2026', ['2026-03-18 - Review', 'Northwind', 'Maren Lysø']],
    ['2026-04', ['2026-04-02 - Close', 'Northwind', 'Olek Danylenko']],
    ['2 April 2026', ['2026-04-02 - Close', 'Northwind', 'Olek Danylenko']],
    ['danylenko', ['Olek Danylenko', '2026-04-02 - Close', 'Northwind']],
    ['lyso', ['Maren Lysø', '2026-03-18 - Review', 'Northwind']],
  ])('%s finds %j', async (query, wanted) => {
    const found = await titles(await ask(query));
    expect(found[0]).toBe(wanted[0]);
    expect(wanted).toEqual(expect.arrayContaining([...found]));
  });
});

describe('what the site does not have', () => {
  test('is said, and what is near is offered apart', async () => {
    const { total, guess } = await ask('zebar');
    expect(total).toBe(0);
    expect(guess).toMatchObject({ missing: ['zebar'], instead: 'zebra', total: 30 });
    expect(guess?.queries[0]).toBe('zebra');
  });

  test('of several words only the unknown one is mended', async () => {
    const { total, guess } = await ask('lion nrth');
    expect([total, guess?.missing, guess?.instead]).toEqual([0, ['nrth'], 'lion north']);
    expect(guess ? await titles(guess) : []).toEqual(['Lions']);
  });

  test('without anything near, pages with the other words are offered', async () => {
    const { total, guess } = await ask('lion qqqqqqq');
    expect([total, guess?.missing, guess?.instead, guess?.queries]).toEqual([0, ['qqqqqqq'], null, []]);
    expect(guess ? await titles(guess) : []).toEqual(['Lions']);
  });

  test('words that no page has together are said to be so', async () => {
    const { total, guess } = await ask('lion zebra');
    expect([total, guess?.missing, guess?.instead]).toEqual([0, [], null]);
    expect(guess?.total).toBe(31);
  });

  test('of a question, the words that tell pages apart count for more than those that do not', async () => {
    const { total, guess } = await ask('a zebra in the north of lions');
    expect(total).toBe(0);
    expect((guess ? await titles(guess, 1) : [])[0]).toBe('Lions');
  });

  test('alone is nothing', async () => {
    expect(await ask('qqqqqqq')).toMatchObject({ total: 0, guess: null });
    expect(await ask('"brain one split"')).toMatchObject({ total: 0, guess: null });
  });

  test('under a filter is no reason to guess', async () => {
    expect(await ask('lion', { kind: 'meeting' })).toMatchObject({ total: 0, guess: null });
  });
});

describe('notes that are not shown', () => {
  test('are in no file of the index, in no form', () => {
    const read = Object.entries(readTree(dir)).map(([name, latin]) => {
      const bytes = Buffer.from(latin, 'latin1');
      return `${name}\n${bytes[0] === 0x1f ? gunzipSync(bytes) : readFileSync(path.join(dir, name))}`;
    });
    expect(read.some((text) => text.includes('savannah'))).toBe(true);
    for (const word of ['vermilion', 'quetzal', 'Ishikawa', 'Secret', 'chartreuse', 'okapi', 'vermil']) {
      expect(read.filter((text) => text.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    }
  });

  test('are not offered as near', async () => {
    expect(await ask('vermillion')).toMatchObject({ total: 0, guess: null });
    expect(await ask('quetzal')).toMatchObject({ total: 0, guess: null });
  });
});
