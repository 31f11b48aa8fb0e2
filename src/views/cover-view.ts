import type { IsoDate } from '../notes/note.ts';
import type { AccountRow, ActionRow, Ref } from './row.ts';

/** The first page of a brief: whose it is, what it spans, what is in it, what is open. */
export interface CoverView {
  readonly kind: 'cover';
  readonly accounts: readonly { readonly row: AccountRow; readonly lead: string }[];
  /** First and last meeting; null without one. */
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly decisions: number;
  /** Pages, with a count or a kind behind each. */
  readonly contents: readonly (Ref & { readonly detail: string })[];
  /** Open actions, those due first; `total` says how many there are, and `dues` when, sorted: what is overdue is counted again from the reader's day. */
  readonly actions: {
    readonly rows: readonly ActionRow[];
    readonly total: number;
    readonly overdue: number;
    readonly dues: readonly IsoDate[];
  };
}
