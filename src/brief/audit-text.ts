import type { Tree } from '../markdown/tree.ts';
import { plainText, walkBlocks, walkInlines } from '../markdown/walk.ts';
import type { ProfiledNote } from '../scope/withhold.ts';
import type { PropertyValue } from '../vault/vault.ts';
import type { FileText } from './files/file-texts.ts';

/** A piece of a note's text that a reader of the brief may see, with its place. */
export interface Piece {
  /** 1-based line in the file; null for the name of the file and for properties. */
  readonly line: number | null;
  readonly text: string;
}

/** Everything of a note that a brief shows or may show: title, properties, each block, targets and titles of links, alt texts. */
export function piecesOf({ note, tree }: ProfiledNote): readonly Piece[] {
  return [
    { line: null, text: note.title },
    ...note.tags.map((tag) => ({ line: null, text: tag.replace(/[-_/]+/gu, ' ') })),
    ...Object.values(note.properties ?? {})
      .flatMap(textsOf)
      .map((text) => ({ line: null, text })),
    ...piecesOfTree(tree),
  ];
}

/** What a file says that ships as it is, line by line; what it says of its making has no line. */
export function piecesOfFile({ text, about }: FileText): readonly Piece[] {
  return [
    ...about.map((words) => ({ line: null, text: words })),
    ...(text ?? '').split('\n').flatMap((words, at) => (words.trim() === '' ? [] : [{ line: at + 1, text: words }])),
  ];
}

function piecesOfTree(tree: Tree): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (line: number, text: string): void => {
    const plain = text.replace(/\s+/gu, ' ').trim();
    if (plain !== '') pieces.push({ line, text: plain });
  };
  walkBlocks(tree, (block) => {
    switch (block.kind) {
      case 'callout':
        add(block.line, block.titleText);
        break;
      case 'html':
        add(block.line, wordsOfHtml(block.value));
        break;
      case 'table':
        for (const row of [block.head, ...block.rows]) add(block.line, row.map((cell) => plainText(cell.children)).join(' | '));
        break;
      case 'list':
      case 'quote':
      case 'rule':
        break;
      default:
        add(block.line, plainText([block]));
    }
  });
  walkInlines(tree, (inline, block) => {
    if (inline.kind === 'link') add(inline.ref.line, `${inline.ref.path.split('/').at(-1) ?? ''} ${inline.title ?? ''}`);
    else if (inline.kind === 'embed') add(inline.ref.line, `${inline.alt} ${inline.title ?? ''}`);
    else if (inline.kind === 'remote') add(inline.line, `${inline.alt} ${inline.title ?? ''}`);
    else if (inline.kind === 'external') add(inline.line, inline.title ?? '');
    else if (inline.kind === 'html') add(block.line, wordsOfHtml(inline.value));
  });
  return pieces;
}

/** Text and values of attributes alike: some of them are shown. */
function wordsOfHtml(html: string): string {
  return html.replace(/[<>="']+/gu, ' ');
}

function textsOf(value: PropertyValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
