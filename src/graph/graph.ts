import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../notes/document.ts';
import type { IsoDate, Note, NoteEmbed, NoteLink, Priority, Task, TaskState } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';

/** URL of a page relative to the site root, ending in `.html`, without anchor. Made only by `urls.ts`. */
export type PageUrl = string & { readonly __brand: 'PageUrl' };

/** A page URL or file URL relative to the site root, with an optional `#anchor`. */
export type Href = string & { readonly __brand: 'Href' };

/** Which rule answered (`ofm.md` §1, then the healing ladder of the product). */
export type Via = 'exact' | 'name' | 'suffix' | 'relative' | 'alias' | 'source' | 'folded' | 'basename' | 'title';

/** Where a link leads. `found` is Obsidian's own answer (aliases included); `healed` is Dossier's; `derived` leads to an assembled page of a name without a note. */
export type Resolution =
  | {
      readonly status: 'found' | 'healed';
      readonly via: Via;
      readonly target: VaultPath;
      readonly targetLine: number | null;
      readonly subpathFound: boolean;
      /** Null for a file that does not go along with the pages: its link is plain text. */
      readonly href: Href | null;
      readonly candidates: readonly VaultPath[];
    }
  | {
      readonly status: 'derived';
      readonly via: null;
      readonly target: null;
      readonly name: string;
      readonly href: Href;
      readonly candidates: readonly VaultPath[];
    }
  /** A ghost page stands at `href`; null when the link is shown as plain text only (`[[|x]]`, missing files). */
  | {
      readonly status: 'missing';
      readonly via: null;
      readonly target: null;
      readonly name: string;
      readonly href: Href | null;
      readonly candidates: readonly VaultPath[];
    }
  | {
      readonly status: 'ambiguous';
      readonly via: null;
      readonly target: null;
      readonly name: string;
      readonly href: Href;
      readonly candidates: readonly VaultPath[];
    };

export interface ResolvedLink {
  readonly link: NoteLink;
  readonly to: Resolution;
}

export interface ResolvedEmbed {
  readonly embed: NoteEmbed;
  readonly to: Resolution;
}

export interface Backlink {
  readonly from: VaultPath;
  readonly line: number;
  /** Plain text of the block the link stands in. */
  readonly context: string;
  /** What the link shows, to be marked in the context. */
  readonly display: string;
  /** The frontmatter key (`related.0`), or null for links in the body. */
  readonly property: string | null;
}

/** A place where a text names an account, a person or a name without a note, and no link of the paragraph leads there. */
export interface UnlinkedMention {
  readonly from: VaultPath;
  readonly line: number;
  /** Plain text of the paragraph, item or row it stands in. */
  readonly context: string;
  /** Offsets of the name in the context. */
  readonly at: number;
  readonly end: number;
  /** Set for the first of several lines that begin with the name and a colon, as in a transcript: how many there are. The others are left out. */
  readonly spoken?: number;
}

export interface Account {
  /** NFC, trimmed, case-folded last path segment. */
  readonly key: string;
  readonly name: string;
  readonly url: PageUrl;
  readonly note: VaultPath | null;
  /** Newest first; only notes with a date. */
  readonly meetings: readonly VaultPath[];
  /** Every other note that names the account, sorted by path. */
  readonly notes: readonly VaultPath[];
  readonly people: readonly string[];
  readonly lastContact: IsoDate | null;
  /** True when the note's `last_contact` and the newest meeting disagree. */
  readonly lastContactDisputed: boolean;
  readonly next: { readonly date: IsoDate; readonly text: string; readonly href: Href } | null;
  /** Dated names without a note (`2025-11-06 - …`) linked from this account's notes, newest first. */
  readonly datedGhosts: readonly { readonly date: IsoDate; readonly name: string; readonly href: Href }[];
  readonly tags: readonly string[];
}

export interface Person {
  readonly key: string;
  readonly name: string;
  readonly url: PageUrl;
  readonly note: VaultPath | null;
  /** What the person is known from, sorted: `participants`, `attendees`, `owner`, `link`, `note`, `config`. */
  readonly inferredFrom: readonly string[];
  /** Other spellings merged into this person, with the reason. */
  readonly spellings: readonly { readonly text: string; readonly reason: 'alias' | 'unique-first-name' | 'same' }[];
  /** Newest first. */
  readonly meetings: readonly VaultPath[];
  /** Account names. */
  readonly accounts: readonly string[];
  /** Ids of the actions owned. */
  readonly actions: readonly string[];
  readonly lastMet: IsoDate | null;
  /** True for the vault's owner and for people met at two accounts or more. */
  readonly ours: boolean;
}

export interface Action {
  /** Short hash of account, text, owner and due; unique. */
  readonly id: string;
  /** Markdown of the first source. */
  readonly text: string;
  /** Display name of the resolved person, or the owner as written. */
  readonly owner: string | null;
  readonly ownerUrl: PageUrl | null;
  /** Where a short name stands that was taken for the owner, and the name; null when a source names the owner in full. */
  readonly inferredFrom: { readonly path: VaultPath; readonly line: number; readonly written: string } | null;
  readonly due: IsoDate | null;
  readonly state: TaskState;
  readonly priority: Priority | null;
  /** Account name. */
  readonly account: string | null;
  readonly accountUrl: PageUrl | null;
  readonly done: IsoDate | null;
  readonly task: Task;
  /** Newest state first. */
  readonly sources: readonly { readonly path: VaultPath; readonly line: number; readonly href: Href }[];
}

