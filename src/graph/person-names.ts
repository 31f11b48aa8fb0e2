import type { Config } from '../config/config.ts';
import { accountKey } from '../notes/account-key.ts';
import type { Note } from '../notes/note.ts';
import { nameFromPath } from '../notes/title.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountNames } from './account-names.ts';

/** How a person is known. */
export type KnownFrom = 'config' | 'note' | 'participants' | 'owner' | 'link';

/** One person as the notes name them, before the page is put together. */
export interface PersonName {
  readonly key: string;
  readonly name: string;
  readonly note: VaultPath | null;
}

/** A name read in a note, matched to a person. */
export interface PersonMatch {
  readonly person: PersonName;
  /** True when a shorter name was matched to this person because nobody else at the meeting or account fits. */
  readonly inferred: boolean;
}

/** Which people there are, and whom a name means where it stands. */
export interface PersonNames {
  readonly list: readonly PersonName[];
  readonly byKey: ReadonlyMap<string, PersonName>;
  /** Whom `name` means in the note; null when nobody is known by it. */
  readonly match: (note: VaultPath, name: string) => PersonMatch | null;
  /** The people, two or more, whom a short name fits where it stands, so that it is taken for none of them; empty when it is clear. */
  readonly rivals: (note: VaultPath, name: string) => readonly PersonName[];
  readonly owner: PersonName | null;
}

/** Shown for `@Myself` in a vault whose config names no owner. */
export const NAMELESS_OWNER = 'vault owner';

const MYSELF = new Set(['myself', 'me', 'self']);

/** Words of letters and digits with one space between them, of which the key is the lower case. */
const PLAIN = /^[A-Za-z0-9-]+(?: [A-Za-z0-9-]+)*$/;

