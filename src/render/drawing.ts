import type { Graph, PageUrl, Tag } from '../graph/graph.ts';
import { blockAnchor, lineAnchor } from '../markdown/anchors.ts';
import type { Block, FootnoteDefinition, Inline, Tree } from '../markdown/tree.ts';
import type { Direction } from '../notes/direction.ts';
import type { IsoDate, Note, Task } from '../notes/note.ts';
import type { Pixels, VaultPath } from '../vault/vault.ts';
import { escapeHtml } from './escape.ts';
import { relativeHref } from './relative-href.ts';

/** What drawing needs to know of the world around a text. */
export interface DrawContext {
  readonly graph: Graph;
  /** The note whose text it is: links are resolved from there. */
  readonly from: VaultPath;
  /** The page the text is shown on: hrefs are relative to it. */
  readonly page: PageUrl;
  /** Whether images on other sites are shown; otherwise they become links. */
  readonly remoteImages: boolean;
  /** For people outside, who know of no vault: how a link was found, and what a missing file is called, is not said. Default: false. */
  readonly brief?: boolean;
  /** Trees of other notes, for embeds. */
  readonly treeOf: (path: VaultPath) => Tree;
  /** Anchors of headings by line. Default: those of the note `from`. */
  readonly headingIds?: ReadonlyMap<number, string>;
  /** Level of the heading the text stands under. Default 1, the page's title. */
  readonly headingBase?: number;
  /** Size of a picture of the vault; default: not known. */
  readonly pixelsOf?: (path: VaultPath) => Pixels | null;
  /** Which way the place runs that the text is shown in. Default: from left to right. */
  readonly direction?: Direction;
  /** Dates for people; default as written. */
  readonly formatDate?: (date: IsoDate) => string;
}

/** The two functions everything calls back into, handed along so that no file needs to import them in a circle. */
export interface Painter {
  readonly blocks: (drawing: Drawing, blocks: readonly Block[]) => string;
  readonly inlines: (drawing: Drawing, inlines: readonly Inline[], inLink?: boolean) => string;
}

/** One text being drawn. What changes on the way is kept here; an embedded text has a drawing of its own. */
export interface Drawing {
  readonly ctx: DrawContext;
  readonly paint: Painter;
  readonly headingIds: ReadonlyMap<number, string>;
  readonly tasks: ReadonlyMap<number, Task>;
  /** Notes around the text, outermost first, itself included. */
  readonly embedStack: readonly VaultPath[];
  /** Shared by a text and all it embeds. */
  readonly budget: { left: number; embeds: number; formulas: number; coloured: number };
  /** Empty for the page's own text. Embedded text has anchors for its footnotes only, with this before them. */
  readonly idPrefix: string;
  readonly usedIds: Set<string>;
  outline: Outline;
  /** Null where there is no place for notes below the text. */
  readonly notes: Notes | null;
}

/** Levels of the headings around the place being drawn. */
export interface Outline {
  readonly base: number;
  readonly levels: number[];
}

/** Footnotes in order of their first mark. */
export interface Notes {
  readonly defined: ReadonlyMap<string, FootnoteDefinition>;
  /** Those whose label is taken by one before. */
  readonly repeated: readonly FootnoteDefinition[];
  readonly numbers: Map<string, number>;
  readonly list: Footnote[];
}

/** One footnote in the order they are drawn. */
export interface Footnote {
  readonly blocks: readonly Block[] | null;
  readonly inlines: readonly Inline[] | null;
  readonly marked: boolean;
  /** Anchor of its text, and of its first mark. */
  readonly anchor: string;
  readonly markAnchor: string;
}

/** Characters of HTML that embeds may add to one page. */
const EMBED_BUDGET = 1_000_000;

export function newDrawing(ctx: DrawContext, paint: Painter, footnotes: readonly FootnoteDefinition[] | null): Drawing {
  return {
    ctx,
    paint,
    headingIds: ctx.headingIds ?? headingIdsOf(ctx.graph, ctx.from),
    tasks: tasksOf(ctx.graph, ctx.from),
    embedStack: [ctx.from],
    budget: { left: EMBED_BUDGET, embeds: 0, formulas: 0, coloured: 0 },
    idPrefix: '',
    usedIds: new Set(),
    outline: { base: ctx.headingBase ?? 1, levels: [] },
    notes: footnotes === null ? null : newNotes(footnotes),
  };
}

