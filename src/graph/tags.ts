import type { Note } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { PageUrl, Tag } from './graph.ts';

/** Tags with the notes that carry them, parents included, in first-seen spelling; sorted by name. */
export interface TagNames {
  /** Keyed by lower-cased full name. */
  readonly byKey: ReadonlyMap<string, { readonly tag: string; readonly notes: readonly VaultPath[]; readonly total: number }>;
}

/** Key of a tag: case does not matter to Obsidian. */
export function tagKey(tag: string): string {
  return tag.normalize('NFC').toLowerCase();
}

/** Levels of one tag that are tags of their own. */
const MOST_LEVELS = 32;

/**
 * Names of the tags above a tag, outermost first, and of the tag itself. Slashes without a name between them (`#/a`, `#a//b`) make no level, and nothing
 * below the thirty-second does but the tag.
 */
export function tagLine(tag: string): readonly string[] {
  const names: string[] = [];
  for (let at = tag.indexOf('/'); at >= 0 && names.length < MOST_LEVELS - 1; at = tag.indexOf('/', at + 1)) {
    if (at > 0 && tag.charAt(at - 1) !== '/') names.push(tag.slice(0, at));
  }
  return [...names, tag];
}

const BOOKKEEPING = new Set(['generated', 'task', 'proposed']);

/** True for tags that only say what pages show anyway: kind, account, that a line is a task. */
export function isBookkeeping(tag: string): boolean {
  return /^(?:account|type|source)(?:\/|$)/iu.test(tag) || BOOKKEEPING.has(tag.toLowerCase());
}

/** Collects tags of all notes; `a/b` makes `a` exist too and counts for it. `isLeftOut`: tags that get no page. */
export function tagNamesFrom(notes: readonly Note[], isLeftOut: (tag: string) => boolean = () => false): TagNames {
  const spelling = new Map<string, string>();
  const own = new Map<string, VaultPath[]>();
  const total = new Map<string, Set<VaultPath>>();
  for (const note of notes) {
    for (const tag of note.tags) {
      if (isLeftOut(tag)) continue;
      const line = tagLine(tag);
      line.forEach((name, i) => {
        const key = tagKey(name);
        if (!spelling.has(key)) spelling.set(key, name);
        total.set(key, (total.get(key) ?? new Set()).add(note.path));
        if (i === line.length - 1) own.set(key, pushed(own.get(key), note.path));
      });
    }
  }
  return { byKey: new Map([...spelling].map(([key, tag]) => [key, { tag, notes: own.get(key) ?? [], total: total.get(key)?.size ?? 0 }])) };
}

/** Tags as pages, sorted by key. */
export function tagsFromNames(names: TagNames, urlOf: (key: string) => PageUrl): readonly Tag[] {
  return [...names.byKey]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, { tag, notes, total }]) => ({ tag, url: urlOf(key), count: notes.length, total, notes }));
}

function pushed(list: VaultPath[] | undefined, path: VaultPath): VaultPath[] {
  if (list === undefined) return [path];
  list.push(path);
  return list;
}
