import type { Kind } from '../notes/note.ts';

/** What a row tells only in the timeline of an account. */
export interface TimelineMarks {
  /** How many of the actions are open. */
  readonly open?: number;
  /** What the filter may ask for. */
  readonly marks?: readonly RowMark[];
  /** Lies in the three months before `asOf`, or after it. */
  readonly recent?: boolean;
  /** How many more were there than the row names, in a timeline so long that it cuts them. */
  readonly morePeople?: number;
  /** Set for a dated note that is no meeting. */
  readonly noteKind?: Kind;
}

/** A meeting, a note of another kind, something planned or without a note; with decisions, with open actions. */
export type RowMark = 'meeting' | 'note' | 'planned' | 'decisions' | 'open';
