import { createHash } from 'node:crypto';
import { SEARCH_BLOCK, type Tree } from '../../client/reader/book-format.ts';
import { blocksOfBook, recordsBlock } from './blocks-of-book.ts';
import { type BriefBook, FIRST_FILE } from './book.ts';
import { escapedAttribute, escapedText, htmlFrom } from './trees.ts';

/** Scripts of a brief in one file, as text. */
export interface ReaderScripts {
  readonly early: string;
  readonly reader: string;
}

/** Up to so many pages, and so many characters, a brief is one readable document; above, its pages are data. */
export const MOST_SECTIONS = 700;
const MOST_READABLE = 12_000_000;

/** In the head of every brief in one file: by it a later build knows that the file is Dossier's to replace. */
export const FILE_MARKER = '<meta name="generator" content="Dossier brief">';

/** A brief as one HTML file that loads nothing. The same brief gives the same text. */
export function pageFileFrom(book: BriefBook, scripts: ReaderScripts): string {
  if (book.pages.length <= MOST_SECTIONS) {
    const html = sectionsFile(book, scripts);
    if (html.length <= MOST_READABLE) return html;
  }
  return dataFile(book, scripts);
}

/** Every page stands in the document: without scripts it reads from top to bottom. */
function sectionsFile(book: BriefBook, scripts: ReaderScripts): string {
  const base64 = (block: number): string => base64Of(book.files[block - FIRST_FILE] ?? new Uint8Array());
  const [start] = book.pages;
  // The list of all pages comes first: who reads without a script finds their way by it.
  const pages = [...book.pages].sort((a, b) => Number(b.key === 'contents') - Number(a.key === 'contents'));
  const main: Tree = ['main', { id: 'main', 'data-start': start?.key ?? '' }, pages.map(({ json }): Tree => JSON.parse(json))];
  const asOf = book.asOf === '' ? '' : ` data-as-of="${escapedAttribute(book.asOf)}"`;
  const body = `<body${asOf}>${htmlFrom([...book.head, main, ...book.foot], base64)}${blockElement(SEARCH_BLOCK, recordsBlock(book.records))}`;
  return fileOf(book, scripts, body);
}

/** Pages are blocks of data, of which the script makes elements one page at a time. */
function dataFile(book: BriefBook, scripts: ReaderScripts): string {
  const blocks = blocksOfBook(book, { style: false }).map((data, block) => blockElement(block, data));
  const waiting = `<main class="page" data-waiting><noscript><p class="lead">This brief has ${book.pages.length} pages, which its script opens one by one. Allow scripts for this file to read it.</p></noscript></main>`;
  return fileOf(book, scripts, `<body>${waiting}${blocks.join('')}`);
}

function fileOf(book: BriefBook, { early, reader }: ReaderScripts, body: string): string {
  const policy = policyOf([early, reader], book.style);
  return `<!DOCTYPE html><html lang="${escapedAttribute(book.lang)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapedText(book.title)}</title><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">${FILE_MARKER}<link rel="icon" href="${book.icon}"><style>${book.style}</style><script>${early}</script></head>${body}<script>${reader}</script></body></html>\n`;
}

/** The policy of one file: its own scripts and style, pictures that stand in it, and nothing else. */
export function policyOf(scripts: readonly string[], style: string): string {
  const hashes = scripts.map((script) => `'sha256-${hashOf(script)}'`).join(' ');
  return `default-src 'none'; script-src ${hashes}; style-src 'sha256-${hashOf(style)}'; img-src data:; base-uri 'none'; form-action 'none'`;
}

/** Data beside the page: browsers do not run a script of a type they do not know. */
function blockElement(block: number, data: Uint8Array): string {
  return `<script type="text/plain" id="block-${block}">${base64Of(data)}</script>`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}

function base64Of(data: Uint8Array): string {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64');
}
