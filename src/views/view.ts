import type { Href, PageUrl } from '../graph/graph.ts';
import type { NearReason } from '../graph/near-names.ts';
import type { IsoDate, Kind } from '../notes/note.ts';
import type { BacklinkRow, NamedWithoutLink } from './backlink-row.ts';
import type { BaseView, CanvasView, DocumentRow } from './document-view.ts';
import type { HealthView } from './health-view.ts';
import type { MdxContent } from './mdx-view.ts';
import type {
  AccountRow,
  ActionFiles,
  ActionRow,
  DecisionRow,
  Heat,
  Html,
  IntroText,
  LocalMap,
  MeetingRow,
  MonthGroup,
  NoteBody,
  NoteListRow,
  Paging,
  PersonChip,
  PersonRow,
  Ref,
  SectionId,
  SiteInfo,
  TagNode,
} from './row.ts';

/** One page: what the layout needs, and the view of its kind. */
export interface Page<V extends View = View> {
  readonly url: PageUrl;
  /** '' for pages at the root, '../' once per folder below it. */
  readonly root: string;
  readonly title: string;
  readonly description: string;
  /** Which entry of the navigation is current. */
  readonly section: SectionId;
  readonly crumbs: readonly Ref[];
  readonly lang: string;
  readonly site: SiteInfo;
  readonly view: V;
  /** Set where an MDX program draws the page's text: until it has, the view holds the prose alone. */
  readonly mdx?: MdxContent;
}

export interface HomeView {
  readonly kind: 'home';
  /** The text of the vault's own index note. */
  readonly intro: IntroText | null;
  readonly accounts: readonly AccountRow[];
  readonly accountTotal: number;
  /** The last to fall overdue, latest first. */
  readonly overdue: readonly ActionRow[];
  /** What is due next, soonest first: more than is shown, for the days that follow. */
  readonly ahead: readonly ActionRow[];
  readonly overdueTotal: number;
  readonly soonTotal: number;
  /** Due dates of all open actions, sorted: the browser counts again against today. */
  readonly dues: readonly IsoDate[];
  readonly meetings: readonly MeetingRow[];
  readonly decisions: readonly DecisionRow[];
  /** Accounts gone quiet against their own rhythm, the latest first, before them those that may go quiet next. */
  readonly quiet: readonly QuietRow[];
  /** The days from which accounts are quiet, of all accounts, sorted: the browser counts again against today. */
  readonly quietDays: readonly IsoDate[];
  /** The list that tells the reader's browser what changed since its last visit; null where none is written. */
  readonly changes: Href | null;
  readonly tags: readonly (Ref & { readonly count: number })[];
  /** For vaults without accounts: folders and the notes most linked to. */
  readonly folders: readonly (Ref & { readonly count: number })[];
  readonly linked: readonly (NoteListRow & { readonly count: number })[];
  readonly heat: Heat | null;
}

/** An account whose silence is measured against its rhythm. */
export interface QuietRow {
  readonly name: string;
  readonly href: Href;
  readonly lastContact: IsoDate;
  /** The first day on which it counts as quiet. */
  readonly from: IsoDate;
  /** Days between its meetings as a rule; null without a rhythm. */
  readonly usual: number | null;
  readonly meetings: number;
}

export interface AccountsView {
  readonly kind: 'accounts';
  readonly rows: readonly AccountRow[];
}

