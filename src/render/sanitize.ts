import { Parser } from 'htmlparser2';
import { MEDIA_ELEMENTS } from '../markdown/dropped-html.ts';
import { escapeHtml } from './escape.ts';
import { type Nest, nest } from './html-nesting.ts';
import { fits, holdsBlocks, isAllowed, isDropped, isSpanning, isVoid, plainAttributes, writtenAs } from './html-policy.ts';
import { unfinishedTag } from './unfinished-tag.ts';

/** What the place of the raw HTML decides. Each answer is finished: escaped, with a space before it; '' for none. */
export interface HtmlPlace {
  /** In a line of text: no blocks. */
  readonly inline: boolean;
  /** In the text of a link: no other link. */
  readonly inLink: boolean;
  readonly id: (id: string) => string;
  /** The level a heading of this level has on the page; `undo` when the heading is left out after all. */
  readonly level: (written: number) => { readonly level: number; readonly undo: () => void };
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
  /** What is drawn of Markdown between two pieces, with what must stand before it. */
  readonly between: (drawn: string) => string;
  readonly close: () => string;
}

interface Open {
  /** As the note has it. */
  readonly name: string;
  /** The element written for it, or null. */
  readonly shown: Nest | null;
  /** For a player or frame, which is written when it is closed. */
  readonly media: (Omit<HtmlMedia, 'sources'> & { readonly sources: string[] }) | null;
}

/** Open elements beyond this are left out, so that pages stay shallow. */
const DEEPEST = 60;

