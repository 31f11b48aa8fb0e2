import type { Block, FootnoteDefinition, Inline, ListItem, TableCell, Tree } from '../markdown/tree.ts';
import { inlinesOfBlock, plainText, visitInlines, walkBlocks } from '../markdown/walk.ts';
import { foldHeading } from '../notes/sections.ts';
import { taskState } from '../notes/task-states.ts';
import { holdsPrivateCallout, isPrivateCallout, isPrivateLine, isPrivateSign } from './private-marks.ts';
import type { Profile } from './profile.ts';
import { type WithoutCodeComments, withoutCodeComments } from './withhold-code.ts';
import { withoutHiddenHtml } from './withhold-html.ts';

/** A part of a note that a brief does not show. */
export interface WithheldPart {
  readonly line: number;
  readonly endLine: number;
  readonly why: 'private' | 'section' | 'action' | 'source';
}

/** What is left of a tree. */
export interface Withheld extends WithoutCodeComments {
  readonly parts: readonly WithheldPart[];
}

/** How a line begins that says where a note came from. */
export const SOURCE_LINE = /^\s*sources?(?:[ _]ref)?\s*[:：]/iu;

/**
 * The tree without what the profile withholds: sections under a heading with `#private` or a name it lists, callouts `[!private]`, list items and
 * paragraphs tagged `#private`, table rows that say so, footnotes that only such parts refer to, actions in other states than it shows, Source lines,
 * comments in formulas and diagrams, and what raw HTML hides. Works on the tree and never on its source, so that taking a
 * part out can not bring hidden text to light.
 */
export function withholdBlocks(whole: Tree, profile: Profile): Withheld {
  const tree = withoutHiddenHtml(whole);
  const parts: WithheldPart[] = [];
  const sections = new Set(profile.sections.map(foldHeading));

  const drop = (part: { readonly line: number; readonly endLine: number }, why: WithheldPart['why']): void => {
    parts.push({ line: part.line, endLine: part.endLine, why });
  };

  const blocksWithout = (blocks: readonly Block[]): readonly Block[] => {
    const kept: Block[] = [];
    const signed = headingsWithSign(blocks);
    /** Level of the heading whose section is being left out. */
    let hidden: { readonly level: number; readonly why: WithheldPart['why'] } | null = null;
    for (const block of blocks) {
      if (hidden !== null && block.kind === 'heading' && block.level <= hidden.level) hidden = null;
      if (hidden === null && block.kind === 'heading') {
        const why =
          isPrivateLine(block.children) || signed.has(block)
            ? 'private'
            : sections.has(foldHeading(plainText(block.children)))
              ? 'section'
              : null;
        if (why !== null) hidden = { level: block.level, why };
      }
      if (hidden !== null) drop(block, hidden.why);
      else kept.push(...blockWithout(block));
    }
    return kept;
  };

  const blockWithout = (block: Block): readonly Block[] => {
    switch (block.kind) {
      case 'callout':
        if (isPrivateCallout(block)) {
          drop(block, 'private');
          return [];
        }
        return [{ ...block, blocks: blocksWithout(block.blocks) }];
      case 'quote':
        if (holdsPrivateCallout(block.blocks)) {
          drop(block, 'private');
          return [];
        }
        return [{ ...block, blocks: blocksWithout(block.blocks) }];
      case 'list': {
        const items = block.items.flatMap(itemWithout);
        return items.length === 0 ? [] : [{ ...block, items }];
      }
      case 'paragraph': {
        if (isPrivateLine(block.children)) {
          drop(block, 'private');
          return [];
        }
        const children = profile.sources ? block.children : withoutSourceLines(block.children);
        if (children === block.children) return [block];
        drop({ line: block.line, endLine: block.line }, 'source');
        return children.length === 0 ? [] : [{ ...block, children }];
      }
      case 'table':
        return tableWithout(block);
      default:
        return [block];
    }
  };

  /** A row goes whole, since its cells tell of each other; a private head takes all. */
  const tableWithout = (table: Extract<Block, { kind: 'table' }>): readonly Block[] => {
    const isPrivate = (row: readonly TableCell[]): boolean => row.some((cell) => isPrivateLine(cell.children));
    if (isPrivate(table.head)) {
      drop(table, 'private');
      return [];
    }
    const rows = table.rows.filter((row, i) => {
      const hidden = isPrivate(row);
      // Below the head and the line under it; a row is one line.
      if (hidden) drop({ line: table.line + 2 + i, endLine: table.line + 2 + i }, 'private');
      return !hidden;
    });
    return rows.length === table.rows.length ? [table] : [{ ...table, rows }];
  };

  const itemWithout = (item: ListItem): readonly ListItem[] => {
    const first = item.blocks[0];
    const children = first?.kind === 'paragraph' || first?.kind === 'heading' ? first.children : [];
    if (isPrivateLine(children)) {
      drop(item, 'private');
      return [];
    }
    if (!profile.sources && SOURCE_LINE.test(plainText(children))) {
      drop(item, 'source');
      return [];
    }
    if (item.task !== null && !showsTask(item.task, children, profile)) {
      drop(item, 'action');
      return [];
    }
    return [{ ...item, blocks: blocksWithout(item.blocks) }];
  };

  const blocks = blocksWithout(tree.blocks);
  const inHidden = hiddenLines(tree.blocks, new Set(blocks));
  const footnotes = tree.footnotes.flatMap((note: FootnoteDefinition) => {
    if (inHidden(note.line)) drop({ line: note.line, endLine: note.blocks.at(-1)?.endLine ?? note.line }, 'private');
    const left = inHidden(note.line) ? [] : blocksWithout(note.blocks);
    return left.length === 0 ? [] : [{ ...note, blocks: left }];
  });
  const kept = { ...tree, blocks, footnotes };
  return { ...withoutCodeComments({ ...kept, footnotes: referred(kept, tree) }), parts };
}

