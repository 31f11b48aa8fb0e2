import type { Href, PageUrl } from '../graph/graph.ts';
import type { NearReason } from '../graph/near-names.ts';
import type { IsoDate, Kind } from '../notes/note.ts';
import type { AccountActions, AccountDecisions, AccountFacts, RelatedName } from './account-row.ts';
import type { AccountTimeline, TimelineYear } from './account-timeline-view.ts';
import type { BacklinkRow, NamedWithoutLink } from './backlink-row.ts';
import type { CoverView } from './cover-view.ts';
import type { BaseView, CanvasView } from './document-view.ts';
import type { HealthView } from './health-view.ts';
import type { AccountNotesView, ActionsView, BrowseView, DecisionsView, KindView, TagsView, TagView, TimelineView } from './list-view.ts';
import type { MdxContent } from './mdx-view.ts';
import type { LastMet, PeopleMatrix } from './people-row.ts';
import type { QuietRow } from './quiet.ts';
import type {
  AccountRow,
  ActionFiles,
  ActionRow,
  DecisionRow,
  Heat,
  IntroText,
  LocalMap,
  MeetingRow,
  NoteBody,
  NoteListRow,
  PersonChip,
  PersonRow,
  Ref,
} from './row.ts';
import type { SectionId, SiteInfo } from './site-data.ts';

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
  /** Accounts by when they go quiet against their own rhythm, the latest first. */
  readonly quiet: readonly QuietRow[];
  readonly quietTotal: number;
  /** The days on which accounts begin to be quiet and cease to, of all accounts, sorted: the browser counts again against today. */
  readonly quietSpans: { readonly starts: readonly IsoDate[]; readonly ends: readonly IsoDate[] };
  /** The list that tells the reader's browser what changed since its last visit; null where none is written. */
  readonly changes: Href | null;
  readonly tags: readonly (Ref & { readonly count: number })[];
  /** For vaults without accounts: folders and the notes most linked to. */
  readonly folders: readonly (Ref & { readonly count: number })[];
  readonly linked: readonly (NoteListRow & { readonly count: number })[];
  readonly heat: Heat | null;
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
  /** The meeting that was the last contact; null where the account note tells of it alone. */
  readonly lastMeeting: Href | null;
  readonly facts: AccountFacts;
  /** Anchor of the note's own Key Facts heading, which the assembled section replaces. */
  readonly factsId: string;
  readonly topics: readonly string[];
  readonly topicsId: string;
  readonly actionsId: string;
  readonly decisionsId: string;
  readonly relatedId: string;
  readonly timeline: AccountTimeline;
  readonly meetingTotal: number;
  readonly actions: AccountActions;
  readonly files: ActionFiles | null;
  readonly decisions: AccountDecisions;
  readonly people: readonly PersonRow[];
  /** With those that the page does not hold. */
  readonly peopleTotal: { readonly all: number; readonly theirs: number };
  readonly related: readonly RelatedName[];
  /** Names, with those that the page does not hold. */
  readonly relatedTotal: number;
  /** Notes without a date; the others stand in the timeline. */
  readonly notes: readonly NoteListRow[];
  /** Notes, with those that the page does not hold. */
  readonly noteTotal: number;
  /** The list of every note of the account, where there are more than a page can be sure to show. */
  readonly all: (Ref & { readonly count: number }) | null;
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
  /** Its title, without the date that stands beside it. */
  readonly name: string;
  /** Null for a note that says `type: meeting` and gives no date. */
  readonly date: IsoDate | null;
  readonly account: Ref | null;
  readonly accounts: readonly Ref[];
  readonly people: readonly PersonChip[];
  readonly body: NoteBody;
  /** Actions that come from here. */
  readonly actions: { readonly total: number; readonly open: number };
  /** What was decided here, and the heading it stands under. */
  readonly decisions: { readonly total: number; readonly anchor: string };
  readonly previous: (Ref & { readonly date: IsoDate }) | null;
  readonly next: (Ref & { readonly date: IsoDate }) | null;
  /** The meeting among its neighbours, newest first, at most seven. */
  readonly rail: readonly (Ref & { readonly date: IsoDate; readonly here: boolean })[];
}

export interface NoteView {
  readonly kind: 'note';
  /** Its title, without the date that stands beside it. */
  readonly name: string;
  readonly noteKind: Kind;
  readonly type: string | null;
  readonly date: IsoDate | null;
  readonly account: Ref | null;
  readonly body: NoteBody;
}

export interface PeopleView {
  readonly kind: 'people';
  readonly rows: readonly PersonRow[];
  /** Everyone else, by name, where they are more than a table can hold. */
  readonly others: readonly (PersonChip & { readonly meetings: number })[];
  readonly oursTotal: number;
  /** Of the others, those who are known to be of an account; of the rest nobody can say. */
  readonly theirsTotal: number;
  readonly matrix: PeopleMatrix;
  readonly lastMet: LastMet;
}

export interface PersonView {
  readonly kind: 'person';
  readonly name: string;
  /** Null where the notes do not tell. */
  readonly side: 'ours' | 'theirs' | null;
  readonly row: PersonRow;
  readonly spellings: readonly { readonly text: string; readonly reason: string; readonly inferred: boolean }[];
  readonly years: readonly TimelineYear[];
  /** Meetings that are older than the page can hold. */
  readonly olderMeetings: number;
  /** The open actions due first, further ones, and how many there are. */
  readonly open: readonly ActionRow[];
  readonly later: readonly ActionRow[];
  readonly openTotal: number;
  /** Table of all actions where the board is too long to be filtered by a person; null where the board can be. */
  readonly table: Href | null;
  /** The actions closed last, and how many there are. */
  readonly closed: readonly ActionRow[];
  readonly closedTotal: { readonly done: number; readonly cancelled: number };
  /** Whom the person met with, most often first. */
  readonly withs: readonly (PersonChip & { readonly count: number; readonly last: IsoDate | null })[];
  /** How many more there are. */
  readonly withsLeft: number;
  readonly mentions: readonly BacklinkRow[];
  readonly mentionTotal: number;
  readonly unlinked: NamedWithoutLink;
  readonly body: NoteBody | null;
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
  /** Whole texts are not searched. */
  readonly excerpts: boolean;
}

export interface NotFoundView {
  readonly kind: 'not-found';
}

export type View =
  | HomeView
  | CoverView
  | AccountsView
  | AccountView
  | AccountNotesView
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
