import { compareText } from '../diagnostics/order.ts';
import { nameFromPath } from '../notes/title.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { Backlink, Ghost, PageUrl } from './graph.ts';
import { foldText } from './lexicon.ts';

/** Names that are linked but have no note, gathered while links are resolved. */
export interface GhostDraft {
  readonly key: string;
  readonly name: string;
  /** The path of the first link, as written. */
  readonly path: string;
  readonly mentions: Backlink[];
  readonly candidates: Set<VaultPath>;
}

/** Key of a missing name: last path segment without `.md`, typographic differences folded. */
export function ghostKey(path: string): string {
  const name = nameFromPath(path);
  return foldText(name) === '' ? name.normalize('NFC').toLowerCase() : foldText(name);
}

/** Ghosts as pages, sorted by key. */
export function ghostsFrom(drafts: readonly GhostDraft[], urlOf: (key: string) => PageUrl): readonly Ghost[] {
  return [...drafts]
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ key, name, path, mentions, candidates }) => ({
      key,
      name,
      path,
      url: urlOf(key),
      mentions,
      candidates: [...candidates].sort(),
    }));
}
