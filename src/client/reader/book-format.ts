/**
 * How a brief lies inside one file, for the writer (`brief/forms/`) and the reader in the browser alike. No `node:*`, no DOM.
 * Pages are data, not HTML: a browser makes elements of them one by one, and parses no markup it has not been given with the file.
 */

/** A part of a page: text, or an element. */
export type Tree = string | ElementTree;
export type ElementTree = readonly [name: string, attributes: Attributes, children: readonly Tree[]];
export type Attributes = Readonly<Record<string, string>>;

/** What a reader needs to know of a page before it is shown. */
export interface PageEntry {
  /** Its address in the file: what stands after the `#`. Also the id of its element. */
  readonly key: string;
  /** For the title of the window. */
  readonly title: string;
  /** Classes of `<body>` while it is shown. */
  readonly body: string;
  /** The entry of the navigation it belongs to, as that one's key; '' for none. */
  readonly nav: string;
}

/** Where a page lies in the blocks: pages that stand together are packed together. */
export interface PackedPage extends PageEntry {
  readonly block: number;
  /** Which of the pages in the block. */
  readonly place: number;
}

/** The first block. The second holds what is searched, the rest pages and files. */
export interface BookIndex {
  readonly title: string;
  readonly lang: string;
  /** The day ages are counted from; '' when the brief has none. */
  readonly asOf: string;
  /** In reading order; the first is the one to open. */
  readonly pages: readonly PackedPage[];
  readonly head: readonly Tree[];
  readonly foot: readonly Tree[];
  /** Style sheet, for a reader that does not find it in the file; '' where it does. */
  readonly style: string;
}

/** Place of the blocks that are not pages. */
export const INDEX_BLOCK = 0;
export const SEARCH_BLOCK = 1;

/** Parts the address of a page from an anchor on it. No page has it in its address. */
export const ANCHOR = ':';

/** The anchor of a page as an id in the whole file. */
export function anchorId(key: string, id: string): string {
  return `${key}${ANCHOR}${id}`;
}

/** An id as the target of a link. */
export function hrefOf(id: string): string {
  return `#${id.replaceAll('%', '%25')}`;
}

/** In an attribute, stands for a file that lies in a block of its own: NUL, number of the block, `;`, its type. */
const FILE_MARK = '\0';

export function fileMark(block: number, type: string): string {
  return `${FILE_MARK}${block};${type}`;
}

/** An attribute's value with the file it stands for, as a `data:` address. */
export function withFile(value: string, base64: (block: number) => string): string {
  if (!value.startsWith(FILE_MARK)) return value;
  const end = value.indexOf(';');
  return `data:${value.slice(end + 1)};base64,${base64(Number(value.slice(1, end)))}`;
}