export interface Decision {
  /** Markdown. */
  readonly text: string;
  readonly date: IsoDate | null;
  readonly account: string | null;
  readonly source: { readonly path: VaultPath; readonly line: number; readonly href: Href };
  /** Where the account's note says it again. */
  readonly repeatedIn: readonly { readonly path: VaultPath; readonly line: number; readonly href: Href }[];
  /** Later meetings of the account that return to the same subject. */
  readonly touchedBy: readonly VaultPath[];
}

export interface Fact {
  /** Markdown. */
  readonly text: string;
  readonly account: string;
  readonly path: VaultPath;
  readonly line: number;
  readonly meeting: VaultPath | null;
  readonly match: 'exact' | 'near' | 'none';
}

export interface Tag {
  /** First-seen spelling, full name with `/`. */
  readonly tag: string;
  readonly url: PageUrl;
  /** Notes that carry exactly this tag. */
  readonly count: number;
  /** Notes that carry it or one below it. */
  readonly total: number;
  /** Notes that carry exactly this tag, sorted by path. */
  readonly notes: readonly VaultPath[];
}

export interface Ghost {
  readonly key: string;
  readonly name: string;
  readonly url: PageUrl;
  /** The path of the first link to it, as written. */
  readonly path: string;
  readonly mentions: readonly Backlink[];
  /** Several notes that carry the name, when the link is ambiguous. */
  readonly candidates: readonly VaultPath[];
}

/** An attachment a page shows. */
export interface UsedAsset {
  readonly path: VaultPath;
  /** Relative to the site root, below `files/`. */
  readonly href: Href;
}

/** URLs of everything that has a page or is a file. Each throws for something the graph does not hold. */
export interface PageUrls {
  readonly note: (path: VaultPath) => PageUrl;
  /** By account key. */
  readonly account: (key: string) => PageUrl;
  /** By person key. */
  readonly person: (key: string) => PageUrl;
  /** By tag key (lower case). */
  readonly tag: (key: string) => PageUrl;
  /** By ghost key. */
  readonly ghost: (key: string) => PageUrl;
  /** By folder path; '' is the root. */
  readonly folder: (path: string) => PageUrl;
  /** By kind or type. */
  readonly kind: (kind: string) => PageUrl;
  /** By path of a canvas or base. */
  readonly document: (path: VaultPath) => PageUrl;
  /** By attachment path. */
  readonly asset: (path: VaultPath) => Href;
}

/** Notes and their relations. Every list is sorted, every map built once. */
export interface Graph {
  readonly notes: ReadonlyMap<VaultPath, Note>;
  readonly links: ReadonlyMap<VaultPath, readonly ResolvedLink[]>;
  readonly embeds: ReadonlyMap<VaultPath, readonly ResolvedEmbed[]>;
  readonly backlinks: ReadonlyMap<VaultPath, readonly Backlink[]>;
  /** Links that lead to the assembled page of an account or person without a note, by page. */
  readonly derivedBacklinks: ReadonlyMap<PageUrl, readonly Backlink[]>;
  /** Names in texts without a link, by page of the account, person or ghost. One pass over all texts when it is first asked for. */
  readonly unlinked: () => ReadonlyMap<PageUrl, readonly UnlinkedMention[]>;
  /** Canvases and bases with a page, sorted by path. */
  readonly documents: ReadonlyMap<VaultPath, Document>;
  /** Canvases on which a note is a card, sorted by path. */
  readonly canvasesOf: ReadonlyMap<VaultPath, readonly VaultPath[]>;
  /** Display names of the accounts of a note, usually one. */
  readonly accountsOf: ReadonlyMap<VaultPath, readonly string[]>;
  readonly accounts: readonly Account[];
  readonly people: readonly Person[];
  /** People present at or listed in a note: display names, in order. */
  readonly peopleOf: ReadonlyMap<VaultPath, readonly string[]>;
  readonly actions: readonly Action[];
  readonly decisions: readonly Decision[];
  readonly facts: readonly Fact[];
  readonly tags: readonly Tag[];
  readonly ghosts: readonly Ghost[];
  readonly assets: ReadonlyMap<VaultPath, UsedAsset>;
  readonly asOf: IsoDate | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Resolves any link text from a note; remembers answers. Used when drawing. */
  readonly resolve: (from: VaultPath, path: string, subpath: string, syntax: 'wiki' | 'markdown') => Resolution;
  readonly accountByName: (name: string) => Account | undefined;
  readonly accountByKey: (key: string) => Account | undefined;
  readonly personByKey: (key: string) => Person | undefined;
  readonly ghostByKey: (key: string) => Ghost | undefined;
  readonly pageUrls: PageUrls;
  readonly personByName: (name: string, from?: VaultPath) => Person | undefined;
}
