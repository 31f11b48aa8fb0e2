import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isoDateFrom } from '../notes/dates.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import { propertyKey } from '../notes/properties.ts';
import { nameFromPath } from '../notes/title.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountNames } from './account-names.ts';
import { isOpen } from './actions.ts';
import { ghostKey } from './ghosts.ts';
import type { Account, Action, Href, PageUrl, ResolvedLink } from './graph.ts';

/** Inputs of `accountsFrom`. */
export interface AccountsInput {
  readonly notes: readonly Note[];
  readonly names: AccountNames;
  readonly actions: readonly Action[];
  readonly links: ReadonlyMap<VaultPath, readonly ResolvedLink[]>;
  readonly peopleOfAccount: ReadonlyMap<string, readonly string[]>;
  readonly urlOf: (key: string) => PageUrl;
  readonly noteUrl: (path: VaultPath) => PageUrl;
  readonly asOf: IsoDate | null;
}

/** Accounts with their meetings, notes, last contact and next date; sorted by key. One pass over notes and one over actions. */
export function accountsFrom(input: AccountsInput): { readonly accounts: readonly Account[]; readonly diagnostics: readonly Diagnostic[] } {
  const notesOf = new Map<string, Note[]>();
  const byPath = new Map(input.notes.map((note) => [note.path, note]));
  for (const note of input.notes) {
    for (const account of input.names.of.get(note.path) ?? []) {
      const list = notesOf.get(account.key);
      if (list === undefined) notesOf.set(account.key, [note]);
      else list.push(note);
    }
  }
  const actionsOf = new Map<string, Action[]>();
  for (const action of input.actions) {
    if (action.account === null) continue;
    const list = actionsOf.get(action.account);
    if (list === undefined) actionsOf.set(action.account, [action]);
    else list.push(action);
  }
  const diagnostics: Diagnostic[] = [];
  const accounts = input.names.list.map(({ key, name, note: path }): Account => {
    const notes = notesOf.get(key) ?? [];
    const own = path === null ? null : (byPath.get(path) ?? null);
    const meetings = notes.filter((note) => note.kind === 'meeting').sort(newestFirst);
    const stated = own?.lastContact ?? null;
    const met =
      meetings.map((note) => note.date).find((date): date is IsoDate => date !== null && (input.asOf === null || date <= input.asOf)) ??
      null;
    const disputed = stated !== null && met !== null && stated !== met;
    if (disputed && own !== null) {
      const line = own.file.propertyLines[propertyKey(own.properties, 'last_contact') ?? ''] ?? null;
      diagnostics.push(
        diagnostic('last-contact-disputed', {
          path: own.path,
          line,
          message: `last_contact says ${stated}, the newest meeting is of ${met}.`,
        }),
      );
    }
    return {
      key,
      name,
      url: input.urlOf(key),
      note: path,
      meetings: meetings.map((note) => note.path),
      notes: notes.filter((note) => note.kind !== 'meeting' && note.path !== path).map((note) => note.path),
      people: input.peopleOfAccount.get(key) ?? [],
      lastContact: stated === null ? met : met === null || stated > met ? stated : met,
      lastContactDisputed: disputed,
      next: nextOf(meetings, actionsOf.get(name) ?? [], input),
      datedGhosts: datedGhosts(notes, input),
      tags: [...new Set(notes.flatMap((note) => note.tags))].sort(),
    };
  });
  return { accounts, diagnostics };
}

function newestFirst(a: Note, b: Note): number {
  const [left, right] = [a.date ?? '', b.date ?? ''];
  return left === right ? (a.path < b.path ? -1 : 1) : left < right ? 1 : -1;
}

function nextOf(meetings: readonly Note[], actions: readonly Action[], input: AccountsInput): Account['next'] {
  const asOf = input.asOf;
  if (asOf === null) return null;
  const dated = [
    ...meetings.flatMap((note) =>
      note.date !== null && note.date > asOf
        ? [{ date: note.date, text: note.title, href: input.noteUrl(note.path) as string as Href }]
        : [],
    ),
    ...actions.flatMap((action) => {
      const href = action.sources[0]?.href;
      return isOpen(action.state) && action.due !== null && action.due > asOf && href !== undefined
        ? [{ date: action.due, text: action.text, href }]
        : [];
    }),
  ];
  return dated.reduce<Account['next']>((next, item) => (next === null || item.date < next.date ? item : next), null);
}

/** Links of the account's notes to dated names without a note: meetings that were held but never written up. */
function datedGhosts(notes: readonly Note[], input: AccountsInput): Account['datedGhosts'] {
  const found = new Map<string, { date: IsoDate; name: string; href: Href }>();
  for (const note of notes) {
    if (note.kind !== 'account' && note.kind !== 'meeting') continue;
    for (const { to } of input.links.get(note.path) ?? []) {
      if (to.status !== 'missing' || to.href === null) continue;
      const name = nameFromPath(to.name);
      const date = isoDateFrom(/^(\d{4}-\d{2}-\d{2})\s/u.exec(name)?.[1] ?? '');
      // A meeting's own source is no other meeting.
      if (note.source?.ref !== null && note.source?.ref !== undefined && ghostKey(note.source.ref) === ghostKey(to.name)) continue;
      if (date !== null && !found.has(to.href)) found.set(to.href, { date, name, href: to.href });
    }
  }
  return [...found.values()].sort((a, b) => (a.date === b.date ? (a.name < b.name ? -1 : 1) : a.date < b.date ? 1 : -1));
}
