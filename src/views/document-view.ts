import type { BacklinkRow } from './backlink-row.ts';
import type { Html, Ref } from './row.ts';

/** What the page of every canvas and base carries. */
interface DocumentView {
  /** Vault path. */
  readonly path: string;
  /** Where the file can be edited, when config says how. */
  readonly editHref: string | null;
  /** Notes that link to it or embed it; at most 100 rows. */
  readonly backlinks: readonly BacklinkRow[];
  readonly backlinkTotal: number;
  /** Why it can not be read; null when it can. */
  readonly problem: string | null;
}

/** A canvas or base in a list. */
export interface DocumentRow extends Ref {
  readonly kind: 'canvas' | 'base';
  /** What it holds, in a few words. */
  readonly detail: string;
}

export interface CanvasView extends DocumentView {
  readonly kind: 'canvas';
  /** The drawing; null for a canvas without cards or one that can not be read. */
  readonly drawing: Html | null;
  /** The same in words; null with the drawing. */
  readonly list: Html | null;
  readonly counts: { readonly cards: number; readonly groups: number; readonly lines: number };
  /** Notes shown as cards, in the order of their titles. */
  readonly notes: readonly Ref[];
  /** The text of a file that can not be read. */
  readonly source: string | null;
}

/** A condition in words, or several of them. `code`: an expression as written, where there are no words for it. */
export type Condition =
  | { readonly kind: 'words' | 'code'; readonly text: string }
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Condition[] };

/** A property and the name it is shown by. */
export interface Column {
  readonly label: string;
  /** As written in the base. */
  readonly property: string;
}

export interface BaseView extends DocumentView {
  readonly kind: 'base';
  readonly filters: Condition | null;
  readonly views: readonly {
    readonly name: string;
    readonly id: string;
    /** `table`, `cards`, `list`, `map` or another. */
    readonly type: string;
    readonly filters: Condition | null;
    readonly columns: readonly Column[];
    readonly sort: readonly (Column & { readonly descending: boolean })[];
    readonly group: (Column & { readonly descending: boolean }) | null;
    readonly limit: number | null;
    readonly summaries: readonly { readonly label: string; readonly summary: string }[];
  }[];
  readonly formulas: readonly { readonly name: string; readonly code: string }[];
  readonly summaries: readonly { readonly name: string; readonly code: string }[];
  readonly source: string;
}
