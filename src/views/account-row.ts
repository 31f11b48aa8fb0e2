import type { Href } from '../graph/graph.ts';
import type { IsoDate } from '../notes/note.ts';
import type { BacklinkRow } from './backlink-row.ts';
import type { ActionRow, DecisionRow, Html, PersonChip, Ref } from './row.ts';

/** What is known of an account. */
export interface AccountFacts {
  /** All of the account note's list; else the newest of its meetings. */
  readonly rows: readonly {
    readonly html: Html;
    /** What the account's note calls the group that it stands in. */
    readonly label: Html | null;
    /** What the note lists below it. */
    readonly under: Html | null;
    readonly id: string;
    readonly from: (Ref & { readonly date: IsoDate | null }) | null;
    readonly match: 'exact' | 'near' | 'none';
  }[];
  /** With those that the page does not hold. */
  readonly total: number;
  /** Facts of the account's note that stand in its own text, with the anchor of the heading above the first. */
  readonly elsewhere: { readonly count: number; readonly id: string } | null;
  /** The account's note lists none: these stand in its meetings. */
  readonly fromMeetings: boolean;
}

/** The actions of an account: as many as a page can hold, the rest counted. */
export interface AccountActions {
  /** Open ones, the most pressing, grouped by owner; those of our own people first. */
  readonly open: readonly { readonly owner: PersonChip | null; readonly ownerText: string; readonly rows: readonly ActionRow[] }[];
  /** Further open ones, by due date. */
  readonly later: readonly ActionRow[];
  readonly openTotal: number;
  /** Closed ones, the newest. */
  readonly closed: readonly ActionRow[];
  readonly closedTotal: { readonly done: number; readonly cancelled: number };
}

/** The decisions of an account, one row a meeting, newest first. */
export interface AccountDecisions {
  readonly rows: readonly DecisionRow[];
  /** Meetings with decisions that the page does not hold. */
  readonly left: number;
}

/** A name that the account's notes link to, and the newest sentence that does. */
export interface RelatedName extends Ref {
  readonly count: number;
  /** `no note yet`, or the kind or type of the note. */
  readonly detail: string;
  readonly context: {
    readonly runs: BacklinkRow['contexts'][number]['runs'];
    readonly href: Href;
    readonly note: string;
    readonly date: IsoDate | null;
  } | null;
}
