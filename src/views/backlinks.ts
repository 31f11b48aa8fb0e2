import type { Backlink } from '../graph/graph.ts';
import type { Note } from '../notes/note.ts';
import { accountRefOf, hrefOf, noteAt, urlOf, type ViewContext } from './context.ts';
import type { BacklinkRow } from './row.ts';

/** Most contexts shown of one note, and most characters of one. */
const CONTEXTS_OF_NOTE = 4;
const CONTEXT_LENGTH = 280;
/** Most notes listed on one page; the rest is counted by the page. */
export const BACKLINK_LIMIT = 100;

/** Mentions as rows, one a note: newest first, undated last, then by title. */
export function backlinkRows(ctx: ViewContext, mentions: readonly Backlink[]): readonly BacklinkRow[] {
  const byNote = new Map<Backlink['from'], Backlink[]>();
  for (const mention of mentions) {
    const list = byNote.get(mention.from);
    if (list === undefined) byNote.set(mention.from, [mention]);
    else list.push(mention);
  }
  return [...byNote]
    .map(([path, list]) => ({ note: noteAt(ctx, path), list }))
    .sort((a, b) => order(b.note.date ?? '', a.note.date ?? '') || order(a.note.title, b.note.title) || order(a.note.path, b.note.path))
    .slice(0, BACKLINK_LIMIT)
    .map(({ note, list }) => backlinkRow(ctx, note, list));
}

/** How many notes mention it, listed or not. */
export function mentionTotal(mentions: readonly Backlink[]): number {
  return new Set(mentions.map(({ from }) => from)).size;
}

function backlinkRow(ctx: ViewContext, note: Note, list: readonly Backlink[]): BacklinkRow {
  const seen = new Set<string>();
  const contexts = list.filter(({ context }) => context !== '' && !seen.has(context) && seen.add(context)).slice(0, CONTEXTS_OF_NOTE);
  const href = hrefOf(urlOf(ctx, note.path));
  return {
    title: note.title,
    href,
    kind: note.kind,
    date: note.date,
    account: accountRefOf(ctx, note.path)?.text ?? null,
    contexts: contexts.map(({ context, display }) => ({ href, runs: runsFrom(context, display) })),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The sentence around the link, cut in runs so that the link's words can be marked. */
export function runsFrom(context: string, display: string): BacklinkRow['contexts'][number]['runs'] {
  const at = display === '' ? -1 : context.indexOf(display);
  if (at === -1) return [{ text: clip(context, 0, CONTEXT_LENGTH), mark: false }];
  const end = at + display.length;
  const from = sentenceStart(context, at);
  const to = sentenceEnd(context, end);
  const before = (from > 0 ? '… ' : '') + context.slice(from, at);
  const after = context.slice(end, to) + (to < context.length ? ' …' : '');
  return [
    { text: before, mark: false },
    { text: display, mark: true },
    { text: after, mark: false },
  ].filter((run) => run.text !== '');
}

function clip(text: string, from: number, length: number): string {
  if (text.length <= from + length) return text.slice(from);
  return `${text.slice(from, Math.max(from + 1, text.lastIndexOf(' ', from + length)))}…`;
}

function sentenceStart(text: string, at: number): number {
  const stop = Math.max(text.lastIndexOf('. ', at - 1), text.lastIndexOf('? ', at - 1), text.lastIndexOf('! ', at - 1));
  const start = stop === -1 ? 0 : stop + 2;
  return at - start <= CONTEXT_LENGTH / 2 ? start : Math.max(start, text.indexOf(' ', at - CONTEXT_LENGTH / 2) + 1);
}

function sentenceEnd(text: string, at: number): number {
  const stop = /[.?!](?=\s)/u.exec(text.slice(at));
  const end = stop === null ? text.length : at + stop.index + 1;
  return end - at <= CONTEXT_LENGTH / 2 ? end : Math.max(at, text.lastIndexOf(' ', at + CONTEXT_LENGTH / 2));
}
