import type { Account, Backlink, PageUrl } from '../graph/graph.ts';
import type { Note } from '../notes/note.ts';
import { hrefOf, noteAt, type ViewContext } from './context.ts';
import type { AccountNotesView } from './list-view.ts';
import { paged } from './paging.ts';
import type { Ref } from './row.ts';
import { noteListRow } from './rows.ts';

/** An account of at most so many notes shows all of them on its page. */
const ON_PAGE = 60;

/** Mentions of an account by notes that are not of it. */
export function mentionsFromOutside(ctx: ViewContext, account: Account): readonly Backlink[] {
  const { derivedBacklinks, backlinks, accountsOf } = ctx.graph;
  const linked = (account.note === null ? derivedBacklinks.get(account.url) : backlinks.get(account.note)) ?? [];
  return linked.filter(({ from }) => !(accountsOf.get(from) ?? []).includes(account.name));
}

/** How many notes the list of an account holds; 0 where its page shows them all, so that there is no list. */
export function accountNoteTotal(ctx: ViewContext, account: Account): number {
  const outside = new Set(mentionsFromOutside(ctx, account).map(({ from }) => from));
  const total = account.meetings.length + account.notes.length + outside.size;
  return total > ON_PAGE ? total : 0;
}

/** URL of the list of all notes of an account; no account has it, for slugs hold no dot. */
export function accountNotesUrl(account: Account): PageUrl {
  return account.url.replace(/\.html$/u, '.notes.html') as PageUrl;
}

/** The list as link from the account's page, which can not show all of a long one; null where there is none. */
export function accountNotesRef(ctx: ViewContext, account: Account): (Ref & { readonly count: number }) | null {
  const count = accountNoteTotal(ctx, account);
  return count === 0 ? null : { text: `Notes of ${account.name}`, href: hrefOf(accountNotesUrl(account)), count };
}

/** One page of the list: the meetings and notes of an account, then notes of others that link to it; newest first, undated last, by title. */
export function accountNotesView(ctx: ViewContext, account: Account, current: number): AccountNotesView {
  const own = sorted(ctx, [...account.meetings, ...account.notes]);
  const outside = sorted(ctx, [...new Set(mentionsFromOutside(ctx, account).map(({ from }) => from))]);
  const { rows, paging } = paged([...own, ...outside], accountNotesUrl(account), current);
  const others = new Set(outside);
  const rowsOf = (wanted: boolean) => rows.filter((note) => others.has(note) === wanted).map((note) => noteListRow(ctx, note));
  return {
    kind: 'account-notes',
    account: { text: account.name, href: hrefOf(account.url) },
    own: { total: own.length, rows: rowsOf(false) },
    outside: { total: outside.length, rows: rowsOf(true) },
    paging,
  };
}

function sorted(ctx: ViewContext, paths: readonly Note['path'][]): readonly Note[] {
  const dayOf = (note: Note): string => note.date ?? note.updated ?? '';
  return paths
    .map((path) => noteAt(ctx, path))
    .sort((a, b) => order(dayOf(b), dayOf(a)) || order(a.title, b.title) || order(a.path, b.path));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
