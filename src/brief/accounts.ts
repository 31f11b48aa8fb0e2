import { nearestName } from '../config/nearest.ts';
import { accountKey } from '../notes/account-key.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import { nameFromPath } from '../notes/title.ts';
import { type BriefSelection, claimOn } from '../scope/brief.ts';
import { BriefError } from './brief-error.ts';
import type { BriefProfile } from './choose-profile.ts';

/**
 * The accounts of a brief: those its profile lists, else the one asked for. Throws a BriefError where the profile lists others: whoever asks for one
 * account is never handed another unasked. Several go together when the profile is asked for by its name, as account or with `--profile`.
 */
export function accountsOf(account: string, profileName: string | null, isNamed: boolean, { accounts }: BriefProfile): readonly string[] {
  if (accounts.length === 0) return [account];
  const asked = accountKey(account);
  if (accountKey(profileName ?? '') === asked) return accounts;
  const listed = accounts.join(', ');
  if (!accounts.some((name) => accountKey(name) === asked))
    throw new BriefError(
      `The profile "${profileName}" is about ${listed}, not about "${account}".`,
      'Name another profile with --profile, or list the account under "accounts" of this one.',
    );
  if (accounts.some((name) => accountKey(name) !== asked) && !isNamed)
    throw new BriefError(
      `The profile "${profileName}" is about ${listed}, and "${account}" alone was asked for.`,
      `Hand them out together with --profile ${JSON.stringify(profileName)}, or give "${account}" a profile of its own.`,
    );
  return accounts;
}

/** The names as the notes of a brief spell them, which may be otherwise than they were asked for: as the account's own note, else as the first that names it. */
export function spelledAs(accounts: readonly string[], notes: readonly Note[]): readonly string[] {
  return accounts.map((account) => {
    const key = accountKey(account);
    const spellings = [
      ...notes.filter((note) => note.kind === 'account').map((note) => note.title),
      ...notes.flatMap((note) => note.claims.filter(({ via }) => via !== 'tag').map(({ text }) => text)),
    ];
    return spellings.find((text) => accountKey(text) === key) ?? account.trim();
  });
}

/** The names of the accounts without those that are only another name of one of them. */
export function titlesOf(accounts: readonly string[], notes: readonly Note[]): readonly string[] {
  const further = new Set(
    notes
      .filter((note) => note.kind === 'account')
      .flatMap((note) => {
        const names = [note.title, nameFromPath(note.path), ...note.aliases].map(accountKey);
        const [first] = accounts.map(accountKey).filter((key) => names.includes(key));
        return names.filter((key) => key !== first);
      }),
  );
  return accounts.filter((name) => !further.has(accountKey(name)));
}

/** The first of the accounts that no note claims; null when each is claimed, or when refusals tell of names like it. */
export function absentAccount(accounts: readonly string[], notes: readonly Note[], { refusals }: BriefSelection): string | null {
  if (refusals.some(({ rule }) => rule === 'look-alike' || rule === 'other-name' || rule === 'unread')) return null;
  return accounts.find((name) => !notes.some((note) => isNamed(note, name, accounts))) ?? null;
}

/** Whether a note says that it belongs to an account of that name, or is the note of another of the accounts, which is called so too. */
function isNamed(note: Note, name: string, accounts: readonly string[]): boolean {
  return claimOn(note, [name]) !== null || (hasAlias(note, name) && claimOn(note, accounts) !== null);
}

function hasAlias(note: Note, name: string): boolean {
  return note.kind === 'account' && note.aliases.some((alias) => accountKey(alias) === accountKey(name));
}

export function outOfRange({ since, until }: { readonly since: IsoDate | null; readonly until: IsoDate | null }): BriefError {
  const days = [since === null ? '' : `since ${since}`, until === null ? '' : `until ${until}`].filter((text) => text !== '').join(' and ');
  return new BriefError(
    days === '' ? 'Every note of the account is kept out by a rule.' : `No note of the account is left ${days}.`,
    '`--dry-run` of a wider brief lists its notes; rules such as `private`, `draft` and `publish: false` keep notes out.',
  );
}

export function nobody(account: string, notes: readonly Note[]): BriefError {
  const names = [...new Set(notes.flatMap((note) => note.claims.filter(({ via }) => via !== 'tag').map(({ text }) => text)))].sort();
  const owner = notes.find((note) => hasAlias(note, account));
  const near = nearestName(account, names);
  return new BriefError(
    `No note belongs to an account "${account}".`,
    owner !== undefined
      ? `"${account}" is another name of "${owner.title}": give that.`
      : near === null
        ? 'Give the name as notes have it under `account`; `dossier inspect` lists all accounts.'
        : `Did you mean "${near}"?`,
  );
}
