import type { PageUrl } from '../graph/graph.ts';
import { tagKey } from '../graph/tags.ts';
import type { Note } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import { accountNotesUrl, accountNoteTotal } from './account-notes.ts';
import type { FolderTree, kindsOf } from './browse.ts';
import type { ViewContext } from './context.ts';
import { decisionPeriods } from './decisions.ts';
import { ACTION_ROWS, pageCount, pagedUrl } from './paging.ts';
import { datedMeetings, timelinePeriods } from './timeline.ts';
import type { View } from './view.ts';

/** A page that will exist. Cheap to list; its view is computed on demand. */
export interface PlannedPage {
  readonly url: PageUrl;
  readonly kind: View['kind'];
  /** The note the page shows, if it shows one. */
  readonly note: VaultPath | null;
  /** What the page is about: an account's key, a folder, a tag's key, a period, the path of a canvas … '' when the kind says it all. */
  readonly of: string;
  /** Page of a list, from 1. */
  readonly number: number;
}

/** What the plan needs besides the context. */
export interface PlanInput {
  readonly ctx: ViewContext;
  readonly folders: FolderTree;
  readonly kinds: ReturnType<typeof kindsOf>;
  /** The vault's own index note, shown on the home page. */
  readonly index: Note | null;
  /** Wikis have a health page and an overview; a brief begins with a cover, and one account needs no list. */
  readonly brief: boolean;
}

/** Every page of the site, sorted by URL (code point order). Generated lists that would be empty are left out. */
export function planPages({ ctx, folders, kinds, index, brief }: PlanInput): readonly PlannedPage[] {
  const { graph } = ctx;
  const plan: PlannedPage[] = [];
  const add = (url: string, kind: View['kind'], of = '', note: VaultPath | null = null, number = 1): void => {
    plan.push({ url: url as PageUrl, kind, note, of, number });
  };
  const addPaged = (base: PageUrl, rows: number, kind: View['kind'], of: string, size?: number): void => {
    for (let number = 1; number <= pageCount(rows, size); number += 1) add(pagedUrl(base, number), kind, of, null, number);
  };
  if (brief) add('index.html', 'cover');
  else add('index.html', 'home', '', index?.path ?? null);
  add('404.html', 'not-found');
  add('search.html', 'search');
  if (!brief) add('health.html', 'health');
  if (graph.accounts.length > (brief ? 1 : 0)) add('accounts.html', 'accounts');
  for (const account of graph.accounts) {
    add(account.url, 'account', account.key, account.note);
    const notes = accountNoteTotal(ctx, account);
    if (notes > 0) addPaged(accountNotesUrl(account), notes, 'account-notes', account.key);
  }
  if (graph.people.length > 0) add('people.html', 'people');
  for (const person of graph.people) add(person.url, 'person', person.key, person.note);
  const shownBySubject = new Set(plan.flatMap((page) => (page.kind === 'account' || page.kind === 'person' ? (page.note ?? []) : [])));
  for (const note of graph.notes.values()) {
    if (!shownBySubject.has(note.path)) add(graph.pageUrls.note(note.path), note.kind === 'meeting' ? 'meeting' : 'note', '', note.path);
  }
  if (graph.actions.length > 0) addPaged('actions.html' as PageUrl, graph.actions.length, 'actions', '', ACTION_ROWS);
  if (graph.decisions.length > 0) for (const { of, url } of decisionPeriods(graph)) add(url, 'decisions', of);
  const dates = datedMeetings(ctx).map((note) => note.date);
  if (dates.length > 0) {
    const [newest, ...older] = timelinePeriods(dates);
    add('timeline.html', 'timeline', newest ?? '');
    for (const period of older) add(`timeline/${period}.html`, 'timeline', period);
  }
  if (graph.tags.length > 0) add('tags.html', 'tags');
  for (const tag of graph.tags) addPaged(tag.url, tag.total, 'tag', tagKey(tag.tag));
  for (const [folder, { notes }] of folders.folders) addPaged(graph.pageUrls.folder(folder), notes.length, 'browse', folder);
  for (const [kind, notes] of kinds) addPaged(graph.pageUrls.kind(kind), notes.length, 'kind', kind);
  for (const { kind, path } of graph.documents.values()) add(graph.pageUrls.document(path), kind, path);
  for (const ghost of graph.ghosts) add(ghost.url, 'ghost', ghost.key);
  return plan.sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0));
}
