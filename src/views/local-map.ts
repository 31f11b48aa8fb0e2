import type { Account, Graph, PageUrl, ResolvedLink } from '../graph/graph.ts';
import type { VaultPath } from '../vault/vault.ts';
import { hrefOf, noteAt, urlOf, type ViewContext } from './context.ts';
import { NEIGHBOURS, type Neighbour, neighboursOfAccount, neighboursOfNote, neighboursOfPerson } from './neighbours.ts';
import type { LocalMap, MapNode } from './row.ts';

/** Most links drawn between neighbours; the longest are left out first. */
const ARCS = 12;
/** Links looked at for one neighbour. */
const LINKS = 120;
const ORDER: readonly MapNode['shape'][] = ['account', 'person', 'note', 'ghost'];

/** What is one link away from a note, most connected first; null when that is nothing, and for the note of an account, whose page has `accountMap`. */
export function localMap(ctx: ViewContext, path: VaultPath): LocalMap | null {
  const note = noteAt(ctx, path);
  if (note.kind === 'account' && ctx.graph.accountByName(note.title)?.note === path) return null;
  const person = note.kind === 'person' ? ctx.graph.personByName(note.title) : undefined;
  const shape = note.kind === 'account' || note.kind === 'person' ? note.kind : 'note';
  const near = person?.note === path ? neighboursOfPerson(ctx, person) : neighboursOfNote(ctx, path);
  return mapFrom(ctx, { page: urlOf(ctx, path), title: note.title, shape }, near);
}

/** The neighbourhood of an account's notes, whether or not it has a note of its own. */
export function accountMap(ctx: ViewContext, account: Account): LocalMap | null {
  return mapFrom(ctx, { page: account.url, title: account.name, shape: 'account' }, neighboursOfAccount(ctx, account));
}

function mapFrom(
  ctx: ViewContext,
  self: { readonly page: PageUrl; readonly title: string; readonly shape: MapNode['shape'] },
  ranked: readonly Neighbour[],
): LocalMap | null {
  if (ranked.length === 0) return null;
  const best = chosenOf(ranked);
  const chosen: Neighbour[] = [];
  for (const shape of ORDER) for (const one of best) if (one.shape === shape) chosen.push(one);
  const nodes: MapNode[] = [{ title: self.title, href: hrefOf(self.page), shape: self.shape, way: null }];
  for (const one of chosen) nodes.push({ title: one.title, href: hrefOf(one.page), shape: one.shape, way: wayOf(one) });
  return { nodes, arcs: arcsBetween(ctx, chosen) };
}

/** The best, with an account among them where there is one. */
function chosenOf(ranked: readonly Neighbour[]): readonly Neighbour[] {
  const best = ranked.slice(0, NEIGHBOURS);
  const account = best.some(({ shape }) => shape === 'account') ? undefined : ranked.find(({ shape }) => shape === 'account');
  return account === undefined ? best : [...best.slice(0, NEIGHBOURS - 1), account];
}

function wayOf(ways: { readonly in: boolean; readonly out: boolean }): MapNode['way'] {
  return ways.in && ways.out ? 'both' : ways.out ? 'out' : ways.in ? 'in' : null;
}

/** Links between neighbours, but for those between an account and its own notes, which say nothing. */
function arcsBetween(ctx: ViewContext, chosen: readonly Neighbour[]): LocalMap['arcs'] {
  const leadsTo = chosen.map(({ path }) => (path === null ? NOWHERE : destinationsOf(ctx.graph, path)));
  const arcs: (readonly [number, number])[] = [];
  for (const [i, one] of chosen.entries()) {
    for (let j = i + 1; j < chosen.length; j++) {
      const other = chosen[j];
      if (other === undefined || !(leads(leadsTo[i], other) || leads(leadsTo[j], one))) continue;
      if (other.path !== null && isOwnNote(ctx, one, other.path)) continue;
      if (one.path !== null && isOwnNote(ctx, other, one.path)) continue;
      arcs.push([i + 1, j + 1]);
    }
  }
  return arcs.sort(([a, b], [c, d]) => b - a - (d - c) || a - c).slice(0, ARCS);
}

function leads(ends: ReadonlySet<string> | undefined, { path, page }: Neighbour): boolean {
  return ends !== undefined && ends.size > 0 && (ends.has(page) || (path !== null && ends.has(path)));
}

const destinations = new WeakMap<readonly ResolvedLink[], ReadonlySet<string>>();
const NOWHERE: ReadonlySet<string> = new Set();

/** Where the first links of a note lead: paths, and pages of what has no note. Kept as long as the links: a note is the neighbour of many. */
function destinationsOf(graph: Graph, path: VaultPath): ReadonlySet<string> {
  const links = graph.links.get(path);
  if (links === undefined) return NOWHERE;
  let known = destinations.get(links);
  if (known === undefined) {
    const ends = new Set<string>();
    for (let i = 0; i < links.length && i < LINKS; i += 1) {
      const to = links[i]?.to;
      ends.add(to?.target ?? to?.href ?? '');
    }
    known = ends;
    destinations.set(links, known);
  }
  return known;
}

function isOwnNote(ctx: ViewContext, account: Neighbour | undefined, note: VaultPath): boolean {
  if (account?.shape !== 'account') return false;
  return (ctx.graph.accountsOf.get(note) ?? []).some((name) => ctx.graph.accountByName(name)?.url === account.page);
}
