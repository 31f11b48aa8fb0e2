import type { PageUrl, ResolvedLink } from '../graph/graph.ts';
import { wordsOfVia } from '../graph/link-table.ts';
import type { Block, Tree } from '../markdown/tree.ts';
import { walkBlocks } from '../markdown/walk.ts';
import type { Note } from '../notes/note.ts';
import { drawNote } from '../render/draw.ts';
import { backlinkRows, mentionTotal } from './backlinks.ts';
import { drawContext, type ViewContext } from './context.ts';
import { localMap } from './local-map.ts';
import { propertyRows } from './properties.ts';
import type { NoteBody, Provenance, Ref } from './row.ts';
import { tagRef } from './rows.ts';

/** Which top-level blocks of a note a page leaves out because it shows them in a better form. */
export type OmitBlock = (block: Block, at: number, tree: Tree) => boolean;

/** Everything a page shows of a note's own text. */
export function noteBody(ctx: ViewContext, note: Note, page: PageUrl, omit?: OmitBlock): NoteBody {
  const tree = ctx.treeOf(note.path);
  const kept: Tree = omit === undefined ? tree : { ...tree, blocks: tree.blocks.filter((block, at) => !omit(block, at, tree)) };
  const shown = new Set(kept.blocks.map((block) => block.line));
  const html = drawNote(drawContext(ctx, note.path, page), note, kept);
  const links = ctx.graph.links.get(note.path) ?? [];
  const mentions = ctx.graph.backlinks.get(note.path) ?? [];
  return {
    path: note.path,
    kind: note.kind,
    html,
    outline: note.headings
      .filter((heading) => heading.line !== note.titleLine && heading.text !== '' && shown.has(heading.line))
      .map(({ level, text, id }) => ({ level, text, id })),
    properties: propertyRows(ctx, note),
    tags: note.tags.flatMap((tag) => tagRef(ctx, tag)),
    backlinks: backlinkRows(ctx, mentions),
    backlinkTotal: mentionTotal(mentions),
    editHref: editHref(ctx.config.links.editUrl, note.path),
    map: localMap(ctx, note.path),
    provenance: provenanceOf(ctx, note),
    links: linkSums(links),
    repairs: note.repairs.length,
    hasMermaid: hasMermaid(kept),
    notices: note.diagnostics
      .filter((finding) => finding.severity === 'error')
      .map((finding) => ({ text: finding.message, severity: finding.severity })),
  };
}

/** The address of a note in an editor: config's pattern with the note's path, percent-encoded but for its slashes, in the place of `{path}`. */
export function editHref(pattern: string | null, path: string): string | null {
  return pattern === null ? null : pattern.replaceAll('{path}', () => path.split('/').map(encodeURIComponent).join('/'));
}

function linkSums(links: readonly ResolvedLink[]): NoteBody['links'] {
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

function hasMermaid(tree: Tree): boolean {
  let found = false;
  walkBlocks(tree, (block) => {
    if (block.kind === 'code' && block.lang.toLowerCase() === 'mermaid') found = true;
  });
  return found;
}

/** Where a note says it came from, whether that source is in the vault, and whether its body names another one. */
function provenanceOf(ctx: ViewContext, note: Note): Provenance | null {
  if (note.source === null) return null;
  const { kind, ref } = note.source;
  const to = ref === null ? null : ctx.graph.resolve(note.path, ref, '', 'wiki');
  const inVault = to !== null && to.status === 'found' && to.target !== note.path;
  const bodyLink = note.links.findLast((link) => link.property === null && /^\s*source\b/iu.test(link.context));
  const plain = (path: string): string => path.replace(/\.md$/iu, '').normalize('NFC').trim();
  const named = bodyLink?.path.includes('/') === true ? bodyLink.path : null;
  const differs = ref !== null && named !== null && plain(named) !== plain(ref);
  return { kind, ref, href: inVault ? to.href : null, bodyRef: differs ? named : null };
}
