import type { Block } from '../markdown/tree.ts';
import { blockIdAttribute, type Drawing } from './drawing.ts';
import { escapeHtml } from './escape.ts';

/** Fences that Obsidian or its plugins would run. */
const QUERIES: Readonly<Record<string, string>> = {
  query: 'Search of the vault',
  dataview: 'Dataview query',
  dataviewjs: 'Dataview script',
  tasks: 'Tasks query',
  base: 'Base',
};

/** Code as text. Queries, which are not run, say so and keep their source within reach; a diagram's source is readable without a script. */
export function drawCode(drawing: Drawing, block: Extract<Block, { kind: 'code' }>): string {
  const id = blockIdAttribute(drawing, block.blockId);
  const lang = block.lang.toLowerCase();
  const source = escapeHtml(block.value);
  if (lang === 'mermaid') return `<pre class="mermaid" tabindex="0"${id}>${source}</pre>\n`;
  const query = Object.hasOwn(QUERIES, lang) ? QUERIES[lang] : undefined;
  if (query !== undefined) {
    return `<div class="hollow"${id}><p>${query}, not run here.</p><details><summary>Source</summary><pre tabindex="0"><code>${source}</code></pre></details></div>\n`;
  }
  const named = /^[\w+#.-]{1,40}$/u.test(lang) ? ` class="language-${escapeHtml(lang)}"` : '';
  return `<pre tabindex="0"${id}><code${named}>${source}</code></pre>\n`;
}
