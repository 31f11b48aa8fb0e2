import { compareText } from '../diagnostics/order.ts';
import type { PageUrl } from '../graph/graph.ts';
import type { Document } from '../notes/document.ts';
import type { Note } from '../notes/note.ts';
import { hrefOf, type ViewContext } from './context.ts';
import type { DocumentRow } from './document-view.ts';
import type { BrowseView, KindView } from './list-view.ts';
import { paged } from './paging.ts';
import { noteListRow } from './rows.ts';

/** One folder: its own notes, canvases and bases, and its sub-folders; `total` counts what lies in it and below. */
interface Folder {
  readonly notes: readonly Note[];
  readonly documents: readonly Document[];
  readonly children: readonly string[];
  readonly total: number;
}

/** Folders that hold notes or documents, themselves or below; '' is the root. */
export interface FolderTree {
  readonly folders: ReadonlyMap<string, Folder>;
}

interface GrowingFolder {
  readonly notes: Note[];
  readonly documents: Document[];
  readonly children: Set<string>;
  total: number;
}

/** The vault's folders from the paths of notes and documents. */
export function folderTree(notes: Iterable<Note>, documents: Iterable<Document>): FolderTree {
  const empty = (): GrowingFolder => ({ notes: [], documents: [], children: new Set(), total: 0 });
  const folders = new Map<string, GrowingFolder>([['', empty()]]);
  const ensure = (path: string): GrowingFolder => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const folder = empty();
    folders.set(path, folder);
    ensure(parentOf(path)).children.add(path);
    return folder;
  };
  const count = (folder: string): void => {
    let path = folder;
    for (;;) {
      ensure(path).total += 1;
      if (path === '') break;
      path = parentOf(path);
    }
  };
  for (const note of notes) {
    ensure(parentOf(note.path)).notes.push(note);
    count(parentOf(note.path));
  }
  for (const document of documents) {
    ensure(parentOf(document.path)).documents.push(document);
    count(parentOf(document.path));
  }
  return { folders: new Map([...folders].map(([path, folder]) => [path, { ...folder, children: [...folder.children].sort() }])) };
}

/**
 * What of a brief stands on no list of its own (meetings, accounts and people do), in one folder without a name: where notes lie in the vault is
 * nothing to its readers. No folder at all where there is nothing.
 */
export function briefShelf(notes: Iterable<Note>, documents: Iterable<Document>): FolderTree {
  const others = [...notes].filter(({ kind }) => kind !== 'meeting' && kind !== 'account' && kind !== 'person');
  const shelf = { notes: others.sort((a, b) => compareText(a.title, b.title)), documents: [...documents], children: [] };
  const total = shelf.notes.length + shelf.documents.length;
  return { folders: new Map(total === 0 ? [] : [['', { ...shelf, total }]]) };
}

/** The folder a path lies in; '' for the root. */
export function parentOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at === -1 ? '' : path.slice(0, at);
}

/** One page of a folder: sub-folders, then notes by name, then canvases and bases. */
export function browseView(
  ctx: ViewContext,
  tree: FolderTree,
  folder: string,
  base: PageUrl,
  current: number,
  kinds: BrowseView['kinds'],
): BrowseView {
  const own = tree.folders.get(folder) ?? { notes: [], documents: [], children: [], total: 0 };
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
    documents: current === 1 ? own.documents.map((document) => documentRow(ctx, document)) : [],
    kinds: folder === '' ? kinds : [],
    paging,
  };
}

/** A canvas or base as row of a list. */
function documentRow(ctx: ViewContext, document: Document): DocumentRow {
  const href = hrefOf(ctx.graph.pageUrls.document(document.path));
  const held =
    document.kind === 'canvas'
      ? [document.nodes.filter((node) => node.kind !== 'group').length, 'card']
      : [document.content?.views.length ?? 0, 'view'];
  const detail = document.problem === null ? `${held[0]} ${held[1]}${held[0] === 1 ? '' : 's'}` : 'can not be read';
  return { text: document.title, href, kind: document.kind, detail };
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
