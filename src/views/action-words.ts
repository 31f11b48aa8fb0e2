import type { Action } from '../graph/graph.ts';
import { parseInline } from '../markdown/parse.ts';
import type { Inline } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import type { Task } from '../notes/note.ts';
import { isBookkeeping, type ViewContext } from './context.ts';

const texts = new WeakMap<Action, string>();

/** What an action says, as one line of plain text: links and embeds by the words they show. Read once an action. */
export function actionText(action: Action): string {
  const known = texts.get(action) ?? textFrom(action.text);
  texts.set(action, known);
  return known;
}

function textFrom(markdown: string): string {
  const text = oneLine(plainText(parseInline(markdown, 1).map(embedAsText)));
  return text === '' ? oneLine(markdown) : text;
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
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Tags that say more than the other columns do. */
export function shownTags({ tags }: Task): readonly string[] {
  return tags.filter((tag) => !isBookkeeping(tag));
}

/** Where to read about an action, newest source first: an address when config says where the site will be, else a path below its root. */
export function pageOfAction(ctx: ViewContext, action: Action): string {
  const href = action.sources[0]?.href ?? '';
  return ctx.info.url === null ? href : new URL(href, ctx.info.url).href;
}
