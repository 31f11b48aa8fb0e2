import type { Kind, SectionName } from '../config/names.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MdxDocument } from '../markdown/mdx-document.ts';
import type { LinkRef } from '../markdown/tree.ts';
import type { NoteFile, Properties, Repair, VaultPath } from '../vault/vault.ts';
import type { Prose } from './prose.ts';

export type { Kind, SectionName };

/** `YYYY-MM-DD`. A calendar date without time zone. */
export type IsoDate = string;

export interface Heading {
  readonly level: number;
  /** Plain text. */
  readonly text: string;
  /** Source of the heading, for matching subpaths. */
  readonly source: string;
  /** Anchor on the note's page, unique within the note. */
  readonly id: string;
  readonly line: number;
}

/** A link or embed as written, with the text around it. */
export interface NoteLink extends LinkRef {
  /** Plain text of the block or item the link stands in, for backlinks; empty for frontmatter. */
  readonly context: string;
  /** The frontmatter key (`related.0`), or null for links in the body. */
  readonly property: string | null;
  /** Set for a link that is a part of a property's text: pages draw it, Obsidian does not count it. */
  readonly inText?: true;
}

export type EmbedKind = 'note' | 'heading' | 'block' | 'image' | 'audio' | 'video' | 'pdf' | 'canvas' | 'base' | 'file';

export interface NoteEmbed extends NoteLink {
  readonly kind: EmbedKind;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
  /** Page of a PDF (`#page=N`). */
  readonly page: number | null;
}

/** An image, sound or film on another site. */
export interface NoteRemote {
  readonly line: number;
  readonly href: string;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** A file that raw HTML shows (`<img src>`, `<video>`, `<iframe>` …) or links to (`<a href>`). Obsidian counts it neither as link nor as embed. */
export interface HtmlFile {
  /** Line of the block it stands in. */
  readonly line: number;
  /** As written. */
  readonly raw: string;
  /** As in a Markdown link: percent-decoded, without the part from `#` on. Never empty. */
  readonly path: string;
  /** False when it is only linked to. */
  readonly shown: boolean;
}

export type TaskState = 'open' | 'proposed' | 'in-progress' | 'on-hold' | 'done' | 'cancelled';
export type Priority = 'highest' | 'high' | 'medium' | 'low' | 'lowest';

/** One task line (`ofm.md` §7). */
export interface Task {
  readonly line: number;
  readonly marker: string;
  /** The character in `[ ]`. */
  readonly status: string;
  readonly state: TaskState;
  /** As the Tasks plugin gives it: fields taken out, tags and owner kept. */
  readonly description: string;
  /** For people: tags, owner and block id taken out too. Still Markdown. */
  readonly text: string;
  /** The word after `@`, as written, of a link the name it leads to; null when there is none. In a graph with the words behind it that are of the name. */
  readonly owner: string | null;
  readonly due: IsoDate | null;
  readonly scheduled: IsoDate | null;
  readonly start: IsoDate | null;
  readonly created: IsoDate | null;
  readonly done: IsoDate | null;
  readonly cancelled: IsoDate | null;
  readonly priority: Priority | null;
  readonly recurrence: string | null;
  readonly id: string | null;
  readonly dependsOn: readonly string[];
  readonly onCompletion: string | null;
  readonly tags: readonly string[];
  readonly blockId: string | null;
  /** Line of the task or list item this one is nested under. */
  readonly parentLine: number | null;
}

export interface Callout {
  readonly line: number;
  /** As written, without metadata. */
  readonly type: string;
  readonly canonical: string;
  readonly title: string;
  readonly fold: '+' | '-' | null;
  readonly metadata: string | null;
}

/** One bullet of a section, Markdown source and plain text. */
export interface SectionItem {
  readonly line: number;
  /** Last line of its own text, without what is listed below it. */
  readonly endLine: number;
  readonly text: string;
}

export interface Section {
  readonly name: SectionName;
  /** Line of the heading. */
  readonly line: number;
  /** Last line that belongs to it. */
  readonly endLine: number;
  readonly headingId: string;
  /** Top-level list items. */
  readonly items: readonly SectionItem[];
  /** Plain text of everything in it that is no list. */
  readonly text: string;
}

/** What one account claim rests on; frontmatter outranks tag, tag outranks body, body outranks folder. */
export interface AccountClaim {
  readonly via: 'frontmatter' | 'tag' | 'body' | 'folder' | 'self';
  /** As written. */
  readonly text: string;
  readonly line: number | null;
}

/** Text of a note under one heading, for search and for the names in it. */
export interface Passage extends Prose {
  readonly headingId: string | null;
  readonly heading: string | null;
}

/** A note as data: everything later stages need, without the tree. */
export interface Note {
  readonly path: VaultPath;
  readonly file: NoteFile;
  readonly kind: Kind;
  /** As given by `type:` when it is no known kind (topic, source …), lower-cased; null otherwise. */
  readonly type: string | null;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly date: IsoDate | null;
  readonly lastContact: IsoDate | null;
  readonly created: IsoDate | null;
  readonly updated: IsoDate | null;
  /** What the note says of its account, strongest first. */
  readonly claims: readonly AccountClaim[];
  /** Names as written in participants, attendees and the Attendees line, links reduced to their path's last segment. */
  readonly participants: readonly string[];
  /** Without `#`, first-seen spelling, sorted, without duplicates after case folding. */
  readonly tags: readonly string[];
  readonly properties: Properties | null;
  readonly headings: readonly Heading[];
  /** Line of a first `# H1` equal to the title: the page shows it as its title, not again in the text. */
  readonly titleLine: number | null;
  /** Line of a paragraph under the title that holds only Date, Account and Attendees lines: a page shows them in its head. */
  readonly headLines: number | null;
  /** In order of line, then column. Embeds are in `embeds` and here (`embed: true`). */
  readonly links: readonly NoteLink[];
  readonly embeds: readonly NoteEmbed[];
  /** In order of line. */
  readonly remotes: readonly NoteRemote[];
  /** In order of line. */
  readonly htmlFiles: readonly HtmlFile[];
  readonly tasks: readonly Task[];
  readonly callouts: readonly Callout[];
  readonly blocks: readonly { readonly id: string; readonly line: number }[];
  /** Labels in lower case, in order of definition. */
  readonly footnotes: readonly { readonly label: string; readonly line: number }[];
  readonly sections: readonly Section[];
  readonly inlineFields: readonly (readonly [string, string])[];
  readonly source: { readonly kind: string | null; readonly ref: string | null } | null;
  readonly repairs: readonly Repair[];
  /** First paragraph or summary, plain, at most 300 characters, for lists and descriptions. */
  readonly excerpt: string;
  readonly passages: readonly Passage[];
  readonly publish: 'yes' | 'no' | 'unset';
  /** Set for a trusted MDX page that can run: everything else of the note is read from its prose. */
  readonly mdx?: MdxDocument;
  readonly diagnostics: readonly Diagnostic[];
}
