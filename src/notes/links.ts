import { parseInline } from '../markdown/parse.ts';
import type { Block, Inline, LinkRef, ListItem, Tree } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import type { NoteFile, PropertyValue } from '../vault/vault.ts';
import { embedKindFrom, pdfPageFrom } from './embeds.ts';
import type { NoteEmbed, NoteLink } from './note.ts';
import { unquotedLink } from './properties.ts';

/** Most characters of a backlink's context that are kept. */
const CONTEXT_LENGTH = 600;

/** Links and embeds of a note, body and frontmatter, in order of line, then column. */
export function linksFrom(file: NoteFile, tree: Tree): { readonly links: readonly NoteLink[]; readonly embeds: readonly NoteEmbed[] } {
  const found: Found = { links: [], embeds: [] };
  frontmatterLinks(file, found);
  for (const block of tree.blocks) collectBlock(block, found);
  for (const note of tree.footnotes) for (const block of note.blocks) collectBlock(block, found);
  const order = (a: LinkRef, b: LinkRef): number => a.line - b.line || a.column - b.column;
  return { links: found.links.sort(order), embeds: found.embeds.sort(order) };
}

interface Found {
  readonly links: NoteLink[];
  readonly embeds: NoteEmbed[];
}

function frontmatterLinks(file: NoteFile, found: Found): void {
  for (const [key, value] of Object.entries(file.properties ?? {})) {
    const line = file.propertyLines[key] ?? 1;
    visitTexts(value, key, (text, property) => {
      if (!/^\s*\[\[[^\n]*\]\]\s*$/u.test(text)) return;
      const [only, ...others] = parseInline(text.trim(), line);
      if (only?.kind === 'link' && others.length === 0) found.links.push({ ...only.ref, line, column: 1, context: '', property });
    });
  }
}

function visitTexts(value: PropertyValue, key: string, visit: (text: string, property: string) => void): void {
  if (typeof value === 'string') visit(value, key);
  else if (Array.isArray(value)) {
    const link = unquotedLink(value);
    if (link !== null) visit(link, key);
    else for (const [i, entry] of value.entries()) visitTexts(entry, `${key}.${i}`, visit);
  } else if (value !== null && typeof value === 'object') {
    for (const [name, entry] of Object.entries(value)) visitTexts(entry, `${key}.${name}`, visit);
  }
}

function collectBlock(block: Block, found: Found): void {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      collectInlines(block.children, contextOf(block.children), found);
      break;
    case 'list':
      for (const item of block.items) collectItem(item, found);
      break;
    case 'quote':
      for (const inner of block.blocks) collectBlock(inner, found);
      break;
    case 'callout':
      collectInlines(block.title, contextOf(block.title), found);
      for (const inner of block.blocks) collectBlock(inner, found);
      break;
    case 'table':
      for (const row of [block.head, ...block.rows]) {
        const context = row.map((cell) => plainText(cell.children)).join(' · ');
        for (const cell of row) collectInlines(cell.children, context.slice(0, CONTEXT_LENGTH), found);
      }
      break;
    case 'code':
    case 'math':
    case 'rule':
    case 'html':
      break;
  }
}

function collectItem(item: ListItem, found: Found): void {
  for (const block of item.blocks) collectBlock(block, found);
}

function contextOf(children: readonly Inline[]): string {
  return plainText(children).replace(/\s+/gu, ' ').trim().slice(0, CONTEXT_LENGTH);
}

function collectInlines(inlines: readonly Inline[], context: string, found: Found): void {
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'link':
        found.links.push({ ...inline.ref, context, property: null });
        collectInlines(inline.children, context, found);
        break;
      case 'embed': {
        const link: NoteLink = { ...inline.ref, context, property: null };
        const { alt, width, height } = inline;
        found.links.push(link);
        found.embeds.push({ ...link, kind: embedKindFrom(inline.ref), alt, width, height, page: pdfPageFrom(inline.ref) });
        break;
      }
      case 'strong':
      case 'emphasis':
      case 'strike':
      case 'highlight':
      case 'external':
      case 'inline-footnote':
        collectInlines(inline.children, context, found);
        break;
      case 'text':
      case 'break':
      case 'code':
      case 'math':
      case 'remote':
      case 'tag':
      case 'footnote':
      case 'html':
        break;
    }
  }
}
