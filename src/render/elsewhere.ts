import { isDataPicture } from '../markdown/urls.ts';
import { escapeHtml } from './escape.ts';
import { EXTERNAL_REL, externalHref, hostOf } from './external-href.ts';
import { hidden, icon } from './icon.ts';
import { labelOf, mediumOf } from './medium.ts';
import { sizeAttributes, type WrittenSize } from './picture.ts';

/** Something of another site that a note shows in place. */
export interface Elsewhere extends WrittenSize {
  readonly href: string;
  /** The author's words for it, or ''. */
  readonly words: string;
  /** What shows it: a picture's place or a frame. */
  readonly as: 'image' | 'frame' | 'audio' | 'video';
}

/** Where the thing is drawn. */
export interface ElsewherePlace {
  /** On a line of its own: a card; else a link in the text. */
  readonly alone: boolean;
  readonly inLink: boolean;
  /** Pictures of other sites may be loaded. */
  readonly remoteImages: boolean;
}

/** Sites whose addresses are played or quoted where an image could stand (Obsidian's rule). */
const SITES: readonly (readonly [hosts: RegExp, word: string, glyph: string])[] = [
  [/^(?:[\w-]+\.)*(?:youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com|dailymotion\.com|loom\.com)$/iu, 'Video', 'film'],
  [/^(?:[\w-]+\.)*(?:twitter\.com|x\.com|bsky\.app|mastodon\.social)$/iu, 'Post', 'quote'],
  [/^(?:[\w-]+\.)*(?:spotify\.com|soundcloud\.com)$/iu, 'Audio', 'sound'],
  [/^(?:maps\.google\.com|(?:[\w-]+\.)*openstreetmap\.org)$/iu, 'Map', 'web'],
];

/**
 * What another site holds, as a link that says what it is: reading a page tells no other site about it. Only pictures are loaded, where the build allows
 * it. An address that must not be followed leaves its words.
 */
export function drawElsewhere(thing: Elsewhere, place: ElsewherePlace): string {
  if (thing.as === 'image' && isDataPicture(thing.href)) {
    return `<img src="${escapeHtml(thing.href.replace(/\s+/gu, ''))}" alt="${escapeHtml(thing.words)}"${sizeAttributes(thing)} decoding="async">`;
  }
  const href = externalHref(thing.href);
  const host = escapeHtml(hostOf(thing.href).replace(/^www\./iu, ''));
  if (href === null) return escapeHtml(thing.words || thing.href.slice(0, 80));
  const { word, glyph } = kindOf(thing);
  if (thing.as === 'image' && place.remoteImages && word === 'Picture') {
    return `<img src="${href}" alt="${escapeHtml(thing.words)}"${sizeAttributes(thing)} loading="lazy" decoding="async" referrerpolicy="no-referrer">`;
  }
  const kind = `${word} on ${host}`;
  const words = escapeHtml(thing.words);
  if (place.inLink) return words || kind;
  const link = `<a class="elsewhere" href="${href}" ${EXTERNAL_REL}>${icon(glyph)}`;
  if (!place.alone) return `${link}${words === '' ? kind : `${words}${hidden(` (${kind})`)}`}</a>`;
  return words === '' ? `${link}<b>${kind}</b></a>` : `${link}<b>${words}</b> <span class="count">${kind}</span></a>`;
}

function kindOf({ href, as }: Elsewhere): { readonly word: string; readonly glyph: string } {
  const host = hostOf(href).replace(/:\d+$/u, '');
  const site = SITES.find(([hosts]) => hosts.test(host));
  if (site !== undefined) return { word: site[1], glyph: site[2] };
  const medium = mediumOf(href.replace(/[?#].*$/su, ''));
  if (medium === 'audio' || medium === 'video' || medium === 'pdf' || medium === 'image')
    return labelOf(
      `x.${href
        .replace(/[?#].*$/su, '')
        .split('.')
        .at(-1)}`,
    );
  if (as === 'audio') return { word: 'Audio', glyph: 'sound' };
  if (as === 'video') return { word: 'Video', glyph: 'film' };
  return as === 'image' ? { word: 'Picture', glyph: 'picture' } : { word: 'Page', glyph: 'web' };
}
