import type { Href } from '../graph/graph.ts';
import type { IsoDate, Kind } from '../notes/note.ts';

/** A note that mentions the subject of a page. */
export interface BacklinkRow {
  readonly title: string;
  readonly href: Href;
  readonly kind: Kind;
  readonly date: IsoDate | null;
  readonly account: string | null;
  /** Sentences around the links, each cut in marked and unmarked runs; a link in the frontmatter has the label of its `property` and no runs. */
  readonly contexts: readonly {
    readonly href: Href;
    readonly property: string | null;
    readonly runs: readonly { readonly text: string; readonly mark: boolean }[];
    /** Lines of a transcript that begin with the name: how many, the first of them is the context. */
    readonly spoken?: number;
  }[];
}

/** Notes whose text names the page's subject without a link to it. */
export interface NamedWithoutLink {
  /** The newest ones, one a note. */
  readonly rows: readonly BacklinkRow[];
  /** How many notes there are. */
  readonly total: number;
}
