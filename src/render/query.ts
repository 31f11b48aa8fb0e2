import type { Block } from '../markdown/tree.ts';
import { blockIdAttribute, type Drawing } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { icon } from './icon.ts';

/** Fences that Obsidian or its plugins would run: what they are, what would stand in their place, and the glyph. */
const QUERIES: Readonly<Record<string, { readonly name: string; readonly shows: string; readonly glyph: string }>> = {
  query: { name: 'Search', shows: 'the places in the vault that match', glyph: 'search' },
  dataview: { name: 'Dataview query', shows: 'what it finds in the notes', glyph: 'table' },
  dataviewjs: { name: 'Dataview script', shows: 'what its program makes of the notes', glyph: 'table' },
  tasks: { name: 'Tasks query', shows: 'the tasks of the vault that match', glyph: 'todo' },
  base: { name: 'Base', shows: 'a table of notes', glyph: 'table' },
};

/** True for the language of a fence that is a query. */
export function isQuery(lang: string): boolean {
  return Object.hasOwn(QUERIES, lang.toLowerCase());
}

/**
 * A query, which nothing runs here: a labelled box that says what Obsidian would show, and its source. Tasks queries are sentences and so stand open; a
 * Dataview query says its kind and where it looks in its first lines.
 */
export function drawQuery(drawing: Drawing, block: Extract<Block, { kind: 'code' }>): string {
  const lang = block.lang.toLowerCase();
  const query = QUERIES[lang];
  // To people outside it tells of folders and tools that they do not have.
  if (query === undefined || drawing.ctx.brief) return '';
  const source = `<pre tabindex="0"><code>${escapeHtml(block.value)}</code></pre>`;
  const label = `<p class="label">${icon(query.glyph)}<b>${query.name}</b> <span>In Obsidian: ${shows(lang, block.value, query.shows)}.</span></p>`;
  const lines = lang === 'tasks' ? sentences(block.value) : [];
  const body =
    lines.length > 0
      ? `<ul class="query-lines">${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`
      : `<details><summary>Source</summary>${source}</details>`;
  return `<div class="hollow query"${blockIdAttribute(drawing, block.blockId)}>${label}${body}</div>\n`;
}

/** Lines of a Tasks query, which read as sentences, without comments; none for one that is a program in part. */
function sentences(source: string): readonly string[] {
  const lines = source.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return said.some((line) => /\bby function\b|\\$/u.test(line)) || said.length > 12 ? [] : said;
}

const VIEWS: Readonly<Record<string, string>> = { table: 'a table', list: 'a list', task: 'the tasks', calendar: 'a calendar' };

function shows(lang: string, source: string, usual: string): string {
  if (lang !== 'dataview') return usual;
  const view = VIEWS[/^\s*(\w+)/u.exec(source)?.[1]?.toLowerCase() ?? ''];
  const from = /\bfrom\s+([^\n]{1,80})/iu.exec(source)?.[1]?.trim();
  if (view === undefined) return usual;
  return from === undefined ? `${view} of notes` : `${view} of notes from <code>${escapeHtml(from)}</code>`;
}
