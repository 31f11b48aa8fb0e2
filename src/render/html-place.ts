import { parseMarkdownTarget } from '../markdown/link-ref.ts';
import { isDataPicture, isExternal } from '../markdown/urls.ts';
import { isFile, type SiteFile } from './attachment.ts';
import { type Drawing, hrefFrom } from './drawing.ts';
import { drawElsewhere, type Elsewhere } from './elsewhere.ts';
import { escapeHtml } from './escape.ts';
import { EXTERNAL_REL, externalHref } from './external-href.ts';
import { drawPdf, drawWebPage } from './frame.ts';
import { triedLevel } from './heading-level.ts';
import { icon } from './icon.ts';
import { anchorTo } from './link.ts';
import { fileName, labelOf, mediumOf } from './medium.ts';
import { drawPicture } from './picture.ts';
import { drawPlayer } from './player.ts';
import { type Around, type HtmlMedia, type HtmlPlace, type HtmlScope, htmlScope } from './sanitize.ts';

/** Raw HTML between blocks (`inline: false`) or in a line of a note's text. Its links and images follow the rules of the note's own. */
export function htmlOf(drawing: Drawing, inline: boolean, inLink: boolean): HtmlScope {
  const place: HtmlPlace = {
    inline,
    inLink,
    id: (id) => idOf(drawing, id),
    level: (written) => triedLevel(drawing, written),
    link: (href) => linkOf(drawing, href),
    media: (media, around) => mediaOf(drawing, media, around),
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

/** A picture, player or frame: of the vault, shown by the rules of embeds; of another site, a link that says what it is. */
function mediaOf(drawing: Drawing, { name, attributes, sources }: HtmlMedia, around: Around): string {
  const written = [attributes['src'], attributes['data'], ...sources].map((text) => (text ?? '').trim()).filter((text) => text !== '');
  const src = written.find((text) => !isExternal(text) || isDataPicture(text)) ?? written[0] ?? '';
  const words = (attributes['alt'] ?? attributes['title'] ?? attributes['aria-label'] ?? '').trim();
  const [width = null, height = null] = ['width', 'height'].map((key) =>
    /^\d{1,5}$/u.test(attributes[key] ?? '') ? Number(attributes[key]) : null,
  );
  if (src === '') return escapeHtml(words);
  if (isExternal(src)) {
    const as: Elsewhere['as'] = name === 'img' ? 'image' : name === 'audio' || name === 'video' ? name : 'frame';
    const place = { alone: around.flow && as !== 'image', inLink: around.inLink, remoteImages: drawing.ctx.remoteImages };
    const drawn = drawElsewhere({ href: src, words, as, width, height }, place);
    return place.alone ? `<p class="media">${drawn}</p>` : drawn;
  }
  const { path, subpath } = parseMarkdownTarget(src);
  const to = path === '' ? null : drawing.ctx.graph.resolve(drawing.ctx.from, path, subpath, 'markdown');
  if (to === null || !isFile(to)) return name === 'img' || around.inLink ? escapeHtml(words) : missing(drawing, path || src);
  if (drawing.ctx.graph.notes.has(to.target))
    return around.inLink ? escapeHtml(words || path) : anchorTo(drawing, to, escapeHtml(words || path), null);
  // Only files that a page is known to show are in the site.
  const asset = drawing.ctx.graph.assets.get(to.target);
  if (asset === undefined) return escapeHtml(words);
  const medium = mediumOf(to.target);
  if (medium === 'image') {
    const title = attributes['alt'] === undefined ? null : (attributes['title'] ?? null);
    return drawPicture(drawing, { target: to.target, href: asset.href, alt: words, title, width, height }, around.inLink);
  }
  if (around.inLink) return escapeHtml(words || fileName(to.target));
  if (medium === 'audio' || medium === 'video') {
    const poster = posterOf(drawing, attributes['poster']);
    return drawPlayer(
      drawing,
      { medium, href: asset.href, subpath, words: words || fileName(to.target), poster, width, height },
      !around.flow,
    );
  }
  const framed = { href: asset.href, path: to.target, subpath, words, width, height };
  if (around.flow && medium === 'pdf') return drawPdf(drawing, framed);
  if (around.flow && medium === 'web') return drawWebPage(drawing, framed);
  return fileLink(drawing, to, words);
}

function fileLink(drawing: Drawing, to: SiteFile, words: string): string {
  const { glyph, word } = labelOf(to.target);
  const link = anchorTo(drawing, to, escapeHtml(words || fileName(to.target)), null);
  return `<span class="file">${icon(glyph)}${link} <span class="count">${word}</span></span>`;
}

function posterOf(drawing: Drawing, written: string | undefined): string | null {
  const src = (written ?? '').trim();
  if (src === '' || isExternal(src)) return null;
  const { path, subpath } = parseMarkdownTarget(src);
  const to = path === '' ? null : drawing.ctx.graph.resolve(drawing.ctx.from, path, subpath, 'markdown');
  const asset = to !== null && isFile(to) && mediumOf(to.target) === 'image' ? drawing.ctx.graph.assets.get(to.target) : undefined;
  return asset?.href ?? null;
}

function missing({ ctx }: Drawing, path: string): string {
  if (ctx.brief) return `<span class="hollow">A file (${labelOf(path).word}) that is not part of this brief.</span>`;
  return `<span class="hollow">No file called <b>${escapeHtml(path)}</b> in the vault.</span>`;
}
