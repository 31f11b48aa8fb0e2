import type { Href } from '../graph/graph.ts';
import type { MdxRegions } from '../render/mdx-regions.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountRow, ActionRow, DecisionRow, Html, MeetingRow, NoteListRow } from './row.ts';

/** What the program of an MDX page is handed when it draws the page's text. */
export interface MdxContent extends MdxRegions {
  readonly path: VaultPath;
  readonly query: Queries;
}

/** What a component was given: attributes as written, or whatever a program computed. */
export type Asked = Readonly<Record<string, unknown>>;

/** What a component shows. */
export interface Answer<Row> {
  readonly rows: readonly Row[];
  /** Entries with the limit, and without it; a row may hold several. */
  readonly shown: number;
  readonly total: number;
  /** Where all of them stand. */
  readonly all: Href | null;
  /** A name that nothing on the site is called by; then there are no rows. */
  readonly unknown: { readonly what: 'account' | 'tag'; readonly name: string } | null;
}

/** The questions that components of MDX pages may ask of the model. Every answer is within the scope. */
export interface Queries {
  readonly accounts: (asked: Asked) => Answer<AccountRow>;
  readonly timeline: (asked: Asked) => Answer<MeetingRow>;
  readonly actions: (asked: Asked) => Answer<ActionRow>;
  readonly decisions: (asked: Asked) => Answer<DecisionRow>;
  readonly noteList: (asked: Asked) => Answer<NoteListRow>;
  /** A note, part of a note or file as `![[…]]` shows it. */
  readonly embed: (note: string) => Html;
}