export interface AccountView {
  readonly kind: 'account';
  readonly name: string;
  readonly row: AccountRow;
  readonly lead: string;
  readonly disputed: { readonly note: IsoDate; readonly meeting: IsoDate } | null;
  readonly facts: readonly {
    readonly html: Html;
    readonly id: string;
    readonly from: (Ref & { readonly date: IsoDate | null }) | null;
    readonly match: 'exact' | 'near' | 'none';
  }[];
  /** Anchor of the note's own Key Facts heading, which the assembled section replaces. */
  readonly factsId: string;
  readonly topics: readonly string[];
  readonly topicsId: string;
  readonly actionsId: string;
  readonly decisionsId: string;
  readonly relatedId: string;
  readonly months: readonly MonthGroup[];
  readonly meetingTotal: number;
  /** Open ones grouped by owner, those of our own people first. */
  readonly open: readonly { readonly owner: PersonChip | null; readonly ownerText: string; readonly rows: readonly ActionRow[] }[];
  readonly closed: readonly ActionRow[];
  readonly files: ActionFiles | null;
  readonly decisions: readonly DecisionRow[];
  readonly people: readonly PersonRow[];
  readonly related: readonly (Ref & { readonly count: number; readonly detail: string })[];
  readonly notes: readonly NoteListRow[];
  readonly heat: Heat | null;
  /** The account note's own text without the sections shown above; null without a note. */
  readonly body: NoteBody | null;
  readonly backlinks: readonly BacklinkRow[];
  readonly backlinkTotal: number;
  readonly unlinked: NamedWithoutLink;
  readonly map: LocalMap | null;
}

export interface MeetingView {
  readonly kind: 'meeting';
  /** Null for a note that says `type: meeting` and gives no date. */
  readonly date: IsoDate | null;
  readonly account: Ref | null;
  readonly accounts: readonly Ref[];
  readonly people: readonly PersonChip[];
  readonly body: NoteBody;
  /** Actions that come from here. */
  readonly actions: { readonly total: number; readonly open: number };
  readonly previous: (Ref & { readonly date: IsoDate }) | null;
  readonly next: (Ref & { readonly date: IsoDate }) | null;
  /** The meeting among its neighbours, newest first, at most seven. */
  readonly rail: readonly (Ref & { readonly date: IsoDate; readonly here: boolean })[];
}

export interface NoteView {
  readonly kind: 'note';
  readonly noteKind: Kind;
  readonly type: string | null;
  readonly date: IsoDate | null;
  readonly account: Ref | null;
  readonly body: NoteBody;
}

export interface PeopleView {
  readonly kind: 'people';
  readonly rows: readonly PersonRow[];
  /** People × accounts: meetings together; only the people met most, at most 40 × 12. */
  readonly matrix: {
    readonly accounts: readonly Ref[];
    readonly rows: readonly { readonly person: PersonChip; readonly counts: readonly number[] }[];
  };
}

export interface PersonView {
  readonly kind: 'person';
  readonly name: string;
  readonly row: PersonRow;
  readonly spellings: readonly { readonly text: string; readonly reason: string }[];
  readonly meetings: readonly MonthGroup[];
  readonly open: readonly ActionRow[];
  readonly closed: readonly ActionRow[];
  /** Whom the person met with, most often first. */
  readonly withs: readonly (PersonChip & { readonly count: number })[];
  readonly mentions: readonly BacklinkRow[];
  readonly mentionTotal: number;
  readonly unlinked: NamedWithoutLink;
  readonly body: NoteBody | null;
}

export interface ActionsView {
  readonly kind: 'actions';
  /** Overdue, due soon, later, undated, closed; within each by date. */
  readonly buckets: readonly { readonly id: ActionRow['when']; readonly rows: readonly ActionRow[] }[];
  readonly total: number;
  /** Of the whole board. */
  readonly counts: Readonly<Record<ActionRow['when'] | 'open' | 'proposed' | 'done', number>>;
  readonly files: ActionFiles | null;
  readonly owners: readonly (Ref & { readonly count: number })[];
  readonly accounts: readonly (Ref & { readonly count: number })[];
  readonly paging: Paging | null;
  /** How a board of several pages lies over them; null where one holds all. */
  readonly spread: {
    /** Due dates of all open actions, sorted. */
    readonly dues: readonly IsoDate[];
    /** The page, from 0, on which each bucket begins. */
    readonly starts: readonly { readonly id: ActionRow['when']; readonly page: number }[];
    /** The last due date on each page, as far as there are open actions with one. */
    readonly lasts: readonly IsoDate[];
  } | null;
}