/** Whether a line stands behind a heading that went and before one that stays: what is no block, such as a footnote, belongs to its section too. */
function hiddenLines(blocks: readonly Block[], kept: ReadonlySet<Block>): (line: number) => boolean {
  const headings = blocks.filter((block) => block.kind === 'heading');
  return (line) => {
    const above = headings.findLast((heading) => heading.line < line);
    return above !== undefined && !kept.has(above);
  };
}

/** The headings whose sections a line of nothing but tags calls private. */
function headingsWithSign(blocks: readonly Block[]): ReadonlySet<Block> {
  const signed = new Set<Block>();
  let heading: Block | null = null;
  for (const block of blocks) {
    if (block.kind === 'heading') heading = block;
    else if (heading !== null && isPrivateSign(block)) signed.add(heading);
  }
  return signed;
}

/** Footnotes without those that only withheld parts refer to, or footnotes that go. */
function referred(kept: Tree, whole: Tree): readonly FootnoteDefinition[] {
  const everywhere = labelsIn(whole);
  let footnotes = kept.footnotes;
  for (;;) {
    const labels = labelsIn({ ...kept, footnotes });
    const left = footnotes.filter(({ label }) => labels.has(label) || !everywhere.has(label));
    if (left.length === footnotes.length) return footnotes;
    footnotes = left;
  }
}

function labelsIn(tree: Tree): ReadonlySet<string> {
  const labels = new Set<string>();
  walkBlocks(tree, (block) => {
    for (const run of inlinesOfBlock(block))
      visitInlines(run, (inline) => {
        if (inline.kind === 'footnote') labels.add(inline.label.toLowerCase());
      });
  });
  return labels;
}

function showsTask(status: string, children: readonly Inline[], profile: Profile): boolean {
  if (profile.actions === 'all') return true;
  if (profile.actions === 'none') return false;
  const state = taskState(status, tagsIn(children));
  return state !== 'done' && state !== 'cancelled';
}

function tagsIn(children: readonly Inline[]): readonly string[] {
  return children.flatMap((child) => (child.kind === 'tag' ? [child.tag] : 'children' in child ? tagsIn(child.children) : []));
}

/** A paragraph without its lines that begin with `Source:`; the same array when it has none. */
function withoutSourceLines(children: readonly Inline[]): readonly Inline[] {
  const lines: Inline[][] = [[]];
  for (const child of children) {
    if (child.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  const kept = lines.filter((line) => !SOURCE_LINE.test(plainText(line)));
  if (kept.length === lines.length) return children;
  return kept.flatMap((line, i): readonly Inline[] => (i === 0 ? line : [{ kind: 'break' }, ...line]));
}
