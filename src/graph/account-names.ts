import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { accountKey, accountTagKey } from '../notes/account-key.ts';
import { looksOf } from '../notes/look-alike.ts';
import type { AccountClaim, Note } from '../notes/note.ts';
import { nameFromPath } from '../notes/title.ts';
import type { VaultPath } from '../vault/vault.ts';

/** One account as the notes name it, before its page is put together. */
export interface AccountName {
  readonly key: string;
  readonly name: string;
  /** The account's own note: the first by path. */
  readonly note: VaultPath | null;
}

/** Which accounts there are, and which each note belongs to. */
export interface AccountNames {
  readonly list: readonly AccountName[];
  readonly byKey: ReadonlyMap<string, AccountName>;
  /** Accounts of a note, as its strongest claim says. */
  readonly of: ReadonlyMap<VaultPath, readonly AccountName[]>;
  readonly diagnostics: readonly Diagnostic[];
}

const STRENGTH: readonly AccountClaim['via'][] = ['self', 'frontmatter', 'tag', 'body', 'folder'];

/**
 * Accounts from all notes. `further`: names of an account's own note that it does not show. An account exists as soon as one note names it. Names are equal by key only, so `Northwind` and
 * `Northwind Canada` never mix. A note belongs to what its strongest kind of claim says; weaker claims that say something else are a finding.
 */
export function accountNamesFrom(notes: readonly Note[], further: ReadonlyMap<VaultPath, readonly string[]> = new Map()): AccountNames {
  const byKey = new Map<string, AccountName>();
  const byTag = new Map<string, AccountName>();
  const list: AccountName[] = [];
  const register = (account: AccountName, keys: readonly string[]): void => {
    list.push(account);
    for (const key of keys) {
      if (!byKey.has(key)) byKey.set(key, account);
      const tag = accountTagKey(key);
      if (!byTag.has(tag)) byTag.set(tag, account);
    }
  };
  const diagnostics: Diagnostic[] = [];
  const places = new Map<AccountName, Place>();
  for (const note of notes) {
    if (note.kind !== 'account') continue;
    const twin = byKey.get(accountKey(note.title));
    if (twin?.note === undefined || twin.note === null) {
      const account = { key: accountKey(note.title), name: note.title, note: note.path };
      places.set(account, { path: note.path, line: note.titleLine ?? 1 });
      register(account, [note.title, nameFromPath(note.path), ...note.aliases, ...(further.get(note.path) ?? [])].map(accountKey));
    } else {
      diagnostics.push(
        diagnostic('account-twice', {
          path: note.path,
          line: 1,
          message: `${twin.note} is the note of the account "${twin.name}" already; this note has a page of its own.`,
        }),
      );
    }
  }
  const find = (claim: AccountClaim): AccountName | undefined =>
    claim.via === 'tag' ? (byTag.get(accountTagKey(claim.text)) ?? byKey.get(accountKey(claim.text))) : byKey.get(accountKey(claim.text));
  const named = (note: Note, claim: AccountClaim): AccountName => {
    const known = find(claim);
    if (known !== undefined) return known;
    const name = claim.via === 'tag' ? wordsFromTag(claim.text) : claim.text;
    const account: AccountName = { key: accountKey(name), name, note: null };
    places.set(account, { path: note.path, line: claim.line });
    register(account, [accountKey(name), accountKey(claim.text)]);
    return account;
  };
  // Tags come last: `account/x` should find the spelling that another note's frontmatter, line or folder gives.
  for (const via of [...STRENGTH.filter((strength) => strength !== 'tag'), 'tag']) {
    for (const note of notes) for (const claim of note.claims) if (claim.via === via && isStrongest(note, claim)) named(note, claim);
  }
  const of = new Map<VaultPath, readonly AccountName[]>();
  for (const note of notes) {
    const accounts = claimedAccounts(note, find);
    of.set(note.path, accounts.own);
    if (accounts.conflict !== null) {
      const said = accounts.own.map((account) => account.name).join(', ');
      diagnostics.push(
        diagnostic('account-conflict', {
          path: note.path,
          line: accounts.conflict.line,
          message: `The note belongs to "${said}" but its ${accounts.conflict.via} says "${accounts.conflict.text}".`,
        }),
      );
    }
  }
  diagnostics.push(...lookAlikes(places));
  return { list: list.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)), byKey, of, diagnostics };
}

/** Where an account is named first. */
interface Place {
  readonly path: VaultPath;
  readonly line: number | null;
}

/** A finding for each account whose name looks like that of one before it. */
function lookAlikes(places: ReadonlyMap<AccountName, Place>): readonly Diagnostic[] {
  const first = new Map<string, AccountName>();
  return [...places].flatMap(([account, place]) => {
    const looks = looksOf(account.name);
    const other = first.get(looks);
    if (other === undefined || looks === '') {
      first.set(looks, account);
      return [];
    }
    const before = places.get(other);
    const at = before === undefined ? '' : ` (${before.path}${before.line === null ? '' : `:${before.line}`})`;
    return [
      diagnostic('account-alike', { ...place, message: `"${account.name}" looks like the account "${other.name}"${at}; they stay apart.` }),
    ];
  });
}

function isStrongest(note: Note, claim: AccountClaim): boolean {
  const strongest = STRENGTH.find((via) => note.claims.some((other) => other.via === via));
  return claim.via === strongest;
}

function claimedAccounts(
  note: Note,
  find: (claim: AccountClaim) => AccountName | undefined,
): { readonly own: readonly AccountName[]; readonly conflict: AccountClaim | null } {
  const own = [...new Set(note.claims.filter((claim) => isStrongest(note, claim)).flatMap((claim) => find(claim) ?? []))];
  const conflict = note.claims.find((claim) => {
    if (isStrongest(note, claim)) return false;
    const other = find(claim);
    return other === undefined ? claim.via !== 'folder' : !own.includes(other);
  });
  return { own, conflict: conflict ?? null };
}

/** `halden-rail` → `Halden Rail`. */
function wordsFromTag(tag: string): string {
  return tag.replace(/[-_]+/gu, ' ').replace(/(^|\s)(\p{Ll})/gu, (_, space: string, letter: string) => space + letter.toUpperCase());
}
