import type { Backlink, Graph, PageUrl } from '../graph/graph.ts';
import { evenSpaces } from '../markdown/spaces.ts';
import type { Note } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { BacklinkContext, BacklinkRow, NamedWithoutLink } from './backlink-row.ts';
import { byteLength } from './byte-length.ts';
import { cardOf, groupBy, hrefOf, urlOf, type ViewContext } from './context.ts';
import { hrefOfPlace, placeOfLine } from './place.ts';
import { labelFromKey } from './properties.ts';

/** Most contexts shown of one note, and most characters of one. */
const CONTEXTS_OF_NOTE = 4;
const CONTEXT_LENGTH = 280;
/** Most notes listed on one page; the rest is counted by the page. */
export const BACKLINK_LIMIT = 100;
const UNLINKED_LIMIT = 60;
/** What rows may weigh on a page that is about something else, and where they are what it is about; a few stand whatever they weigh. */
const BESIDE_BYTES = 22_000;
export const MENTION_BYTES = 60_000;
const LEAST = 4;
/** What a row and a further context weigh without their words. */
const ROW_BYTES = 140;
const CONTEXT_BYTES = 40;

/**
 * Mentions as rows, one a note, in groups by account: the page's own account first, then the account with the newest mention, notes without one
 * last; within a group newest first, undated last, then by title. Of more than `BACKLINK_LIMIT` notes, and of more than `bytes` can tell, the newest.
 */
export function backlinkRows(
  ctx: ViewContext,
  mentions: readonly Backlink[],
  own: string | null,
  bytes = BESIDE_BYTES,
): readonly BacklinkRow[] {
  return groupedRows(ctx, mentions, { own, limit: BACKLINK_LIMIT, bytes }, contextOfLink);
}

/** How many notes mention it, listed or not. */
export function mentionTotal(mentions: readonly { readonly from: VaultPath }[]): number {
  if (mentions.length < 2) return mentions.length;
  const notes = new Set<VaultPath>();
  for (const { from } of mentions) notes.add(from);
  return notes.size;
}

/** Notes that name the account, person or ghost of a page without a link to it, in the order of `backlinkRows`. */
export function unlinkedRows(ctx: ViewContext, page: PageUrl, own: string | null): NamedWithoutLink {
  const mentions = ctx.graph.unlinked().get(page) ?? [];
  const rows = groupedRows(
    ctx,
    mentions,
    { own, limit: UNLINKED_LIMIT, bytes: BESIDE_BYTES },
    (note, { line, context, at, end, spoken }) => ({
      href: hrefOfPlace(note, urlOf(ctx, note.path), line),
      property: null,
      runs: runsAround(context, at, end),
      ...(spoken !== undefined && { spoken }),
    }),
  );
  return { rows, total: mentionTotal(mentions) };
}

function groupedRows<M extends { readonly from: VaultPath }>(
  ctx: ViewContext,
  mentions: readonly M[],
  { own, limit, bytes }: { readonly own: string | null; readonly limit: number; readonly bytes: number },
  contextOf: (note: Note, mention: M, page: PageUrl) => BacklinkContext | null,
): readonly BacklinkRow[] {
  if (mentions.length === 0) return [];
  const byNote = groupBy(mentions, ({ from }) => from);
  const rows: BacklinkRow[] = [];
  for (const path of newestOf(ctx.graph, byNote.keys(), limit)) {
    const { note, url, title, account } = cardOf(ctx, path);
    const contexts: BacklinkContext[] = [];
    for (const mention of byNote.get(path) ?? []) {
      if (contexts.length === CONTEXTS_OF_NOTE) break;
      const context = contextOf(note, mention, url);
      if (context !== null && !contexts.some((known) => saysTheSame(known, context))) contexts.push(context);
    }
    rows.push({ title, href: hrefOf(url), kind: note.kind, date: note.date, account: account?.text ?? null, contexts });
  }
  return byAccount(withinBytes(rows, bytes), own);
}

/** The first of some notes in the order of all, see `ranksOf`. */
function newestOf(graph: Graph, paths: Iterable<VaultPath>, limit: number): readonly VaultPath[] {
  const found = [...paths];
  if (found.length < 2) return found;
  const ranks = ranksOf(graph);
  return found.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)).slice(0, limit);
}

/** Rows in groups by account, the page's own first, those without one last, else in the order given. */
function byAccount(rows: readonly BacklinkRow[], own: string | null): readonly BacklinkRow[] {
  const first = rows[0]?.account;
  if (rows.every(({ account }) => account === first)) return rows;
  const groups = Map.groupBy(rows, ({ account }) => account);
  const rank = (account: string | null): number => (account === null ? 2 : account === own ? 0 : 1);
  return [...groups].sort(([a], [b]) => rank(a) - rank(b)).flatMap(([, group]) => group);
}

/** Whether two contexts read alike; marked words and where they lead may differ. */
function saysTheSame(a: BacklinkContext, b: BacklinkContext): boolean {
  const heading = (context: BacklinkContext) => context.alone?.heading;
  return a.property === b.property && heading(a) === heading(b) && textOf(a) === textOf(b);
}

function textOf({ runs }: BacklinkContext): string {
  let text = '';
  for (const run of runs) text += run.text;
  return text;
}

const ranked = new WeakMap<Graph, ReadonlyMap<VaultPath, number>>();

