import type { PageUrl, ResolvedLink } from '../graph/graph.ts';
import { wordsOfVia } from '../graph/link-table.ts';
import type { Block, Tree } from '../markdown/tree.ts';
import type { Note } from '../notes/note.ts';
import { drawLabel, drawNote } from '../render/draw.ts';
import type { DrawContext } from '../render/drawing.ts';
import { backlinkRows, mentionTotal } from './backlinks.ts';
import { drawContext, hrefOf, type ViewContext } from './context.ts';
import { languageOfNote, layoutsOf } from './language.ts';
import { localMap } from './local-map.ts';
import { propertyRows } from './properties.ts';
import { provenanceOf } from './provenance.ts';
import type { NoteBody, OutlineEntry, Ref } from './row.ts';
import { tagRef } from './rows.ts';
import type { PageShows } from './shown-elsewhere.ts';

/** Which top-level blocks of a note a page leaves out because it shows them in a better form. */
export type OmitBlock = (block: Block, at: number, tree: Tree) => boolean;

/**
 * Everything a page shows of a note's own text. `shows` is what the page says of the note in other places. A page that is not about the note alone,
 * and so lists mentions itself and has no outline, asks for neither (`beside`).
 */
export function noteBody(ctx: ViewContext, note: Note, page: PageUrl, shows: PageShows, omit?: OmitBlock, beside = true): NoteBody {
  const tree = ctx.treeOf(note.path);
  const kept: Tree = omit === undefined ? tree : { ...tree, blocks: tree.blocks.filter((block, at) => !omit(block, at, tree)) };
  const language = languageOfNote(ctx, note);
  const draw: DrawContext = { ...drawContext(ctx, note.path, page), direction: language.dir ?? 'ltr' };
  const html = drawNote(draw, note, kept);
  const classes = layoutsOf(note);
  const links = ctx.graph.links.get(note.path) ?? [];
  const mentions = ctx.graph.backlinks.get(note.path) ?? [];
  return {
    path: note.path,
    kind: note.kind,
    html,
    outline: beside ? outlineOf(note, kept, draw) : [],
    properties: classes.includes('note-no-properties') ? [] : propertyRows(ctx, note, page, shows),
    tags: note.tags.flatMap((tag) => tagRef(ctx, tag)),
    backlinks: beside ? backlinkRows(ctx, mentions, ctx.graph.accountsOf.get(note.path)?.[0] ?? null) : [],
    backlinkTotal: mentionTotal(mentions),
    editHref: editHref(ctx.config.links.editUrl, note.path),
    map: localMap(ctx, note.path),
    canvases: canvasesOf(ctx, note),
    provenance: provenanceOf(ctx, note, tree, draw),
    links: linkSums(links),
    repairs: note.repairs.length,
    language,
    classes,
    // A note with errors gets into no brief; the rest is for who can mend it.
    notices: ctx.info.brief ? [] : noticesOf(note),
  };
}

function outlineOf(note: Note, { blocks }: Tree, draw: DrawContext): readonly OutlineEntry[] {
  const headings = new Map<number, Extract<Block, { kind: 'heading' }>>();
  for (const block of blocks) if (block.kind === 'heading') headings.set(block.line, block);
  const outline: OutlineEntry[] = [];
  for (const { line, text, level, id } of note.headings) {
    const block = headings.get(line);
    if (block === undefined || line === note.titleLine || text === '') continue;
    outline.push({ level, html: drawLabel(draw, block.children), id });
  }
  return outline;
}

/** What a reader should know: errors, and frontmatter that was meant as such but could not be taken. */
function noticesOf(note: Note): NoteBody['notices'] {
  if (note.diagnostics.length === 0) return [];
  return note.diagnostics
    .filter(({ severity, code }) => severity === 'error' || code.startsWith('frontmatter-') || code === 'mdx-untrusted')
    .map(({ message, severity, line }) => ({ text: line === null ? message : `Line ${line}: ${message}`, severity }));
}

function canvasesOf(ctx: ViewContext, note: Note): readonly Ref[] {
  return (ctx.graph.canvasesOf.get(note.path) ?? []).map((path) => ({
    text: ctx.graph.documents.get(path)?.title ?? path,
    href: hrefOf(ctx.graph.pageUrls.document(path)),
  }));
}

/** The address of a note in an editor: config's pattern with the note's path, percent-encoded but for its slashes, in the place of `{path}`. */
export function editHref(pattern: string | null, path: string): string | null {
  return pattern === null ? null : pattern.replaceAll('{path}', () => path.split('/').map(encodeURIComponent).join('/'));
}

const isSound = ({ to: { status } }: ResolvedLink): boolean => status === 'found' || status === 'derived';

function linkSums(links: readonly ResolvedLink[]): NoteBody['links'] {
  if (links.every(isSound)) return { sound: links.length, healed: [], missing: [] };
  const healed = new Map<string, Ref & { readonly why: string }>();
  const missing = new Map<string, Ref>();
  let sound = 0;
  for (const { link, to } of links) {
    if (to.status === 'healed' && to.href !== null) healed.set(to.href, { text: link.display, href: to.href, why: wordsOfVia(to.via) });
    else if ((to.status === 'missing' || to.status === 'ambiguous') && to.href !== null)
      missing.set(to.href, { text: to.name, href: to.href, ghost: true });
    else if (to.status === 'found' || to.status === 'derived') sound += 1;
  }
  return { sound, healed: [...healed.values()], missing: [...missing.values()] };
}
