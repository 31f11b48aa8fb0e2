import type { Config } from '../config/config.ts';
import type { Note } from '../notes/note.ts';
import { nameFromPath } from '../notes/title.ts';
import type { VaultPath } from '../vault/vault.ts';
import { foldedText } from './fold.ts';
import type { Account, Ghost, PageUrl, Person } from './graph.ts';
import { UNSPACED } from './tokens.ts';

/** A name that is looked for in texts. */
export interface CalledName {
  /** Folded; unique in the list. */
  readonly text: string;
  /** As written, when only this spelling counts (names of one word); null when case does not count. */
  readonly exact: readonly string[] | null;
  /** The page it names; null when several carry it, so that it counts for none and yet hides shorter names in it. */
  readonly page: PageUrl | null;
}

interface Subject {
  readonly page: PageUrl;
  readonly name: string;
  readonly others: readonly string[];
  readonly kind: 'account' | 'person' | 'ghost';
}

const LONGEST = 120;

/**
 * The full names of accounts, people and names without a note, aliases included. A name has two words at least, or six letters (people: two
 * words), or three letters of a script without spaces; a first name alone is none. A page's own name outranks another's alias.
 */
export function calledNames(
  {
    accounts,
    people,
    ghosts,
  }: { readonly accounts: readonly Account[]; readonly people: readonly Person[]; readonly ghosts: readonly Ghost[] },
  noteAt: (path: VaultPath) => Note | undefined,
  config: Config,
): readonly CalledName[] {
  const stated = new Map(Object.entries(config.people));
  const subjects: readonly Subject[] = [
    ...accounts.map((one) => subjectOf('account', one.url, one.name, one.note, noteAt)),
    ...people.map((one) => subjectOf('person', one.url, one.name, one.note, noteAt, stated.get(one.name))),
    ...ghosts.map((one) => subjectOf('ghost', one.url, one.name, null, noteAt)),
  ];
  const firstNames = new Set(people.flatMap(({ name }) => foldedText(name.trim()).text.split(' ', 1)));
  const names = new Map<string, { exact: Set<string> | null; pages: Set<PageUrl>; own: boolean }>();
  for (const own of [true, false]) {
    for (const { page, name, others, kind } of subjects) {
      for (const written of own ? [name] : others) {
        const spelt = written.normalize('NFC').replace(/\s+/gu, ' ').trim();
        const text = foldedText(spelt).text;
        if (!isFullName(text, kind) || firstNames.has(text)) continue;
        const known = names.get(text) ?? {
          exact: text.includes(' ') || UNSPACED.test(text) ? null : new Set<string>(),
          pages: new Set(),
          own,
        };
        names.set(text, known);
        if (known.own === own) known.pages.add(page);
        if (known.pages.has(page)) known.exact?.add(spelt);
      }
    }
  }
  return [...names].map(([text, { exact, pages }]) => {
    const [page, ...more] = pages;
    return { text, exact: exact === null ? null : [...exact], page: page === undefined || more.length > 0 ? null : page };
  });
}

function subjectOf(
  kind: Subject['kind'],
  page: PageUrl,
  name: string,
  path: VaultPath | null,
  noteAt: (path: VaultPath) => Note | undefined,
  more: readonly string[] = [],
): Subject {
  const note = path === null ? undefined : noteAt(path);
  return { kind, page, name, others: note === undefined ? more : [note.title, nameFromPath(note.path), ...note.aliases, ...more] };
}

function isFullName(text: string, kind: Subject['kind']): boolean {
  if (text.length > LONGEST) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (UNSPACED.test(text)) return letters >= 3;
  const words = text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return words > 1 ? letters > 2 : kind !== 'person' && letters >= 6;
}
