import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Href } from '../graph/graph.ts';
import type { Ref } from './row.ts';

/** What a build found out about the vault. */
export interface HealthView {
  readonly kind: 'health';
  readonly sums: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly healed: number;
    readonly ghosts: number;
    readonly repaired: number;
  };
  readonly groups: readonly {
    readonly code: string;
    readonly title: string;
    readonly severity: Severity;
    /** At most 200 are listed; `total` says how many there are. */
    readonly findings: readonly {
      readonly path: string | null;
      readonly href: Href | null;
      readonly line: number | null;
      readonly message: string;
      readonly hint: string;
    }[];
    readonly total: number;
  }[];
  readonly orphans: readonly Ref[];
  readonly orphanTotal: number;
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
