import type { Block, Tree } from '../markdown/tree.ts';
import { inlinesOfBlock, visitInlines, walkBlocks } from '../markdown/walk.ts';
import { propertyKey } from '../notes/properties.ts';
import { digestOf } from '../vault/digest.ts';
import type { NoteFile, PropertyValue } from '../vault/vault.ts';

/** Tags that are words of the grammar: what they mark is withheld, or is another thing without them. */
const GRAMMAR = /^(?:private|proposed)(?:\/|$)/iu;

/** A tag in a line of text, by the letters of `markdown/rule-tag.ts`. */
const TAG = /(?<![\p{L}\p{N}\p{M}_/#&-])#([^\s\u2000-\u206f\u2e00-\u2e7f'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\]+)/gu;

/** Tells tags that a brief leaves out, and those below them. `filter`: the tag by which a vault says what is a task. */
export function leftTags(tags: readonly string[], filter: string | null): (tag: string) => boolean {
  const keys = tags.map(keyOf).filter((tag) => tag !== '');
  const kept = filter === null ? '' : keyOf(filter);
  return (tag) => {
    const key = keyOf(tag);
    if (GRAMMAR.test(key) || key === kept) return false;
    return keys.some((one) => key === one || key.startsWith(`${one}/`));
  };
}

function keyOf(tag: string): string {
  return tag.trim().replace(/^#/u, '').replace(/\/+$/u, '').normalize('NFC').toLowerCase();
}

/**
 * A note's file without some of its tags, in frontmatter and text: whatever is read of it later has never heard of them. Lines keep their numbers. A
 * `#word` in code is no tag and stays, but where a tag stands in the same paragraph.
 */
export function withoutTags(file: NoteFile, tree: Tree, isLeft: (tag: string) => boolean): NoteFile {
  const key = propertyKey(file.properties, 'tags');
  const properties =
    key === undefined || file.properties === null ? file.properties : { ...file.properties, [key]: without(file.properties[key], isLeft) };
  const body = bodyWithout(file, tree, isLeft);
  const head = headWithout(file, key, isLeft);
  if (body === file.body && JSON.stringify(properties) === JSON.stringify(file.properties)) return file;
  const text = head + body;
  return { ...file, text, body, properties, digest: digestOf(text) };
}

function without(value: PropertyValue | undefined, isLeft: (tag: string) => boolean): PropertyValue {
  const isOut = (entry: PropertyValue): boolean => typeof entry === 'string' && isLeft(entry);
  if (Array.isArray(value)) return value.filter((entry) => !isOut(entry));
  return value === undefined || isOut(value) ? null : value;
}

function bodyWithout(file: NoteFile, tree: Tree, isLeft: (tag: string) => boolean): string {
  const lines = file.body.split('\n');
  walkBlocks(tree, (block) => {
    if (!hasTag(block, isLeft)) return;
    for (let line = block.line; line <= block.endLine; line += 1) {
      const at = line - file.bodyLine;
      const text = lines[at];
      if (text !== undefined) lines[at] = text.replace(TAG, (whole, tag: string) => (isLeft(tag) ? '' : whole));
    }
  });
  return lines.join('\n');
}

function hasTag(block: Block, isLeft: (tag: string) => boolean): boolean {
  let found = false;
  for (const run of inlinesOfBlock(block))
    visitInlines(run, (inline) => {
      found ||= inline.kind === 'tag' && isLeft(inline.tag);
    });
  return found;
}

/** The frontmatter as written, without the tags in the lines of `tags`. */
function headWithout(file: NoteFile, key: string | undefined, isLeft: (tag: string) => boolean): string {
  const head = file.text.slice(0, file.text.length - file.body.length);
  const start = key === undefined ? undefined : file.propertyLines[key];
  if (start === undefined) return head;
  const lines = head.split('\n');
  const end = Object.values(file.propertyLines)
    .filter((line) => line > start)
    .reduce((least, line) => Math.min(least, line), lines.length);
  for (let line = start; line < end; line += 1)
    lines[line - 1] = (lines[line - 1] ?? '').replace(/[\p{L}\p{N}\p{M}\p{So}_/-]+/gu, (word) => (isLeft(word) ? '' : word));
  return lines.join('\n');
}
