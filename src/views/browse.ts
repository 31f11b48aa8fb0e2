import type { PageUrl } from '../graph/graph.ts';
import type { Note } from '../notes/note.ts';
import { hrefOf, type ViewContext } from './context.ts';
import { paged } from './paging.ts';
import { noteListRow } from './rows.ts';
import type { BrowseView, KindView } from './view.ts';

/** Folders that hold notes, themselves or below, each with its own notes and its sub-folders; '' is the root. */
export interface FolderTree {
  readonly folders: ReadonlyMap<string, { readonly notes: readonly Note[]; readonly children: readonly string[]; readonly total: number }>;
}

/** The vault's folders from the notes' paths. */
export function folderTree(notes: Iterable<Note>): FolderTree {
  const folders = new Map<string, { notes: Note[]; children: Set<string>; total: number }>([
    ['', { notes: [], children: new Set(), total: 0 }],
  ]);
  const ensure = (path: string): { notes: Note[]; children: Set<string>; total: number } => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const folder = { notes: [], children: new Set<string>(), total: 0 };
    folders.set(path, folder);
    ensure(parentOf(path)).children.add(path);
    return folder;
  };
  for (const note of notes) {
    let path = parentOf(note.path);
    ensure(path).notes.push(note);
    for (;;) {
      ensure(path).total += 1;
      if (path === '') break;
      path = parentOf(path);
    }
  }
  return {
    folders: new Map(
      [...folders].map(([path, { notes: own, children, total }]) => [path, { notes: own, children: [...children].sort(), total }]),
    ),
  };
}

/** The folder a path lies in; '' for the root. */
export function parentOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at === -1 ? '' : path.slice(0, at);
}

/** One page of a folder: sub-folders, then notes by name. */
export function browseView(
  ctx: ViewContext,
  tree: FolderTree,
  folder: string,
  base: PageUrl,
  current: number,
  kinds: BrowseView['kinds'],
): BrowseView {
  const own = tree.folders.get(folder) ?? { notes: [], children: [], total: 0 };
  const { rows, paging } = paged(own.notes, base, current);
  return {
    kind: 'browse',
    folder,
    folders: own.children.map((path) => ({
      text: path.split('/').at(-1) ?? path,
      href: hrefOf(ctx.graph.pageUrls.folder(path)),
      count: tree.folders.get(path)?.total ?? 0,
    })),
    notes: rows.map((note) => noteListRow(ctx, note)),
    kinds: folder === '' ? kinds : [],
    paging,
  };
}

/** Kinds and types that get an index of their own: those without a better page (accounts, people and meetings have theirs). */
export function kindsOf(notes: Iterable<Note>): ReadonlyMap<string, readonly Note[]> {
  const kinds = new Map<string, Note[]>();
  for (const note of notes) {
    const kind = note.kind === 'note' ? note.type : note.kind === 'project' || note.kind === 'daily' ? note.kind : null;
    if (kind === null || kind === 'note') continue;
    const list = kinds.get(kind);
    if (list === undefined) kinds.set(kind, [note]);
    else list.push(note);
  }
  return new Map([...kinds].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const PLURALS: Readonly<Record<string, string>> = { daily: 'Daily notes', project: 'Projects', source: 'Sources', topic: 'Topics' };

/** `project` → `Projects`; types of the vault's own keep their word. */
export function labelOfKind(kind: string): string {
  return PLURALS[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** One page of the index of a kind: dated notes newest first, then by title. */
export function kindView(ctx: ViewContext, kind: string, notes: readonly Note[], base: PageUrl, current: number): KindView {
  const sorted = [...notes].sort((a, b) =>
    (a.date ?? '') === (b.date ?? '') ? (a.title < b.title ? -1 : 1) : (a.date ?? '') < (b.date ?? '') ? 1 : -1,
  );
  const { rows, paging } = paged(sorted, base, current);
  return { kind: 'kind', label: labelOfKind(kind), notes: rows.map((note) => noteListRow(ctx, note)), paging };
}
