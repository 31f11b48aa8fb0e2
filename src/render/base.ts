import { viewAt } from '../graph/documents.ts';
import type { Inline } from '../markdown/tree.ts';
import type { Base, BaseView } from '../notes/base.ts';
import { parseBase } from '../notes/read-base.ts';
import type { SiteFile } from './attachment.ts';
import { type Drawing, hrefFrom } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { icon } from './icon.ts';

type Embed = Extract<Inline, { kind: 'embed' }>;

/** A base in the text of a note: its name and that of the view asked for, with links to its page, and its source on demand. */
export function drawBaseEmbed(drawing: Drawing, embed: Embed, to: SiteFile, base: Base): string {
  const wanted = embed.ref.subpath.replace(/^#/u, '').trim();
  const view = wanted === '' ? null : viewAt(base, wanted);
  const name = `<a href="${hrefFrom(drawing, to.href.split('#', 1)[0] ?? to.href)}">${escapeHtml(embed.alt || base.title)}</a>`;
  const part = view === null ? '' : `, view <a href="${hrefFrom(drawing, to.href)}">${escapeHtml(view.name)}</a>`;
  const lost = wanted !== '' && view === null ? ` It has no view called <b>${escapeHtml(wanted)}</b>.` : '';
  return baseBox(`<b>Base</b> <span>${name}${part}. ${inObsidian(view)}${lost}</span>`, base.file.text, '');
}

/** A base written in a code block: its views by name, and its source on demand. `id`: an attribute for the box, or nothing. */
export function drawBaseCode(source: string, id: string): string {
  const { content, problem } = parseBase(source);
  if (problem !== null) return baseBox(`<b>Base</b> <span>It can not be read: ${escapeHtml(problem)}.</span>`, source, id);
  const [only, ...others] = content.views;
  const names = content.views.map(({ name }) => escapeHtml(name)).join(', ');
  const views = only === undefined ? '' : `${others.length === 0 ? 'View' : 'Views'}: ${names}. `;
  return baseBox(`<b>Base</b> <span>${views}${inObsidian(others.length === 0 ? (only ?? null) : null)}</span>`, source, id);
}

function inObsidian(view: BaseView | null): string {
  return `In Obsidian: ${view === null ? 'lists' : BASE_TYPES.has(view.type) ? `a ${view.type === 'cards' ? 'wall of cards' : view.type}` : 'a list'} of notes.`;
}

/** Types of view that have their own name. */
const BASE_TYPES: ReadonlySet<string> = new Set(['table', 'cards', 'list', 'map']);

function baseBox(label: string, source: string, id: string): string {
  const code = `<pre tabindex="0"><code>${escapeHtml(source)}</code></pre>`;
  return `<div class="hollow query"${id}><p class="label">${icon('table')}${label}</p><details><summary>Source</summary>${code}</details></div>\n`;
}
