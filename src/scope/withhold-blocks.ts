import type { Block, FootnoteDefinition, Inline, ListItem, Tree } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import { foldHeading } from '../notes/sections.ts';
import { taskState } from '../notes/task-states.ts';
import type { Profile } from './profile.ts';

/** A part of a note that a brief does not show. */
export interface WithheldPart {
  readonly line: number;
  readonly endLine: number;
  readonly why: 'private' | 'section' | 'action' | 'source';
}

const PRIVATE_MARK = /\[!private(?![\p{L}\p{N}])/iu;
/** How a line begins that says where a note came from. */
export const SOURCE_LINE = /^\s*sources?(?:[ _]ref)?\s*[:：]/iu;

/**
 * The tree without what the profile withholds: sections under a heading with `#private` or a name it lists, callouts `[!private]`, list items and
 * paragraphs tagged `#private`, actions in other states than it shows, Source lines. Works on the tree and never on its source, so that taking a
 * part out can not bring hidden text to light.
 */
export function withholdBlocks(tree: Tree, profile: Profile): { readonly tree: Tree; readonly parts: readonly WithheldPart[] } {
  const parts: WithheldPart[] = [];
  const sections = new Set(profile.sections.map(foldHeading));

  const drop = (part: { readonly line: number; readonly endLine: number }, why: WithheldPart['why']): void => {
    parts.push({ line: part.line, endLine: part.endLine, why });
  };

  const blocksWithout = (blocks: readonly Block[]): readonly Block[] => {
    const kept: Block[] = [];
    /** Level of the heading whose section is being left out. */
    let hidden: { readonly level: number; readonly why: WithheldPart['why'] } | null = null;
    for (const block of blocks) {
      if (hidden !== null && block.kind === 'heading' && block.level <= hidden.level) hidden = null;
      if (hidden === null && block.kind === 'heading') {
        const why = isPrivate(block.children) ? 'private' : sections.has(foldHeading(plainText(block.children))) ? 'section' : null;
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
        if (/^private(?:[/|-]|$)/iu.test(block.type)) {
          drop(block, 'private');
          return [];
        }
        return [{ ...block, blocks: blocksWithout(block.blocks) }];
      case 'quote':
        // `[!private]` further down a quote makes no callout, and still somebody meant it.
        if (PRIVATE_MARK.test(plainText(block.blocks))) {
          drop(block, 'private');
          return [];
        }
        return [{ ...block, blocks: blocksWithout(block.blocks) }];
      case 'list': {
        const items = block.items.flatMap(itemWithout);
        return items.length === 0 ? [] : [{ ...block, items }];
      }
      case 'paragraph': {
        if (isPrivate(block.children) || PRIVATE_MARK.test(plainText(block.children))) {
          drop(block, 'private');
          return [];
        }
        const children = profile.sources ? block.children : withoutSourceLines(block.children);
        if (children === block.children) return [block];
        drop({ line: block.line, endLine: block.line }, 'source');
        return children.length === 0 ? [] : [{ ...block, children }];
      }
      default:
        return [block];
    }
  };

  const itemWithout = (item: ListItem): readonly ListItem[] => {
    const first = item.blocks[0];
    const children = first?.kind === 'paragraph' || first?.kind === 'heading' ? first.children : [];
    if (isPrivate(children)) {
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

  const footnotes = tree.footnotes.flatMap((note: FootnoteDefinition) => {
    const blocks = blocksWithout(note.blocks);
    return blocks.length === 0 ? [] : [{ ...note, blocks }];
  });
  return { tree: { ...tree, blocks: blocksWithout(tree.blocks), footnotes }, parts };
}

function showsTask(status: string, children: readonly Inline[], profile: Profile): boolean {
  if (profile.actions === 'all') return true;
  if (profile.actions === 'none') return false;
  const state = taskState(status, tagsIn(children));
  return state !== 'done' && state !== 'cancelled';
}

/** True when a line of text carries the tag `#private`, or one below it. */
function isPrivate(children: readonly Inline[]): boolean {
  return tagsIn(children).some((tag) => /^private(?:\/|$)/iu.test(tag));
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
