/**
 * The tree of one note's body: Obsidian-flavoured Markdown as data, with places in the file.
 * Comments (`%%…%%`, `<!-- -->`) are not in it. Lines are 1-based file lines.
 */

/** What stands between `[[ ]]` or in `[t](target)`, read but not resolved (Obsidian's rules). */
export interface LinkRef {
  /** As written, `!` and brackets included, table escapes kept. */
  readonly raw: string;
  readonly embed: boolean;
  readonly syntax: 'wiki' | 'markdown';
  /** Target before the first `#`, trimmed, NFC, percent-decoded for Markdown links. */
  readonly path: string;
  /** From the first `#` on, `#` included; empty when there is none. */
  readonly subpath: string;
  /** Text to show when the link has no inline content of its own, e.g. `n > h > s`. */
  readonly display: string;
  /** True when the note's author wrote a display text of its own. */
  readonly aliased: boolean;
  readonly line: number;
  /** 1-based, UTF-16 units. */
  readonly column: number;
}

export type Inline =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'emphasis' | 'strike' | 'highlight'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'math'; readonly value: string; readonly display: boolean }
  /** A link inside the vault. */
  | { readonly kind: 'link'; readonly ref: LinkRef; readonly title: string | null; readonly children: readonly Inline[] }
  /** A link with a scheme (`https:`, `mailto:` …). */
  | {
      readonly kind: 'external';
      readonly href: string;
      readonly title: string | null;
      readonly children: readonly Inline[];
      readonly line: number;
    }
  /** `![[…]]` or `![alt](path)` of something in the vault. `standalone`: it fills its line of a paragraph. */
  | {
      readonly kind: 'embed';
      readonly ref: LinkRef;
      readonly alt: string;
      readonly title: string | null;
      readonly width: number | null;
      readonly height: number | null;
      readonly standalone: boolean;
    }
  /** `![alt](https://…)`. */
  | {
      readonly kind: 'remote';
      readonly href: string;
      readonly alt: string;
      readonly title: string | null;
      readonly width: number | null;
      readonly height: number | null;
      readonly line: number;
    }
  /** Without `#`, as written. */
  | { readonly kind: 'tag'; readonly tag: string; readonly line: number }
  | { readonly kind: 'footnote'; readonly label: string }
  | { readonly kind: 'inline-footnote'; readonly children: readonly Inline[] }
  /** One raw HTML tag, to be sanitized when drawn. */
  | { readonly kind: 'html'; readonly value: string };

export interface ListItem {
  readonly line: number;
  /** Last line of the item's own text, children included. */
  readonly endLine: number;
  /** `-`, `*`, `+`, `1.`, `2)` … as written. */
  readonly marker: string;
  /** The character between `[ ]`, or null when the item is no task. */
  readonly task: string | null;
  /** The item's source after the marker and the `[c]`, first line only, comments taken out, ` ^id` included; what a task parser reads. */
  readonly source: string;
  readonly blockId: string | null;
  readonly blocks: readonly Block[];
}

export interface TableCell {
  readonly children: readonly Inline[];
}

export type Align = 'left' | 'right' | 'center' | null;

interface Placed {
  readonly line: number;
  readonly endLine: number;
  /** Without `^`; null when the block has none. */
  readonly blockId: string | null;
}

export type Block =
  | (Placed & {
      readonly kind: 'heading';
      readonly level: number;
      readonly children: readonly Inline[] /** Source of the heading's text, comments taken out. */;
      readonly source: string;
    })
  | (Placed & { readonly kind: 'paragraph'; readonly children: readonly Inline[] })
  | (Placed & {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly tight: boolean;
      readonly items: readonly ListItem[];
    })
  | (Placed & { readonly kind: 'quote'; readonly blocks: readonly Block[] })
  | (Placed & {
      readonly kind: 'callout';
      /** As written, without metadata. */
      readonly written: string;
      /** What was written, lower-cased, spaces to `-`. */
      readonly type: string;
      /** After aliases; `note` when unknown (Obsidian's rule). */
      readonly canonical: string;
      readonly metadata: string | null;
      readonly fold: '+' | '-' | null;
      readonly title: readonly Inline[];
      /** Plain text of the title, the default one when none is written. */
      readonly titleText: string;
      /** Source of the title, the default one when none is written. */
      readonly titleSource: string;
      readonly blocks: readonly Block[];
    })
  | (Placed & { readonly kind: 'code'; readonly lang: string; readonly info: string; readonly value: string })
  | (Placed & { readonly kind: 'math'; readonly value: string })
  | (Placed & {
      readonly kind: 'table';
      readonly align: readonly Align[];
      readonly head: readonly TableCell[];
      readonly rows: readonly (readonly TableCell[])[];
    })
  | (Placed & { readonly kind: 'rule' })
  /** A block of raw HTML, comments taken out, to be sanitized when drawn. */
  | (Placed & { readonly kind: 'html'; readonly value: string });

export interface FootnoteDefinition {
  /** Lower-cased. */
  readonly label: string;
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** A finding of the parser, without a path. */
export interface TreeProblem {
  readonly code: 'comment-unclosed' | 'table-split-link' | 'table-cells-dropped' | 'nesting-too-deep';
  readonly line: number;
  readonly message: string;
  readonly hint: string;
}

/** The parsed body of one note. */
export interface Tree {
  readonly blocks: readonly Block[];
  /** In order of definition. */
  readonly footnotes: readonly FootnoteDefinition[];
  readonly problems: readonly TreeProblem[];
}
