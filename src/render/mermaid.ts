import { parseWikiTarget } from '../markdown/link-ref.ts';
import type { Block } from '../markdown/tree.ts';
import { blockIdAttribute, type Drawing } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { anchorTo } from './link.ts';
import { linkedNodes } from './mermaid-links.ts';

/**
 * A diagram: its source, readable without a script, and below it a list of the notes that its nodes link to. The script that draws it
 * looks up the links there by the name of the node; nothing is resolved in the browser. These links are none of the note's own
 * (Obsidian's rule).
 */
export function drawMermaid(drawing: Drawing, block: Extract<Block, { kind: 'code' }>): string {
  const source = escapeHtml(block.value);
  const entries = linkedNodes(block.value).map(({ node, text }) => `<li data-node="${escapeHtml(node)}">${linkTo(drawing, text)}</li>`);
  const list = entries.length === 0 ? '' : `<ul aria-label="Links in the diagram">${entries.join('')}</ul>`;
  return `<figure class="diagram"${blockIdAttribute(drawing, block.blockId)}><pre class="mermaid" tabindex="0">${source}</pre>${list}</figure>\n`;
}

function linkTo(drawing: Drawing, text: string): string {
  const { graph, from } = drawing.ctx;
  const { path, subpath } = parseWikiTarget(text);
  const to = graph.resolve(from, path, subpath, 'wiki');
  // A file that no link or embed takes along does not ship: diagrams take none.
  const shown = to.target === null || graph.notes.has(to.target) || graph.documents.has(to.target) || graph.assets.has(to.target);
  return shown ? anchorTo(drawing, to, escapeHtml(text), null) : `<span class="unlinked">${escapeHtml(text)}</span>`;
}
