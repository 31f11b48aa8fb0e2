import { compareText } from '../diagnostics/order.ts';
import type { VaultPath } from '../vault/vault.ts';

/** What a note can be found by. */
export interface NamedNote {
  readonly path: VaultPath;
  readonly title: string;
  readonly aliases: readonly string[];
  /** `source_ref` as written; null when there is none. */
  readonly sourceRef: string | null;
}

/** A file with the key of its path, by which links are compared. */
export interface NamedFile {
  readonly path: VaultPath;
  readonly key: string;
}

/** Every way to find a file, as Maps built once. Lists are in order of preference: shorter paths first, then by code point. */
export interface NameIndex {
  /** Key of the full path → file. Of paths that differ only in case the first by code point. */
  readonly byPath: ReadonlyMap<string, VaultPath>;
  /** Key of the file name, extension included → files. */
  readonly byName: ReadonlyMap<string, readonly NamedFile[]>;
  /** Key of an alias → notes. */
  readonly byAlias: ReadonlyMap<string, readonly VaultPath[]>;
  /** Folded file name, extension included → files. */
  readonly byFoldedName: ReadonlyMap<string, readonly NamedFile[]>;
  /** Folded title → notes; an MDX page also by its name without `.mdx`, which Obsidian would want written. */
  readonly byTitle: ReadonlyMap<string, readonly VaultPath[]>;
  /** Folded file name of a `source_ref`, without `.md` → notes made from it. */
  readonly bySource: ReadonlyMap<string, readonly VaultPath[]>;
  /** How names were folded. */
  readonly fold: (text: string) => string;
}

/**
 * The index over a scope's notes and the vault's other files, whatever their order. `repairName` mends damaged text (UTF-8 once read in another
 * code page) before names are folded.
 */
export function indexFromFiles(
  notes: readonly NamedNote[],
  assets: readonly VaultPath[],
  repairName: (name: string) => string = (name) => name,
): NameIndex {
  const fold = (text: string): string => foldName(text, repairName);
  const byPath = new Map<string, VaultPath>();
  const byName = new Map<string, NamedFile[]>();
  const byFoldedName = new Map<string, NamedFile[]>();
  const paths = [...notes.map((note) => note.path), ...assets];
  for (const path of paths) {
    const file = { path, key: nameKey(path) };
    const twin = byPath.get(file.key);
    if (twin === undefined || compareText(path, twin) < 0) byPath.set(file.key, path);
    push(byName, lastSegment(file.key), file);
    push(byFoldedName, fold(lastSegment(path)), file);
  }
  const byAlias = new Map<string, VaultPath[]>();
  const byTitle = new Map<string, VaultPath[]>();
  const bySource = new Map<string, VaultPath[]>();
  for (const note of notes) {
    const aliases = note.aliases.length === 0 ? [] : new Set(note.aliases.map((alias) => nameKey(alias.trim())));
    for (const alias of aliases) push(byAlias, alias, note.path);
    const titles = new Set([fold(note.title), ...(/\.mdx$/iu.test(note.path) ? [fold(lastSegment(note.path).slice(0, -4))] : [])]);
    for (const title of titles) push(byTitle, title, note.path);
    const source = note.sourceRef === null ? null : sourceName(note.sourceRef);
    if (source !== null) push(bySource, fold(source), note.path);
  }
  for (const map of [byName, byFoldedName]) sortLists(map, (a, b) => preferred(a.path, b.path));
  for (const map of [byAlias, byTitle, bySource]) {
    sortLists(map, preferred);
    map.delete('');
  }
  return { byPath, byName, byAlias, byFoldedName, byTitle, bySource, fold };
}

/** The form in which paths and names are compared as Obsidian does: NFC, lower case (both Greek sigmas alike), no-break spaces as spaces. */
export function nameKey(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/ς/gu, 'σ')
    .replace(/[\u00a0\u202f]/gu, ' ');
}

/**
 * The form in which names are compared when Obsidian finds nothing: mended, then without differences of typographic and plain quotes, dashes and
 * ellipses, of white space, of invisible signs and of case.
 */
export function foldName(text: string, repairName: (name: string) => string): string {
  if (isPlain(text)) return oneSpaced(text.toLowerCase());
  const name = nameKey(repairName(text))
    .replace(/[‘’‚‛′ʼ＇]/gu, "'")
    .replace(/[“”„‟″«»＂]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll('…', '...')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return oneSpaced(name);
}

/** Notes whose file name is the one a link gives, in order of preference. */
export function notesNamed(index: NameIndex, name: string): readonly VaultPath[] {
  return (index.byName.get(`${withoutMd(nameKey(name))}.md`) ?? []).map(({ path }) => path);
}

/** What follows the last `/`. */
export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path without `.md`, in any case. */
export function withoutMd(path: string): string {
  return path.endsWith('.md') || path.slice(-3).toLowerCase() === '.md' ? path.slice(0, -3) : path;
}

/** File name a `source_ref` (path, `[[link]]`, perhaps wrapped over lines) speaks of, without `.md`; null for web addresses. */
function sourceName(ref: string): string | null {
  if (ref.includes('://')) return null;
  const path = ref.includes('[[') ? (/^\s*\[\[([^\]|#]+)/u.exec(ref)?.[1] ?? ref) : ref;
  return withoutMd(oneSpaced(lastSegment(path)));
}

/** Shorter paths first, then by code point. */
function preferred(a: VaultPath, b: VaultPath): number {
  return a.length - b.length || compareText(a, b);
}

/** Sorts only lists of several, of which there are few. */
function sortLists<T>(map: ReadonlyMap<string, T[]>, compare: (a: T, b: T) => number): void {
  for (const list of map.values()) if (list.length > 1) list.sort(compare);
}

/** Printable ASCII only: nothing to normalise but case and spaces. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit > 0x7e) return false;
  }
  return true;
}

function oneSpaced(text: string): string {
  return /\s\s|[^\S ]/u.test(text) ? text.replace(/\s+/gu, ' ').trim() : text.trim();
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
