import { deflateSync, strToU8 } from 'fflate';
import type { BookIndex, PackedPage } from '../../client/reader/book-format.ts';
import type { FindRecord } from '../../client/reader/find.ts';
import { type BookPage, type BriefBook, FIRST_FILE } from './book.ts';

/** Pages are packed together up to this size, in characters: enough to be packed well, little enough to be read in a blink. */
const PACK = 400_000;

/** A brief as blocks of data: its index, what is searched, its files, its pages. `style`: with the style sheet inside. */
export function blocksOfBook(book: BriefBook, { style }: { readonly style: boolean }): readonly Uint8Array[] {
  const packs = packsOf(book.pages);
  const firstPack = FIRST_FILE + book.files.length;
  const pages = packs.flatMap((pack, at) =>
    pack.map(({ key, title, body, nav }, place): PackedPage => ({ key, title, body, nav, block: firstPack + at, place })),
  );
  const { title, lang, asOf, head, foot } = book;
  const index: BookIndex = { title, lang, asOf, pages, head, foot, style: style ? book.style : '' };
  return [
    packed(index),
    recordsBlock(book.records),
    ...book.files,
    ...packs.map((pack) => packedText(`[${pack.map(({ json }) => json).join(',')}]`)),
  ];
}

export function recordsBlock(records: readonly FindRecord[]): Uint8Array {
  return packed(records);
}

/** Deflated by code that is the same on every machine, which zlib's is not. */
function packed(value: unknown): Uint8Array {
  return packedText(JSON.stringify(value));
}

function packedText(text: string): Uint8Array {
  return deflateSync(strToU8(text), { level: 6 });
}

function packsOf(pages: readonly BookPage[]): readonly (readonly BookPage[])[] {
  const packs: BookPage[][] = [];
  let room = 0;
  for (const page of pages) {
    const size = page.json.length;
    if (room < size || packs.length === 0) {
      packs.push([]);
      room = PACK;
    }
    room -= size;
    packs.at(-1)?.push(page);
  }
  return packs;
}
