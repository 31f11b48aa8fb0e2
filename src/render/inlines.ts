import { MEDIA_ELEMENTS } from '../markdown/dropped-html.ts';
import type { Inline } from '../markdown/tree.ts';
import { drawRemote } from './attachment.ts';
import type { Drawing } from './drawing.ts';
import { drawInlineEmbed } from './embed.ts';
import { escapeHtml } from './escape.ts';
import { type Field, type Piece, withFields } from './fields.ts';
import { drawInlineNote, drawMark } from './footnotes.ts';
import { htmlOf } from './html-place.ts';
import { isDropped } from './html-policy.ts';
import { hidden } from './icon.ts';
import { drawExternal, drawLink, drawTag } from './link.ts';
import { drawMath } from './math.ts';
import type { HtmlScope } from './sanitize.ts';

/** A run that is one text, or nothing, without a field in it; null for every other. */
export function drawPlain(run: readonly Inline[]): string | null {
  if (run.length > 1) return null;
  const [only] = run;
  if (only === undefined) return '';
  return only.kind === 'text' && !only.value.includes('::') ? escapeHtml(only.value) : null;
}

/** Draws one run of inlines. Raw HTML opened in it is closed at its end. `inLink`: the run is the text of a link, so no other link may stand in it. */
export function drawInlines(drawing: Drawing, run: readonly Inline[], inLink = false): string {
  const plain = drawPlain(run);
  if (plain !== null) return plain;
  const inlines = withFields(run);
  let out = '';
  let html: HtmlScope | null = null;
  let unclosed: Set<string> | null = null;
  for (let i = 0; i < inlines.length; i++) {
    const inline = inlines[i];
    if (inline === undefined) continue;
    if (inline.kind === 'field') {
      const field = drawField(drawing, inline, inLink);
      out += html === null ? field : html.between(field);
      continue;
    }
    if (inline.kind !== 'html') {
      const drawn = drawInline(drawing, inline, inLink);
      out += html === null ? drawn : html.between(drawn);
      continue;
    }
    unclosed ??= new Set();
    const end = endOfDropped(inlines, i, unclosed);
    if (end > i) {
      i = end;
      continue;
    }
    html ??= htmlOf(drawing, true, inLink);
    const last = endOfMedia(inlines, i, unclosed) ?? i;
    out += html.feed(tagsBetween(inlines, i, last));
    i = last;
  }
  return html === null ? out : out + html.close();
}

/** A Dataview field: its key as a label before its value. */
function drawField(drawing: Drawing, { key, value }: Field, inLink: boolean): string {
  const label = key.replace(/[_-]+/gu, ' ').trim() || key;
  return `<span class="inline-field"><span class="name">${escapeHtml(label)}</span> ${drawInlines(drawing, value, inLink)}</span>`;
}

/** Code; one that Dataview would put a value in place of says so. */
function drawCodeSpan(value: string): string {
  const code = escapeHtml(value);
  if (!/^\$?=\s*\S/u.test(value)) return `<code>${code}</code>`;
  return `<code class="asks" title="A Dataview query: Obsidian shows its value">${code}</code>${hidden(' (a Dataview query)')}`;
}

/** Where `<script>` and the like end, when `at` opens one that is closed in this run; everything up to there goes. */
function endOfDropped(inlines: readonly Piece[], at: number, unclosed: Set<string>): number {
  const name = tagName(inlines[at], /^<([a-z][a-z0-9-]*)/iu);
  if (name === null || !isDropped(name) || unclosed.has(name)) return at;
  for (let i = at + 1; i < inlines.length; i++) if (tagName(inlines[i], /^<\/([a-z][a-z0-9-]*)/iu) === name) return i;
  unclosed.add(name);
  return at;
}

/** Where `<video>` and the like that open at `at` end: what stands between is for browsers that do not know them. Null when `at` opens no such element. */
export function endOfMedia(inlines: readonly Piece[], at: number, unclosed: Set<string> = new Set()): number | null {
  const name = tagName(inlines[at], /^<([a-z][a-z0-9-]*)/iu);
  if (name === null || !MEDIA_ELEMENTS.has(name)) return null;
  if (name === 'embed' || unclosed.has(name)) return at;
  for (let i = at + 1; i < inlines.length; i++) if (tagName(inlines[i], /^<\/([a-z][a-z0-9-]*)/iu) === name) return i;
  unclosed.add(name);
  return at;
}

/** The raw HTML among some inlines. */
export function tagsBetween(inlines: readonly Piece[], from: number, to: number): string {
  let tags = '';
  for (const inline of inlines.slice(from, to + 1)) if (inline.kind === 'html') tags += inline.value;
  return tags;
}

function tagName(inline: Piece | undefined, pattern: RegExp): string | null {
  return inline?.kind === 'html' ? (pattern.exec(inline.value)?.[1]?.toLowerCase() ?? null) : null;
}

function drawInline(drawing: Drawing, inline: Exclude<Inline, { kind: 'html' }>, inLink: boolean): string {
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.value);
    case 'break':
      return '<br>\n';
    case 'strong':
      return `<strong>${drawInlines(drawing, inline.children, inLink)}</strong>`;
    case 'emphasis':
      return `<em>${drawInlines(drawing, inline.children, inLink)}</em>`;
    case 'strike':
      return `<s>${drawInlines(drawing, inline.children, inLink)}</s>`;
    case 'highlight':
      return `<mark>${drawInlines(drawing, inline.children, inLink)}</mark>`;
    case 'code':
      return drawCodeSpan(inline.value);
    case 'math':
      return drawMath(drawing, inline);
    case 'link':
      return inLink ? drawInlines(drawing, inline.children, true) : drawLink(drawing, inline);
    case 'external':
      return inLink ? drawInlines(drawing, inline.children, true) : drawExternal(drawing, inline);
    case 'embed':
      return drawInlineEmbed(drawing, inline, inLink);
    case 'remote':
      return drawRemote(drawing, inline, inLink, false);
    case 'tag':
      return inLink ? escapeHtml(`#${inline.tag}`) : drawTag(drawing, inline.tag);
    case 'footnote':
      return inLink ? '' : drawMark(drawing, inline.label);
    case 'inline-footnote':
      return inLink ? '' : drawInlineNote(drawing, inline.children);
  }
}
