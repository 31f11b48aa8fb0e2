import { strFromU8 } from 'fflate';
import { type ElementTree, hrefOf, type PageEntry, SEARCH_BLOCK, type Tree } from '../../client/reader/book-format.ts';
import type { FindRecord } from '../../client/reader/find.ts';
import type { Site } from '../../site.ts';
import { bookOrder } from './book-order.ts';
import type { BuiltFile } from './built-files.ts';
import { FILES_KEY, innerFiles } from './inner-files.ts';
import { type PageFacts, type PageParts, pageFacts, pageParts, resolved } from './page-parts.ts';
import { type Places, readdressed } from './readdress.ts';
import { findRecords } from './search-records.ts';
import { styleOfBook } from './style.ts';
import { changed } from './trees.ts';

/** A brief as one document: what every form in one file is made of. */
export interface BriefBook {
  readonly title: string;
  readonly lang: string;
  readonly asOf: string;
  /** `data:` address of the icon, '' for none. */
  readonly icon: string;
  readonly style: string;
  readonly head: readonly Tree[];
  readonly foot: readonly Tree[];
  readonly pages: readonly BookPage[];
  readonly records: readonly FindRecord[];
  /** Contents of the files that stand inside, from the number `FIRST_FILE` on. */
  readonly files: readonly Uint8Array[];
}

/** A page. Its tree is kept as JSON: a thousand trees would fill the memory. */
export interface BookPage extends PageEntry {
  readonly json: string;
}

/** A page with its place in the book. */
interface PlacedPage {
  readonly facts: PageFacts;
  readonly chapter: string;
  readonly key: string;
  /** In the list of all pages. */
  readonly name: string;
}

/** Files stand right after the index and what is searched. */
export const FIRST_FILE = SEARCH_BLOCK + 1;
const CONTENTS_KEY = 'contents';

/** Puts a finished folder together as one document. `readerStyle` is the style sheet of briefs in one file. Pure. */
export function bookFrom(files: readonly BuiltFile[], site: Site, readerStyle: string): BriefBook {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const textAt = (path: string): string => strFromU8(byPath.get(path)?.data ?? new Uint8Array());
  const placed = bookOrder(site.plan).flatMap(({ planned, chapter }): readonly PlacedPage[] => {
    const facts = pageFacts(planned.url, textAt(planned.url));
    return facts ? [{ facts, chapter, key: keyOf(planned.url), name: planned.kind === 'cover' ? 'Cover' : facts.heading }] : [];
  });
  const facts = placed.map((page) => page.facts);
  const first = facts[0];
  const frame = first ? pageParts(textAt(first.url)) : null;
  if (!first || !frame) throw new Error('a brief without a page');
  const pages = new Map(placed.map((page) => [page.facts.url, page]));
  const inner = innerFiles(files, FIRST_FILE);
  const places: Places = {
    keyOf: (url) => pages.get(url)?.key ?? null,
    idsOf: (url) => pages.get(url)?.facts.ids ?? new Set(),
    picture: inner.picture,
    file: inner.link,
  };
  const bookPages = placed.flatMap((page) => pageOf(page, pageParts(textAt(page.facts.url)), places, first));
  const contents = listPage(CONTENTS_KEY, 'All pages', first.title, contentsOf(placed));
  const list = inner.list();
  const withFiles = list === null ? [] : [listPage(FILES_KEY, 'Files', first.title, [list])];
  return {
    title: first.title,
    lang: first.lang,
    asOf: first.asOf,
    icon: iconOf(byPath.get('favicon.svg')),
    style: styleOfBook(facts, textAt, readerStyle),
    head: [spriteOf(facts), ...(frame.skip ? [frame.skip] : []), ...frameOf(frame.top, first.url, places)],
    foot: frameOf(frame.foot, first.url, places),
    pages: [...bookPages, contents, ...withFiles],
    records: findRecords(site, (url) => pages.get(url)?.key ?? null),
    files: inner.blocks(),
  };
}

/** `meetings/kick-off.html` is `#meetings/kick-off`. */
function keyOf(url: string): string {
  return url.replace(/\.html$/u, '');
}

