import { type Drawing, hrefFrom } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { icon } from './icon.ts';
import { sizeAttributes, type WrittenSize } from './picture.ts';

/** Sound or film of the vault. */
export interface Playable extends WrittenSize {
  readonly medium: 'audio' | 'video';
  readonly href: string;
  /** As written, `#t=10,20` or nothing. */
  readonly subpath: string;
  readonly words: string;
  /** Address of the picture that stands for a film, or null. */
  readonly poster: string | null;
}

/** A player, with a link to the file for whoever cannot play it here. `inline`: in a line of text. */
export function drawPlayer(drawing: Drawing, { medium, href, subpath, words, poster, ...size }: Playable, inline: boolean): string {
  const [file = ''] = href.split('#', 1);
  const time = timeFrom(subpath);
  const src = hrefFrom(drawing, time === null ? file : `${file}#t=${time.text}`);
  const name = escapeHtml(words);
  const still = poster === null ? '' : ` poster="${hrefFrom(drawing, poster)}"`;
  const shape = medium === 'video' ? sizeAttributes(size) : '';
  const player = `<${medium} controls preload="metadata" src="${src}"${shape}${still} aria-label="${name}"></${medium}>`;
  const kind = `${medium === 'audio' ? 'Audio' : 'Video'}${time === null ? '' : time.words}`;
  const caption = `${icon(medium === 'audio' ? 'sound' : 'film')}<a href="${src}">${name}</a> <span class="count">${kind}</span>`;
  if (inline) return `<span class="player ${medium}">${player}<span class="caption">${caption}</span></span>`;
  return `<figure class="player ${medium}">${player}<figcaption>${caption}</figcaption></figure>\n`;
}

/** `#t=10`, `#t=1:20,1:45.5`, `#t=,20` (W3C media fragments, seconds or clock time). */
function timeFrom(subpath: string): { readonly text: string; readonly words: string } | null {
  const match = /(?:^|[#&])t=(?:npt:)?([\d:.]{1,12})?(?:,([\d:.]{1,12}))?(?:&|$)/u.exec(subpath);
  const [, from, to] = match ?? [];
  if (from === undefined && to === undefined) return null;
  const start = from === undefined ? '' : ` from ${clock(from)}`;
  const end = to === undefined ? '' : ` to ${clock(to)}`;
  return { text: `${from ?? ''}${to === undefined ? '' : `,${to}`}`, words: `,${start}${end}` };
}

/** `75` → `1:15`; clock times stay as they are. */
function clock(time: string): string {
  if (!/^\d+(?:\.\d*)?$/u.test(time)) return time;
  const seconds = Number(time);
  const rest = Math.floor(seconds % 60);
  return `${Math.floor(seconds / 60)}:${String(rest).padStart(2, '0')}`;
}