export function htmlScope(place: HtmlPlace): HtmlScope {
  const open: Open[] = [];
  /** Elements that are open beyond the deepest level, by name: what closes them closes nothing else. */
  const deeper = new Map<string, number>();

  /** The start of a heading or link that holds nothing yet: it is left out when it ends so. */
  let held: { readonly at: number; readonly undo: (() => void) | null; text: string } | null = null;

  /** Hands on what is written, or holds it until something to see comes. */
  const write = (text: string, visible: boolean): string => {
    if (held === null) return text;
    held.text += text;
    return visible ? release() : '';
  };
  const release = (): string => {
    const text = held?.text ?? '';
    held = null;
    return text;
  };

  /** Closes all elements from `from` on. */
  const unwind = (from: number): string => {
    let out = '';
    if (open.length > from) deeper.clear();
    while (open.length > from) {
      const last = open.pop();
      if (last === undefined) continue;
      const summary = last.shown?.name === 'details' ? summaryOf(last.shown) : '';
      out += write(summary, summary !== '');
      if (held?.at === open.length) {
        const ids: readonly string[] = held.text.match(/ id="[^"]*"/gu) ?? [];
        held.undo?.();
        held = null;
        out += ids.map((id) => `<span${id}></span>`).join('');
      } else if (last.shown !== null) out += write(`</${tagOf(last.shown)}>`, false);
      if (last.media !== null) out += putMedia(last.media);
    }
    return out;
  };

  /** Makes room for an element or text, and says how the element is written; null when it is not. */
  const makeRoom = (name: string): { readonly html: string; readonly as: string | null } => {
    const top = open.findLast((element) => element.shown !== null)?.shown;
    const before = top?.name === 'details' && name !== 'summary' ? summaryOf(top) : '';
    const shown = open.flatMap((element, at) => (element.shown === null ? [] : [{ at, nest: element.shown }]));
    const step = nest(
      name,
      shown.map((element) => element.nest),
    );
    const end = step.close === 0 ? undefined : shown.at(-step.close);
    let html = write(before, before !== '') + (end === undefined ? '' : unwind(end.at));
    for (const filler of step.open) {
      html += write(`<${filler}>`, false);
      open.push({ name: filler, shown: { name: filler, implied: true, stage: 0 }, media: null });
    }
    return { html, as: step.as };
  };

  const putMedia = (media: HtmlMedia): string => {
    const room = makeRoom('#text');
    const html = place.media(media, aroundOf(place, open));
    return room.html + write(html, html !== '');
  };

  const putTag = (name: string, attributes: Readonly<Record<string, string>>): { readonly html: string; readonly shown: Nest | null } => {
    if (!isAllowed(name, place.inline) || !fits(name, shownNames(open))) return { html: '', shown: null };
    const room = makeRoom(writtenAs(name));
    const { html } = room;
    const heading = room.as !== null && HEADING.test(room.as) ? place.level(Number(name.slice(1))) : null;
    const as = heading === null ? room.as : `h${heading.level}`;
    const tag = as === null ? null : openTag(place, name, as, attributes);
    if (as === null || tag === null) return { html, shown: null };
    if (held === null && (heading !== null || (name === 'a' && attributes['href'] !== undefined)))
      held = { at: open.length, undo: heading?.undo ?? null, text: '' };
    const around = open.findLast((element) => element.shown !== null)?.shown;
    if (as === 'summary' && around) around.stage = 1;
    return { html: html + write(tag, false), shown: { name: as, implied: false, stage: 0 } };
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
            if (droppedAt < 0 && (name === 'embed' || name === 'img')) out += putMedia({ name, attributes, sources: [] });
            else if (droppedAt < 0 && isAllowed(name, place.inline) && fits(name, shownNames(open))) {
              const { html, as } = makeRoom(name);
              out += html + (as === null ? '' : write(`<${as}${attributesText(place, as, attributes)}>`, false));
            }
            return;
          }
          const media = droppedAt < 0 && MEDIA_ELEMENTS.has(name) ? { name, attributes, sources: [] } : null;
          const drops = droppedAt < 0 && (isDropped(name) || media !== null);
          if (open.length >= DEEPEST && !drops) {
            deeper.set(name, (deeper.get(name) ?? 0) + 1);
            return;
          }
          const { html, shown } = droppedAt < 0 && open.length < DEEPEST ? putTag(name, attributes) : { html: '', shown: null };
          out += html;
          if (drops) droppedAt = open.length;
          open.push({ name, shown, media });
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
          if (phase === 'known' || droppedAt >= 0) return;
          out += text.trim() === '' ? write(text, false) : makeRoom('#text').html + write(escapeHtml(text), true);
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
    if (cut >= 0 && droppedAt < 0) out += makeRoom('#text').html + write(escapeHtml(fragment.slice(cut)), true);
    if (droppedAt >= 0) out += unwind(droppedAt);
    if (!place.inline) {
      const first = open.findIndex((element) => !isSpanning(element.name));
      if (first >= 0) out += unwind(first);
    }
    return out;
  };

  const between = (drawn: string): string => {
    const top = open.findLast((element) => element.shown !== null)?.shown;
    const html = (top?.name === 'details' ? summaryOf(top) : '') + drawn;
    return write(html, html.replace(/<br>/gu, '').trim() !== '');
  };

  return { feed, between, close: () => unwind(0) };
}

const HEADING = /^h\d$/u;

/** The summary of an element `details` that has none where it belongs, in the words of browsers; '' when it has one. */
function summaryOf(details: Nest): string {
  if (details.stage > 0) return '';
  details.stage = 1;
  return '<summary>Details</summary>';
}

function tagOf({ name }: Nest): string {
  return name === 'block' ? 'span' : name;
}

function aroundOf(place: HtmlPlace, open: readonly Open[]): Around {
  const names = shownNames(open);
  return { inLink: place.inLink || names.includes('a'), flow: !place.inline && names.every(holdsBlocks) };
}

function shownNames(open: readonly Open[]): readonly string[] {
  return open.flatMap(({ shown }) => (shown === null ? [] : [shown.name]));
}

/** The start of an element that the note calls `name` and the page `as`. */
function openTag(place: HtmlPlace, name: string, as: string, attributes: Readonly<Record<string, string>>): string | null {
  if (name === 'a') {
    const href = attributes['href'];
    const id = attributes['id'] ?? attributes['name'];
    if (href === undefined) return id === undefined || place.inLink ? null : `<a${place.id(id)}>`;
    const link = place.inLink ? null : place.link(href);
    return link === null ? null : `<a${link}${attributesText(place, name, attributes)}>`;
  }
  if (as === 'block') return `<span class="block"${attributesText(place, name, { ...attributes, class: '' })}>`;
  return `<${as}${attributesText(place, as, attributes)}>`;
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
