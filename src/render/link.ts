import type { Href, Resolution } from '../graph/graph.ts';
import { wordsOfVia } from '../graph/link-table.ts';
import type { Inline, LinkRef } from '../markdown/tree.ts';
import { type Drawing, hrefFrom, tagOf } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { EXTERNAL_REL, externalHref } from './external-href.ts';
import { hidden } from './icon.ts';

type Of<K extends Inline['kind']> = Extract<Inline, { kind: K }>;

/** Where a reference in the text leads. */
export function resolve(drawing: Drawing, ref: LinkRef): Resolution {
  const { graph, from } = drawing.ctx;
  return graph.resolve(from, ref.path, ref.subpath, ref.syntax);
}

/** A link inside the vault. What it leads to shows in its class, its title and, for screen readers, in words. */
export function drawLink(drawing: Drawing, link: Of<'link'>): string {
  const inner = drawing.paint.inlines(drawing, link.children, true);
  const to = resolve(drawing, link.ref);
  const place = to.target === null || drawing.ctx.graph.notes.has(to.target) ? null : placeInFile(link.ref.subpath);
  const text = inner.trim() === '' ? escapeHtml(link.ref.display || link.ref.raw) : inner;
  if (place === null || to.href === null) return anchorTo(drawing, to, text, link.title);
  const words = link.ref.aliased ? text : escapeHtml(`${link.ref.path}${place.words}`);
  return anchorTo(drawing, { ...to, href: `${to.href}${place.fragment}` as Href }, words, link.title);
}

/** A page of a PDF or a time of a recording, for a link to the file and for its words. */
function placeInFile(subpath: string): { readonly fragment: string; readonly words: string } | null {
  const page = /^#page=(\d{1,5})(?:&|$)/u.exec(subpath)?.[1];
  if (page !== undefined) return { fragment: `#page=${page}`, words: `, page ${page}` };
  const time = /^#t=([\d:.,]{1,25})$/u.exec(subpath)?.[1];
  return time === undefined ? null : { fragment: `#t=${time}`, words: `, at ${time}` };
}

/** An anchor with finished inner HTML, told apart by how its target was found. */
export function anchorTo(drawing: Drawing, to: Resolution, inner: string, title: string | null): string {
  if (to.href === null) return drawing.ctx.brief ? inner : `<span class="unlinked">${inner}</span>`;
  const start = `<a href="${hrefFrom(drawing, to.href)}"`;
  const own = title === null ? '' : ` title="${escapeHtml(title)}"`;
  switch (to.status) {
    case 'found':
    case 'derived':
      return `${start}${own}>${inner}</a>`;
    case 'healed':
      if (drawing.ctx.brief) return `${start}${own}>${inner}</a>`;
      return `${start} class="healed" title="Mended link: found by ${escapeHtml(wordsOfVia(to.via))}">${inner}${hidden(' (mended link)')}</a>`;
    case 'missing':
      return `${start} class="ghost" title="No note yet">${inner}${hidden(' (no note yet)')}</a>`;
    case 'ambiguous':
      return `${start} class="ghost" title="Several notes carry this name: ${escapeHtml(to.candidates.slice(0, 4).join(', '))}">${inner}${hidden(' (several notes carry this name)')}</a>`;
  }
}

/** A link out of the vault; text alone when its address is unsafe. */
export function drawExternal(drawing: Drawing, link: Of<'external'>): string {
  const inner = drawing.paint.inlines(drawing, link.children, true);
  const href = externalHref(link.href);
  const text = inner.trim() === '' ? escapeHtml(link.href) : inner;
  if (href === null) return text;
  const title = link.title === null ? '' : ` title="${escapeHtml(link.title)}"`;
  return `<a href="${href}" ${EXTERNAL_REL}${title}>${text}</a>`;
}

/** A tag, linked to its page. The `#` before it is drawn by the style. */
export function drawTag(drawing: Drawing, name: string): string {
  const tag = tagOf(drawing.ctx.graph, name);
  const text = escapeHtml(name);
  return tag === undefined ? `<span class="tag">${text}</span>` : `<a class="tag" href="${hrefFrom(drawing, tag.url)}">${text}</a>`;
}