export interface DecisionsView {
  readonly kind: 'decisions';
  /** The year or month shown (`2025`, `2025-11`); null when one page holds all. */
  readonly period: string | null;
  /** `month` is '' for those without a date, which come last. */
  readonly months: readonly { readonly month: string; readonly count: number; readonly rows: readonly DecisionRow[] }[];
  /** Most decisions first; each leads to the decisions on the account's page. */
  readonly accounts: readonly (Ref & { readonly count: number })[];
  readonly years: readonly {
    readonly year: string;
    readonly count: number;
    /** Null when one page holds all years, and when the year has pages by month. */
    readonly page: (Ref & { readonly current: boolean }) | null;
    readonly months: readonly (Ref & { readonly count: number; readonly current: boolean })[];
  }[];
  readonly total: number;
}

export interface TimelineView {
  readonly kind: 'timeline';
  /** The period shown, a year or a month, or null when all years fit one page. */
  readonly year: string | null;
  /** Newest first; empty when one page holds all. */
  readonly years: readonly (Ref & { readonly count: number; readonly current: boolean })[];
  /** Months of the year shown, where each has a page; newest first. */
  readonly monthsOfYear: readonly (Ref & { readonly count: number; readonly current: boolean })[];
  readonly months: readonly MonthGroup[];
  readonly total: number;
  /** Years as calendars, newest first; on the first page all, else the year shown. `linked`: few enough for every day to be a link. */
  readonly calendar: readonly (Ref & { readonly count: number; readonly days: Heat['days']; readonly linked: boolean })[];
}

export interface TagsView {
  readonly kind: 'tags';
  readonly roots: readonly TagNode[];
  readonly total: number;
}

export interface TagView {
  readonly kind: 'tag';
  readonly node: TagNode;
  readonly parents: readonly Ref[];
  readonly notes: readonly NoteListRow[];
  readonly paging: Paging | null;
}

export interface BrowseView {
  readonly kind: 'browse';
  /** Folder path, '' for the root. */
  readonly folder: string;
  readonly folders: readonly (Ref & { readonly count: number })[];
  readonly notes: readonly NoteListRow[];
  /** Canvases and bases, on the first page only. */
  readonly documents: readonly DocumentRow[];
  /** Indexes by kind or type, on the root only. */
  readonly kinds: readonly (Ref & { readonly count: number })[];
  readonly paging: Paging | null;
}

/** All notes of one kind or type (projects, topics, dailies …). */
export interface KindView {
  readonly kind: 'kind';
  readonly label: string;
  readonly notes: readonly NoteListRow[];
  readonly paging: Paging | null;
}

export interface GhostView {
  readonly kind: 'ghost';
  readonly name: string;
  /** Without the date before it. */
  readonly title: string;
  readonly date: IsoDate | null;
  /** What is missing: a note; a meeting's; the file a note was made from; nothing, but which of several is open. */
  readonly missing: 'note' | 'meeting' | 'source' | 'choice';
  readonly mentions: readonly BacklinkRow[];
  readonly mentionTotal: number;
  /** Accounts of the notes that mention it, and when the first and last of them that have a date are of. */
  readonly accounts: readonly Ref[];
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
  readonly unlinked: NamedWithoutLink;
  /** What may have been meant, best first. */
  readonly near: readonly (Ref & { readonly reason: NearReason | 'day' })[];
  /** For a source: the notes made from it. */
  readonly made: readonly Ref[];
  readonly candidates: readonly (Ref & { readonly path: string; readonly date: IsoDate | null })[];
  /** The file that would give it a page; null when no file can have that name. */
  readonly file: string | null;
}

export interface SearchView {
  readonly kind: 'search';
  /** Ways in when scripts are off. */
  readonly indexes: readonly Ref[];
}

export interface NotFoundView {
  readonly kind: 'not-found';
}

export type View =
  | HomeView
  | AccountsView
  | AccountView
  | MeetingView
  | NoteView
  | PeopleView
  | PersonView
  | ActionsView
  | DecisionsView
  | TimelineView
  | TagsView
  | TagView
  | BrowseView
  | KindView
  | CanvasView
  | BaseView
  | GhostView
  | SearchView
  | HealthView
  | NotFoundView;
