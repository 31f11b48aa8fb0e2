import type { Block, ListItem, Tree } from '../markdown/tree.ts';
import { inlinesOfBlock, visitInlines } from '../markdown/walk.ts';
import type { Note, Section, SectionName } from '../notes/note.ts';
import { blocksUnder } from '../notes/sections.ts';

/** Sections that the account page shows in a form of its own. */
const ASSEMBLED: readonly SectionName[] = ['facts', 'topics', 'actions', 'decisions', 'related'];

/** A section of the account's note that the page shows in assembled form instead. */
export interface Replaced {
  /** Anchor of its heading. */
  readonly id: string;
  /** Lines of the blocks that the note's own text is shown without. */
  readonly lines: readonly number[];
  /** The items of its lists by line; those below a label are told with it. */
  readonly items: ReadonlyMap<number, ReplacedItem>;
}

export interface ReplacedItem {
  /** Source of the item that names its group (`Storage:`); null without one. */
  readonly label: string | null;
  /** What stands below its first paragraph. */
  readonly under: readonly Block[];
}

/**
 * Sections of the account's note that can be shown in assembled form without loss: one plain list (or, for topics, one paragraph), or nothing; for facts
 * lists whose items may have lists below them. Of several of one name the one on the highest level; the others stay in the text.
 */
export function replacedSections(note: Note, tree: Tree): ReadonlyMap<SectionName, Replaced> {
  const replaced = new Map<SectionName, Replaced & { readonly level: number }>();
  for (const section of note.sections) {
    if (!ASSEMBLED.includes(section.name)) continue;
    const at = tree.blocks.findIndex((block) => block.kind === 'heading' && block.line === section.line);
    const heading = tree.blocks[at];
    if (heading?.kind !== 'heading' || (replaced.get(section.name)?.level ?? 7) <= heading.level) continue;
    const own = blocksUnder(tree.blocks, at, heading.level);
    const items = section.name === 'facts' ? factItems(section, own) : new Map<number, ReplacedItem>();
    if (items === null || (section.name !== 'facts' && !(own.length <= 1 && own.every((block) => isPlain(block, section.name))))) continue;
    const lines = [heading.line, ...own.map((block) => block.line)];
    replaced.set(section.name, { id: section.headingId, lines, items, level: heading.level });
  }
  return replaced;
}

/** The items of a section of facts; null when there is something in it that a list of facts cannot show. */
function factItems({ items }: Section, blocks: readonly Block[]): ReadonlyMap<number, ReplacedItem> | null {
  const facts = new Set(items.map(({ line }) => line));
  const found = new Map<number, ReplacedItem>();
  const take = (item: ListItem, label: string | null): boolean => {
    const [head, ...under] = item.blocks;
    if (item.blockId !== null) return false;
    if (head === undefined) return true;
    if (head.kind !== 'paragraph' || !isSimple(head)) return false;
    if (!facts.has(item.line)) return label === null && under.every((block) => takeList(block, item.source));
    found.set(item.line, { label, under });
    return under.every(isSimple);
  };
  const takeList = (block: Block, label: string | null): boolean =>
    block.kind === 'list' && block.blockId === null && block.items.every((item) => take(item, label));
  return blocks.every((block) => takeList(block, null)) && found.size === facts.size ? found : null;
}

/** True for text, code and lists of these, without what has its place once on a page: footnotes, embeds, HTML. */
function isSimple(block: Block): boolean {
  if (block.kind === 'list') return block.items.every((item) => item.blocks.every(isSimple));
  if (block.kind === 'code') return true;
  if (block.kind !== 'paragraph' || block.blockId !== null) return false;
  let simple = true;
  for (const inlines of inlinesOfBlock(block)) {
    visitInlines(inlines, ({ kind }) => {
      if (kind === 'footnote' || kind === 'inline-footnote' || kind === 'embed' || kind === 'html') simple = false;
    });
  }
  return simple;
}

function isPlain(block: Block, name: SectionName): boolean {
  if (block.blockId !== null) return false;
  if (block.kind === 'paragraph') return name === 'topics';
  if (block.kind !== 'list') return false;
  const flat = block.items.every(
    (item) => item.blockId === null && item.blocks.length <= 1 && item.blocks.every((inner) => inner.kind === 'paragraph'),
  );
  if (name === 'related')
    return (
      flat &&
      block.items.every((item) =>
        item.blocks.every(
          (inner) =>
            inner.kind === 'paragraph' &&
            inner.children.every((child) => child.kind === 'link' || (child.kind === 'text' && child.value.trim() === '')),
        ),
      )
    );
  return flat && (name !== 'actions' || block.items.every((item) => item.task !== null));
}
