import type { Config } from '../config/config.ts';
import type { Action, Graph } from '../graph/graph.ts';
import type { Tree } from '../markdown/tree.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import type { NoteFile, Vault, VaultPath } from '../vault/vault.ts';
import { groupBy, noteAt, type ViewContext } from './context.ts';
import type { SiteInfo } from './site-data.ts';
import { tagFamilies } from './tags.ts';

/** The context of all views of one site; lookups are made here, once. */
export function viewContext(input: {
  readonly graph: Graph;
  readonly config: Config;
  readonly info: SiteInfo;
  readonly treeOf: (file: NoteFile) => Tree;
  readonly pixelsOf?: Vault['pixelsOf'];
}): ViewContext {
  const { graph, config, info } = input;
  const treeOf = (path: VaultPath): Tree => input.treeOf(noteAt(ctx, path).file);
  const ctx: ViewContext = {
    graph,
    config,
    info,
    treeOf,
    pixelsOf: input.pixelsOf,
    formatDate: dateFormatter(config.locale, graph.asOf),
    actionsOf: groupByAccount(graph, graph.actions, (action) => [action.account, action.sources[0]?.path]),
    actionsOfOwner: groupBy(graph.actions, (action) => action.owner),
    actionsOfNote: actionsByNote(graph.actions),
    decisionsOf: groupByAccount(graph, graph.decisions, ({ account, source }) => [account, source.path]),
    factsOf: groupByAccount(graph, graph.facts, ({ account, path }) => [account, path]),
    cards: new Map(),
    chips: new Map(),
    tagFamilies: tagFamilies(graph.tags),
  };
  return ctx;
}

/** The context as it is when some notes have another text and all relations are still what they were. */
export function contextWithTexts(ctx: ViewContext, notes: readonly Note[], treeOf: (file: NoteFile) => Tree): ViewContext {
  const known = new Map(ctx.graph.notes);
  for (const note of notes) if (known.has(note.path)) known.set(note.path, note);
  const graph = { ...ctx.graph, notes: known };
  const changed: ViewContext = { ...ctx, graph, cards: new Map(), treeOf: (path) => treeOf(noteAt(changed, path).file) };
  return changed;
}

/** Groups what notes say by account, keeping order: what a note of several accounts says stands with each of them. */
function groupByAccount<T>(
  { accountsOf }: Graph,
  items: readonly T[],
  placeOf: (item: T) => readonly [account: string | null, path: VaultPath | undefined],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const [account, path] = placeOf(item);
    const shared = path === undefined ? [] : (accountsOf.get(path) ?? []);
    if (account !== null) addTo(groups, account, item);
    for (const name of shared) if (name !== account) addTo(groups, name, item);
  }
  return groups;
}

/** Adds an item to a group that may have been given the same item last. */
function addTo<K, V>(groups: Map<K, V[]>, key: K, item: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else if (group.at(-1) !== item) group.push(item);
}

function actionsByNote(actions: readonly Action[]): ReadonlyMap<VaultPath, readonly Action[]> {
  const byNote = new Map<VaultPath, Action[]>();
  for (const action of actions) for (const { path } of action.sources) addTo(byNote, path, action);
  return byNote;
}

function dateFormatter(locale: string, asOf: IsoDate | null): (date: IsoDate) => string {
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  // A wiki has few days and writes each of them many times.
  const written = new Map<IsoDate, string>();
  return (date) => {
    const text = written.get(date) ?? (date.slice(0, 4) === asOf?.slice(0, 4) ? short : long).format(new Date(`${date}T00:00:00Z`));
    written.set(date, text);
    return text;
  };
}
