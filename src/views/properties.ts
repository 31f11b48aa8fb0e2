import type { PageUrl } from '../graph/graph.ts';
import { parseInline } from '../markdown/parse.ts';
import type { Inline } from '../markdown/tree.ts';
import { isUnsafeUrl } from '../markdown/urls.ts';
import { plainText } from '../markdown/walk.ts';
import { isoDateFrom } from '../notes/dates.ts';
import type { Note } from '../notes/note.ts';
import { unquotedLink } from '../notes/properties.ts';
import { drawInlines } from '../render/draw.ts';
import { type DrawContext, tagOf } from '../render/drawing.ts';
import type { PropertyValue } from '../vault/vault.ts';
import { drawContext, type ViewContext } from './context.ts';
import type { PropertyRow, ShownValue } from './property-row.ts';
import { type PageShows, restOfProperty } from './shown-elsewhere.ts';

/** Letters of a value that fits a chip. */
const CHIP = 40;

/**
 * Frontmatter as rows for people, in the order of the file: labels in words, values as what they are, text as Markdown. What the page shows elsewhere is
 * left out; a value it shows only in part stays.
 */
export function propertyRows(ctx: ViewContext, note: Note, page: PageUrl, shows: PageShows): readonly PropertyRow[] {
  const draw = drawContext(ctx, note.path, page);
  const rows: PropertyRow[] = [];
  for (const [key, value] of Object.entries(note.properties ?? {})) {
    const rest = restOfProperty(ctx, note, key, value, shows);
    if (rest !== undefined) rows.push({ key, label: labelFromKey(key), value: shownValue(draw, rest) });
  }
  return rows;
}

/** One word, as most keys are. */
const PLAIN_KEY = /^[a-z]+$/;

/** `last_contact` → `Last contact`. Letters without a large form stay. */
export function labelFromKey(key: string): string {
  if (PLAIN_KEY.test(key)) return key.charAt(0).toUpperCase() + key.slice(1);
  const words = key.replace(/[_-]+/gu, ' ').replace(/\s+/gu, ' ').trim() || key;
  const first = String.fromCodePoint(words.codePointAt(0) ?? 32);
  // Georgian has capitals that no sentence begins with.
  return /\p{Ll}/u.test(first) && !/\p{Script=Georgian}/u.test(first) ? first.toUpperCase() + words.slice(first.length) : words;
}

/** One value, ready to be shown. An unquoted `[[A]]`, which YAML takes for a list in a list, is the link it was meant to be. */
export function shownValue(draw: DrawContext, value: PropertyValue): ShownValue {
  const link = unquotedLink(value);
  if (link !== null) return textValue(draw, link);
  if (value === null) return { kind: 'empty' };
  if (typeof value === 'boolean') return { kind: 'flag', on: value };
  if (typeof value === 'number') return inlineValue(draw, [{ kind: 'text', value: String(value) }]);
  if (typeof value === 'string') return textValue(draw, value);
  if (isList(value)) {
    const items = value.map((entry) => shownValue(draw, entry)).filter((item) => item.kind !== 'empty');
    return items.length === 0 ? { kind: 'empty' } : { kind: 'list', items };
  }
  const rows = Object.entries(value).map(([key, entry]) => ({ key, label: labelFromKey(key), value: shownValue(draw, entry) }));
  return rows.length === 0 ? { kind: 'empty' } : { kind: 'map', rows };
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/u;

function textValue(draw: DrawContext, written: string): ShownValue {
  const text = written.trim();
  if (text === '') return { kind: 'empty' };
  const moment = MOMENT.exec(text);
  const date = moment?.[1] === undefined ? null : isoDateFrom(moment[1]);
  if (date !== null) return { kind: 'date', date, time: moment?.[2] ?? null, zone: moment?.[3] ?? '' };
  if (/^https?:\/\/\S+$/iu.test(text) && !isUnsafeUrl(text)) return { kind: 'address', href: text.toWellFormed(), text };
  return inlineValue(draw, withKnownTags(draw, parseInline(text, 1)));
}

function inlineValue(draw: DrawContext, inlines: readonly Inline[]): ShownValue {
  const text = plainText(inlines).trim();
  return { kind: 'text', html: drawInlines(draw, inlines), short: text.length <= CHIP && !text.includes('\n') };
}

/** A `#word` in a property makes no tag (Obsidian's rule): it is a link where the tag exists, and else text, such as a colour. */
function withKnownTags(draw: DrawContext, inlines: readonly Inline[]): readonly Inline[] {
  return inlines.map((inline): Inline => {
    if (inline.kind === 'tag') return tagOf(draw.graph, inline.tag) === undefined ? { kind: 'text', value: `#${inline.tag}` } : inline;
    return 'children' in inline ? { ...inline, children: withKnownTags(draw, inline.children) } : inline;
  });
}

function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value);
}
