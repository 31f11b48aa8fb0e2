import type { Href, Resolution } from '../graph/graph.ts';
import type { Inline } from '../markdown/tree.ts';
import { type Drawing, hrefFrom } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { EXTERNAL_REL, externalHref, hostOf } from './external-href.ts';
import { hidden } from './icon.ts';
import { anchorTo, resolve } from './link.ts';

type Embed = Extract<Inline, { kind: 'embed' }>;
type Remote = Extract<Inline, { kind: 'remote' }>;
type Medium = 'note' | 'image' | 'audio' | 'video' | 'pdf' | 'canvas' | 'base' | 'file';

const MEDIA: Readonly<Record<string, Medium>> = {
  md: 'note',
  ...Object.fromEntries(['avif', 'bmp', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp'].map((type) => [type, 'image' as const])),
  ...Object.fromEntries(['flac', 'm4a', 'mp3', 'ogg', 'wav', '3gp'].map((type) => [type, 'audio' as const])),
  ...Object.fromEntries(['mkv', 'mov', 'mp4', 'ogv', 'webm'].map((type) => [type, 'video' as const])),
  pdf: 'pdf',
  canvas: 'canvas',
  base: 'base',
};

const LABELS: Readonly<Record<'canvas' | 'base' | 'file', string>> = { canvas: 'Canvas', base: 'Base', file: 'File' };

/** What a file is, by the end of its name. */
export function mediumOf(path: string): Medium {
  const type = /\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(MEDIA, type) ? (MEDIA[type] ?? 'file') : 'file';
}

/** An embed in a line of text: pictures and sound in place, everything else as a link. */
export function drawInlineEmbed(drawing: Drawing, embed: Embed, inLink: boolean): string {
  const to = resolve(drawing, embed.ref);
  if (!isFile(to)) return inLink ? escapeHtml(wordsOf(embed)) : `<span class="hollow">${missingWords(drawing, embed, to)}</span>`;
  const medium = mediumOf(to.target);
  if (medium === 'image') return drawImage(drawing, embed, to.href);
  if (inLink) return escapeHtml(wordsOf(embed));
  if (medium === 'audio' || medium === 'video') return drawPlayer(drawing, embed, to.href, medium);
  return anchorTo(drawing, to, escapeHtml(wordsOf(embed)), embed.title);
}

/** A file on a line of its own. */
export function drawFile(drawing: Drawing, embed: Embed, to: SiteFile, medium: Exclude<Medium, 'note'>): string {
  switch (medium) {
    case 'image':
      return `<p>${drawImage(drawing, embed, to.href)}</p>\n`;
    case 'audio':
    case 'video':
      return `<p>${drawPlayer(drawing, embed, to.href, medium)}</p>\n`;
    case 'pdf':
      return drawPdf(drawing, embed, to.href);
    case 'canvas':
    case 'base':
    case 'file':
      return `<p class="file">${anchorTo(drawing, to, escapeHtml(wordsOf(embed)), embed.title)} <span class="count">${LABELS[medium]}</span></p>\n`;
  }
}

function drawImage(drawing: Drawing, embed: Embed, href: string): string {
  const alt = embed.alt || fileName(embed.ref.path).replace(/\.[^.]+$/u, '');
  const title = embed.title === null ? '' : ` title="${escapeHtml(embed.title)}"`;
  return `<img src="${hrefFrom(drawing, href)}" alt="${escapeHtml(alt)}"${sizeOf(embed)}${title} loading="lazy" decoding="async">`;
}

function drawPlayer(drawing: Drawing, embed: Embed, href: string, tag: 'audio' | 'video'): string {
  const src = hrefFrom(drawing, href);
  const name = escapeHtml(wordsOf(embed));
  const size = tag === 'video' ? sizeOf(embed) : '';
  return `<${tag} controls preload="none" src="${src}"${size} aria-label="${name}"><a href="${src}">${name}</a></${tag}>`;
}

function drawPdf(drawing: Drawing, embed: Embed, href: string): string {
  const page = /(?:^|[#&])page=(\d{1,6})/u.exec(embed.ref.subpath)?.[1];
  const height = embed.height ?? Number(/(?:^|[#&])height=(\d{1,5})/u.exec(embed.ref.subpath)?.[1] ?? 600);
  const [path = ''] = href.split('#', 1);
  const src = hrefFrom(drawing, page === undefined ? path : `${path}#page=${page}`);
  const name = escapeHtml(fileName(embed.ref.path));
  return `<figure class="pdf"><iframe src="${src}" title="${name}" height="${height}" loading="lazy"></iframe><figcaption><a href="${src}">${name}</a></figcaption></figure>\n`;
}

/** Sites whose pages Obsidian shows as players. Here they are links. */
const PLAYERS = /^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|twitter\.com|x\.com|vimeo\.com)\//iu;

/** An image on another site: shown where the build allows it, else a link that says what it is. */
export function drawRemote(drawing: Drawing, image: Remote, inLink: boolean): string {
  const href = externalHref(image.href);
  const words = escapeHtml(image.alt || hostOf(image.href));
  if (href === null) return words;
  if (drawing.ctx.remoteImages && !PLAYERS.test(image.href)) {
    return `<img src="${href}" alt="${escapeHtml(image.alt)}"${sizeOf(image)} loading="lazy" decoding="async" referrerpolicy="no-referrer">`;
  }
  return inLink ? words : `<a href="${href}" ${EXTERNAL_REL}>${words}${hidden(' (on another site)')}</a>`;
}

/** Why an embed shows nothing. */
export function missingWords(drawing: Drawing, embed: Embed, to: Resolution): string {
  const name = `<b>${escapeHtml(embed.ref.path || embed.ref.display)}</b>`;
  if (to.target !== null) return `The file ${name} is not part of this site.`;
  const medium = mediumOf(embed.ref.path);
  const isNote = medium === 'note' || (medium === 'file' && !/\.[a-z0-9]{1,5}$/iu.test(embed.ref.path));
  if (to.status === 'ambiguous') return `Several notes are called ${name}. <a href="${hrefFrom(drawing, to.href)}">Which ones</a>`;
  if (to.href !== null && to.status !== 'missing') return anchorTo(drawing, to, escapeHtml(wordsOf(embed)), embed.title);
  const link = to.href === null ? '' : ` <a class="ghost" href="${hrefFrom(drawing, to.href)}">Where it is named</a>`;
  return `No ${isNote ? 'note' : 'file'} called ${name} in the vault.${link}`;
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

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function sizeOf({ width, height }: { readonly width: number | null; readonly height: number | null }): string {
  return (width === null ? '' : ` width="${width}"`) + (height === null ? '' : ` height="${height}"`);
}
