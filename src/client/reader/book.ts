import { type Blocks, jsonBlock } from './blocks.ts';
import { type BookIndex, INDEX_BLOCK, type PackedPage, type PageEntry, type Tree } from './book-format.ts';
import { nodesFrom } from './nodes.ts';

/** A page that stands in the document now. */
export interface ShownPage extends PageEntry {
  readonly element: HTMLElement;
  /** It was never shown before. */
  readonly fresh: boolean;
}

/** The pages of a brief in one file, of which one is shown. */
export interface Book {
  /** The page to open when none is asked for. */
  readonly start: string;
  readonly has: (key: string) => boolean;
  /** Puts a page in the place of the one that is shown. */
  readonly show: (key: string) => ShownPage;
}

/** A brief whose pages all stand in the document; those that are not shown are hidden by the style sheet. */
export function bookOfSections(main: HTMLElement): Book {
  const pages = new Map([...main.querySelectorAll<HTMLElement>(':scope > [data-page]')].map((element) => [element.id, element]));
  const start = main.dataset['start'] ?? '';
  const seen = new Set<string>();
  return {
    start,
    has: (key) => pages.has(key),
    show: (key) => {
      const element = pages.get(key) ?? main;
      for (const page of pages.values()) page.toggleAttribute('data-shown', page === element);
      const fresh = !seen.has(key);
      seen.add(key);
      const { title = '', body = '', nav = '' } = element.dataset;
      return { key, title, body, nav, element, fresh };
    },
  };
}

/** Pages kept as elements, so that what a reader opened or chose on them is still so when they come back. */
const KEPT = 40;

/** A brief whose pages are data: each becomes elements when it is shown. */
export function bookOfBlocks(blocks: Blocks, index: BookIndex, main: HTMLElement): Book {
  const entries = new Map(index.pages.map((page) => [page.key, page]));
  const packs = new Map<number, readonly Tree[]>();
  const kept = new Map<string, HTMLElement>();
  const made = ({ block, place }: PackedPage): HTMLElement => {
    const pack = packs.get(block) ?? jsonBlock<readonly Tree[]>(blocks, block);
    packs.set(block, pack);
    return nodesFrom([pack[place] ?? ''], blocks.base64)[0] as HTMLElement;
  };
  return {
    start: index.pages[0]?.key ?? '',
    has: (key) => entries.has(key),
    show: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) throw new Error(`no page ${key}`);
      const known = kept.get(key);
      const element = known ?? made(entry);
      kept.delete(key);
      kept.set(key, element);
      for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
      element.setAttribute('data-shown', '');
      main.replaceChildren(element);
      return { ...entry, element, fresh: known === undefined };
    },
  };
}

/** Makes the frame of a brief whose pages are data, and the place for its pages. */
export function openBlocks(blocks: Blocks): { readonly index: BookIndex; readonly book: Book; readonly nodes: readonly Node[] } {
  const index = jsonBlock<BookIndex>(blocks, INDEX_BLOCK);
  const main = document.createElement('main');
  main.id = 'main';
  const head = nodesFrom(index.head, blocks.base64);
  const foot = nodesFrom(index.foot, blocks.base64);
  return { index, book: bookOfBlocks(blocks, index, main), nodes: [...head, main, ...foot] };
}
