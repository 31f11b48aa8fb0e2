import { Parser } from 'htmlparser2';
import { MEDIA_ELEMENTS } from '../markdown/dropped-html.ts';
import { escapeHtml } from './escape.ts';
import { fits, holdsBlocks, isAllowed, isDropped, isSpanning, isVoid, plainAttributes, writtenAs } from './html-policy.ts';
import { unfinishedTag } from './unfinished-tag.ts';

/** What the place of the raw HTML decides. Each answer is finished: escaped, with a space before it; '' for none. */
export interface HtmlPlace {
  /** In a line of text: no blocks. */
  readonly inline: boolean;
  /** In the text of a link: no other link. */
  readonly inLink: boolean;
  readonly id: (id: string) => string;
  /** `href="…"` with what belongs to it; null when the address must not be followed. */
  readonly link: (href: string) => string | null;
  /** The whole picture, player or frame, or words in its place. */
  readonly media: (media: HtmlMedia, around: Around) => string;
}

/** An element that shows another file or page. */
export interface HtmlMedia {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Addresses of the `<source>` elements in it. */
  readonly sources: readonly string[];
}

/** What stands around a piece of raw HTML. */
export interface Around {
  /** In the text of a link: no other link. */
  readonly inLink: boolean;
  /** Blocks may stand there. */
  readonly flow: boolean;
}

/** Raw HTML of one container, piece by piece. What it opens it closes; what it did not open it can not close. */
export interface HtmlScope {
  readonly feed: (fragment: string) => string;
  readonly close: () => string;
}

interface Open {
  readonly name: string;
  /** The tag written for it, or null. */
  readonly shown: string | null;
  /** For a player or frame, which is written when it is closed. */
  readonly media: (Omit<HtmlMedia, 'sources'> & { readonly sources: string[] }) | null;
}

/** Open elements beyond this are left out, so that pages stay shallow. */
const DEEPEST = 60;

export function htmlScope(place: HtmlPlace): HtmlScope {
  const open: Open[] = [];
  /** Elements that are open beyond the deepest level, by name: what closes them closes nothing else. */
  const deeper = new Map<string, number>();

  /** Closes all elements from `from` on. */
  const unwind = (from: number): string => {
    let out = '';
    if (open.length > from) deeper.clear();
    while (open.length > from) {
      const last = open.pop();
      if (last === undefined) continue;
      if (last.shown !== null) out += `</${last.shown}>`;
      if (last.media !== null) out += place.media(last.media, aroundOf(place, open));
    }
    return out;
  };

  const feed = (fragment: string): string => {
    let out = '';
    let phase: 'known' | 'reading' | 'ending' = 'known';
    // Index in `open` of the element whose content goes, or -1.
    let droppedAt = -1;
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          if (phase !== 'reading') return;
          if (isVoid(name)) {
            const media = droppedAt < 0 ? null : (open[droppedAt]?.media ?? null);
            if (name === 'source' && attributes['src'] !== undefined) media?.sources.push(attributes['src']);
            if (droppedAt < 0 && name === 'embed') out += place.media({ name, attributes, sources: [] }, aroundOf(place, open));
            if (droppedAt < 0 && isAllowed(name, place.inline) && fits(name, shownNames(open))) {
              out += voidElement(place, name, attributes, open);
            }
            return;
          }
          const media = droppedAt < 0 && MEDIA_ELEMENTS.has(name) ? { name, attributes, sources: [] } : null;
          const drops = droppedAt < 0 && (isDropped(name) || media !== null);
          if (open.length >= DEEPEST && !drops) {
            deeper.set(name, (deeper.get(name) ?? 0) + 1);
            return;
          }
          const show = droppedAt < 0 && open.length < DEEPEST ? openTag(place, name, attributes, open) : null;
          if (show !== null) out += show;
          if (drops) droppedAt = open.length;
          open.push({ name, shown: show === null ? null : writtenAs(name), media });
        },
        onclosetag: (name) => {
          if (phase !== 'reading' || isVoid(name)) return;
          const above = deeper.get(name) ?? 0;
          if (above > 0) {
            deeper.set(name, above - 1);
            return;
          }
          const at = open.findLastIndex((element) => element.name === name);
          if (at < 0) return;
          if (at <= droppedAt) droppedAt = -1;
          out += unwind(at);
        },
        ontext: (text) => {
          if (phase !== 'known' && droppedAt < 0) out += escapeHtml(text);
        },
      },
      { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
    );
    parser.write(open.map((element) => `<${element.name}>`).join(''));
    phase = 'reading';
    const cut = unfinishedTag(fragment);
    parser.write(cut < 0 ? fragment : fragment.slice(0, cut));
    phase = 'ending';
    parser.end();
    if (cut >= 0 && droppedAt < 0) out += escapeHtml(fragment.slice(cut));
    if (droppedAt >= 0) out += unwind(droppedAt);
    if (!place.inline) {
      const first = open.findIndex((element) => !isSpanning(element.name));
      if (first >= 0) out += unwind(first);
    }
    return out;
  };

  return { feed, close: () => unwind(0) };
}

function aroundOf(place: HtmlPlace, open: readonly Open[]): Around {
  const names = shownNames(open);
  return { inLink: place.inLink || names.includes('a'), flow: !place.inline && names.every(holdsBlocks) };
}

function shownNames(open: readonly Open[]): readonly string[] {
  return open.filter((element) => element.shown !== null).map((element) => element.name);
}

function openTag(place: HtmlPlace, name: string, attributes: Readonly<Record<string, string>>, open: readonly Open[]): string | null {
  if (!isAllowed(name, place.inline) || !fits(name, shownNames(open))) return null;
  if (name === 'a') {
    const href = attributes['href'];
    const id = attributes['id'] ?? attributes['name'];
    if (href === undefined) return id === undefined || place.inLink ? null : `<a${place.id(id)}>`;
    const link = place.inLink ? null : place.link(href);
    return link === null ? null : `<a${link}${attributesText(place, name, attributes)}>`;
  }
  return `<${writtenAs(name)}${attributesText(place, name, attributes)}>`;
}

function voidElement(place: HtmlPlace, name: string, attributes: Readonly<Record<string, string>>, open: readonly Open[]): string {
  return name === 'img'
    ? place.media({ name, attributes, sources: [] }, aroundOf(place, open))
    : `<${name}${attributesText(place, name, attributes)}>`;
}

function attributesText(place: HtmlPlace, name: string, attributes: Readonly<Record<string, string>>): string {
  const id = attributes['id'] === undefined ? '' : place.id(attributes['id']);
  return (
    id +
    plainAttributes(name, attributes)
      .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
      .join('')
  );
}
