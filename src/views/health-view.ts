import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Href } from '../graph/graph.ts';
import type { QuietRow } from './quiet.ts';
import type { Ref } from './row.ts';

/** What a build found out about the vault, in the order in which its keeper works through it. */
export interface HealthView {
  readonly kind: 'health';
  readonly sums: {
    readonly healed: number;
    readonly ghosts: number;
    readonly repaired: number;
  };
  /** Those without a finding are left out. */
  readonly parts: readonly {
    readonly severity: Severity;
    readonly total: number;
    readonly groups: readonly HealthGroup[];
  }[];
  readonly orphans: readonly Ref[];
  readonly orphanTotal: number;
  /** Accounts by their last contact, the longest silent first; those that are not quiet wait for their day. */
  readonly quiet: readonly QuietRow[];
  /** Numbers that say nothing of notes kept out, nor of attachments that only they use. */
  readonly files: {
    readonly notes: number;
    /** Canvases and bases with a page. */
    readonly documents: number;
    /** Attachments that pages show. */
    readonly used: number;
    /** Files that could not be read. */
    readonly failed: number;
  };
}

/** Findings of one kind. */
export interface HealthGroup {
  readonly code: string;
  readonly title: string;
  /** Advice that all of them share; null when they differ. */
  readonly hint: string | null;
  readonly total: number;
  readonly subjects: readonly HealthSubject[];
  /** Findings about things that are not listed. */
  readonly left: number;
}

/** Findings about the same thing. */
export interface HealthSubject {
  readonly message: string;
  /** Where the link in question leads now; null for other findings. */
  readonly page: Href | null;
  readonly hint: string | null;
  /** All of them; `places` may list fewer. */
  readonly total: number;
  readonly places: readonly HealthPlace[];
}

/** One file with what was found in it. */
export interface HealthPlace {
  /** Null for findings that belong to no file. */
  readonly path: string | null;
  readonly editHref: string | null;
  readonly lines: readonly {
    readonly line: number | null;
    readonly href: Href | null;
    /** Set where the message is not that of the subject. */
    readonly message: string | null;
  }[];
}
