import type { IsoDate } from '../notes/note.ts';
import type { MonthGroup, Ref } from './row.ts';
import type { RowMark } from './timeline-row.ts';

/** The timeline of one account: its meetings, what is planned or was never written up, and its other dated notes. */
export interface AccountTimeline {
  /** Newest first; one without a name when the timeline is short enough to need no years. */
  readonly years: readonly TimelineYear[];
  /** Rows shown. */
  readonly total: number;
  /** Rows from a day three months before `asOf` on; null where that sets nothing apart. */
  readonly since: { readonly date: IsoDate; readonly count: number } | null;
  /** Periods to choose from, newest first; empty when all lies in one year. */
  readonly periods: readonly { readonly at: number; readonly text: string; readonly older: boolean; readonly count: number }[];
  /** Marks that set some rows apart, with their number. */
  readonly marks: readonly { readonly mark: RowMark; readonly count: number }[];
  /** What is older than the page can hold: pages of the site's timeline. Null when all is shown. */
  readonly elsewhere: { readonly count: number; readonly pages: readonly Ref[] } | null;
  readonly weeks: WeekHeat | null;
}

/** The rows of a year. */
export interface TimelineYear {
  /** Null when the timeline is not told by years. */
  readonly year: string | null;
  /** Place among the periods to choose from; the last stands for all that is older. */
  readonly at: number;
  readonly folded: boolean;
  readonly rows: number;
  readonly meetings: number;
  readonly decisions: number;
  readonly months: readonly MonthGroup[];
}

/** Meetings a week over several years, a line a year, newest first. */
export interface WeekHeat {
  readonly years: readonly {
    readonly year: string;
    readonly meetings: number;
    /** The year has a part of its own in the timeline. */
    readonly linked: boolean;
    /** Weeks with meetings only; `week` counts from 0, the one that holds 1 January. */
    readonly weeks: readonly { readonly week: number; readonly count: number }[];
  }[];
}
