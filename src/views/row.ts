import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Href } from '../graph/graph.ts';
import type { IsoDate, Kind, Priority, TaskState } from '../notes/note.ts';
import type { Html } from '../render/html.ts';
import type { BacklinkRow } from './backlink-row.ts';
import type { Contacts, DatedItem } from './moments.ts';
import type { PropertyRow } from './property-row.ts';
import type { Rhythm } from './rhythm.ts';
import type { TimelineMarks } from './timeline-row.ts';

/**
 * Rows and pieces that pages share. Hrefs are relative to the site root; the layout puts `page.root` before them. `Html` is finished, safe
 * HTML whose links are already relative to the page it stands on.
 */
export type { Html };

/** Attributes of an element that shows a note's words. */
export interface TextLanguage {
  /** A language tag; null where it is that of the page. */
  readonly lang: string | null;
  /** Null where it is that of the page. */
  readonly dir: 'rtl' | null;
}

/** A link with its words. */
export interface Ref {
  readonly text: string;
  readonly href: Href;
  /** `ghost`: no note behind it. */
  readonly ghost?: boolean;
}

export interface ActionRow {
  readonly id: string;
  readonly html: Html;
  readonly state: TaskState;
  readonly owner: Ref | null;
  /** Owner as plain text when there is no page. */
  readonly ownerText: string | null;
  readonly ownerOurs: boolean;
  /** The name was matched from a shorter one. */
  readonly ownerInferred: boolean;
  readonly due: IsoDate | null;
  /** Against `asOf`; recomputed in the browser. */
  readonly when: 'overdue' | 'soon' | 'later' | 'none' | 'closed';
  readonly priority: Priority | null;
  readonly account: Ref | null;
  /** Newest state first; `own`: the account's own note. */
  readonly sources: readonly (Ref & { readonly date: IsoDate | null; readonly own?: true })[];
}

/** Files with the actions of a page, for other programs. */
export interface ActionFiles {
  /** CSV, all actions. */
  readonly table: Href;
  /** iCalendar, due dates of open actions; null when there are none. */
  readonly calendar: Href | null;
}

export interface DecisionRow {
  readonly date: IsoDate | null;
  readonly account: Ref | null;
  readonly meeting: Ref;
  /** One line a decision, with its anchor in the meeting. */
  readonly rulings: readonly {
    readonly html: Html;
    readonly href: Href;
    /** Lists of the account's note that say it again. */
    readonly repeatedIn: readonly Ref[];
    readonly touchedBy: readonly (Ref & { readonly date: IsoDate | null })[];
  }[];
}

export interface MeetingRow extends TimelineMarks {
  /** Anchor of the row, where something on the site leads to it. */
  readonly id?: string;
  readonly date: IsoDate;
  readonly title: string;
  readonly href: Href;
  /** `2025-11-06 - …`: a dated name without a note. */
  readonly ghost: boolean;
  readonly account: Ref | null;
  /** Plain text, may be empty. */
  readonly summary: string;
  readonly people: readonly PersonChip[];
  readonly actions: number;
  readonly decisions: number;
}

export interface MonthGroup {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly meetings: readonly MeetingRow[];
}

export interface PersonChip {
  readonly name: string;
  readonly href: Href;
  readonly ours: boolean;
}

export interface AccountRow {
  readonly name: string;
  readonly href: Href;
  readonly lastContact: IsoDate | null;
  /** Days between last contact and `asOf`; null when never. */
  readonly age: number | null;
  /** True when the silence is longer than the account's own rhythm lets expect. */
  readonly stale: boolean;
  readonly rhythm: Rhythm;
  readonly next: DatedItem | null;
  /** What the browser tells last contact, rhythm and next from, on its own day. */
  readonly contacts: Contacts;
  readonly dated: readonly DatedItem[];
  readonly meetings: number;
  readonly open: number;
  readonly overdue: number;
  readonly overdueAt: Href;
  readonly people: number;
  /** Due dates of the open actions, sorted: the browser counts what is overdue against today. */
  readonly dues?: readonly IsoDate[];
  readonly tags: readonly Ref[];
  /** Meetings a week for the last 17 weeks before `asOf`, oldest first. */
  readonly weeks: readonly number[];
}

export interface PersonRow {
  readonly name: string;
  readonly href: Href;
  readonly ours: boolean;
  readonly role: string | null;
  readonly lastMet: IsoDate | null;
  /** Newest days on which the person was or will be met, newest first. */
  readonly met: readonly IsoDate[];
  readonly meetings: number;
  readonly open: number;
  /** Empty in a table of one account's people. */
  readonly accounts: readonly Ref[];
  /** Who of the other side was there when the person was last met: ours for theirs, theirs for ours. Only in a table of one account's people. */
  readonly lastWith?: readonly PersonChip[];
}

