import type { Account, PageUrl } from '../graph/graph.ts';
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
  const chosen = ORDER.flatMap((shape) => best.filter((one) => one.shape === shape));
  return {
    nodes: [
      { title: self.title, href: hrefOf(self.page), shape: self.shape, way: null },
      ...chosen.map(({ title, page, shape, ...ways }) => ({ title, href: hrefOf(page), shape, way: wayOf(ways) })),
    ],
    arcs: arcsBetween(ctx, chosen),
  };
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
  const rowOfPath = new Map<string, number>(chosen.flatMap(({ path }, i) => (path === null ? [] : [[path, i + 1]])));
  const rowOfPage = new Map<string, number>(chosen.map(({ page }, i) => [page, i + 1]));
  const arcs = new Map<string, readonly [number, number]>();
  chosen.forEach(({ path }, i) => {
    if (path === null) return;
    for (const { to } of (ctx.graph.links.get(path) ?? []).slice(0, LINKS)) {
      const row = to.target === null ? rowOfPage.get(to.href ?? '') : rowOfPath.get(to.target);
      const other = chosen[(row ?? 0) - 1];
      if (row === undefined || other === undefined || row === i + 1) continue;
      if (isOwnNote(ctx, other, path) || (other.path !== null && isOwnNote(ctx, chosen[i], other.path))) continue;
      const pair = [Math.min(row, i + 1), Math.max(row, i + 1)] as const;
      arcs.set(pair.join(), pair);
    }
  });
  return [...arcs.values()].sort(([a, b], [c, d]) => b - a - (d - c) || a - c).slice(0, ARCS);
}

function isOwnNote(ctx: ViewContext, account: Neighbour | undefined, note: VaultPath): boolean {
  if (account?.shape !== 'account') return false;
  return (ctx.graph.accountsOf.get(note) ?? []).some((name) => ctx.graph.accountByName(name)?.url === account.page);
}
