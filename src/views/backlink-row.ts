import type { Href } from '../graph/graph.ts';
import type { IsoDate, Kind } from '../notes/note.ts';

/** The sentence around a link, or where a link stands that has none. */
export interface BacklinkContext {
  readonly href: Href;
  /** Label of the frontmatter key that holds the link; it has no runs. */
  readonly property: string | null;
  /** For a link that stands alone: in a list of links, in a heading, as an embed. */
  readonly alone?: {
    /** The heading above, or the one that holds it; null at the top of a note. */
    readonly heading: string | null;
    readonly as: 'link' | 'heading' | 'embed';
  };
  /** The sentence in marked and unmarked runs. */
  readonly runs: readonly { readonly text: string; readonly mark: boolean }[];
  /** Lines of a transcript that begin with the name: how many, the first of them is the context. */
  readonly spoken?: number;
}

/** A note that mentions the subject of a page. */
export interface BacklinkRow {
  readonly title: string;
  readonly href: Href;
  readonly kind: Kind;
  readonly date: IsoDate | null;
  readonly account: string | null;
  /** Where the links stand, each once. */
  readonly contexts: readonly BacklinkContext[];
}

/** Notes whose text names the page's subject without a link to it. */
export interface NamedWithoutLink {
  /** The newest ones, one a note. */
  readonly rows: readonly BacklinkRow[];
  /** How many notes there are. */
  readonly total: number;
}
