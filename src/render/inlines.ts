import type { Inline } from '../markdown/tree.ts';
import { drawInlineEmbed, drawRemote } from './attachment.ts';
import type { Drawing } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { drawInlineNote, drawMark } from './footnotes.ts';
import { htmlOf } from './html-place.ts';
import { isDropped } from './html-policy.ts';
import { drawExternal, drawLink, drawTag } from './link.ts';
import type { HtmlScope } from './sanitize.ts';

/** Draws one run of inlines. Raw HTML opened in it is closed at its end. `inLink`: the run is the text of a link, so no other link may stand in it. */
export function drawInlines(drawing: Drawing, inlines: readonly Inline[], inLink = false): string {
  let out = '';
  let html: HtmlScope | null = null;
  const unclosed = new Set<string>();
  for (let i = 0; i < inlines.length; i++) {
    const inline = inlines[i];
    if (inline === undefined) continue;
    if (inline.kind !== 'html') {
      out += drawInline(drawing, inline, inLink);
      continue;
    }
    const end = endOfDropped(inlines, i, unclosed);
    if (end > i) {
      i = end;
      continue;
    }
    html ??= htmlOf(drawing, true, inLink);
    out += html.feed(inline.value);
  }
  return html === null ? out : out + html.close();
}

/** Where `<script>` and the like end, when `at` opens one that is closed in this run; everything up to there goes. */
function endOfDropped(inlines: readonly Inline[], at: number, unclosed: Set<string>): number {
  const name = tagName(inlines[at], /^<([a-z][a-z0-9-]*)/iu);
  if (name === null || !isDropped(name) || unclosed.has(name)) return at;
  for (let i = at + 1; i < inlines.length; i++) if (tagName(inlines[i], /^<\/([a-z][a-z0-9-]*)/iu) === name) return i;
  unclosed.add(name);
  return at;
}

function tagName(inline: Inline | undefined, pattern: RegExp): string | null {
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
      return `<code>${escapeHtml(inline.value)}</code>`;
    case 'math':
      return `<code class="math${inline.display ? ' display' : ''}">${escapeHtml(inline.value)}</code>`;
    case 'link':
      return inLink ? drawInlines(drawing, inline.children, true) : drawLink(drawing, inline);
    case 'external':
      return inLink ? drawInlines(drawing, inline.children, true) : drawExternal(drawing, inline);
    case 'embed':
      return drawInlineEmbed(drawing, inline, inLink);
    case 'remote':
      return drawRemote(drawing, inline, inLink);
    case 'tag':
      return inLink ? escapeHtml(`#${inline.tag}`) : drawTag(drawing, inline.tag);
    case 'footnote':
      return inLink ? '' : drawMark(drawing, inline.label);
    case 'inline-footnote':
      return inLink ? '' : drawInlineNote(drawing, inline.children);
  }
}