/** The place of each note among all: newest first, undated last, then by title. Worked out once, for a name may be mentioned in thousands of notes. */
function ranksOf(graph: Graph): ReadonlyMap<VaultPath, number> {
  const known = ranked.get(graph);
  if (known !== undefined) return known;
  const notes = [...graph.notes.values()].sort(
    (a, b) => order(b.date ?? '', a.date ?? '') || order(a.title, b.title) || order(a.path, b.path),
  );
  const ranks = new Map(notes.map(({ path }, rank) => [path, rank]));
  ranked.set(graph, ranks);
  return ranks;
}

/** The first of the rows, as many as the bytes can tell. */
function withinBytes(rows: readonly BacklinkRow[], bytes: number): readonly BacklinkRow[] {
  if (rows.length <= LEAST) return rows;
  let left = bytes;
  const end = rows.findIndex((row, i) => {
    left -= weightOf(row);
    return left < 0 && i >= LEAST;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/** About the bytes of a row: one link, and one for each further context. */
function weightOf({ title, href, account, contexts }: BacklinkRow): number {
  let weight = ROW_BYTES + contexts.length * CONTEXT_BYTES + byteLength(title) + byteLength(href) + byteLength(account ?? '');
  for (const context of contexts) {
    for (const { text } of context.runs) weight += byteLength(text);
    weight += byteLength(context.alone?.heading ?? '') + byteLength(context.property ?? '');
    if (context !== contexts[0]) weight += byteLength(context.href);
  }
  return weight;
}

function contextOfLink(note: Note, { line, context, display, property }: Backlink, page: PageUrl): BacklinkContext {
  if (property !== null) return { href: hrefOf(page), property: labelFromKey(property.replace(/\..*$/su, '')), runs: [] };
  const href = hrefOfPlace(note, page, line);
  const runs = runsFrom(context.includes(display) ? context : textAt(note, line), display);
  return runs.some(saysMore) ? { href, property: null, runs } : { href, property: null, alone: standingOf(note, line, display), runs: [] };
}

/** Whether a run says something that is not the words of the link. */
function saysMore({ text, mark }: BacklinkContext['runs'][number]): boolean {
  return !mark && /[\p{L}\p{N}]/u.test(text);
}

/** The paragraph, item or row of a line: a long one's context is cut before the link. */
function textAt(note: Note, line: number): string {
  const place = placeOfLine(note, line);
  return place === null ? '' : evenSpaces(place.passage.text.slice(place.from, place.to)).trim();
}

function standingOf(note: Note, line: number, display: string): NonNullable<BacklinkContext['alone']> {
  const own = note.headings.find((heading) => heading.line === line);
  if (own !== undefined) return { heading: own.text, as: 'heading' };
  const above = note.headings.findLast((heading) => heading.line < line && heading.line !== note.titleLine);
  const isEmbed = note.embeds.some((embed) => embed.line === line && embed.display === display);
  return { heading: above === undefined || above.text === '' ? null : above.text, as: isEmbed ? 'embed' : 'link' };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The sentence around the link, cut in runs so that the link's words can be marked. */
export function runsFrom(context: string, display: string): BacklinkContext['runs'] {
  const at = display === '' ? -1 : context.indexOf(display);
  if (at === -1) return [{ text: clip(context, 0, CONTEXT_LENGTH), mark: false }];
  return runsAround(context, at, at + display.length);
}

/** The sentence around a stretch of a text, in runs. White space is one space. */
export function runsAround(context: string, at: number, end: number): BacklinkContext['runs'] {
  const from = sentenceStart(context, at);
  const to = sentenceEnd(context, end);
  const before = (from > 0 ? '… ' : '') + context.slice(from, at).trimStart();
  const after = context.slice(end, to).trimEnd() + (context.slice(to).trim() === '' ? '' : ' …');
  const runs: { text: string; mark: boolean }[] = [];
  if (before !== '') runs.push({ text: evenSpaces(before), mark: false });
  if (end > at) runs.push({ text: evenSpaces(context.slice(at, end)), mark: true });
  if (after !== '') runs.push({ text: evenSpaces(after), mark: false });
  return runs;
}

function clip(text: string, from: number, length: number): string {
  if (text.length <= from + length) return text.slice(from);
  return `${text.slice(from, Math.max(from + 1, text.lastIndexOf(' ', from + length)))}…`;
}

/** Signs that end a sentence when white space follows, and those that end one anywhere. */
const STOPS = new Set([...'.?!…'].map((sign) => sign.charCodeAt(0)));
const FULL_STOPS = new Set([...'。！？'].map((sign) => sign.charCodeAt(0)));

/** Whether a sentence ends with the sign at a place of the text before `end`. */
function isStop(text: string, at: number, end: number): boolean {
  const unit = text.charCodeAt(at);
  // Letters, digits and spaces, which most signs are.
  if (unit === 0x20 || (unit > 0x3f && unit < 0x2026)) return false;
  return (STOPS.has(unit) && at + 1 < end && /\s/u.test(text.charAt(at + 1))) || FULL_STOPS.has(unit);
}

function sentenceStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isStop(text, start - 1, at)) start -= 1;
  while (start < at && /\s/u.test(text.charAt(start))) start += 1;
  if (at - start <= CONTEXT_LENGTH / 2) return start;
  const near = at - CONTEXT_LENGTH / 2;
  const space = text.slice(near, at).search(/\s/u);
  return space === -1 ? near : near + space + 1;
}

function sentenceEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isStop(text, end, text.length)) end += 1;
  if (end < text.length) end += 1;
  if (end - at <= CONTEXT_LENGTH / 2) return end;
  const space = text.lastIndexOf(' ', at + CONTEXT_LENGTH / 2);
  return space > at ? space : at + CONTEXT_LENGTH / 2;
}
