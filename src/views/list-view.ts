import type { IsoDate } from '../notes/note.ts';
import type { DocumentRow } from './document-view.ts';
import type { ActionFiles, ActionRow, DecisionRow, Heat, MonthGroup, NoteListRow, Paging, Ref, TagNode } from './row.ts';

/* Views of pages that list: actions, decisions, meetings, tags, folders, kinds. */

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
  /** Owners and accounts with actions that are not among the above, those with the fewest. */
  readonly left: { readonly owners: number; readonly accounts: number };
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

/** All notes of an account, in one list. */
export interface AccountNotesView {
  readonly kind: 'account-notes';
  readonly account: Ref;
  /** Its meetings and notes: all of them, and those on this page. */
  readonly own: { readonly total: number; readonly rows: readonly NoteListRow[] };
  /** Notes of others that link to it; they come last. */
  readonly outside: { readonly total: number; readonly rows: readonly NoteListRow[] };
  readonly paging: Paging | null;
}

/** All notes of one kind or type (projects, topics, dailies …). */
export interface KindView {
  readonly kind: 'kind';
  readonly label: string;
  readonly notes: readonly NoteListRow[];
  readonly paging: Paging | null;
}
