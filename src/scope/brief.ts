import type { Config } from '../config/config.ts';
import { globMatcher } from '../config/globs.ts';
import { compareText } from '../diagnostics/order.ts';
import { accountKey, accountTagKey } from '../notes/account-key.ts';
import type { Document } from '../notes/document.ts';
import { accountFolder } from '../notes/kind.ts';
import { looksOf } from '../notes/look-alike.ts';
import type { AccountClaim, IsoDate, Note } from '../notes/note.ts';
import { nameFromPath } from '../notes/title.ts';
import type { FailedFile, VaultPath } from '../vault/vault.ts';
import type { Scope } from './scope.ts';
import { wikiRule } from './select.ts';

/** What a brief is asked for. */
export interface BriefRequest {
  /** Names of the accounts it is about; usually one. */
  readonly accounts: readonly string[];
  /** First and last day of dated notes; null: no limit. */
  readonly since: IsoDate | null;
  readonly until: IsoDate | null;
  /** Globs of files besides images that may go along. */
  readonly attachments: readonly string[];
}

/** A file that says it belongs to the brief's account and cannot be taken, or a name beside it that could be mistaken for the account's. Each one stops the brief. */
export interface Refusal {
  readonly path: VaultPath;
  readonly line: number | null;
  readonly rule: 'two-accounts' | 'not-clean' | 'look-alike' | 'other-name' | 'unread' | 'file-unclear';
  /** One sentence. */
  readonly message: string;
}

/** The notes of a brief before its profile is applied, and why every other file stays behind. */
export interface BriefSelection {
  readonly scope: Scope;
  readonly included: readonly { readonly path: VaultPath; readonly rule: string }[];
  readonly refusals: readonly Refusal[];
}

/**
 * The notes a brief may be made of. A note gets in by opting in: it must name the account (frontmatter, tag, line under the title, folder of a
 * dated note), name no other, be read without an error, and be kept out by none of the rules of the wiki. Names are the same only exactly
 * (after NFKC, white space and case): `Northwind` is neither `Northwind Canada` nor a name that looks like it. Everything else is left out and listed;
 * what names this account and still cannot be taken is a refusal as well. `isPrivate`: what a note's text says of the note. Pure; order of `notes` is kept.
 */
export function scopeOfBrief(
  notes: readonly Note[],
  config: Config,
  request: BriefRequest,
  documents: readonly Document[] = [],
  failed: readonly FailedFile[] = [],
  isPrivate: (note: Note) => boolean = () => false,
): BriefSelection {
  const names = namesOf(request.accounts);
  const others = otherNames(notes, names);
  const ruleOfWiki = wikiRule(config);
  const ruleOf = (note: Note): string | null => ruleOfWiki(note) ?? (isPrivate(note) ? 'private' : null);
  const kept: Note[] = [];
  const included: { path: VaultPath; rule: string }[] = [];
  const excluded: { path: VaultPath; rule: string }[] = [];
  const refusals: Refusal[] = [];
  for (const note of notes) {
    const verdict = verdictOn(note, names, others, ruleOf(note), request);
    if (verdict.kind === 'in') {
      kept.push(note);
      included.push({ path: note.path, rule: verdict.rule });
    } else {
      excluded.push({ path: note.path, rule: verdict.rule });
      if (verdict.refusal !== null) refusals.push(verdict.refusal);
    }
  }
  for (const file of failed) {
    const folder = accountFolder(file.path);
    if (folder !== null && names.isOwn(folder))
      refusals.push({
        path: file.path,
        line: null,
        rule: 'unread',
        message: `It lies in the folder of the account and could not be read: ${file.reason}.`,
      });
  }
  const mayGo = globMatcher(request.attachments);
  const excludedByConfig = globMatcher(config.publish.exclude);
  const shown = documents.filter(({ path }) => mayGo(path) && !excludedByConfig(path));
  const withdrawn = documents.filter((document) => !shown.includes(document)).map(({ path }) => ({ path, rule: 'attachment' }));
  return {
    scope: {
      kind: 'brief',
      notes: kept,
      documents: shown,
      choice: 'embedded',
      excluded: [...excluded, ...withdrawn].sort((a, b) => compareText(a.path, b.path)),
    },
    included: included.sort((a, b) => compareText(a.path, b.path)),
    refusals: refusals.sort((a, b) => compareText(a.path, b.path)),
  };
}

/** The names of the brief's accounts, in the forms in which notes may write them. */
interface Names {
  readonly isOwn: (text: string) => boolean;
  readonly isOwnTag: (text: string) => boolean;
  readonly looksOwn: (text: string) => boolean;
}

/** Whose folder a file lies in: that of the brief's accounts, that of another account, or none of an account. Told from the path alone. */
export function folderOwner(accounts: readonly string[]): (path: VaultPath) => 'own' | 'other' | 'nobody' {
  const names = namesOf(accounts);
  return (path) => {
    const folder = accountFolder(path);
    return folder === null ? 'nobody' : names.isOwn(folder) ? 'own' : 'other';
  };
}

