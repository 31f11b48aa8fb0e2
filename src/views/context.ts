import type { Config } from '../config/config.ts';
import type { Account, Action, Decision, Fact, Graph, Href, PageUrl, Person, Tag } from '../graph/graph.ts';
import { parseInline } from '../markdown/parse.ts';
import type { Tree } from '../markdown/tree.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import { titleWithoutDate } from '../notes/title.ts';
import { drawInlines, plainHtml } from '../render/draw.ts';
import type { DrawContext } from '../render/drawing.ts';
import type { Html } from '../render/html.ts';
import type { Vault, VaultPath } from '../vault/vault.ts';
import type { PersonChip, Ref } from './row.ts';
import type { SiteInfo } from './site-data.ts';

/** What every view is computed from. Lookups by account are made once a site. */
export interface ViewContext {
  readonly graph: Graph;
  readonly config: Config;
  readonly info: SiteInfo;
  readonly treeOf: (path: VaultPath) => Tree;
  readonly pixelsOf: Vault['pixelsOf'];
  /** A date in the site's language; the year only when it is not that of `asOf`. */
  readonly formatDate: (date: IsoDate) => string;
  readonly actionsOf: ReadonlyMap<string, readonly Action[]>;
  readonly actionsOfOwner: ReadonlyMap<string, readonly Action[]>;
  readonly actionsOfNote: ReadonlyMap<VaultPath, readonly Action[]>;
  readonly decisionsOf: ReadonlyMap<string, readonly Decision[]>;
  readonly factsOf: ReadonlyMap<string, readonly Fact[]>;
  /** What lists and maps say of notes, as far as it was asked for. See `cardOf`. */
  readonly cards: Map<VaultPath, NoteCard>;
  /** People by the names that notes call them, as far as they were asked for. See `personChip`. */
  readonly chips: Map<string, PersonChip | null>;
  /** By tag key: the tag and all below it. */
  readonly tagFamilies: ReadonlyMap<string, readonly Tag[]>;
}

/** What is said of a note wherever it is listed. */
export interface NoteCard {
  readonly note: Note;
  readonly url: PageUrl;
  /** See `displayTitle`. */
  readonly title: string;
  /** The first account of the note. */
  readonly account: Ref | null;
}

/** The card of a note, made once a site: a note may be listed on hundreds of pages. */
export function cardOf(ctx: ViewContext, path: VaultPath): NoteCard {
  let card = ctx.cards.get(path);
  if (card === undefined) {
    const note = noteAt(ctx, path);
    card = {
      note,
      url: ctx.graph.pageUrls.note(path),
      title: titleWithoutDate(note.title, note.date),
      account: accountRef(ctx, ctx.graph.accountsOf.get(path)?.[0]),
    };
    ctx.cards.set(path, card);
  }
  return card;
}

/** Groups by a key, keeping order; entries without a key are left out. */
export function groupBy<K, V>(items: readonly V[], keyOf: (item: V) => K | null): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** A note that must exist, for paths that come from the graph itself. */
export function noteAt(ctx: ViewContext, path: VaultPath): Note {
  const note = ctx.graph.notes.get(path);
  if (note === undefined) throw new Error(`The graph names a note it does not hold: ${path}`);
  return note;
}

/** Page of a note. */
export function urlOf(ctx: ViewContext, path: VaultPath): PageUrl {
  return cardOf(ctx, path).url;
}

/** A page URL as link. */
export function hrefOf(url: PageUrl, anchor?: string): Href {
  return (anchor === undefined || anchor === '' ? url : `${url}#${anchor}`) as string as Href;
}

/** A note's title for places that show its date beside it: without the date it begins with. */
export function displayTitle({ title, date }: Pick<Note, 'title' | 'date'>): string {
  return titleWithoutDate(title, date);
}

/** A link to a note under its title, with its date. */
export function noteRef(ctx: ViewContext, path: VaultPath): Ref & { readonly date: IsoDate | null } {
  const { note, url } = cardOf(ctx, path);
  return { text: note.title, href: hrefOf(url), date: note.date };
}

/** The same for places that show the date. */
export function datedRef(ctx: ViewContext, path: VaultPath): Ref & { readonly date: IsoDate | null } {
  const { note, url, title } = cardOf(ctx, path);
  return { text: title, href: hrefOf(url), date: note.date };
}

/** A link to an account by its display name; null when there is none. */
export function accountRef(ctx: ViewContext, name: string | null | undefined): Ref | null {
  const account: Account | undefined = name === null || name === undefined ? undefined : ctx.graph.accountByName(name);
  return account === undefined ? null : { text: account.name, href: hrefOf(account.url) };
}

/** The same for rows of lists: none in a brief of one account, where every row would say the same. */
export function listedAccount(ctx: ViewContext, name: string | null | undefined): Ref | null {
  return isAccountListed(ctx) ? accountRef(ctx, name) : null;
}

export function isAccountListed({ info, graph }: ViewContext): boolean {
  return !info.brief || graph.accounts.length > 1;
}

/** The first account of a note as link. */
export function accountRefOf(ctx: ViewContext, path: VaultPath): Ref | null {
  return cardOf(ctx, path).account;
}

/**
 * Whether a person is one of ours. That is told from who is met at several accounts, so a brief can not know it, and does not say it: those who read
 * it are the others.
 */
export function isOurs(ctx: ViewContext, person: Pick<Person, 'ours'>): boolean {
  return person.ours && !ctx.info.brief;
}

/** A person as chip, made once a site; names without a page are left out. */
export function personChip(ctx: ViewContext, name: string): PersonChip | null {
  let chip = ctx.chips.get(name);
  if (chip === undefined) {
    const person = ctx.graph.personByName(name);
    chip = person === undefined ? null : { name: person.name, href: hrefOf(person.url), ours: isOurs(ctx, person) };
    ctx.chips.set(name, chip);
  }
  return chip;
}

/** One line of Markdown from a note as safe HTML for a page. */
export function inlineHtml(ctx: ViewContext, markdown: string, from: VaultPath, page: PageUrl): Html {
  const inlines = parseInline(markdown, 1);
  return plainHtml(inlines) ?? drawInlines(drawContext(ctx, from, page), inlines);
}

/** What drawing a note's text on a page needs to know. */
export function drawContext(ctx: ViewContext, from: VaultPath, page: PageUrl): DrawContext {
  const { graph, config, info, treeOf, formatDate, pixelsOf } = ctx;
  const remoteImages = config.images.remote;
  const { brief } = info;
  return pixelsOf === undefined
    ? { graph, from, page, remoteImages, brief, treeOf, formatDate }
    : { graph, from, page, remoteImages, brief, treeOf, formatDate, pixelsOf };
}
