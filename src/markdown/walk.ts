import type { Block, Inline, ListItem, Tree } from './tree.ts';

/** Where an inline or block stands: the blocks around it, outermost first, and the innermost list item. */
export interface Around {
  readonly parents: readonly Block[];
  readonly item: ListItem | null;
}

const NOWHERE: Around = { parents: [], item: null };

/** Visits every block in order, containers before what they hold, then the footnotes' blocks. */
export function walkBlocks(tree: Tree, visit: (block: Block, around: Around) => void): void {
  visitBlocks(tree.blocks, NOWHERE, visit);
  for (const note of tree.footnotes) visitBlocks(note.blocks, NOWHERE, visit);
}

function visitBlocks(blocks: readonly Block[], around: Around, visit: (block: Block, around: Around) => void): void {
  for (const block of blocks) {
    visit(block, around);
    if (block.kind === 'quote' || block.kind === 'callout')
      visitBlocks(block.blocks, { parents: [...around.parents, block], item: around.item }, visit);
    else if (block.kind === 'list') {
      const parents = [...around.parents, block];
      for (const item of block.items) visitBlocks(item.blocks, { parents, item }, visit);
    }
  }
}

/** Visits every inline of a tree in order, parents first, wherever it stands: headings, cells, callout titles, footnotes too. */
export function walkInlines(tree: Tree, visit: (inline: Inline, block: Block, around: Around) => void): void {
  walkBlocks(tree, (block, around) => {
    const ownRuns = inlinesOfBlock(block);
    if (ownRuns.length === 0) return;
    const visitOne = (inline: Inline): void => visit(inline, block, around);
    for (const inlines of ownRuns) visitInlines(inlines, visitOne);
  });
}

/** Visits inlines in order, parents first. */
export function visitInlines(inlines: readonly Inline[], visit: (inline: Inline) => void): void {
  for (const inline of inlines) {
    visit(inline);
    if ('children' in inline) visitInlines(inline.children, visit);
  }
}

/** The runs of inlines a block holds itself: one for text, one a cell for tables, none for containers. */
export function inlinesOfBlock(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.children];
    case 'callout':
      return [block.title];
    case 'table':
      return [block.head, ...block.rows].flatMap((row) => row.map((cell) => cell.children));
    case 'list':
    case 'quote':
    case 'code':
    case 'math':
    case 'rule':
    case 'html':
      return NO_RUNS;
  }
}

const NO_RUNS: readonly (readonly Inline[])[] = [];

/**
 * Text without form. Links give what they show; footnote marks, HTML tags and embeds give nothing. Line breaks and the ends of blocks and items
 * are `\n`, table cells are parted by a tab. Code and math blocks give their source.
 */
export function plainText(nodes: readonly Inline[] | readonly Block[]): string {
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined && !isBlock(only)) return textOfInline(only);
  let out = '';
  for (const node of nodes) {
    if (isBlock(node)) out += `${out === '' || out.endsWith('\n') ? '' : '\n'}${textOfBlock(node)}`;
    else out += textOfInline(node);
  }
  return out;
}

function isBlock(node: Inline | Block): node is Block {
  return 'endLine' in node;
}

function textOfInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
    case 'math':
      return inline.value;
    case 'break':
      return '\n';
    case 'tag':
      return `#${inline.tag}`;
    case 'strong':
    case 'emphasis':
    case 'strike':
    case 'highlight':
    case 'external':
      return plainText(inline.children);
    case 'link':
      return inline.children.length === 0 ? inline.ref.display : plainText(inline.children);
    case 'embed':
    case 'remote':
    case 'footnote':
    case 'inline-footnote':
      return '';
    case 'html':
      return textOfTag(inline.value);
  }
}

/** What an HTML tag within a text says: a line break parts words, all others say nothing. */
export function textOfTag(tag: string): string {
  return /^<br\b/iu.test(tag) ? ' ' : '';
}

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainText(block.children);
    case 'list':
      return block.items.map((item) => plainText(item.blocks)).join('\n');
    case 'quote':
      return plainText(block.blocks);
    case 'callout':
      return [block.titleText, plainText(block.blocks)].filter((text) => text !== '').join('\n');
    case 'code':
    case 'math':
      return block.value.trimEnd();
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map((cell) => plainText(cell.children)).join('\t')).join('\n');
    case 'rule':
    case 'html':
      return '';
  }
}