export interface OutlineEntry {
  readonly level: number;
  /** The heading with its form, without links. */
  readonly html: Html;
  readonly id: string;
}

/** One page of a map of neighbours. */
export interface MapNode {
  readonly title: string;
  readonly href: Href;
  readonly shape: 'account' | 'person' | 'note' | 'ghost';
  /** How links run between it and the page: from the page, to it, both; null where they are near for another reason. */
  readonly way: 'out' | 'in' | 'both' | null;
}

/** What is near a page, one row each. */
export interface LocalMap {
  /** The page itself, then its neighbours: accounts, people, notes, names without a note. */
  readonly nodes: readonly MapNode[];
  /** Links among neighbours: places in `nodes`, the upper first. */
  readonly arcs: readonly (readonly [number, number])[];
}

export interface NoteListRow {
  readonly title: string;
  readonly href: Href;
  readonly kind: Kind;
  readonly date: IsoDate | null;
  readonly account: Ref | null;
  readonly excerpt: string;
}

/** What every page that shows a note's own text carries. */
export interface NoteBody {
  /** Vault path, for the properties. */
  readonly path: string;
  readonly kind: Kind;
  readonly html: Html;
  readonly outline: readonly OutlineEntry[];
  readonly properties: readonly PropertyRow[];
  readonly tags: readonly Ref[];
  /** At most 100 rows, one a note, those of one account together; `backlinkTotal` says how many notes there are. */
  readonly backlinks: readonly BacklinkRow[];
  readonly backlinkTotal: number;
  /** Where the note can be edited, when config says how. */
  readonly editHref: string | null;
  readonly map: LocalMap | null;
  /** Canvases on which the note is a card. */
  readonly canvases: readonly Ref[];
  readonly provenance: Provenance | null;
  /** Sound, healed and missing links of the note, counted. */
  readonly links: {
    readonly sound: number;
    readonly healed: readonly (Ref & { readonly why: string })[];
    readonly missing: readonly Ref[];
  };
  /** Damaged text mended in this note. */
  readonly repairs: number;
  readonly language: TextLanguage;
  /** Layouts that the note asks for, as class names. */
  readonly classes: readonly string[];
  /** Findings of this note worth showing a reader (bad frontmatter …). */
  readonly notices: readonly { readonly text: string; readonly severity: Severity }[];
}

/** Text of a note shown on a page of another kind. */
export interface IntroText {
  readonly html: Html;
  readonly language: TextLanguage;
  /** Layouts that the note asks for, as class names. */
  readonly classes: readonly string[];
}

/** Where a note says it came from. */
export interface Provenance {
  /** `transcript`, `email` … as one line of Markdown; null when it is not said. */
  readonly kind: { readonly text: string; readonly html: Html } | null;
  readonly sources: readonly SourceRef[];
  /** The source that the note's own text names, where it is another one. */
  readonly text: (SourceRef & { readonly differs: 'folder' | 'name' }) | null;
}

/** One source as it is named, and what the site has of it. */
export interface SourceRef {
  /** Its last part, without `.md`, or an address without its scheme. */
  readonly name: string;
  /** As written: a path, a name, an address. */
  readonly written: string;
  /**
   * `note` and `file` are in the vault; `web` is elsewhere; `itself`: the note names itself; `several`: more than one note carries the name;
   * `absent`: nothing of that name is in the vault.
   */
  readonly where: 'note' | 'file' | 'web' | 'itself' | 'several' | 'absent';
  /** Relative to the site root, or an address on the web; null where there is nothing to follow. */
  readonly href: string | null;
  /** Title of the note, where there is one. */
  readonly title: string | null;
  /** Why the note is taken for the source although its path is another one; null when it is found as written. */
  readonly why: string | null;
}

/** A calendar strip: one cell a day, weeks as columns, Monday first. */
export interface Heat {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Days with meetings only. */
  readonly days: readonly { readonly date: IsoDate; readonly count: number; readonly href: Href }[];
}

/** Pages of a long list. */
export interface Paging {
  readonly current: number;
  readonly pages: readonly Ref[];
}

export interface TagNode {
  readonly name: string;
  readonly tag: string;
  readonly href: Href;
  readonly count: number;
  readonly total: number;
  readonly children: readonly TagNode[];
}
