import { parseMarkdown } from '../../src/markdown/parse.ts';
import type { Block, Inline, LinkRef, ListItem, Tree } from '../../src/markdown/tree.ts';
import { walkBlocks, walkInlines } from '../../src/markdown/walk.ts';

/** The member of a union that may have the kind `K`, also where one member serves several kinds. */
type Having<N, K> = N extends { readonly kind: infer M } ? (K extends M ? N : never) : never;
export type InlineOf<K extends Inline['kind']> = Having<Inline, K>;
export type BlockOf<K extends Block['kind']> = Having<Block, K>;

export function parse(text: string): Tree {
  return parseMarkdown(text, { bodyLine: 1 });
}

/** All inlines of a kind, in order. */
export function inlinesOf<K extends Inline['kind']>(tree: Tree, kind: K): readonly InlineOf<K>[] {
  const found: InlineOf<K>[] = [];
  walkInlines(tree, (inline) => {
    if (inline.kind === kind) found.push(inline as unknown as InlineOf<K>);
  });
  return found;
}

/** All blocks of a kind, in order. */
export function blocksOf<K extends Block['kind']>(tree: Tree, kind: K): readonly BlockOf<K>[] {
  const found: BlockOf<K>[] = [];
  walkBlocks(tree, (block) => {
    if (block.kind === kind) found.push(block as unknown as BlockOf<K>);
  });
  return found;
}

export function itemsOf(tree: Tree): readonly ListItem[] {
  return blocksOf(tree, 'list').flatMap((list) => list.items);
}

/** Links and embeds, in order. */
export function refsOf(tree: Tree): readonly LinkRef[] {
  const refs: LinkRef[] = [];
  walkInlines(tree, (inline) => {
    if (inline.kind === 'link' || inline.kind === 'embed') refs.push(inline.ref);
  });
  return refs;
}

export function tagsOf(tree: Tree): readonly string[] {
  return inlinesOf(tree, 'tag').map((inline) => inline.tag);
}