function pageOf({ facts, key }: PlacedPage, parts: PageParts | null, places: Places, first: PageFacts): readonly BookPage[] {
  if (!parts) return [];
  const [, { id: _id, ...attributes }, children] = parts.main;
  const [tree] = readdressed(facts.url, [['section', attributes, children]], key, places) as readonly [ElementTree];
  const lang = facts.lang === first.lang ? {} : { lang: facts.lang };
  const nav = facts.nav === null ? '' : (places.keyOf(facts.nav) ?? '');
  const entry = { key, title: facts.title, body: facts.body, nav };
  return [{ ...entry, json: JSON.stringify(['section', { ...tree[1], ...lang, ...sectionAttributes(entry) }, tree[2]]) }];
}

function sectionAttributes({ key, title, body, nav }: PageEntry): Readonly<Record<string, string>> {
  return {
    id: key,
    'data-page': '',
    'data-title': title,
    ...(body === '' ? {} : { 'data-body': body }),
    ...(nav === '' ? {} : { 'data-nav': nav }),
  };
}

/** A page of the book's own. */
function listPage(key: string, heading: string, title: string, lists: readonly Tree[]): BookPage {
  const entry = { key, title: `${heading} · ${title}`, body: '', nav: '' };
  const head: Tree = ['header', { class: 'head' }, [['div', { class: 'body full' }, [['h1', {}, [heading]]]]]];
  return { ...entry, json: JSON.stringify(['section', { class: 'page', ...sectionAttributes(entry) }, [head, ...lists.map(partOf)]]) };
}

function partOf(list: Tree): Tree {
  return typeof list !== 'string' && list[0] === 'section'
    ? list
    : ['section', { class: 'part' }, [['div', { class: 'body full' }, [list]]]];
}

function contentsOf(placed: readonly PlacedPage[]): readonly Tree[] {
  return [...Map.groupBy(placed, ({ chapter }) => chapter)].map(([chapter, pages]): Tree => {
    const items = pages.map(({ key, name }): Tree => ['li', {}, [['a', { href: hrefOf(key) }, [name]]]]);
    return [
      'section',
      { class: 'part' },
      [
        ['h2', { class: 'hang' }, [chapter]],
        ['div', { class: 'body full' }, [['ul', { class: 'every' }, items]]],
      ],
    ];
  });
}

/** Head or foot as they stand on the first page, for all pages: the place one is at is marked by the script, and search is a button. */
function frameOf(frame: ElementTree | null, url: string, places: Places): readonly Tree[] {
  if (frame === null) return [];
  const known = changed(frame, ([name, attributes, children]) => {
    const { 'aria-current': _here, ...rest } = attributes;
    if (name !== 'a') return [[name, attributes, children]];
    if (rest['class'] === 'find') return [['button', { type: 'button', class: 'find', hidden: '' }, children]];
    const to = places.keyOf(resolved(rest['href'] ?? '', url));
    return to === null ? [] : [[name, { ...rest, href: hrefOf(to) }, children]];
  });
  // Entries of the navigation that lead nowhere leave no bullet.
  const whole = known.flatMap((tree) =>
    typeof tree === 'string' ? [tree] : changed(tree, (element) => (element[0] === 'li' && element[2].length === 0 ? [] : [element])),
  );
  if (frame[0] !== 'footer') return whole;
  const all: Tree = ['p', { class: 'no-print' }, [['a', { class: 'link', href: hrefOf(CONTENTS_KEY) }, ['All pages']]]];
  return whole.map((tree) => (typeof tree === 'string' ? tree : [tree[0], tree[1], [all, ...tree[2]]]));
}

/** One drawing with every glyph that pages use. */
function spriteOf(pages: readonly PageFacts[]): Tree {
  const glyphs = new Map(pages.flatMap((page) => [...page.glyphs]));
  const sorted = [...glyphs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tree]) => tree);
  const frame = { width: '0', height: '0', class: 'vh', 'aria-hidden': 'true', focusable: 'false' };
  return ['svg', frame, [['defs', {}, sorted]]];
}

function iconOf(icon: BuiltFile | undefined): string {
  return icon ? `data:image/svg+xml;base64,${Buffer.from(icon.data).toString('base64')}` : 'data:,';
}
