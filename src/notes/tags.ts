import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compareText } from '../diagnostics/order.ts';
import type { Tree } from '../markdown/tree.ts';
import { walkInlines } from '../markdown/walk.ts';
import type { NoteFile } from '../vault/vault.ts';
import { propertyKey } from './properties.ts';

/**
 * Tags of a note: frontmatter first, then the body in order; first-seen spelling, one entry per tag whatever its case, sorted by code point.
 * Frontmatter follows Obsidian: a list or one text; entries that are no text or hold a space are dropped, each with a finding.
 */
export function tagsFrom(file: NoteFile, tree: Tree): { readonly tags: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  const written = frontmatterTags(file);
  const seen = new Map<string, string>();
  const added = new Set<string>();
  const add = (tag: string): void => {
    // The tags of tasks stand many times in one note.
    if (added.has(tag)) return;
    added.add(tag);
    const composed = tag.normalize('NFC');
    const key = composed.toLowerCase();
    if (!seen.has(key)) seen.set(key, composed);
  };
  for (const tag of written.tags) add(tag);
  walkInlines(tree, (inline) => {
    if (inline.kind === 'tag') add(inline.tag);
  });
  const tags = [...seen.values()].sort(compareText);
  return { tags, diagnostics: written.diagnostics };
}

function frontmatterTags(file: NoteFile): { readonly tags: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  const key = propertyKey(file.properties, 'tags');
  const value = key === undefined ? undefined : file.properties?.[key];
  if (key === undefined || value === undefined || value === null) return { tags: [], diagnostics: [] };
  const line = file.propertyLines[key] ?? null;
  const tags: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of Array.isArray(value) ? value : [value]) {
    if (typeof entry !== 'string') {
      diagnostics.push(
        diagnostic('tags-not-text', {
          path: file.path,
          line,
          message: `The tag ${JSON.stringify(entry)} is not text, so Obsidian drops it.`,
        }),
      );
      continue;
    }
    const tag = entry.trim().replace(/^#/u, '').replace(/\/+$/u, '');
    if (tag === '') continue;
    if (/\s/u.test(tag) || /^\d+$/u.test(tag)) {
      diagnostics.push(diagnostic('tags-comma-string', { path: file.path, line, message: `"${entry}" is no tag for Obsidian.` }));
      continue;
    }
    tags.push(tag);
  }
  return { tags, diagnostics };
}
