import { sourceWithoutComments } from '../markdown/comments.ts';
import type { Block, ListItem, Tree } from '../markdown/tree.ts';
import type { NoteFile } from '../vault/vault.ts';
import { type InlineField, parseBracketedFields, parseInlineFields } from './inline-fields.ts';

const LIST_MARK = /^[\s>]*(?:[-*+]|\d+[.)])\s+(?:\[.\](?=\s|$)\s*)?/u;
const BLOCK_ID = /\s+\^[A-Za-z0-9-]+\s*$/u;

/**
 * Dataview's inline fields of a note, in order of line, repeated ones too, values as source so that links in them stay links. Lines of paragraphs,
 * headings, quotes and callouts are read one by one, a list item as one line; in tasks and tables only fields in brackets count. Code, math, raw HTML
 * and comments hold none.
 */
export function inlineFieldsFrom(file: NoteFile, tree: Tree): readonly InlineField[] {
  if (file.oversized || !file.body.includes('::')) return [];
  const lines = file.body.split('\n');
  /** Source of some lines of the file, comments taken out. */
  const sourceOf = (from: number, to: number, blockId: string | null): string => {
    const source = sourceWithoutComments(lines.slice(from - file.bodyLine, to - file.bodyLine + 1).join('\n'));
    return blockId === null ? source : source.replace(BLOCK_ID, '');
  };
  const fields: InlineField[] = [];
  const visit = (block: Block): void => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        fields.push(...parseInlineFields(sourceOf(block.line, block.endLine, block.blockId)));
        break;
      case 'callout':
        fields.push(...parseBracketedFields(sourceOf(block.line, block.line, null)));
        block.blocks.forEach(visit);
        break;
      case 'quote':
        block.blocks.forEach(visit);
        break;
      case 'list':
        block.items.forEach(visitItem);
        break;
      case 'table':
        for (const line of sourceOf(block.line, block.endLine, block.blockId).split('\n')) fields.push(...parseBracketedFields(line));
        break;
      case 'code':
      case 'math':
      case 'rule':
      case 'html':
        break;
    }
  };
  const visitItem = (item: ListItem): void => {
    const [head, ...rest] = item.blocks;
    if (head?.kind !== 'paragraph') {
      item.blocks.forEach(visit);
      return;
    }
    const source = sourceOf(item.line, head.endLine, item.blockId)
      .replace(LIST_MARK, '')
      .replace(/\s*\n[\s>]*/gu, ' ');
    fields.push(...(item.task === null ? parseInlineFields(source) : parseBracketedFields(source)));
    rest.forEach(visit);
  };
  tree.blocks.forEach(visit);
  for (const note of tree.footnotes) note.blocks.forEach(visit);
  return fields;
}
