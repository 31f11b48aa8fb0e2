import type { IsoDate } from '../notes/note.ts';
import type { Html } from '../render/html.ts';

/** One key of the frontmatter. */
export interface PropertyRow {
  readonly key: string;
  /** Words for people: `last_contact` → `Last contact`. */
  readonly label: string;
  readonly value: ShownValue;
}

/** A value of the frontmatter, ready to be shown. */
export type ShownValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'flag'; readonly on: boolean }
  /** `time` is `HH:MM`, `zone` as written (`Z`, `+02:00`) or ''. */
  | { readonly kind: 'date'; readonly date: IsoDate; readonly time: string | null; readonly zone: string }
  /** One line of Markdown; `short`: few enough letters for a chip. */
  | { readonly kind: 'text'; readonly html: Html; readonly short: boolean }
  /** An address on the web, safe to follow, and how it is written. */
  | { readonly kind: 'address'; readonly href: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly ShownValue[] }
  | { readonly kind: 'map'; readonly rows: readonly PropertyRow[] };
