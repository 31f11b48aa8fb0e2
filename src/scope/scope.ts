import type { Document } from '../notes/document.ts';
import type { Note } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';

/**
 * Which of the canvases and bases of a scope get pages: every one; those that a note of the scope links to or embeds; those that one embeds. What is
 * not chosen does not exist for the stages after this one.
 */
export type DocumentChoice = 'every' | 'linked' | 'embedded';

/** The notes a build may see, and the ledger of those it may not. Everything after this stage sees only `notes` and `documents`. */
export interface Scope {
  /** `wiki` for the whole vault, `brief` for one account. */
  readonly kind: 'wiki' | 'brief';
  readonly notes: readonly Note[];
  /** Canvases and bases that no rule keeps out. `choice` says which of them are shown. */
  readonly documents: readonly Document[];
  readonly choice: DocumentChoice;
  /** Further names by which links and claims may mean a note, and which no page shows: aliases that a brief withholds. */
  readonly linkNames?: ReadonlyMap<VaultPath, readonly string[]>;
  /** Left out, with the rule that did it (`private`, `draft`, `publish: false`, `exclude`, `tag`, `unreadable`). */
  readonly excluded: readonly { readonly path: VaultPath; readonly rule: string }[];
}
