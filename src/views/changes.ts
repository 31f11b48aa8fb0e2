import type { Href } from '../graph/graph.ts';
import { shortHash } from '../graph/slug.ts';
import type { Note } from '../notes/note.ts';
import type { PlannedFile } from './action-files.ts';
import { CHANGES, CONTENT_LETTERS, NAME_LETTERS, TITLES, titlesFile } from './change-list.ts';
import { accountRefOf, hrefOf, urlOf, type ViewContext } from './context.ts';

const lists = new WeakMap<ViewContext, readonly Note[]>();

/**
 * What a browser needs to tell a reader which notes changed since the last visit: the list of all notes, newest first, as names and digests of
 * fixed width, and titles in files of `TITLES` notes each, in the same order. Made of the notes of the scope alone: how pages look, and what other
 * notes say, changes nothing. Classic scripts, since a folder opened by double-click can load nothing else.
 */
export function planChangeFiles(ctx: ViewContext): readonly PlannedFile[] {
  const count = ctx.graph.notes.size;
  if (count === 0) return [];
  const list: PlannedFile = {
    path: CHANGES as Href,
    parts: () => [`globalThis.dossierNotes=${JSON.stringify(newestFirst(ctx).map(entryOf).join(''))};\n`],
  };
  const titles = Array.from({ length: Math.ceil(count / TITLES) }, (_, part) => ({
    path: titlesFile(part) as Href,
    parts: () => [titlesText(ctx, part)],
  }));
  return [...titles, list].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function entryOf(note: Note): string {
  return shortHash(note.path, NAME_LETTERS) + shortHash(note.file.digest, CONTENT_LETTERS);
}

/** Title, page, and account or date beside it, one row a note. */
function titlesText(ctx: ViewContext, part: number): string {
  const rows = newestFirst(ctx)
    .slice(part * TITLES, (part + 1) * TITLES)
    .map((note) =>
      [note.title, hrefOf(urlOf(ctx, note.path)), accountRefOf(ctx, note.path)?.text ?? ''].filter((text, i) => i < 2 || text),
    );
  return `(globalThis.dossierTitles??={})[${part}]=${JSON.stringify(rows)};\n`;
}

function newestFirst(ctx: ViewContext): readonly Note[] {
  const known =
    lists.get(ctx) ??
    [...ctx.graph.notes.values()]
      .map((note) => ({ note, date: note.date ?? note.updated ?? '' }))
      .sort(byDate)
      .map(({ note }) => note);
  lists.set(ctx, known);
  return known;
}

type Dated = { readonly note: Note; readonly date: string };

function byDate(a: Dated, b: Dated): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.note.path < b.note.path ? -1 : 1;
}
