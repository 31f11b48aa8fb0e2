import type { PageUrl } from '../graph/graph.ts';
import type { MdxDocument, MdxMark } from '../markdown/mdx-document.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Block, Tree } from '../markdown/tree.ts';
import type { Note } from '../notes/note.ts';
import { drawNote } from '../render/draw.ts';
import type { Html } from '../render/html.ts';
import { mdxRegionsFrom } from '../render/mdx-regions.ts';
import { drawContext, type ViewContext } from './context.ts';
import { languageOfNote } from './language.ts';
import type { MdxContent } from './mdx-view.ts';
import { queriesFor } from './queries.ts';
import type { Page, View } from './view.ts';

/** The text of an MDX page on a page of the site, as far as it is known without running it. */
export function mdxContent(ctx: ViewContext, note: Note, document: MdxDocument, page: PageUrl): MdxContent {
  const draw = { ...drawContext(ctx, note.path, page), direction: languageOfNote(ctx, note).dir ?? ('ltr' as const) };
  const tree = markedTree(document, note);
  const kept: Tree = { ...tree, blocks: tree.blocks.filter((block) => block.line !== note.titleLine || block.kind !== 'heading') };
  return { path: note.path, ...mdxRegionsFrom(drawNote(draw, note, kept), document.blocks), query: queriesFor(ctx, note.path, page) };
}

/** A page with the text that its MDX program has drawn. */
export function withMdxText(page: Page, html: Html): Page {
  const { view } = page;
  return { ...page, view: viewWithText(view, html) };
}

function viewWithText(view: View, html: Html): View {
  switch (view.kind) {
    case 'home':
      return view.intro === null ? view : { ...view, intro: { ...view.intro, html } };
    case 'note':
    case 'meeting':
      return { ...view, body: { ...view.body, html } };
    case 'account':
    case 'person':
      return view.body === null ? view : { ...view, body: { ...view.body, html } };
    default:
      return view;
  }
}

/** The tree of a page's prose with a token in the place of every tag and expression. */
function markedTree({ marked, marks }: MdxDocument, { file }: Note): Tree {
  const tree = parseMarkdown(marked, { bodyLine: file.bodyLine });
  const blocks: Block[] = [];
  let next = 0;
  for (const block of tree.blocks) {
    for (let mark = marks[next]; mark !== undefined && mark.line < block.line; mark = marks[next]) {
      blocks.push(blockOfMark(mark));
      next += 1;
    }
    blocks.push(block);
  }
  return { ...tree, blocks: [...blocks, ...marks.slice(next).map(blockOfMark)] };
}

function blockOfMark({ line, token }: MdxMark): Block {
  return { kind: 'paragraph', line, endLine: line, blockId: null, children: [{ kind: 'text', value: token }] };
}
