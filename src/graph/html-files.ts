import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Note } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import { destinationOf, type Places } from './link-table.ts';

/** A file of the vault that the raw HTML of the note `path` shows or links to. */
export interface FoundHtmlFile {
  readonly path: VaultPath;
  readonly line: number;
  readonly raw: string;
  readonly target: VaultPath;
}

/** Resolves what raw HTML shows and links to as Markdown links are, without making links or embeds of it. What is shown but not there is a finding. */
export function htmlFilesFound(
  notes: readonly Pick<Note, 'path' | 'htmlFiles'>[],
  places: Places,
): { readonly found: readonly FoundHtmlFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const found: FoundHtmlFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { path, htmlFiles } of notes) {
    for (const { line, raw, path: wanted, shown } of htmlFiles) {
      const to = destinationOf(places, path, wanted, 'markdown', true);
      if (to.kind === 'file') found.push({ path, line, raw, target: to.target });
      else if (shown) diagnostics.push(diagnostic('embed-missing', { path, line, message: `${raw} leads to no file.` }));
    }
  }
  return { found, diagnostics };
}
