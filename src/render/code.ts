import type { Block } from '../markdown/tree.ts';
import { drawBaseCode } from './base.ts';
import { COLOUR_BUDGET, colourCost, colouredHtml } from './code-colours.ts';
import { codeInfoFrom } from './code-info.ts';
import type { CodeLanguage } from './code-languages.ts';
import { blockIdAttribute, type Drawing } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { drawMermaid } from './mermaid.ts';
import { drawQuery, isQuery } from './query.ts';

/** Code with its language and title above it, coloured where the language is known. A diagram's source is readable without a script. */
export function drawCode(drawing: Drawing, block: Extract<Block, { kind: 'code' }>): string {
  const lang = block.lang.toLowerCase();
  if (lang === 'base') return drawBaseCode(block.value, blockIdAttribute(drawing, block.blockId));
  if (isQuery(lang)) return drawQuery(drawing, block);
  if (lang === 'mermaid') return drawMermaid(drawing, block);
  const { name, language, title } = codeInfoFrom(block.info);
  const label = language?.label ?? name;
  const head = [
    title === null ? '' : `<span class="code-title">${escapeHtml(title)}</span>`,
    label === '' ? '' : `<span class="code-lang">${escapeHtml(label)}</span>`,
  ].join('');
  const named = /^[\w+#.-]{1,40}$/u.test(name) ? ` class="language-${escapeHtml(name)}"` : '';
  return (
    `<div class="code"${blockIdAttribute(drawing, block.blockId)}>${head === '' ? '' : `<div class="code-head">${head}</div>`}` +
    `<pre tabindex="0"><code${named}>${sourceHtml(drawing, block.value, language)}</code></pre></div>\n`
  );
}

function sourceHtml(drawing: Drawing, source: string, language: CodeLanguage | null): string {
  const cost = language?.grammar == null ? null : colourCost(source, language.grammar);
  if (language?.grammar == null || cost === null || drawing.budget.coloured + cost > COLOUR_BUDGET) return escapeHtml(source);
  drawing.budget.coloured += cost;
  return colouredHtml(source, language.grammar, language.inner);
}
