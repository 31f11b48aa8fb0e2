import type { Document } from '../notes/document.ts';
import type { Note } from '../notes/note.ts';
import { nameFromPath } from '../notes/title.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountName } from './account-names.ts';
import type { GhostDraft } from './ghosts.ts';
import type { PageUrl, PageUrls } from './graph.ts';
import type { PersonName } from './person-names.ts';
import type { TagNames } from './tags.ts';
import { fileHrefsFromPaths, type UrlItem, urlsFromNames } from './urls.ts';

/** Everything that gets an address. */
export interface PageUrlsInput {
  readonly notes: readonly Note[];
  readonly accounts: readonly AccountName[];
  readonly people: readonly PersonName[];
  readonly tags: TagNames;
  readonly ghosts: readonly GhostDraft[];
  readonly documents: readonly Pick<Document, 'path'>[];
  readonly assets: readonly VaultPath[];
}

/** Addresses of all pages and files. A note that is the note of an account or person shares that page. */
export function pageUrlsFrom(input: PageUrlsInput): PageUrls {
  const subjects = new Map<VaultPath, string>();
  const items: UrlItem[] = [];
  const add = (key: string, prefix: string, name: string): void => {
    items.push({ key, prefix, name });
  };
  for (const account of input.accounts) {
    const key = `account ${account.key}`;
    if (account.note !== null) subjects.set(account.note, key);
    add(key, 'accounts/', account.note === null ? account.name : nameFromPath(account.note));
  }
  for (const person of input.people) {
    const key = `person ${person.key}`;
    if (person.note !== null) subjects.set(person.note, key);
    add(key, 'people/', person.note === null ? person.name : nameFromPath(person.note));
  }
  for (const note of input.notes) {
    if (!subjects.has(note.path)) add(note.path, note.kind === 'meeting' ? 'meetings/' : 'notes/', nameFromPath(note.path));
  }
  for (const [key, { tag }] of input.tags.byKey) add(`tag ${key}`, 'tags/', tag);
  for (const ghost of input.ghosts) add(`ghost ${ghost.key}`, 'ghosts/', ghost.name);
  for (const folder of foldersOf([...input.notes, ...input.documents])) if (folder !== '') add(`folder ${folder}`, 'browse/', folder);
  for (const kind of new Set(input.notes.flatMap((note) => [note.kind, note.type ?? note.kind]))) add(`kind ${kind}`, 'kinds/', kind);
  const urls = urlsFromNames(items);
  const files = fileHrefsFromPaths(
    input.assets,
    input.documents.map(({ path }) => path),
  );
  const at = (key: string): PageUrl => known(urls.get(key), key);
  return {
    note: (path) => at(subjects.get(path) ?? path),
    account: (key) => at(`account ${key}`),
    person: (key) => at(`person ${key}`),
    tag: (key) => at(`tag ${key}`),
    ghost: (key) => at(`ghost ${key}`),
    folder: (path) => (path === '' ? ('browse.html' as PageUrl) : at(`folder ${path}`)),
    kind: (kind) => at(`kind ${kind}`),
    document: (path) => known(files.get(path) as PageUrl | undefined, path),
    asset: (path) => known(files.get(path), path),
  };
}

function known<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new Error(`Nothing on the site is called "${key}".`);
  return value;
}

function foldersOf(files: readonly { readonly path: VaultPath }[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { path } of files) {
    let at = path.lastIndexOf('/');
    while (at > 0 && !folders.has(path.slice(0, at))) {
      folders.add(path.slice(0, at));
      at = path.lastIndexOf('/', at - 1);
    }
  }
  return folders;
}
