import { isoDateFrom } from '../notes/dates.ts';
import type { Note } from '../notes/note.ts';
import { nameFromText, unquotedLink } from '../notes/properties.ts';
import type { PropertyValue } from '../vault/vault.ts';
import type { ViewContext } from './context.ts';
import type { PropertyRow } from './row.ts';

/** Keys that the page shows in other places. */
const SHOWN_ELSEWHERE = new Set([
  'title',
  'tags',
  'type',
  'kind',
  'date',
  'source',
  'source_ref',
  'cssclasses',
  'participants',
  'attendees',
  'publish',
  'private',
  'draft',
]);

type Value = PropertyRow['values'][number];

/** Frontmatter as rows for people: labels in words, links resolved, dates marked, lists as lists. */
export function propertyRows(ctx: ViewContext, note: Note): readonly PropertyRow[] {
  return Object.entries(note.properties ?? {}).flatMap(([key, value]) => {
    if (SHOWN_ELSEWHERE.has(key.toLowerCase())) return [];
    const list = Array.isArray(value) && unquotedLink(value) === null;
    const values = (list ? (value as readonly PropertyValue[]) : [value]).flatMap((entry) => valueFrom(ctx, note, entry));
    return values.length === 0 ? [] : [{ key, label: labelFromKey(key), values, list }];
  });
}

/** `last_contact` → `Last contact`. */
export function labelFromKey(key: string): string {
  const words = key.replace(/[_-]+/gu, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function valueFrom(ctx: ViewContext, note: Note, value: PropertyValue): readonly Value[] {
  const link = unquotedLink(value) ?? (typeof value === 'string' && /^\s*\[\[[^\n]*\]\]\s*$/u.test(value) ? value.trim() : null);
  if (link !== null) {
    const inner = link.slice(2, -2);
    const bar = inner.indexOf('|');
    const target = (bar > 0 ? inner.slice(0, bar) : inner).trim();
    const hash = target.indexOf('#');
    const to = ctx.graph.resolve(note.path, hash === -1 ? target : target.slice(0, hash), hash === -1 ? '' : target.slice(hash), 'wiki');
    return [{ text: bar > 0 ? inner.slice(bar + 1).trim() : nameFromText(link) || target, href: to.href, external: null, date: null }];
  }
  if (value === null || value === '') return [];
  if (typeof value === 'object') return [{ text: JSON.stringify(value), href: null, external: null, date: null }];
  const text = String(value);
  const date = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? isoDateFrom(text) : null;
  const external = /^https?:\/\/[^\s]+$/u.test(text) ? text : null;
  return [{ text, href: null, external, date }];
}
