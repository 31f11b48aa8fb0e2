import { Parser } from 'htmlparser2';
import { DROPPED_ELEMENTS } from '../markdown/dropped-html.ts';
import type { Inline, Tree } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';

const UNSEEN = /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/iu;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/u;

interface Tag {
  readonly kind: 'open' | 'close';
  readonly name: string;
  /** Shown by no page: hidden by its author, or an element whose content is for programs. */
  readonly unseen: boolean;
  readonly from: number;
  readonly to: number;
}

/** True when raw HTML opens an element that its author hid and does not close it: what it hides can not be told. */
export function opensHidden(html: string): boolean {
  return tagsIn(html).some((tag) => tag.kind === 'open' && tag.unseen && !DROPPED_ELEMENTS.has(tag.name));
}

/** Raw HTML without the elements in it that its author hid, and those of `dropped`. Those it does not close stay. */
export function htmlWithoutHidden(html: string, dropped: ReadonlySet<string> = DROPPED_ELEMENTS): string {
  let out = '';
  let at = 0;
  const tags = tagsIn(html, dropped);
  for (let i = 0; i < tags.length; i += 1) {
    const tag = tags[i];
    if (tag?.unseen !== true) continue;
    const end = closeOf(tags, i);
    const close = tags[end];
    if (close === undefined) continue;
    out += html.slice(at, tag.from);
    at = close.to;
    i = end;
  }
  return out + html.slice(at);
}

/**
 * A tree without what stands in elements that no page shows: those that their author hid, `<template>` and the like. Lists, search and excerpts read
 * lines of text without their markup, and would tell of it.
 */
export function withoutHiddenHtml(tree: Tree): Tree {
  return mapped(tree) as Tree;
}

function mapped(data: unknown): unknown {
  if (Array.isArray(data)) {
    const kept = withoutHiddenRuns(data);
    const copy = kept.map(mapped);
    return kept.length !== data.length || copy.some((entry, i) => entry !== data[i]) ? copy : data;
  }
  if (typeof data !== 'object' || data === null) return data;
  let copy: Record<string, unknown> | null = null;
  for (const [key, value] of Object.entries(data)) {
    const next = typeof value !== 'string' ? mapped(value) : isHtml(data, key) ? htmlWithoutHidden(value) : value;
    if (next === value) continue;
    copy ??= { ...data };
    copy[key] = next;
  }
  if (copy !== null && 'titleText' in copy) copy['titleText'] = plainText(copy['title'] as readonly Inline[]);
  return copy ?? data;
}

/** Blocks of raw HTML, and sources of lines; the tags of a line are looked at together. */
function isHtml(data: object, key: string): boolean {
  return key === 'source' || key === 'titleSource' || (key === 'value' && 'line' in data && 'kind' in data && data.kind === 'html');
}

function withoutHiddenRuns(entries: readonly unknown[]): readonly unknown[] {
  const tags = entries.map((entry) => {
    const value = isInlineHtml(entry) ? entry.value : null;
    return value === null ? null : (tagsIn(value)[0] ?? null);
  });
  if (!tags.some((tag) => tag?.unseen)) return entries;
  const kept: unknown[] = [];
  for (let i = 0; i < entries.length; i += 1) {
    const end = tags[i]?.unseen === true ? closeOf(tags, i) : -1;
    if (end >= 0) i = end;
    else kept.push(entries[i]);
  }
  return kept;
}

function isInlineHtml(entry: unknown): entry is { readonly value: string } {
  return typeof entry === 'object' && entry !== null && 'kind' in entry && entry.kind === 'html' && !('line' in entry);
}

/** Index of the tag that closes the one at `open`, or -1. */
function closeOf(tags: readonly (Tag | null)[], open: number): number {
  const name = tags[open]?.name;
  let depth = 0;
  for (let i = open; i < tags.length; i += 1) {
    const tag = tags[i];
    if (tag?.name !== name) continue;
    depth += tag?.kind === 'open' ? 1 : -1;
    if (depth === 0) return i;
  }
  return -1;
}

function tagsIn(html: string, dropped: ReadonlySet<string> = DROPPED_ELEMENTS): readonly Tag[] {
  if (!html.includes('<')) return [];
  const tags: Tag[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (VOID.test(name)) return;
        const unseen = dropped.has(name) || attributes['hidden'] !== undefined || UNSEEN.test(attributes['style'] ?? '');
        tags.push({ kind: 'open', name, unseen, from: parser.startIndex, to: parser.endIndex + 1 });
      },
      onclosetag: (name, implied) => {
        if (!implied && !VOID.test(name))
          tags.push({ kind: 'close', name, unseen: false, from: parser.startIndex, to: parser.endIndex + 1 });
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  // An inline piece of HTML is one tag, and a parser tells nothing of an end without a start.
  const end = tags.length === 0 ? /^<\/([a-z][a-z0-9]*)\s*>$/iu.exec(html)?.[1] : undefined;
  return end === undefined ? tags : [{ kind: 'close', name: end.toLowerCase(), unseen: false, from: 0, to: html.length }];
}