/** A drawing for the text of `path` inside another one. */
export function embeddedDrawing(outer: Drawing, path: VaultPath, footnotes: readonly FootnoteDefinition[]): Drawing {
  outer.budget.embeds += 1;
  const { headingIds: _, ...ctx } = outer.ctx;
  return {
    ...outer,
    ctx: { ...ctx, from: path },
    headingIds: new Map(),
    tasks: tasksOf(outer.ctx.graph, path),
    embedStack: [...outer.embedStack, path],
    idPrefix: `e-${outer.budget.embeds}-`,
    usedIds: new Set(),
    outline: innerOutline(outer.outline),
    notes: newNotes(footnotes),
  };
}

function newNotes(footnotes: readonly FootnoteDefinition[]): Notes {
  const defined = new Map<string, FootnoteDefinition>();
  const repeated: FootnoteDefinition[] = [];
  for (const note of footnotes) {
    if (defined.has(note.label)) repeated.push(note);
    else defined.set(note.label, note);
  }
  return { defined, repeated, numbers: new Map(), list: [] };
}

/** The outline for text inside a quote, callout, item or embed: its headings stand below the current one. */
export function innerOutline(outline: Outline): Outline {
  return { base: Math.min(5, outline.base + outline.levels.length), levels: [] };
}

/** Draws inside a container, with an outline of its own. */
export function within(drawing: Drawing, draw: () => string): string {
  const outer = drawing.outline;
  drawing.outline = innerOutline(outer);
  const html = draw();
  drawing.outline = outer;
  return html;
}

/** `id="…"` for a block with an id, once a page, with a space before it; nothing inside embeds. */
export function blockIdAttribute(drawing: Drawing, id: string | null): string {
  return id === null ? '' : idAttribute(drawing, blockAnchor(id));
}

export function lineIdAttribute(drawing: Drawing, line: number): string {
  return idAttribute(drawing, lineAnchor(line));
}

function idAttribute(drawing: Drawing, id: string): string {
  if (drawing.idPrefix !== '' || drawing.usedIds.has(id)) return '';
  drawing.usedIds.add(id);
  return ` id="${escapeHtml(id)}"`;
}

/** An address within the site for an attribute. */
export function hrefFrom(drawing: Drawing, href: string): string {
  return escapeHtml(relativeHref(drawing.ctx.page, href));
}

export function dateText(drawing: Drawing, date: IsoDate): string {
  return `<time datetime="${escapeHtml(date)}">${escapeHtml(drawing.ctx.formatDate?.(date) ?? date)}</time>`;
}

/** Tables of one note by line, kept as long as the note: a page draws many single lines of it. */
const tables = { headings: new WeakMap<Note, ReadonlyMap<number, string>>(), tasks: new WeakMap<Note, ReadonlyMap<number, Task>>() };

function headingIdsOf(graph: Graph, path: VaultPath): ReadonlyMap<number, string> {
  return kept(tables.headings, graph.notes.get(path), ({ headings }) => headings.map(({ line, id }) => [line, id]));
}

function tasksOf(graph: Graph, path: VaultPath): ReadonlyMap<number, Task> {
  return kept(tables.tasks, graph.notes.get(path), ({ tasks }) => tasks.map((task) => [task.line, task]));
}

function kept<T>(
  known: WeakMap<Note, ReadonlyMap<number, T>>,
  note: Note | undefined,
  rows: (note: Note) => readonly (readonly [number, T])[],
): ReadonlyMap<number, T> {
  if (note === undefined) return new Map();
  let table = known.get(note);
  if (table === undefined) {
    table = new Map(rows(note));
    known.set(note, table);
  }
  return table;
}

const tagTables = new WeakMap<Graph, ReadonlyMap<string, Tag>>();

/** The tag of a graph by its name, whatever its case. The table is made once a graph. */
export function tagOf(graph: Graph, name: string): Tag | undefined {
  let table = tagTables.get(graph);
  if (table === undefined) {
    table = new Map(graph.tags.map((tag) => [tag.tag.toLowerCase(), tag]));
    tagTables.set(graph, table);
  }
  return table.get(name.normalize('NFC').toLowerCase());
}
