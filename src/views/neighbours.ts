import { compareText } from '../diagnostics/order.ts';
import type { Account, Backlink, PageUrl, Person, Resolution } from '../graph/graph.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import { cardOf, noteAt, urlOf, type ViewContext } from './context.ts';
import type { MapNode } from './row.ts';

/** A page near another one. */
export interface Neighbour {
  readonly page: PageUrl;
  readonly title: string;
  readonly shape: MapNode['shape'];
  readonly path: VaultPath | null;
  readonly date: IsoDate | null;
  /** It is linked from here. */
  out: boolean;
  /** It links here. */
  in: boolean;
  weight: number;
}

/** Most neighbours shown of one page. */
export const NEIGHBOURS = 9;
/** Most links, notes and mentions looked at for one page: more would not change what stands out. */
const LOOKED_AT = 400;
const DATED = /^\d{4}-\d{2}-\d{2}(?!\d)/u;

type Way = 'out' | 'in' | null;

/** Pages as they are met, each once, with how often and in which direction. */
class Met {
  readonly #found = new Map<string, Neighbour>();
  readonly #self: PageUrl;

  constructor(self: PageUrl) {
    this.#self = self;
  }

  note(ctx: ViewContext, path: VaultPath, way: Way): void {
    const { note, url } = cardOf(ctx, path);
    if (url !== this.#self) count(this.#found.get(url) ?? this.#first(url, note.title, shapeOf(note), path, note.date), way);
  }

  account({ url, name, note }: Account): void {
    if (url !== this.#self) count(this.#found.get(url) ?? this.#first(url, name, 'account', note, null), null);
  }

  link(ctx: ViewContext, to: Resolution, way: 'out' | null): void {
    if (to.href === null) return;
    if (to.target !== null) {
      if (ctx.graph.notes.has(to.target)) this.note(ctx, to.target, way);
      return;
    }
    const page = to.href as string as PageUrl;
    if (page === this.#self) return;
    const shape = to.status !== 'derived' ? 'ghost' : page.startsWith('accounts/') ? 'account' : 'person';
    count(this.#found.get(page) ?? this.#first(page, to.name, shape, null, null), way);
  }

  #first(page: PageUrl, title: string, shape: MapNode['shape'], path: VaultPath | null, date: IsoDate | null): Neighbour {
    const met = { page, title, shape, path, date, out: false, in: false, weight: 0 };
    this.#found.set(page, met);
    return met;
  }

  /** Most connected first: linked both ways, often, lately. */
  ranked(): readonly Neighbour[] {
    return [...this.#found.values()].sort(
      (a, b) => rankOf(b) - rankOf(a) || compareText(b.date ?? '', a.date ?? '') || compareText(a.page, b.page),
    );
  }
}

function count(met: Neighbour, way: Way): void {
  met.weight += 1;
  if (way !== null) met[way] = true;
}

function rankOf(one: Neighbour): number {
  return one.weight + (one.in && one.out ? 2 : 0);
}

function shapeOf({ kind }: Note): MapNode['shape'] {
  return kind === 'account' || kind === 'person' ? kind : 'note';
}

/** What a note links to and what links to it. */
export function neighboursOfNote(ctx: ViewContext, path: VaultPath): readonly Neighbour[] {
  const met = new Met(urlOf(ctx, path));
  for (const { to } of (ctx.graph.links.get(path) ?? []).slice(0, LOOKED_AT)) met.link(ctx, to, 'out');
  for (const { from } of (ctx.graph.backlinks.get(path) ?? []).slice(0, LOOKED_AT)) met.note(ctx, from, 'in');
  return met.ranked();
}

/**
 * Whom and what an account is connected with beyond its meetings, which its timeline shows: people met there most (theirs before ours), other
 * accounts and notes that its notes lead to or that lead to it, its own projects and other notes, names without a note.
 */
export function neighboursOfAccount(ctx: ViewContext, account: Account): readonly Neighbour[] {
  const met = new Met(account.url);
  const meetings = account.meetings.slice(0, LOOKED_AT);
  const own = new Set<VaultPath>([...account.meetings, ...(account.note === null ? [] : [account.note])]);
  for (const path of account.notes.slice(0, LOOKED_AT)) {
    const { kind } = noteAt(ctx, path);
    if (path !== account.note && (kind === 'project' || kind === 'note')) met.note(ctx, path, null);
  }
  for (const path of [...meetings, ...(account.note === null ? [] : [account.note])]) {
    for (const { to } of ctx.graph.links.get(path) ?? []) {
      const isRecord = to.target === null ? to.status === 'derived' || DATED.test(to.name) : own.has(to.target);
      if (!isRecord && !isPersonNote(ctx, to)) met.link(ctx, to, path === account.note ? 'out' : null);
    }
  }
  for (const { from } of mentionsOf(ctx, account)) {
    if (!own.has(from) && noteAt(ctx, from).kind !== 'daily') met.note(ctx, from, 'in');
  }
  const ranked = met.ranked().filter((one) => one.shape !== 'person');
  const accounts = ranked.filter(({ shape }) => shape === 'account').slice(0, 2);
  const people = metMost(ctx, meetings, null, 3);
  const rest = ranked.filter(({ shape }) => shape !== 'account');
  return [...people, ...accounts, ...spread(rest, NEIGHBOURS - people.length - accounts.length)];
}

/** Whom a person works with: accounts and people met most, and notes other than meetings that name the person or belong to it. */
export function neighboursOfPerson(ctx: ViewContext, person: Person): readonly Neighbour[] {
  const meetings = person.meetings.slice(0, LOOKED_AT);
  const met = new Met(person.url);
  if (person.note !== null) for (const { to } of ctx.graph.links.get(person.note) ?? []) met.link(ctx, to, 'out');
  for (const { from } of mentionsOf(ctx, person)) {
    const { kind } = noteAt(ctx, from);
    if (kind !== 'meeting' && kind !== 'daily') met.note(ctx, from, 'in');
  }
  const accounts = new Met(person.url);
  for (const path of meetings) {
    for (const name of ctx.graph.accountsOf.get(path) ?? []) {
      const account = ctx.graph.accountByName(name);
      if (account !== undefined) accounts.account(account);
    }
  }
  const shown = accounts.ranked().slice(0, 3);
  const known = new Set<string>(shown.map(({ page }) => page));
  const others = met.ranked().filter(({ page, shape }) => shape !== 'person' && !known.has(page));
  const people = metMost(ctx, meetings, person.name, 3);
  return [...shown, ...people, ...spread(others, NEIGHBOURS - shown.length - people.length)];
}

function isPersonNote(ctx: ViewContext, to: Resolution): boolean {
  return to.target !== null && ctx.graph.notes.get(to.target)?.kind === 'person';
}

function mentionsOf(ctx: ViewContext, { note, url }: Account | Person): readonly Backlink[] {
  const mentions = note === null ? ctx.graph.derivedBacklinks.get(url) : ctx.graph.backlinks.get(note);
  return (mentions ?? []).slice(0, LOOKED_AT);
}

/** People met most at meetings, but for the one asked about; those of the other side first. */
function metMost(ctx: ViewContext, meetings: readonly VaultPath[], asked: string | null, limit: number): readonly Neighbour[] {
  const counts = new Map<string, number>();
  for (const path of meetings) {
    for (const name of ctx.graph.peopleOf.get(path) ?? []) if (name !== asked) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const met: { readonly person: Person; readonly weight: number }[] = [];
  for (const [name, weight] of counts) {
    const person = ctx.graph.personByName(name);
    if (person !== undefined) met.push({ person, weight });
  }
  return met
    .sort((a, b) => Number(a.person.ours) - Number(b.person.ours) || b.weight - a.weight || compareText(a.person.key, b.person.key))
    .slice(0, limit)
    .map(({ person: { url, name, note }, weight }) => {
      return { page: url, title: name, shape: 'person' as const, path: note, date: null, out: false, in: false, weight };
    });
}

/** The best of a number, with two names among them that have no note, where there are such. */
function spread(ranked: readonly Neighbour[], room: number): readonly Neighbour[] {
  const ghosts = ranked.filter(({ shape }) => shape === 'ghost').slice(0, 2);
  return [...ranked.filter(({ shape }) => shape !== 'ghost').slice(0, room - ghosts.length), ...ghosts];
}
