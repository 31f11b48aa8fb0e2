import type { Graph, Href } from '../graph/graph.ts';
import type { VaultPath } from '../vault/vault.ts';
import { hrefOf, noteAt, urlOf, type ViewContext } from './context.ts';
import type { LocalMap } from './row.ts';

/** Where neighbours stand, in order of weight, in a box of 264 × 190 around the note: two columns, so that no two labels meet. */
const PLACES = [
  [56, 26],
  [208, 26],
  [46, 96],
  [218, 96],
  [56, 162],
  [208, 162],
] as const;
const CENTRE = [132, 72] as const;
/** Letters of a label that fit beside its neighbours. */
const LABEL = 15;
const SELF_LABEL = 20;

interface Neighbour {
  readonly text: string;
  readonly href: Href;
  readonly role: 'account' | 'note' | 'ghost';
  readonly path: VaultPath | null;
  weight: number;
}

/** What is one link away from a note, most connected first; null when it has fewer than two neighbours. */
export function localMap(ctx: ViewContext, path: VaultPath): LocalMap | null {
  const neighbours = neighboursOf(ctx, path).slice(0, PLACES.length);
  if (neighbours.length < 2) return null;
  const self = noteAt(ctx, path);
  const nodes: LocalMap['nodes'][number][] = [
    { text: short(self.title, SELF_LABEL), full: self.title, href: hrefOf(urlOf(ctx, path)), x: CENTRE[0], y: CENTRE[1], role: 'self' },
    ...neighbours.map(({ text, href, role }, i) => {
      const [x, y] = PLACES[i] ?? CENTRE;
      return { text: short(text, LABEL), full: text, href, role, x, y };
    }),
  ];
  const edges = neighbours.map((_, i) => ({ from: 0, to: i + 1 }));
  const between = neighbours.flatMap((a, i) =>
    neighbours.flatMap((b, j) =>
      i < j && a.path !== null && b.path !== null && linked(ctx.graph, a.path, b.path) ? [{ from: i + 1, to: j + 1 }] : [],
    ),
  );
  return { nodes, edges: [...edges, ...between] };
}

function neighboursOf(ctx: ViewContext, path: VaultPath): readonly Neighbour[] {
  const found = new Map<string, Neighbour>();
  const meet = (href: Href, text: string, role: Neighbour['role'], of: VaultPath | null): void => {
    const page = href.replace(/#.*$/u, '');
    const known = found.get(page);
    if (known === undefined) found.set(page, { text, href: page as Href, role, path: of, weight: 1 });
    else known.weight += 1;
  };
  const own = urlOf(ctx, path) as string;
  for (const { to } of ctx.graph.links.get(path) ?? []) {
    if (to.href === null || to.href.startsWith(own) || to.href.startsWith('files/')) continue;
    if (to.target === null) meet(to.href, to.name, to.status === 'derived' ? 'note' : 'ghost', null);
    else {
      const note = ctx.graph.notes.get(to.target);
      if (note !== undefined && note.path !== path) meet(to.href, note.title, note.kind === 'account' ? 'account' : 'note', note.path);
    }
  }
  for (const { from } of (ctx.graph.backlinks.get(path) ?? []).slice(0, 400)) {
    const note = noteAt(ctx, from);
    meet(hrefOf(urlOf(ctx, from)), note.title, note.kind === 'account' ? 'account' : 'note', from);
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight || (a.href < b.href ? -1 : 1));
}

function linked(graph: Graph, a: VaultPath, b: VaultPath): boolean {
  const to = (from: VaultPath, target: VaultPath): boolean => (graph.links.get(from) ?? []).some((row) => row.to.target === target);
  return to(a, b) || to(b, a);
}

function short(text: string, length: number): string {
  const plain = text.replace(/^\d{4}-\d{2}-\d{2}\s*[-–—]?\s*/u, '') || text;
  return plain.length <= length ? plain : `${plain.slice(0, length - 1).trimEnd()}…`;
}
