import { linksOfCards } from '../../graph/documents.ts';
import type { Document } from '../../notes/document.ts';
import type { Note } from '../../notes/note.ts';
import type { VaultPath } from '../../vault/vault.ts';

/** Where a note or canvas names a file. */
export interface FileRef {
  readonly from: VaultPath;
  readonly line: number;
  /** 1-based; null for what raw HTML and canvases name. */
  readonly column: number | null;
  readonly raw: string;
  readonly path: string;
  readonly syntax: 'wiki' | 'markdown';
  /** The frontmatter key, or null. */
  readonly property: string | null;
  /** Whether it is shown in place, not only linked to. */
  readonly shown: boolean;
  /** Whether it is written as an embed. */
  readonly embed: boolean;
  readonly target: VaultPath;
}

/** A reference before it is known which file is meant. */
export type Wanted = Omit<FileRef, 'target'>;

/** Everything by which a note may mean a file: links and embeds, those of properties too, and what its raw HTML shows or links to. */
export function wantedOf(note: Note): readonly Wanted[] {
  const links = note.links.map(
    (link): Wanted => ({
      from: note.path,
      line: link.line,
      column: link.column,
      raw: link.raw,
      path: link.path,
      syntax: link.syntax,
      property: link.property,
      shown: link.embed,
      embed: link.embed,
    }),
  );
  const inHtml = note.htmlFiles.map(
    ({ line, raw, path, shown }): Wanted => ({
      from: note.path,
      line,
      column: null,
      raw,
      path,
      syntax: 'markdown',
      property: null,
      shown,
      embed: raw.startsWith('!'),
    }),
  );
  return [...links.filter(({ path }) => path !== ''), ...inHtml];
}

/** Everything by which a canvas may mean a file. */
export function wantedOfDocument(document: Document): readonly Wanted[] {
  if (document.kind !== 'canvas') return [];
  const ofHtml = document.htmlFiles.map(({ line, raw, path, shown }) => ({ line, raw, path, shown, syntax: 'markdown' as const }));
  return [...linksOfCards(document), ...ofHtml].map(
    ({ line, raw, path, syntax, shown }): Wanted => ({
      from: document.path,
      line: line ?? 1,
      column: null,
      raw,
      path,
      syntax,
      property: null,
      shown,
      embed: raw.startsWith('!'),
    }),
  );
}
