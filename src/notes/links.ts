import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseInline } from '../markdown/parse.ts';
import { evenSpaces } from '../markdown/spaces.ts';
import type { Block, Inline, LinkRef, ListItem, Tree } from '../markdown/tree.ts';
import { isDataPicture } from '../markdown/urls.ts';
import { plainText } from '../markdown/walk.ts';
import type { NoteFile, PropertyValue } from '../vault/vault.ts';
import { embedKindFrom, pdfPlaceFrom } from './embeds.ts';
import { type KeepText, keepAsIs } from './kept-text.ts';
import type { Note, NoteEmbed, NoteLink, NoteRemote } from './note.ts';
import { unquotedLink } from './properties.ts';

/** Most characters of a backlink's context that are kept. */
const CONTEXT_LENGTH = 600;

/** Links and embeds of a note, body and frontmatter, in order of line, then column; and what it shows from other sites, in order of line. */
export function linksFrom(
  file: NoteFile,
  tree: Tree,
  keep: KeepText = keepAsIs,
): Pick<Note, 'links' | 'embeds' | 'remotes' | 'diagnostics'> {
  const found: Found = { links: [], embeds: [], remotes: [], keep };
  const diagnostics = frontmatterLinks(file, found);
  collectTree(tree, found);
  return { ...inOrder(found), diagnostics };
}

/** Links, embeds and what is shown from other sites in a text that has no frontmatter, such as a card's; in order as above. */
export function linksOfTree(tree: Tree): Pick<Note, 'links' | 'embeds' | 'remotes'> {
  const found: Found = { links: [], embeds: [], remotes: [], keep: keepAsIs };
  collectTree(tree, found);
  return inOrder(found);
}

function collectTree(tree: Tree, found: Found): void {
  for (const block of tree.blocks) collectBlock(block, found);
  for (const note of tree.footnotes) for (const block of note.blocks) collectBlock(block, found);
}

function inOrder(found: Found): Pick<Note, 'links' | 'embeds' | 'remotes'> {
  const order = (a: LinkRef, b: LinkRef): number => a.line - b.line || a.column - b.column;
  return { links: found.links.sort(order), embeds: found.embeds.sort(order), remotes: found.remotes.sort((a, b) => a.line - b.line) };
}

interface Found {
  readonly links: NoteLink[];
  readonly embeds: NoteEmbed[];
  readonly remotes: NoteRemote[];
  /** For contexts. */
  readonly keep: KeepText;
}

/** Takes in the links of properties; gives findings about those that lack quotes. */
function frontmatterLinks(file: NoteFile, found: Found): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [key, value] of Object.entries(file.properties ?? {})) {
    let placeOf: ReturnType<typeof placesOfProperty> | null = null;
    visitTexts(value, key, (text, property, isQuoted) => {
      if (!isQuoted)
        diagnostics.push(
          diagnostic('link-unquoted', {
            path: file.path,
            line: file.propertyLines[key] ?? null,
            message: `${key}: ${text} is a list in a list for YAML.`,
          }),
        );
      if (!text.includes('[[') && !text.includes('](')) return;
      const own: Found = { links: [], embeds: [], remotes: [], keep: keepAsIs };
      const inlines = parseInline(text.trim(), 1);
      collectInlines(inlines, '', own);
      // Obsidian counts a text that is a wikilink and nothing else.
      const isLink = inlines.length === 1 && inlines[0]?.kind === 'link' && inlines[0].ref.syntax === 'wiki';
      const part = isLink ? {} : ({ inText: true } as const);
      const places = new Map<string, { readonly line: number; readonly column: number }>();
      for (const link of own.links) {
        placeOf ??= placesOfProperty(file, key);
        const place = placeOf(link.raw);
        places.set(`${link.line}:${link.column}`, place);
        found.links.push({ ...link, ...place, property, ...part });
      }
      for (const embed of own.embeds) found.embeds.push({ ...embed, ...places.get(`${embed.line}:${embed.column}`), property, ...part });
      for (const remote of own.remotes) found.remotes.push({ ...remote, line: file.propertyLines[key] ?? 1 });
    });
  }
  return diagnostics;
}

