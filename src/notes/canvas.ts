import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Tree } from '../markdown/tree.ts';
import type { DocumentFile, VaultPath } from '../vault/vault.ts';
import type { HtmlFile, NoteLink, Task } from './note.ts';

/** A side of a card. */
export type CanvasSide = 'top' | 'right' | 'bottom' | 'left';

/** One of the six preset colours (`1` to `6`), a colour as `#rrggbb`, or none. */
export type CanvasColor = string | null;

/** Where something stands, in pixels; `y` grows downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Placed extends Box {
  readonly id: string;
  /** Line of the file on which it begins; null when unknown. */
  readonly line: number | null;
  readonly color: CanvasColor;
}

/** A card with text of its own. `tree` and `tasks` count lines from the first of the text. */
export interface TextCard extends Placed {
  readonly kind: 'text';
  readonly text: string;
  readonly tree: Tree;
  readonly tasks: readonly Task[];
}

/** A card that shows a file of the vault, or the part of it that `subpath` (`#…` or empty) names. */
export interface FileCard extends Placed {
  readonly kind: 'file';
  readonly file: string;
  readonly subpath: string;
}

/** A card that shows a page of the web. */
export interface LinkCard extends Placed {
  readonly kind: 'link';
  readonly url: string;
}

/** A frame around cards. */
export interface CanvasGroup extends Placed {
  readonly kind: 'group';
  readonly label: string;
  /** Path of a picture in the vault; null when there is none. */
  readonly background: string | null;
  readonly backgroundStyle: 'cover' | 'ratio' | 'repeat';
}

/** What stands on a canvas. */
export type CanvasNode = TextCard | FileCard | LinkCard | CanvasGroup;

/** A line from one node to another, both given by their place in `nodes`. */
export interface CanvasEdge {
  readonly from: number;
  readonly to: number;
  /** Null: whichever side is nearest. */
  readonly fromSide: CanvasSide | null;
  readonly toSide: CanvasSide | null;
  readonly fromEnd: 'none' | 'arrow';
  readonly toEnd: 'none' | 'arrow';
  readonly color: CanvasColor;
  readonly label: string;
}

/** A canvas as data (JSON Canvas 1.0). */
export interface Canvas {
  readonly kind: 'canvas';
  readonly path: VaultPath;
  readonly title: string;
  readonly file: DocumentFile;
  /** In the order of the file, which is the order in which they lie on each other. */
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly CanvasEdge[];
  /** Links and embeds of text cards, with the line of the card. They are no backlinks (Obsidian's rule). */
  readonly links: readonly NoteLink[];
  /** What raw HTML on text cards shows, with the line of the card. */
  readonly htmlFiles: readonly HtmlFile[];
  /** Why the file is no canvas; null when it is one. */
  readonly problem: string | null;
  readonly diagnostics: readonly Diagnostic[];
}
