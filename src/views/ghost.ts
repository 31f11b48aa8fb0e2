import { compareText } from '../diagnostics/order.ts';
import { ghostKey } from '../graph/ghosts.ts';
import type { Account, Ghost, Graph } from '../graph/graph.ts';
import { type Named, type NearIndex, nearIndex, nearNames } from '../graph/near-names.ts';
import type { IsoDate } from '../notes/note.ts';
import { nameFromPath } from '../notes/title.ts';
import type { VaultPath } from '../vault/vault.ts';
import { backlinkRows, MENTION_BYTES, mentionTotal, unlinkedRows } from './backlinks.ts';
import { parentOf } from './browse.ts';
import { accountRef, hrefOf, noteAt, noteRef, type ViewContext } from './context.ts';
import type { Ref } from './row.ts';
import type { GhostView } from './view.ts';

const DATE = /^(\d{4}-\d{2}-\d{2})(?!\d)\s*[-–—]?\s*/u;
/** What no file of a vault that syncs everywhere can be called. */
const UNFIT = /[\\:*?"<>|#^[\]]/u;
/** Most meetings of one day offered. */
const SAME_DAY = 3;

/** The page of a name without a note: every mention in context, what may have been meant, candidates when several notes fit, what would mend it. */
export function ghostView(ctx: ViewContext, ghost: Ghost): GhostView {
  const date = DATE.exec(ghost.name)?.[1] ?? null;
  const from = [...new Set(ghost.mentions.map((mention) => mention.from))];
  const dates = from.flatMap((path) => noteAt(ctx, path).date ?? []).sort(compareText);
  const accounts = [...new Set(from.flatMap((path) => ctx.graph.accountsOf.get(path) ?? []))].sort(compareText);
  const made = from.filter((path) => isMadeFrom(ctx, path, ghost));
  // Files and canvases can bear the name too; they are no notes to choose from.
  const candidates = ghost.candidates.filter((path) => ctx.graph.notes.has(path));
  const missing = candidates.length > 0 ? 'choice' : made.length > 0 ? 'source' : date === null ? 'note' : 'meeting';
  return {
    kind: 'ghost',
    name: ghost.name,
    title: ghost.name.replace(DATE, '') || ghost.name,
    date,
    missing,
    mentions: backlinkRows(ctx, ghost.mentions, null, MENTION_BYTES),
    mentionTotal: mentionTotal(ghost.mentions),
    accounts: accounts.flatMap((name) => accountRef(ctx, name) ?? []),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    unlinked: unlinkedRows(ctx, ghost.url, null),
    near: missing === 'source' || missing === 'choice' ? [] : nearOf(ctx, ghost, date, accounts),
    made: made.map((path) => noteRef(ctx, path)),
    candidates: candidates.map((path) => ({ ...noteRef(ctx, path), path })),
    file: fileOf(ctx, ghost, missing, accounts),
  };
}

/** True for a note that names the ghost as the file it was made from. */
function isMadeFrom(ctx: ViewContext, path: VaultPath, { key }: Ghost): boolean {
  const ref = noteAt(ctx, path).source?.ref ?? null;
  return ref !== null && !ref.includes('://') && ghostKey(/^\s*\[\[([^\]|#]+)/u.exec(ref)?.[1] ?? ref) === key;
}

function nearOf(ctx: ViewContext, ghost: Ghost, date: IsoDate | null, accounts: readonly string[]): GhostView['near'] {
  const near = nearNames(indexOf(ctx.graph), ghost.name).map(({ item, reason }) => ({ ...item, reason }));
  const known = new Set<string>(near.map(({ href }) => href));
  const sameDay = date === null ? [] : accounts.flatMap((name) => meetingsOn(ctx, ctx.graph.accountByName(name), date));
  return [
    ...near,
    ...[...new Map(sameDay.map((ref) => [ref.href as string, ref])).values()]
      .filter(({ href }) => !known.has(href))
      .slice(0, SAME_DAY)
      .map((ref) => ({ ...ref, reason: 'day' as const })),
  ];
}

function meetingsOn(ctx: ViewContext, account: Account | undefined, date: IsoDate): readonly Ref[] {
  return (account?.meetings ?? []).filter((path) => noteAt(ctx, path).date === date).map((path) => noteRef(ctx, path));
}

const indexes = new WeakMap<Graph, NearIndex<Ref>>();

/** All that a name can have meant: notes by title, file name and alias; accounts and people without a note. Built for the first page that asks. */
function indexOf(graph: Graph): NearIndex<Ref> {
  let index = indexes.get(graph);
  if (index === undefined) {
    const derived = [...graph.accounts, ...graph.people].filter(({ note }) => note === null);
    index = nearIndex([
      ...[...graph.notes.values()].map(({ path, title, aliases, date, kind }): Named<Ref> => {
        const item = { text: title, href: hrefOf(graph.pageUrls.note(path)) };
        return { item, names: [title, nameFromPath(path), ...aliases], date, isPart: kind !== 'account' && kind !== 'person' };
      }),
      ...derived.map(
        ({ name, url }): Named<Ref> => ({ item: { text: name, href: hrefOf(url) }, names: [name], date: null, isPart: false }),
      ),
    ]);
    indexes.set(graph, index);
  }
  return index;
}

/** The path that the first link names; a meeting's lies where those of its account do. */
function fileOf(ctx: ViewContext, ghost: Ghost, missing: GhostView['missing'], accounts: readonly string[]): string | null {
  if (missing === 'choice') return null;
  const path = ghost.path.replace(/\.md$/iu, '').trim();
  if (UNFIT.test(path) || path.split('/').some((part) => part === '' || part === '.' || part === '..')) return null;
  const [account, other] = accounts;
  const folder =
    missing !== 'meeting' || path.includes('/') || account === undefined || other !== undefined
      ? ''
      : folderOf(ctx.graph.accountByName(account)?.meetings ?? []);
  return `${folder}${path}.md`;
}

/** The folder most of them lie in, with its slash. */
function folderOf(paths: readonly VaultPath[]): string {
  const folders = Map.groupBy(paths, parentOf);
  const [best] = [...folders].sort(([a, own], [b, others]) => others.length - own.length || compareText(a, b));
  return best === undefined || best[0] === '' ? '' : `${best[0]}/`;
}
