import { parseMarkdownTarget } from '../markdown/link-ref.ts';
import { isExternal } from '../markdown/urls.ts';
import { isFile, mediumOf } from './attachment.ts';
import { type Drawing, hrefFrom } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { EXTERNAL_REL, externalHref, hostOf } from './external-href.ts';
import { type HtmlPlace, type HtmlScope, htmlScope } from './sanitize.ts';

type Attributes = Readonly<Record<string, string>>;

/** Raw HTML between blocks (`inline: false`) or in a line of a note's text. Its links and images follow the rules of the note's own. */
export function htmlOf(drawing: Drawing, inline: boolean, inLink: boolean): HtmlScope {
  const place: HtmlPlace = {
    inline,
    inLink,
    id: (id) => idOf(drawing, id),
    link: (href) => linkOf(drawing, href),
    image: (image) => imageOf(drawing, image, inLink),
  };
  return htmlScope(place);
}

function idOf(drawing: Drawing, written: string): string {
  const id = `n-${written.replace(/[^\p{L}\p{N}_.-]+/gu, '-').slice(0, 80)}`;
  if (drawing.idPrefix !== '' || drawing.usedIds.has(id)) return '';
  drawing.usedIds.add(id);
  return ` id="${escapeHtml(id)}"`;
}

function linkOf(drawing: Drawing, written: string): string | null {
  const href = written.trim();
  if (href === '') return null;
  if (isExternal(href)) {
    const safe = externalHref(href);
    return safe === null ? null : ` href="${safe}" ${EXTERNAL_REL}`;
  }
  const { graph, from } = drawing.ctx;
  const { path, subpath } = parseMarkdownTarget(href);
  const to = graph.resolve(from, path, subpath, 'markdown');
  if (path === '' && subpath !== '' && !(isFile(to) && to.subpathFound))
    return ` href="#n-${escapeHtml(subpath.slice(1).replace(/[^\p{L}\p{N}_.-]+/gu, '-'))}"`;
  return to.href === null ? null : ` href="${hrefFrom(drawing, to.href)}"`;
}

function imageOf(drawing: Drawing, attributes: Attributes, inLink: boolean): string {
  const src = (attributes['src'] ?? '').trim();
  const alt = escapeHtml(attributes['alt'] ?? '');
  const size = ['width', 'height'].map((key) => (/^\d{1,5}$/u.test(attributes[key] ?? '') ? ` ${key}="${attributes[key]}"` : '')).join('');
  if (isExternal(src)) {
    const href = externalHref(src);
    if (href === null) return alt;
    if (drawing.ctx.remoteImages)
      return `<img src="${href}" alt="${alt}"${size} loading="lazy" decoding="async" referrerpolicy="no-referrer">`;
    return inLink ? alt || escapeHtml(hostOf(src)) : `<a href="${href}" ${EXTERNAL_REL}>${alt || escapeHtml(hostOf(src))}</a>`;
  }
  const { path, subpath } = parseMarkdownTarget(src);
  const to = path === '' ? null : drawing.ctx.graph.resolve(drawing.ctx.from, path, subpath, 'markdown');
  // Only files that a page is known to show are in the site.
  const asset = to !== null && isFile(to) && mediumOf(to.target) === 'image' ? drawing.ctx.graph.assets.get(to.target) : undefined;
  return asset === undefined ? alt : `<img src="${hrefFrom(drawing, asset.href)}" alt="${alt}"${size} loading="lazy" decoding="async">`;
}
