import { Parser } from 'htmlparser2';
import { escapeHtml } from './escape.ts';
import { fits, isAllowed, isDropped, isSpanning, isVoid, plainAttributes, writtenAs } from './html-policy.ts';

/** What the place of the raw HTML decides. Each answer is finished: escaped, with a space before it; '' for none. */
export interface HtmlPlace {
  /** In a line of text: no blocks. */
  readonly inline: boolean;
  /** In the text of a link: no other link. */
  readonly inLink: boolean;
  readonly id: (id: string) => string;
  /** `href="…"` with what belongs to it; null when the address must not be followed. */
  readonly link: (href: string) => string | null;
  /** The whole image, or words in its place. */
  readonly image: (attributes: Readonly<Record<string, string>>) => string;
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
}

/** Open elements beyond this are left out, so that pages stay shallow. */
const DEEPEST = 60;

export function htmlScope(place: HtmlPlace): HtmlScope {
  const open: Open[] = [];

  /** Closes all elements from `from` on. */
  const unwind = (from: number): string => {
    let out = '';
    while (open.length > from) {
      const last = open.pop();
      if (last !== undefined && last.shown !== null) out += `</${last.shown}>`;
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
            if (droppedAt < 0 && isAllowed(name, place.inline) && fits(name, shownNames(open))) out += voidElement(place, name, attributes);
            return;
          }
          const show = droppedAt < 0 && open.length < DEEPEST ? openTag(place, name, attributes, open) : null;
          if (show !== null) out += show;
          if (droppedAt < 0 && isDropped(name)) droppedAt = open.length;
          open.push({ name, shown: show === null ? null : writtenAs(name) });
        },
        onclosetag: (name) => {
          if (phase !== 'reading' || isVoid(name)) return;
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
    parser.write(fragment);
    phase = 'ending';
    parser.end();
    if (droppedAt >= 0) out += unwind(droppedAt);
    if (!place.inline) {
      const first = open.findIndex((element) => !isSpanning(element.name));
      if (first >= 0) out += unwind(first);
    }
    return out;
  };

  return { feed, close: () => unwind(0) };
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

function voidElement(place: HtmlPlace, name: string, attributes: Readonly<Record<string, string>>): string {
  return name === 'img' ? place.image(attributes) : `<${name}${attributesText(place, name, attributes)}>`;
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
