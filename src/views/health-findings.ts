import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { VaultPath } from '../vault/vault.ts';

/**
 * Findings that pages may tell: those of notes and documents that have a page, and of the findings about files and their names those that speak
 * only of such. A file that could not be read or is kept out is named on the command line alone, for it may be private.
 */
export function findingsForPages(
  ofScope: readonly Diagnostic[],
  ofFiles: readonly Diagnostic[],
  shown: ReadonlySet<VaultPath>,
): readonly Diagnostic[] {
  const twins = Map.groupBy(shown, (path) => path.toLowerCase());
  const tellable = ofFiles.filter(({ code, path, message }) => {
    if (path === null || !shown.has(path as VaultPath)) return false;
    if (code !== 'name-case-duplicate') return code === 'name-not-nfc';
    return (twins.get(path.toLowerCase()) ?? []).some((twin) => twin !== path && message.startsWith(`${twin} `));
  });
  return [...ofScope, ...tellable];
}