/** Finds the texts of one property in the file, each behind the last. A text that YAML spells in another way stands where its key does. */
function placesOfProperty(file: NoteFile, key: string): (text: string) => { readonly line: number; readonly column: number } {
  const start = file.propertyLines[key] ?? 1;
  const next = Math.min(file.bodyLine, ...Object.values(file.propertyLines).filter((line) => line > start));
  const lines = file.text.split('\n', next - 1).slice(start - 1);
  let row = 0;
  let from = 0;
  return (text) => {
    for (let at = row; at < lines.length; at += 1) {
      const index = lines[at]?.indexOf(text, at === row ? from : 0) ?? -1;
      if (index === -1) continue;
      row = at;
      from = index + text.length;
      return { line: start + at, column: index + 1 };
    }
    return { line: start, column: 1 };
  };
}

function visitTexts(value: PropertyValue, key: string, visit: (text: string, property: string, isQuoted: boolean) => void): void {
  if (typeof value === 'string') visit(value, key, true);
  else if (Array.isArray(value)) {
    const link = unquotedLink(value);
    if (link !== null) visit(link, key, false);
    else for (const [i, entry] of value.entries()) visitTexts(entry, `${key}.${i}`, visit);
  } else if (value !== null && typeof value === 'object') {
    for (const [name, entry] of Object.entries(value)) visitTexts(entry, `${key}.${name}`, visit);
  }
}

function collectBlock(block: Block, found: Found): void {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      if (block.children.some(mayLink)) collectInlines(block.children, contextOf(block.children, found.keep), found);
      break;
    case 'list':
      for (const item of block.items) collectItem(item, found);
      break;
    case 'quote':
      for (const inner of block.blocks) collectBlock(inner, found);
      break;
    case 'callout':
      if (block.title.some(mayLink)) collectInlines(block.title, contextOf(block.title, found.keep), found);
      for (const inner of block.blocks) collectBlock(inner, found);
      break;
    case 'table':
      for (const row of [block.head, ...block.rows]) {
        if (!row.some((cell) => cell.children.some(mayLink))) continue;
        const context = row.map((cell) => plainText(cell.children)).join(' · ');
        const kept = found.keep(context.slice(0, CONTEXT_LENGTH));
        for (const cell of row) collectInlines(cell.children, kept, found);
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

/** Most runs of text hold no link, and need no context for one. */
function mayLink(inline: Inline): boolean {
  return 'children' in inline || inline.kind === 'embed' || inline.kind === 'remote';
}

function contextOf(children: readonly Inline[], keep: KeepText): string {
  return keep(evenSpaces(plainText(children)).trim().slice(0, CONTEXT_LENGTH));
}

/** Field by field: an object that is spread into another takes half as much memory again, and links are the most numerous there are. */
function linkFrom({ raw, embed, syntax, path, subpath, display, aliased, line, column }: LinkRef, context: string): NoteLink {
  return { raw, embed, syntax, path, subpath, display, aliased, line, column, context, property: null };
}

function collectInlines(inlines: readonly Inline[], context: string, found: Found): void {
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'link':
        found.links.push(linkFrom(inline.ref, context));
        collectInlines(inline.children, context, found);
        break;
      case 'embed': {
        const link = linkFrom(inline.ref, context);
        const { alt, width } = inline;
        const { page, height } = pdfPlaceFrom(inline.ref);
        found.links.push(link);
        found.embeds.push({ ...link, kind: embedKindFrom(inline.ref), alt, width, height: inline.height ?? height, page });
        break;
      }
      case 'remote': {
        const { line, href, alt, width, height } = inline;
        if (!isDataPicture(href)) found.remotes.push({ line, href, alt, width, height });
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
      case 'tag':
      case 'footnote':
      case 'html':
        break;
    }
  }
}
