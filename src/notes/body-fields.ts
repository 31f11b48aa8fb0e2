import type { Inline, Tree } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';

/** One `**Label**: value` line under the title. */
export interface BodyField {
  /** Lower-cased label without colon. */
  readonly label: string;
  readonly value: readonly Inline[];
  /** Plain text of the value. */
  readonly text: string;
  readonly line: number;
}

/** Blocks before the first real section are where a note's head may stand. */
const HEAD_BLOCKS = 6;

/**
 * `**Date**: …`, `**Account**: …`, `**Attendees**: …` lines between the title and the first section. Both `**Date**:` and `**Date:**` are
 * read; lines are what line breaks separate. List items count as lines too.
 */
export function bodyFieldsFrom(tree: Tree): readonly BodyField[] {
  const fields: BodyField[] = [];
  for (const block of tree.blocks.slice(0, HEAD_BLOCKS)) {
    if (block.kind === 'heading' && block.level > 1) break;
    if (block.kind === 'paragraph') fields.push(...fieldsOfParagraph(block.children, block.line));
    if (block.kind === 'list') {
      for (const item of block.items) {
        const first = item.blocks[0];
        if (first?.kind === 'paragraph') fields.push(...fieldsOfParagraph(first.children, item.line));
      }
    }
  }
  return fields;
}

const HEAD_LABELS = new Set(['date', 'account', 'attendees', 'participants']);

/** Line of the first paragraph when every line of it is one of Date, Account, Attendees or Participants; null otherwise. */
export function headLinesFrom(tree: Tree): number | null {
  const block = tree.blocks.slice(0, 2).find((candidate) => candidate.kind === 'paragraph');
  if (block?.kind !== 'paragraph' || block.blockId !== null) return null;
  const lines = block.children.filter((child) => child.kind === 'break').length + 1;
  const fields = fieldsOfParagraph(block.children, block.line);
  return fields.length === lines && fields.every(isHeadField) ? block.line : null;
}

/** Whether a field only says when a meeting was, with whom, and who was there. */
export function isHeadField(field: BodyField | null): boolean {
  return field !== null && HEAD_LABELS.has(field.label);
}

function fieldsOfParagraph(children: readonly Inline[], line: number): readonly BodyField[] {
  const lines: Inline[][] = [[]];
  for (const child of children) {
    if (child.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.flatMap((parts, offset) => {
    const field = bodyFieldOf(parts, line + offset);
    return field === null ? [] : [field];
  });
}

/** One line as a field; null for other text. */
export function bodyFieldOf(parts: readonly Inline[], line: number): BodyField | null {
  const rest = [...parts];
  const label = rest.shift();
  if (label?.kind !== 'strong') return null;
  const name = plainText(label.children).trim();
  const next = rest[0];
  const colonInside = name.endsWith(':');
  if (!colonInside && !(next?.kind === 'text' && /^\s*:/u.test(next.value))) return null;
  if (next?.kind === 'text') rest[0] = { kind: 'text', value: colonInside ? next.value : next.value.replace(/^\s*:/u, '') };
  return { label: name.replace(/:$/u, '').trim().toLowerCase(), value: rest, text: plainText(rest).trim(), line };
}
