import type { Href, Resolution } from '../graph/graph.ts';
import type { Inline } from '../markdown/tree.ts';
import { type Drawing, hrefFrom } from './drawing.ts';
import { drawElsewhere } from './elsewhere.ts';
import { escapeHtml } from './escape.ts';
import { drawPdf, drawWebPage, type Framed } from './frame.ts';
import { icon } from './icon.ts';
import { anchorTo } from './link.ts';
import { labelOf, type Medium, mediumOf } from './medium.ts';
import { drawPicture } from './picture.ts';
import { drawPlayer } from './player.ts';

type Embed = Extract<Inline, { kind: 'embed' }>;
type Remote = Extract<Inline, { kind: 'remote' }>;

/** A file in a line of text: pictures and sound in place, everything else as a link. */
export function drawInlineFile(drawing: Drawing, embed: Embed, to: SiteFile, inLink: boolean): string {
  const medium = mediumOf(to.target);
  if (medium === 'image') return drawImage(drawing, embed, to, inLink);
  if (inLink) return escapeHtml(wordsOf(embed));
  if (medium === 'audio' || medium === 'video') return drawSound(drawing, embed, to, medium, true);
  return fileLink(drawing, embed, to);
}

/** A file on a line of its own. */
export function drawFile(drawing: Drawing, embed: Embed, to: SiteFile, medium: Exclude<Medium, 'note'>): string {
  switch (medium) {
    case 'image':
      return `<p class="media">${drawImage(drawing, embed, to, false)}</p>\n`;
    case 'audio':
    case 'video':
      return drawSound(drawing, embed, to, medium, false);
    case 'pdf':
      return drawPdf(drawing, framedFrom(embed, to));
    case 'web':
      return drawWebPage(drawing, framedFrom(embed, to));
    case 'canvas':
    case 'base':
    case 'file':
      return `<p class="file">${fileLink(drawing, embed, to)}</p>\n`;
  }
}

/** A link that says what kind of file it leads to. */
function fileLink(drawing: Drawing, embed: Embed, to: SiteFile): string {
  const { glyph, word } = labelOf(to.target);
  return `<span class="file">${icon(glyph)}${anchorTo(drawing, to, escapeHtml(wordsOf(embed)), embed.title)} <span class="count">${word}</span></span>`;
}

function drawImage(drawing: Drawing, embed: Embed, to: SiteFile, inLink: boolean): string {
  const { alt, title, width, height } = embed;
  return drawPicture(drawing, { target: to.target, href: to.href, alt, title, width, height }, inLink);
}

function drawSound(drawing: Drawing, embed: Embed, to: SiteFile, medium: 'audio' | 'video', inline: boolean): string {
  const { width, height } = embed;
  return drawPlayer(
    drawing,
    { medium, href: to.href, subpath: embed.ref.subpath, words: wordsOf(embed), poster: null, width, height },
    inline,
  );
}

function framedFrom(embed: Embed, to: SiteFile): Framed {
  const { alt, width, height, ref } = embed;
  return { href: to.href, path: to.target, subpath: ref.subpath, words: alt, width, height };
}

/** An image, player or post of another site. `alone`: on a line of its own. */
export function drawRemote(drawing: Drawing, image: Remote, inLink: boolean, alone: boolean): string {
  const { href, alt, width, height } = image;
  return drawElsewhere({ href, words: alt, as: 'image', width, height }, { alone, inLink, remoteImages: drawing.ctx.remoteImages });
}

/** Why an embed shows nothing. */
export function missingWords(drawing: Drawing, embed: Embed, to: Resolution): string {
  if (drawing.ctx.brief) return elsewhereWords(embed);
  const name = `<b>${escapeHtml(embed.ref.path || embed.ref.display)}</b>`;
  if (to.target !== null) return `The file ${name} is not part of this site.`;
  const medium = mediumOf(embed.ref.path);
  const isNote = medium === 'note' || (medium === 'file' && !/\.[a-z0-9]{1,5}$/iu.test(embed.ref.path));
  if (to.status === 'ambiguous') return `Several notes are called ${name}. <a href="${hrefFrom(drawing, to.href)}">Which ones</a>`;
  if (to.href !== null && to.status !== 'missing') return anchorTo(drawing, to, escapeHtml(wordsOf(embed)), embed.title);
  const link = to.href === null ? '' : ` <a class="ghost" href="${hrefFrom(drawing, to.href)}">Where it is named</a>`;
  const part =
    isNote || medium === 'base'
      ? embed.ref.subpath
          .split('#')
          .filter((word) => word.trim() !== '')
          .join(' > ')
      : '';
  const words = [part, embed.alt]
    .filter((text) => text !== '')
    .map((text) => ` “${escapeHtml(text)}”`)
    .join('');
  return `No ${isNote ? 'note' : 'file'} called ${name} in the vault${words === '' ? '.' : `:${words}.`}${link}`;
}

/** What stands in a brief for an embed that shows nothing: its own words and what kind of thing it is, not what it is called in the vault. */
export function elsewhereWords({ ref, alt, width }: Pick<Embed, 'ref' | 'alt' | 'width'>): string {
  const words = (alt || (width === null && ref.aliased ? ref.display : '')).trim();
  const named = words !== '' && words !== ref.path ? `“${escapeHtml(words)}”, ` : '';
  const medium = mediumOf(ref.path);
  const isNote = medium === 'note' || (medium === 'file' && !/\.[a-z0-9]{1,5}$/iu.test(ref.path));
  const what = isNote ? 'text' : `file (${labelOf(ref.path).word})`;
  return `${named}${named === '' ? 'A' : 'a'} ${what} that is not part of this brief.`;
}

/** A note or file of the vault that the site holds. */
export type SiteFile = Extract<Resolution, { status: 'found' | 'healed' }> & { readonly href: Href };

/** True when the resolution leads to a note or file that the site holds. */
export function isFile(to: Resolution): to is SiteFile {
  return (to.status === 'found' || to.status === 'healed') && to.href !== null;
}

export function wordsOf(embed: Embed): string {
  return embed.alt || (embed.width === null ? embed.ref.display : '') || embed.ref.path || embed.ref.raw;
}
