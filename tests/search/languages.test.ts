import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NOTHING } from '../../src/client/search/state.ts';
import type { PageUrl } from '../../src/graph/graph.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { indexText } from '../../src/search/words.ts';
import { makeTempDir } from '../support/temp.ts';
import { engineOf } from './ask-index.ts';
import { writeIndex } from './write-index.ts';

const LANGUAGES: readonly (readonly [language: string, words: string])[] = [
  ['de', 'Häuser Größe Straßen Übungen schönsten mäßig geöffnet Prüfungen'],
  ['tr', 'kitaplarımız İstanbul ışıklar çocukların güzelliği Yıldırım'],
  ['fr', 'élèves généralement théâtres naïveté français œuvres réunions'],
  ['sv', 'händelser ökningarna städer Malmö'],
  ['nb', 'møter bøkene kjøring årene Lysø'],
  ['pl', 'zażółć gęślą jaźń łódkami'],
  ['es', 'años reuniones niños habitación averigüe'],
  ['hu', 'könyvek űrhajók őszi'],
  ['fi', 'kaupungeissa yöllä hyvää'],
  ['ru', 'ёлочки встречами Йошкар решения'],
  ['el', 'Άνθρωποι συναντήσεις'],
  ['ar', 'الاجتماعات المدرسة'],
  ['hi', 'किताबें हिन्दी'],
];

test.each(LANGUAGES)('words of a site in %s are found as they are written, and without their accents', async (language, text) => {
  const dir = makeTempDir();
  const words = text.split(' ');
  const records = words.map((word, at): SearchRecord => {
    const html = `<html><body><i id="text"></i><p>${indexText(word)}</p></body></html>`;
    const texts = { names: [], titles: [], passages: [word] };
    return {
      url: `n${String(at).padStart(2, '0')}.html` as PageUrl,
      html,
      kind: 'note',
      accounts: [],
      people: [],
      tags: [],
      date: null,
      words: texts,
    };
  });
  await writeIndex(path.join(dir, 'pagefind'), records, language);
  const engine = await engineOf(path.join(dir, 'pagefind'), language);
  for (const [at, word] of words.entries()) {
    for (const spelling of [word, word.normalize('NFD'), word.normalize('NFD').replace(/\p{M}/gu, '')]) {
      const hits = await (await engine.ask({ ...NOTHING, text: `${spelling} ` })).hits(0, 20);
      expect([word, spelling, hits.map(({ href }) => href.replace(/\?.*/u, ''))]).toEqual([
        word,
        spelling,
        expect.arrayContaining([`../n${String(at).padStart(2, '0')}.html`]),
      ]);
    }
  }
  rmSync(dir, { recursive: true });
});
