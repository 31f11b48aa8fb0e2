import type { Tree } from '../markdown/tree.ts';
import { plainText, walkBlocks, walkInlines } from '../markdown/walk.ts';
import type { CanvasNode } from '../notes/canvas.ts';
import type { Document } from '../notes/document.ts';
import type { ProfiledNote } from '../scope/withhold.ts';
import type { PropertyValue } from '../vault/vault.ts';
import type { Brief } from './brief-site.ts';
import type { FileText } from './files/file-texts.ts';
import { textsOfPage } from './guard/page-texts.ts';

/** A piece of a note's text that a reader of the brief may see, with its place. */
export interface Piece {
  /** 1-based line in the file; null for the name of the file and for properties. */
  readonly line: number | null;
  readonly text: string;
}

/** A piece with the file it stands in, by its path in the vault. */
export interface PlacedPiece extends Piece {
  readonly path: string;
}

/** Everything that a brief shows or may show: its notes with their names, canvases and bases, the texts among its files, and what config adds. */
export function piecesOfBrief({ notes, site, texts, profile }: Brief): readonly PlacedPiece[] {
  const { graph, config } = site;
  const ofConfig = [profile.footer ?? '', ...graph.people.map(({ name }) => name).filter((name) => Object.hasOwn(config.people, name))];
  return [
    ...notes.flatMap((profiled) =>
      [{ line: null, text: profiled.original.replace(/\.md$/iu, '') }, ...piecesOf(profiled)].map((piece) => ({
        ...piece,
        path: profiled.original,
      })),
    ),
    ...[...graph.documents.values()].flatMap((document) => piecesOfDocument(document).map((piece) => ({ ...piece, path: document.path }))),
    ...texts.flatMap((file) => piecesOfFile(file).map((piece) => ({ ...piece, path: file.path }))),
    ...ofConfig.filter((text) => text !== '').map((text) => ({ line: null, text, path: 'dossier.yaml' })),
  ];
}

function piecesOfDocument(document: Document): readonly Piece[] {
  const name = { line: null, text: document.path };
  if (document.kind === 'base') return [name, { line: null, text: document.file.text }];
  const cards = document.nodes.flatMap(piecesOfCard);
  return [name, ...cards, ...document.edges.map(({ label }) => ({ line: null, text: label }))];
}

function piecesOfCard(node: CanvasNode): readonly Piece[] {
  switch (node.kind) {
    case 'text':
      return piecesOfTree(node.tree).map(({ text }) => ({ line: node.line, text }));
    case 'file':
      return [{ line: node.line, text: `${node.file} ${node.subpath}` }];
    case 'link':
      return [{ line: node.line, text: plainAddress(node.url) }];
    case 'group':
      return [{ line: node.line, text: node.label }];
  }
}

/** Everything of a note that a brief shows or may show: title, properties, each block, targets and titles of links, alt texts, names of parts. */
export function piecesOf({ note, tree }: Pick<ProfiledNote, 'note' | 'tree'>): readonly Piece[] {
  return [
    { line: null, text: note.title },
    ...note.tags.map((tag) => ({ line: null, text: tag })),
    ...Object.values(note.properties ?? {})
      .flatMap(textsOf)
      .map((text) => ({ line: null, text })),
    ...piecesOfTree(tree),
  ];
}

/** What a file says that ships as it is, line by line; what it says of its making has no line. */
function piecesOfFile({ text, shown, about }: FileText): readonly Piece[] {
  return [
    ...[...about, ...shown].map((words) => ({ line: null, text: words })),
    ...(text ?? '').split('\n').flatMap((words, at) => (words.trim() === '' ? [] : [{ line: at + 1, text: words }])),
  ];
}

function piecesOfTree(tree: Tree): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (line: number, text: string): void => {
    const plain = text.replace(/\s+/gu, ' ').trim();
    if (plain !== '') pieces.push({ line, text: plain });
  };
  for (const { label, line } of tree.footnotes) add(line, label);
  walkBlocks(tree, (block) => {
    if (block.blockId !== null) add(block.line, block.blockId);
    switch (block.kind) {
      case 'callout':
        add(block.line, `${block.titleText} ${block.written}`);
        break;
      case 'html':
        add(block.line, wordsOfHtml(block.value));
        break;
      case 'table':
        for (const row of [block.head, ...block.rows]) add(block.line, row.map((cell) => plainText(cell.children)).join(' | '));
        break;
      case 'code':
        add(block.line, block.value);
        add(block.line, block.info);
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
    if (inline.kind === 'link') add(inline.ref.line, `${inline.ref.path} ${inline.ref.subpath} ${inline.title ?? ''}`);
    else if (inline.kind === 'embed') add(inline.ref.line, `${inline.ref.path} ${inline.ref.subpath} ${inline.alt} ${inline.title ?? ''}`);
    else if (inline.kind === 'remote') add(inline.line, `${inline.alt} ${inline.title ?? ''} ${plainAddress(inline.href)}`);
    else if (inline.kind === 'external') add(inline.line, `${inline.title ?? ''} ${plainAddress(inline.href)}`);
    else if (inline.kind === 'inline-footnote') add(block.line, plainText(inline.children));
    else if (inline.kind === 'html') add(block.line, wordsOfHtml(inline.value));
  });
  return pieces;
}

/** Text and values of attributes alike: some of them are shown. */
function wordsOfHtml(html: string): string {
  return textsOfPage(html).join(' ');
}

/** An address as it reads when nothing in it is escaped; as it is where that can not be told. */
function plainAddress(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function textsOf(value: PropertyValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
