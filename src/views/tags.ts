import type { Tag } from '../graph/graph.ts';
import { tagKey, tagLine } from '../graph/tags.ts';
import type { Note } from '../notes/note.ts';
import { hrefOf, noteAt, type ViewContext } from './context.ts';
import type { TagsView, TagView } from './list-view.ts';
import { paged } from './paging.ts';
import type { TagNode } from './row.ts';
import { bareNoteRow } from './rows.ts';

/** Tags as a forest: nested tags below their parents, sorted by name. */
export function tagForest(tags: readonly Tag[]): readonly TagNode[] {
  const children = new Map<string, Tag[]>();
  for (const tag of tags) {
    const parent = tagKey(tagLine(tag.tag).at(-2) ?? '');
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [tag]);
    else list.push(tag);
  }
  const node = (tag: Tag): TagNode => ({
    name: tag.tag.split('/').at(-1) ?? tag.tag,
    tag: tag.tag,
    href: hrefOf(tag.url),
    count: tag.count,
    total: tag.total,
    children: (children.get(tagKey(tag.tag)) ?? []).map(node),
  });
  return (children.get('') ?? []).map(node);
}

/** Index of all tags. */
export function tagsView(ctx: ViewContext): TagsView {
  return { kind: 'tags', roots: tagForest(ctx.graph.tags), total: ctx.graph.tags.length };
}

/** Tags by the key of each of their ancestors, and of themselves. */
export function tagFamilies(tags: readonly Tag[]): ReadonlyMap<string, readonly Tag[]> {
  const families = new Map<string, Tag[]>();
  for (const tag of tags) {
    for (const key of tagLine(tagKey(tag.tag))) {
      const family = families.get(key);
      if (family === undefined) families.set(key, [tag]);
      else family.push(tag);
    }
  }
  return families;
}

/** One page of a tag: notes of it and of the tags below it, newest first. */
export function tagView(ctx: ViewContext, tag: Tag, current: number): TagView {
  const family = ctx.tagFamilies.get(tagKey(tag.tag)) ?? [tag];
  const notes = notesOfFamily(ctx, tag, family);
  const { rows, paging } = paged(notes, tag.url, current);
  const above = tagLine(tag.tag).slice(0, -1);
  const parents = above.map((name) => ({ text: name.split('/').at(-1) ?? name, href: hrefOf(ctx.graph.pageUrls.tag(tagKey(name))) }));
  return {
    kind: 'tag',
    node: nodeOf(tag, family),
    parents,
    notes: rows.map((note) => bareNoteRow(ctx, note)),
    paging,
  };
}

const sortedNotes = new WeakMap<Tag, readonly Note[]>();

/** Notes of a tag and of those below it, newest first; sorted once for all pages of the tag. */
function notesOfFamily(ctx: ViewContext, tag: Tag, family: readonly Tag[]): readonly Note[] {
  let notes = sortedNotes.get(tag);
  if (notes === undefined) {
    notes = [...new Set(family.flatMap((other) => other.notes))].map((path) => noteAt(ctx, path)).sort(byDateThenTitle);
    sortedNotes.set(tag, notes);
  }
  return notes;
}

function byDateThenTitle(a: Note, b: Note): number {
  const left = a.date ?? '';
  const right = b.date ?? '';
  return left === right ? (a.title < b.title ? -1 : a.title > b.title ? 1 : 0) : left < right ? 1 : -1;
}

function nodeOf(tag: Tag, family: readonly Tag[]): TagNode {
  const depth = tagLine(tag.tag).length + 1;
  const leaf = (other: Tag, children: readonly TagNode[]): TagNode => ({
    name: other.tag.split('/').at(-1) ?? other.tag,
    tag: other.tag,
    href: hrefOf(other.url),
    count: other.count,
    total: other.total,
    children,
  });
  return leaf(
    tag,
    family.filter((other) => tagLine(other.tag).length === depth).map((other) => leaf(other, [])),
  );
}
