import type { Note } from '../notes/note.ts';
import { nameFromPath } from '../notes/title.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { Backlink, Ghost, PageUrl } from './graph.ts';
import { foldText, similarIndex, similarTo } from './similar.ts';

/** Most look-alike names offered on a ghost page. */
const NEAR_LIMIT = 5;
const NEAR_PART = 0.5;
/** A word in more titles than this suggests nothing. */
const COMMON_WORD = 100;

/** Names that are linked but have no note, gathered while links are resolved. */
export interface GhostDraft {
  readonly key: string;
  readonly name: string;
  readonly mentions: Backlink[];
  readonly candidates: Set<VaultPath>;
}

/** Key of a missing name: last path segment without `.md`, typographic differences folded. */
export function ghostKey(path: string): string {
  const name = nameFromPath(path);
  return foldText(name) === '' ? name.normalize('NFC').toLowerCase() : foldText(name);
}

/** Ghosts as pages, sorted by key, each with note titles that look alike. */
export function ghostsFrom(drafts: readonly GhostDraft[], notes: readonly Note[], urlOf: (key: string) => PageUrl): readonly Ghost[] {
  if (drafts.length === 0) return [];
  const titles = similarIndex(notes.map((note) => ({ item: note.path, text: note.title })));
  return [...drafts]
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ key, name, mentions, candidates }) => ({
      key,
      name,
      url: urlOf(key),
      mentions,
      near: nearTitles(titles, name),
      candidates: [...candidates].sort(),
    }));
}

function nearTitles(titles: ReturnType<typeof similarIndex<VaultPath>>, name: string): readonly VaultPath[] {
  const near = similarTo(titles, name, COMMON_WORD).filter(({ overlap, jaccard }) => overlap >= NEAR_PART && jaccard >= 0.25);
  return [...new Set(near.map(({ item }) => item))].slice(0, NEAR_LIMIT);
}
