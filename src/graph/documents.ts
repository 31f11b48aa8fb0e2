import { type DiagnosticCode, diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Base } from '../notes/base.ts';
import type { Canvas, FileCard } from '../notes/canvas.ts';
import type { Document } from '../notes/document.ts';
import type { Note } from '../notes/note.ts';
import type { DocumentChoice } from '../scope/scope.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { FoundHtmlFile } from './html-files.ts';
import { type Destination, destinationOf, type LinkTable, type Places, wordsOfVia } from './link-table.ts';
import { nameKey } from './names.ts';
import { findSubpath } from './subpath.ts';

/** The documents of a scope that get pages, by what the links of its notes lead to. */
export function chosenDocuments(documents: readonly Document[], choice: DocumentChoice, table: LinkTable): readonly Document[] {
  if (choice === 'every') return documents;
  const named = new Set<VaultPath>();
  for (const rows of table.rows.values())
    for (const { link, to } of rows) if (to.kind === 'file' && (choice === 'linked' || link.embed)) named.add(to.target);
  return documents.filter(({ path }) => named.has(path));
}

/** What the cards of all canvases lead to. */
export interface CardLinks {
  /** Files of the vault that cards show or link to, notes among them. */
  readonly found: readonly FoundHtmlFile[];
  /** Canvases on which a note is a card, by the note. */
  readonly canvasesOf: ReadonlyMap<VaultPath, readonly VaultPath[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Resolves the cards of canvases, and the links in their texts. No backlinks and no ghosts come of them (Obsidian's rule). */
export function cardLinksFrom(documents: readonly Document[], places: Places, noteAt: (path: VaultPath) => Note | undefined): CardLinks {
  const found: FoundHtmlFile[] = [];
  const canvasesOf = new Map<VaultPath, VaultPath[]>();
  const diagnostics: Diagnostic[] = [];
  for (const document of documents) {
    if (document.kind !== 'canvas') continue;
    const { path } = document;
    const take = (link: CardLink, to: Destination): void => {
      const report = (code: DiagnosticCode, message: string): void => {
        diagnostics.push(diagnostic(code, { path, line: link.line, message }));
      };
      if (to.kind !== 'file') {
        if (to.kind === 'ghost' || to.kind === 'nothing')
          report(link.shown ? 'embed-missing' : 'link-missing', `${link.raw} leads to no file.`);
        return;
      }
      const note = noteAt(to.target);
      found.push({ path, line: link.line ?? 1, raw: link.raw, target: to.target });
      if (to.status === 'healed') report('link-healed', `${link.raw} leads to ${to.target}, found by ${wordsOfVia(to.via)}.`);
      if (note !== undefined && link.subpath !== '' && findSubpath(note, link.subpath) === null)
        report('subpath-missing', `${link.raw}: ${to.target} has no ${link.subpath}.`);
      if (note === undefined || !link.card) return;
      const canvases = canvasesOf.get(to.target);
      if (canvases === undefined) canvasesOf.set(to.target, [path]);
      else if (canvases.at(-1) !== path) canvases.push(path);
    };
    for (const link of linksOfCards(document)) take(link, destinationOf(places, path, link.path, link.syntax, link.shown));
  }
  return { found, canvasesOf, diagnostics };
}

interface CardLink {
  readonly line: number | null;
  readonly raw: string;
  readonly path: string;
  readonly subpath: string;
  readonly syntax: 'wiki' | 'markdown';
  /** Whether it is shown, not only linked to. */
  readonly shown: boolean;
  /** Whether it is a card itself. */
  readonly card: boolean;
}

/** Everything that the cards of a canvas show or lead to. */
export function linksOfCards({ nodes, links }: Canvas): readonly CardLink[] {
  const ofNodes = nodes.flatMap((node): CardLink[] => {
    const shared = { line: node.line, syntax: 'wiki', shown: true } as const;
    if (node.kind === 'file' && node.file !== '')
      return [{ ...shared, raw: `The card ${node.file}${node.subpath}`, path: pathOfCard(node), subpath: node.subpath, card: true }];
    if (node.kind === 'group' && node.background !== null)
      return [{ ...shared, raw: `The background ${node.background}`, path: rootPath(node.background), subpath: '', card: false }];
    return [];
  });
  const ofTexts = links.map(({ line, raw, path, subpath, syntax, embed }) => ({
    line,
    raw,
    path,
    subpath,
    syntax,
    shown: embed,
    card: false,
  }));
  return [...ofNodes, ...ofTexts.filter(({ path }) => path !== '')];
}

/** The path of a file card as a link writes it: from the root of the vault, whatever the canvas's own folder. */
export function pathOfCard(card: Pick<FileCard, 'file'>): string {
  return rootPath(card.file);
}

/** A path that counts from the root of the vault, as a link writes it. */
export function rootPath(path: string): string {
  return `/${path.replace(/^\/+/u, '')}`;
}

/** The view a subpath (`#Name`) names; null when there is none of that name. */
export function viewAt(base: Base, subpath: string): NonNullable<Base['content']>['views'][number] | null {
  const name = nameKey(subpath.replace(/^#/u, '').trim());
  return base.content?.views.find((view) => nameKey(view.name) === name) ?? null;
}
