import type { Action } from '../graph/graph.ts';
import { isBookkeeping } from '../graph/tags.ts';
import { DROPPED_ELEMENTS, MEDIA_ELEMENTS } from '../markdown/dropped-html.ts';
import { parseInline } from '../markdown/parse.ts';
import type { Inline } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import type { Task } from '../notes/note.ts';
import { displayTitle, type ViewContext } from './context.ts';

/** What stands for an action without words: its date and owner still ask for something. */
export const NO_TEXT = '(no text)';

const texts = new WeakMap<Action, string>();

/**
 * What an action says, as one line of plain text: links and embeds by the words they show, without what no page shows (`<script>` and the like),
 * and `NO_TEXT` where nothing is left. Read once an action.
 */
export function actionText(action: Action): string {
  const known = texts.get(action) ?? textFrom(action.text);
  texts.set(action, known);
  return known;
}

function textFrom(markdown: string): string {
  const shown = withoutDropped(parseInline(markdown, 1));
  const text = oneLine(plainText(shown.map(embedAsText)));
  if (text !== '') return text;
  // A picture in raw HTML has no words of its own.
  return shown.some(({ kind }) => kind === 'html') && PICTURE.test(markdown) ? oneLine(markdown) : NO_TEXT;
}

const PICTURE = /<(?:img|audio|video|iframe|object|embed)\b/iu;

/** True when drawn text has nothing to see or read. */
export function isBlank(html: string): boolean {
  if (!html.includes('<')) return !/[^\s\u200b]/u.test(html);
  return !PICTURE.test(html) && !/[^\s\u200b]/u.test(html.replace(/<[^>]*>/gu, ''));
}

/** Without the elements that never reach a page, as pages are drawn: with all they hold where they are closed. */
function withoutDropped(inlines: readonly Inline[]): readonly Inline[] {
  if (!inlines.some(({ kind }) => kind === 'html')) return inlines;
  const kept: Inline[] = [];
  for (let i = 0; i < inlines.length; i += 1) {
    const inline = inlines[i];
    if (inline === undefined) continue;
    const name = tagOf(inline, /^<([a-z][a-z0-9-]*)/iu);
    const isGone = name !== null && (DROPPED_ELEMENTS.has(name) || MEDIA_ELEMENTS.has(name));
    const end = isGone ? inlines.findIndex((other, at) => at > i && tagOf(other, /^<\/([a-z][a-z0-9-]*)/iu) === name) : -1;
    if (!isGone || MEDIA_ELEMENTS.has(name)) kept.push(inline);
    if (end > i) i = end;
  }
  return kept;
}

function tagOf(inline: Inline, pattern: RegExp): string | null {
  return inline.kind === 'html' ? (pattern.exec(inline.value)?.[1]?.toLowerCase() ?? null) : null;
}

/** Plain text leaves embeds out; in a line that asks for something they are part of what is asked. */
function embedAsText(inline: Inline): Inline {
  if (inline.kind !== 'embed' && inline.kind !== 'remote') return inline;
  return { kind: 'text', value: inline.kind === 'embed' ? inline.alt || inline.ref.display : inline.alt || inline.href };
}

/** A text without line breaks, control characters and halves of characters, none of which a table or calendar takes well. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** `in-progress` → `In progress`. */
export function inWords(id: string): string {
  const words = id.includes('-') ? id.replaceAll('-', ' ') : id;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Tags that say more than the other columns do. */
export function shownTags({ tags }: Task): readonly string[] {
  return tags.filter((tag) => !isBookkeeping(tag));
}

/** The notes an action stands in: for who keeps them by path and line, for readers of a brief, who know no paths, by day and title. */
export function sourceNotes({ graph, info }: ViewContext, { sources }: Action): readonly string[] {
  if (!info.brief) return sources.map(({ path, line }) => `${path}:${line}`);
  const names = sources.flatMap(({ path }) => {
    const note = graph.notes.get(path);
    return note === undefined ? [] : [[note.date ?? '', displayTitle(note)].join(' ').trim()];
  });
  return [...new Set(names)];
}

/** Where to read about an action, newest source first: an address when config says where the site will be, else a path below its root. */
export function pageOfAction(ctx: ViewContext, action: Action): string {
  const href = action.sources[0]?.href ?? '';
  return ctx.info.url === null ? href : new URL(href, ctx.info.url).href;
}
