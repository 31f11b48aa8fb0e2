import type { Note } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';

/** The notes a build may see, and the ledger of those it may not. Everything after this stage sees only `notes`. */
export interface Scope {
  /** `wiki` for the whole vault, `brief` for one account. */
  readonly kind: 'wiki' | 'brief';
  readonly notes: readonly Note[];
  /** Left out, with the rule that did it (`private`, `draft`, `publish: false`, `exclude`, `tag`, `unreadable`). */
  readonly excluded: readonly { readonly path: VaultPath; readonly rule: string }[];
}
