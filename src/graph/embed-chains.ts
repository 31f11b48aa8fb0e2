import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compareText } from '../diagnostics/order.ts';
import type { Note, NoteLink } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { LinkTable } from './link-table.ts';
import { findSubpath } from './subpath.ts';

/** Embeds inside embeds that a page shows. */
export const DEEPEST_EMBED = 5;

interface Edge {
  readonly to: VaultPath;
  readonly line: number;
  readonly raw: string;
}

/**
 * Findings about notes that embed each other, and about embeds that lie deeper than pages show them. A note may show a part of itself in another place.
 * Linear in the number of embeds.
 */
export function embedFindings(table: LinkTable, notes: ReadonlyMap<VaultPath, Note>): readonly Diagnostic[] {
  const edges = new Map<VaultPath, readonly Edge[]>();
  for (const [path, rows] of table.rows) {
    const own = rows.flatMap(({ link, to }) =>
      link.embed && to.kind === 'file' && notes.has(to.target) && !(to.target === path && isOtherPart(notes.get(path), link))
        ? [{ to: to.target, line: link.line, raw: link.raw }]
        : [],
    );
    if (own.length > 0) edges.set(path, own);
  }
  if (edges.size === 0) return [];
  const circles = circlesOf(edges);
  const circular = (from: VaultPath, to: VaultPath): boolean => from === to || (circles.get(from) ?? from) === (circles.get(to) ?? to);
  const heights = heightsOf(edges, circular);
  const findings: Diagnostic[] = [];
  for (const [path, own] of edges) {
    for (const { to, line, raw } of own) {
      if (circular(path, to)) {
        const message = path === to ? `${raw} embeds the note it stands in.` : `${raw}: ${to} embeds this note in turn.`;
        findings.push(diagnostic('embed-cycle', { path, line, message }));
      } else if (heights.get(to) === DEEPEST_EMBED) {
        const message = `${raw}: ${to} has embeds inside embeds, ${DEEPEST_EMBED} deep; the innermost are links here.`;
        findings.push(diagnostic('embed-depth', { path, line, message }));
      }
    }
  }
  return findings;
}

/** True for an embed of a part of its own note that it does not stand in. */
function isOtherPart(note: Note | undefined, link: NoteLink): boolean {
  const place = note === undefined || link.subpath === '' ? null : findSubpath(note, link.subpath);
  if (note === undefined || place === null) return false;
  if (place.kind !== 'heading') return place.line !== link.line;
  const level = note.headings.find(({ line }) => line === place.line)?.level ?? 0;
  const end = note.headings.find((heading) => heading.line > place.line && heading.level <= level)?.line ?? Number.POSITIVE_INFINITY;
  return link.line < place.line || link.line >= end;
}

/** For every note of a circle of embeds one note that stands for the circle (Tarjan's strongly connected components, without recursion). */
function circlesOf(edges: ReadonlyMap<VaultPath, readonly Edge[]>): ReadonlyMap<VaultPath, VaultPath> {
  const circleOf = new Map<VaultPath, VaultPath>();
  const index = new Map<VaultPath, number>();
  const low = new Map<VaultPath, number>();
  const open: VaultPath[] = [];
  const isOpen = new Set<VaultPath>();
  const lower = (path: VaultPath, value: number): void => {
    low.set(path, Math.min(low.get(path) ?? value, value));
  };
  for (const root of [...edges.keys()].sort(compareText)) {
    if (index.has(root)) continue;
    const path: { readonly at: VaultPath; next: number }[] = [];
    const enter = (at: VaultPath): void => {
      index.set(at, index.size);
      lower(at, index.size - 1);
      open.push(at);
      isOpen.add(at);
      path.push({ at, next: 0 });
    };
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { at } = top;
      const edge = edges.get(at)?.[top.next];
      top.next += 1;
      if (edge !== undefined) {
        if (!index.has(edge.to)) enter(edge.to);
        else if (isOpen.has(edge.to)) lower(at, index.get(edge.to) ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lower(parent.at, low.get(at) ?? 0);
      if (low.get(at) !== index.get(at)) continue;
      for (let member = open.pop(); member !== undefined; member = member === at ? undefined : open.pop()) {
        isOpen.delete(member);
        circleOf.set(member, at);
      }
    }
  }
  return circleOf;
}

/** How many embeds lie inside each other below a note, those of circles left out. */
function heightsOf(
  edges: ReadonlyMap<VaultPath, readonly Edge[]>,
  circular: (from: VaultPath, to: VaultPath) => boolean,
): ReadonlyMap<VaultPath, number> {
  const heights = new Map<VaultPath, number>();
  for (const root of edges.keys()) {
    const path: { readonly at: VaultPath; next: number; height: number }[] = heights.has(root) ? [] : [{ at: root, next: 0, height: 0 }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const edge = edges.get(top.at)?.[top.next];
      if (edge === undefined) {
        heights.set(top.at, top.height);
        path.pop();
        continue;
      }
      const below = circular(top.at, edge.to) ? -1 : heights.get(edge.to);
      if (below === undefined) {
        // Asked again once the note below is known.
        path.push({ at: edge.to, next: 0, height: 0 });
        continue;
      }
      top.height = Math.max(top.height, below + 1);
      top.next += 1;
    }
  }
  return heights;
}
