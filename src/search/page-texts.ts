import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { SIGNATURE } from './files.ts';
import type { IndexMeta } from './index-map.ts';

/** Folder of the texts of pages, below the index. */
const FOLDER = 'fragment';
/**
 * Files for texts at most: a large site would have one a page otherwise, each taking a block of the disk. Fewer would make each larger, and ten
 * results are ten of them.
 */
const MOST_FILES = 6000;
/** Characters of a digest that a name takes at least. */
const SHORT = 7;

/** The text of a page as Pagefind writes it, as far as it concerns this stage. */
type Text = Readonly<Record<string, unknown>> & { readonly url: string };

type MetaPage = IndexMeta[1][number];

/**
 * Gives the texts of pages their real URLs. Pagefind takes a page's URL from the path of its document, and names of files from what is in them: both
 * depend on the order in which a disk lists files, and may not be seen. Returns the metadata with the new names, and the URLs that Pagefind gave, by
 * page. `urlOf` turns one into the real one.
 */
export function addressTexts(
  dir: string,
  meta: IndexMeta,
  language: string,
  urlOf: (given: string) => string,
  mostFiles = MOST_FILES,
): { readonly meta: IndexMeta; readonly given: readonly string[] } {
  const [version, written, ...rest] = meta;
  const from = path.join(dir, FOLDER);
  const to = path.join(dir, `${FOLDER}-addressed`);
  const inOne = Math.max(1, Math.ceil(written.length / mostFiles));
  const nameOf = namesOf(`${language}_`);
  const groupNameOf = namesOf(`${language}_group_`);
  const pages: MetaPage[] = [];
  const given: string[] = [];
  let waiting: { readonly name: string; readonly words: number; readonly json: string }[] = [];
  /** Writes the pages that wait as one file. */
  const flush = (): void => {
    const [first] = waiting;
    if (first === undefined) return;
    const whole = inOne === 1 ? first.json : `{${waiting.map(({ name, json }) => `"${name}":${json}`).join(',')}}`;
    const group = inOne === 1 ? '' : groupNameOf(whole);
    for (const { name, words } of waiting) pages.push([name, words, group]);
    fs.writeFileSync(path.join(to, `${group || first.name}.pf_fragment`), gzipSync(SIGNATURE + whole, { level: 9 }));
    waiting = [];
  };

  fs.mkdirSync(to);
  for (const [text, words] of textsOf(from, written)) {
    given.push(text.url);
    const json = JSON.stringify({ ...text, url: urlOf(text.url) });
    waiting.push({ name: nameOf(json), words, json });
    if (waiting.length === inOne) flush();
  }
  flush();
  fs.rmSync(from, { recursive: true, force: true });
  fs.renameSync(to, from);
  return { meta: [version, pages, ...rest], given };
}

/** The texts of all pages in their order, with how many words each has. Those of pages in one group lie in one file. */
function* textsOf(dir: string, pages: readonly MetaPage[]): Generator<readonly [Text, words: number]> {
  let [file, texts]: readonly [file: string, unknown] = ['', null];
  for (const [name, words, group] of pages) {
    if (file !== (group || name)) [file, texts] = [group || name, readText(dir, group || name)];
    const text = (group === '' ? texts : (texts as Readonly<Record<string, unknown>>)[name]) as Text | undefined;
    if (text === undefined) throw new RangeError(`Pagefind wrote no text of ${name}`);
    yield [text, words];
  }
}

function readText(dir: string, name: string): unknown {
  const bytes = gunzipSync(fs.readFileSync(path.join(dir, `${name}.pf_fragment`)));
  return JSON.parse(bytes.toString('utf8', SIGNATURE.length));
}

/** Names by digest, made longer where two would be one. */
function namesOf(prefix: string): (content: string) => string {
  const taken = new Set<string>();
  return (content) => {
    const digest = hash('sha256', content, 'hex');
    let length = SHORT;
    while (taken.has(digest.slice(0, length))) length += 1;
    taken.add(digest.slice(0, length));
    return prefix + digest.slice(0, length);
  };
}