/** Key of a person: NFC, apostrophes folded, lower case; dots and underscores are spaces (`Tomas.Lindqvist`, `Tomas L.`). */
export function personKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name
    .normalize('NFC')
    .replace(/^@/u, '')
    .replace(/[’ʼ′]/gu, "'")
    .replace(/[\s._]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/**
 * People from config, person notes, participants and task owners. A short name (`Tomas`) is the same person as a longer one
 * (`Tomas Lindqvist`) when exactly one person of the meeting, else of the account, fits; else it is a person of its own.
 */
export function personNamesFrom(notes: readonly Note[], accounts: AccountNames, config: Config): PersonNames {
  const people = new Map<string, PersonName>();
  const spelling = new Map<string, PersonName>();
  const register = (name: string, note: VaultPath | null): PersonName => {
    const key = personKey(name);
    const known = spelling.get(key);
    if (known !== undefined) return known;
    const person: PersonName = { key, name, note };
    people.set(key, person);
    spelling.set(key, person);
    return person;
  };
  const companies = new Map<string, boolean>();
  const isCompany = (name: string): boolean => {
    const known = companies.get(name);
    if (known !== undefined) return known;
    const is = accounts.byKey.has(accountKey(name.replace(/^@/u, ''))) || accounts.byKey.has(personKey(name));
    companies.set(name, is);
    return is;
  };

  for (const note of notes) {
    if (note.kind !== 'person') continue;
    const person = register(note.title, note.path);
    for (const other of [nameFromPath(note.path), ...note.aliases])
      if (!spelling.has(personKey(other))) spelling.set(personKey(other), person);
  }
  for (const [name, others] of Object.entries(config.people)) {
    const person = register(name, null);
    for (const other of others) spelling.set(personKey(other), person);
  }
  const owner = config.owner === null ? null : register(config.owner, null);
  const pools = fullNamePools(notes, accounts, register, isCompany);

  /** Whom a short name fits, the people of the note first; of several groups the first that settles it. */
  const longer = (path: VaultPath, key: string): readonly PersonName[] => {
    const here = pools.ofNote(path, key);
    if (here.length === 1) return here;
    const around = pools.ofAccounts(path, key);
    return around.length === 1 || here.length === 0 ? around : here;
  };
  /** Whom a name means wherever it stands; undefined when that depends on the place. */
  const known = (key: string): PersonName | undefined => {
    const exact = spelling.get(key);
    return exact !== undefined && (isFullName(key) || exact.note !== null || exact.key !== key) ? exact : undefined;
  };

  const match = (path: VaultPath, name: string): PersonMatch | null => {
    const key = personKey(name);
    if (MYSELF.has(key) && !spelling.has(key)) return owner === null ? null : { person: owner, inferred: false };
    const person = known(key);
    if (person !== undefined) return { person, inferred: false };
    const [near, ...others] = longer(path, key);
    if (near !== undefined && others.length === 0) return { person: near, inferred: true };
    const exact = spelling.get(key);
    return exact === undefined ? null : { person: exact, inferred: false };
  };
  const rivals = (path: VaultPath, name: string): readonly PersonName[] => {
    const key = personKey(name);
    const fits = MYSELF.has(key) || known(key) !== undefined ? [] : longer(path, key);
    return fits.length > 1 ? fits : [];
  };

  const registerUnknown = (note: Note, name: string): void => {
    if (isCompany(name) || match(note.path, name) !== null) return;
    const key = personKey(name);
    register(MYSELF.has(key) ? NAMELESS_OWNER : spaced(name), null);
    if (MYSELF.has(key)) spelling.set(key, register(NAMELESS_OWNER, null));
  };
  for (const note of notes) {
    for (const name of note.participants) registerUnknown(note, name);
    for (const { owner } of note.tasks) if (owner !== null) registerUnknown(note, owner);
  }
  // Short names that no note means by themselves have been absorbed by longer ones; the rest are people of their own.
  const list = [...people.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { list, byKey: spelling, match, rivals, owner };
}

/** `Ana.Silva` and `Ana_Silva`, as owners are written in one word, become names with spaces; addresses and names with spaces keep their dots. */
function spaced(name: string): string {
  const text = name.replace(/^@/u, '').replace(/_/gu, ' ').trim();
  return /[\s@]/u.test(text) ? text : text.replace(/(?<=\p{L})\.(?=\p{L})/gu, ' ');
}

interface Pools {
  /** The people of a note whose name goes on as a short one, given by its key, begins. */
  readonly ofNote: (path: VaultPath, key: string) => readonly PersonName[];
  /** Those of its accounts. */
  readonly ofAccounts: (path: VaultPath, key: string) => readonly PersonName[];
}

/** Registers every full name and remembers whom each note and account knows. */
function fullNamePools(
  notes: readonly Note[],
  accounts: AccountNames,
  register: (name: string, note: VaultPath | null) => PersonName,
  isCompany: (name: string) => boolean,
): Pools {
  const byNote = new Map<VaultPath, readonly PersonName[]>();
  const byAccount = new Map<string, AccountPool>();
  const written = new Map<string, PersonName | null>();
  const fullNamed = (name: string): PersonName | null => {
    let person = written.get(name);
    if (person === undefined) {
      person = isFullName(personKey(name)) && !isCompany(name) ? register(name.normalize('NFC'), null) : null;
      written.set(name, person);
    }
    return person;
  };
  for (const note of notes) {
    const people: PersonName[] = [];
    for (const name of note.participants) {
      const person = fullNamed(name);
      if (person !== null) people.push(person);
    }
    if (note.kind === 'person') people.push(register(note.title, note.path));
    if (people.length === 0) continue;
    byNote.set(note.path, people);
    for (const account of accounts.of.get(note.path) ?? []) {
      const pool = byAccount.get(account.key) ?? { people: new Set(), fitting: new Map() };
      byAccount.set(account.key, pool);
      for (const person of people) pool.people.add(person);
    }
  }
  const ofAccount = (account: string, key: string): readonly PersonName[] => {
    const pool = byAccount.get(account);
    if (pool === undefined) return [];
    let people = pool.fitting.get(key);
    if (people === undefined) {
      people = fitting(pool.people, key);
      pool.fitting.set(key, people);
    }
    return people;
  };
  return {
    ofNote: (path, key) => {
      const people = byNote.get(path);
      return people === undefined ? [] : fitting(people, key);
    },
    ofAccounts: (path, key) => {
      const own = accounts.of.get(path) ?? [];
      const [only] = own;
      if (only !== undefined && own.length === 1) return ofAccount(only.key, key);
      return [...new Set(own.flatMap((account) => ofAccount(account.key, key)))];
    },
  };
}

/** The people whom the notes of an account name in full, and whom of them the keys fit that were asked for. */
interface AccountPool {
  readonly people: Set<PersonName>;
  readonly fitting: Map<string, readonly PersonName[]>;
}

/** Whether the key of a person is a name in full: two words or more, the last one no initial (`tomas l` is short as `tomas` is). */
export function isFullName(key: string): boolean {
  const space = key.lastIndexOf(' ');
  return space !== -1 && (key.length - space > 3 || !/\s\p{Ll}$/u.test(key));
}

/** The people whose name goes on as the short one does (`tomas l`, `tomas.lind`), each once. */
function fitting(people: Iterable<PersonName>, key: string): readonly PersonName[] {
  const words = key.split(/[\s.]+/u).filter((word) => word !== '');
  const first = firstWord(key);
  const found: PersonName[] = [];
  for (const person of people) {
    if (startsWithWord(person.key, first) && goesOnLike(person.key, words)) found.push(person);
  }
  return found.length > 1 ? [...new Set(found)] : found;
}

function firstWord(key: string): string {
  const end = key.search(/[\s.]/u);
  return end === -1 ? key : key.slice(0, end);
}

function startsWithWord(key: string, word: string): boolean {
  return key.startsWith(word) && (key.length === word.length || /[\s.]/u.test(key.charAt(word.length)));
}

function goesOnLike(full: string, words: readonly string[]): boolean {
  const parts = full.split(/\s+/u);
  if (words.length > parts.length || parts.length < 2) return false;
  return words.slice(1).every((word, i) => (parts[i + 1] ?? '').startsWith(word) || (parts.at(-1) ?? '').startsWith(word));
}
