import type { Resolution } from '../graph/graph.ts';
import { wordsOfVia } from '../graph/link-table.ts';
import { parseInline } from '../markdown/parse.ts';
import type { Block, Inline, Tree } from '../markdown/tree.ts';
import { isExternal, isUnsafeUrl } from '../markdown/urls.ts';
import { plainText, visitInlines } from '../markdown/walk.ts';
import type { Note } from '../notes/note.ts';
import { propertyValue, textsFromValue } from '../notes/properties.ts';
import { drawInlines } from '../render/draw.ts';
import type { DrawContext } from '../render/drawing.ts';
import type { ViewContext } from './context.ts';
import type { Provenance, SourceRef } from './row.ts';

/**
 * Where a note says it came from: `source` and `source_ref` of its frontmatter, and the Source line of its text where that names another one. A `source`
 * that is an address or a link is a source like a `source_ref`. Null when the frontmatter says nothing.
 */
export function provenanceOf(ctx: ViewContext, note: Note, tree: Tree, draw: DrawContext): Provenance | null {
  const stated = textsFromValue(propertyValue(note.properties, 'source'));
  const refs = new Set<string>();
  const kinds: string[] = [];
  for (const text of stated) {
    const { written, sure } = targetOf(text);
    if (sure) refs.add(written);
    else kinds.push(text);
  }
  for (const text of textsFromValue(propertyValue(note.properties, 'source_ref'))) refs.add(targetOf(text).written);
  if (refs.size === 0 && kinds.length === 0) return null;
  const sources = [...refs].map((written) => sourceRef(ctx, note, written));
  const kind = kinds.join(', ');
  return {
    kind: kind === '' ? null : { text: kind, html: drawInlines(draw, parseInline(kind, 1)) },
    sources,
    text: sources.length === 0 ? null : otherSource(sources, sourceOfText(ctx, note, tree)),
  };
}

/** The path, name or address in a text: that of a link, or the text itself. `sure`: it can be nothing else. */
function targetOf(text: string): { readonly written: string; readonly sure: boolean } {
  const trimmed = text.trim();
  const [only, ...others] = /^(?:!?\[|<)/u.test(trimmed) ? parseInline(trimmed, 1) : [];
  const target = only === undefined || others.length > 0 ? null : targetOfInline(only);
  if (target !== null) return { written: target, sure: true };
  return { written: trimmed, sure: /^https?:\/\/\S+$/iu.test(trimmed) || /^\S.*\/.*\.[a-z0-9]{2,5}$/iu.test(trimmed) };
}

function targetOfInline(inline: Inline): string | null {
  if (inline.kind === 'link' || inline.kind === 'embed') return inline.ref.path;
  return inline.kind === 'external' ? inline.href : null;
}

function sourceRef(ctx: ViewContext, note: Note, written: string): SourceRef {
  if (isExternal(written)) {
    const href = isUnsafeUrl(written) ? null : written.toWellFormed();
    return { name: written.replace(/^https?:\/\/(?:www\.)?|\/$/giu, ''), written, where: 'web', href, title: null, why: null };
  }
  const to = ctx.graph.resolve(note.path, written, '', 'wiki');
  const name = (written.split('/').at(-1) ?? written).replace(/\.md$/iu, '');
  return { name, written, ...placeOf(ctx, note, to) };
}

function placeOf(ctx: ViewContext, note: Note, to: Resolution): Omit<SourceRef, 'name' | 'written'> {
  const nothing = { href: null, title: null, why: null };
  if (to.target === note.path) return { ...nothing, where: 'itself' };
  if (to.target === null && to.candidates.length > 1) return { ...nothing, where: 'several', href: to.href };
  if (to.status === 'derived') return { ...nothing, where: 'note', href: to.href, title: to.name };
  if (to.target === null) return { ...nothing, where: 'absent', href: to.href };
  const title = ctx.graph.notes.get(to.target)?.title ?? null;
  const why = to.status === 'healed' ? wordsOfVia(to.via) : null;
  return { where: title === null ? 'file' : 'note', href: to.href, title, why };
}

/** What the last `Source: …` line of the text names, at the top level. */
function sourceOfText(ctx: ViewContext, note: Note, tree: Tree): SourceRef | null {
  const line = tree.blocks.findLast(isSourceLine);
  if (line?.kind !== 'paragraph') return null;
  const targets: string[] = [];
  visitInlines(line.children, (inline) => {
    const target = targetOfInline(inline);
    if (target !== null) targets.push(target);
  });
  const written = targets[0] ?? plainText(line.children).replace(SOURCE_LINE, '').trim();
  // Words alone are a description: only a path or an address is another source.
  return written === '' || (targets.length === 0 && !targetOf(written).sure) ? null : sourceRef(ctx, note, written);
}

const SOURCE_LINE = /^\s*sources?\s*[:：]\s*/iu;

/** False for text that begins with another word, as nearly all does. */
function mayBeSourceLine([first]: readonly Inline[]): boolean {
  return first?.kind !== 'text' || first.value === '' || /^\s*(?:s|$)/iu.test(first.value);
}

function isSourceLine(block: Block): boolean {
  return block.kind === 'paragraph' && mayBeSourceLine(block.children) && SOURCE_LINE.test(plainText(block.children));
}

/** The source of the text when none in the frontmatter is the same: it leads to the same note, or is written alike. */
function otherSource(sources: readonly SourceRef[], text: SourceRef | null): Provenance['text'] {
  if (text === null) return null;
  const same = sources.some((source) => plain(source.written) === plain(text.written) || (isHere(source) && source.href === text.href));
  // A bare name says nothing of the folder.
  const named = !text.written.includes('/') && sources.some((source) => plain(source.name) === plain(text.name));
  if (same || named) return null;
  return { ...text, differs: sources.some((source) => plain(source.name) === plain(text.name)) ? 'folder' : 'name' };
}

function isHere({ where, href }: SourceRef): boolean {
  return href !== null && where !== 'absent' && where !== 'several';
}

function plain(path: string): string {
  return path.replace(/\.md$/iu, '').normalize('NFC').replace(/[‘’]/gu, "'").replace(/\s+/gu, ' ').trim().toLowerCase();
}