function namesOf(accounts: readonly string[]): Names {
  const keys = new Set(accounts.map(briefKey));
  const tags = new Set(accounts.map((name) => accountTagKey(name.normalize('NFKC'))));
  const looks = new Set(accounts.map(looksOf));
  return {
    isOwn: (text) => keys.has(briefKey(text)),
    isOwnTag: (text) => tags.has(accountTagKey(text.normalize('NFKC'))),
    looksOwn: (text) => looks.has(looksOf(text)),
  };
}

/** What a note says by which it belongs to one of the accounts; null when it says nothing of the kind. */
export function claimOn(note: Note, accounts: readonly string[]): AccountClaim | null {
  return ownClaim(note, namesOf(accounts)) ?? null;
}

function ownClaim(note: Note, names: Names): AccountClaim | undefined {
  return note.claims.find((claim) => isOwnClaim(note, claim, names));
}

function isOwnClaim(note: Note, claim: AccountClaim, names: Names): boolean {
  if (claim.via === 'self') return isOwnNote(note, names);
  return claim.via === 'tag' ? names.isOwnTag(claim.text) : names.isOwn(claim.text);
}

/** Key of an account's name in a brief: NFKC, white space folded, case-folded. */
function briefKey(text: string): string {
  return accountKey(text.normalize('NFKC'));
}

/** Further names that the account's own notes have: title, file name, aliases. They are not taken for the account's until the profile lists them. */
function otherNames(notes: readonly Note[], names: Names): ReadonlySet<string> {
  const own = notes.filter((note) => note.kind === 'account' && isOwnNote(note, names));
  return new Set(own.flatMap((note) => [note.title, nameFromPath(note.path), ...note.aliases]).map(briefKey));
}

/** An account's own note is known by its title or by the name of its file. */
function isOwnNote(note: Note, names: Names): boolean {
  return names.isOwn(note.title) || names.isOwn(nameFromPath(note.path));
}

type Verdict =
  | { readonly kind: 'in'; readonly rule: string }
  | { readonly kind: 'out'; readonly rule: string; readonly refusal: Refusal | null };

function verdictOn(note: Note, names: Names, others: ReadonlySet<string>, wikiRuleOfNote: string | null, request: BriefRequest): Verdict {
  const out = (rule: string, refusal: Refusal | null = null): Verdict => ({ kind: 'out', rule, refusal });
  const refused = (rule: Refusal['rule'], line: number | null, message: string): Verdict =>
    out(rule, { path: note.path, line, rule, message });
  const isOwn = (claim: AccountClaim): boolean => isOwnClaim(note, claim, names);
  const own = ownClaim(note, names);
  const folder = accountFolder(note.path);
  const inOwnFolder = folder !== null && names.isOwn(folder);
  const claimsOwn = own !== undefined || (inOwnFolder && note.file.frontmatter === 'unreadable');
  // What a person has closed stays closed, whatever else there is to say of it.
  if (wikiRuleOfNote !== null && !(wikiRuleOfNote === 'unreadable' && claimsOwn)) return out(wikiRuleOfNote);
  if (claimsOwn && note.file.frontmatter === 'unreadable')
    return refused('not-clean', 1, 'It belongs to the account, and its frontmatter can not be read.');
  const alike = note.claims.find((claim) => !isOwn(claim) && names.looksOwn(claim.text));
  if (alike !== undefined)
    return refused('look-alike', alike.line, `It names "${alike.text}", which looks like the account and is another name.`);
  // A page with components is a program over the whole vault.
  if (note.file.mdx !== undefined) return out('mdx');
  if (own === undefined) {
    const other = note.claims.find((claim) => others.has(briefKey(claim.text)));
    if (other !== undefined)
      return refused(
        'other-name',
        other.line,
        `It names "${other.text}", another name of the account: list it under "accounts" of the profile.`,
      );
    return out(note.claims.length === 0 ? 'no account' : 'another account');
  }
  const foreign = note.claims.find((claim) => !isOwn(claim));
  if (foreign !== undefined)
    return refused('two-accounts', foreign.line, `It names the account, and its ${wordOf(foreign.via)} says "${foreign.text}".`);
  const fault = note.diagnostics.find(({ severity }) => severity === 'error');
  if (fault !== undefined) return refused('not-clean', fault.line, `It belongs to the account and is not clean: ${fault.message}`);
  if (note.file.oversized) return refused('not-clean', null, 'It belongs to the account and is too large to be read for private parts.');
  if (note.date !== null && request.since !== null && note.date < request.since) return out('since');
  if (note.date !== null && request.until !== null && note.date > request.until) return out('until');
  return { kind: 'in', rule: `account by ${wordOf(own.via)}` };
}

function wordOf(via: AccountClaim['via']): string {
  return via === 'self' ? 'title' : via === 'body' ? 'text' : via;
}
