import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { repairName, repairText } from './repair.ts';
import type { VaultPath } from './vault.ts';

/**
 * Findings for names of files and folders that look like UTF-8 once read in another code page, each name of a folder told once, with the first
 * file in it. Names are kept as they are on the disk; links find them in both spellings where the damage is certain (`repairName`).
 */
export function damagedNames(files: readonly { readonly path: VaultPath }[]): readonly Diagnostic[] {
  const told = new Set<string>();
  return files.flatMap(({ path }) => {
    // The signs of damage are letters beyond ASCII.
    if (!/[\u0080-\uffff]/u.test(path)) return [];
    const segments = path.split('/');
    return segments.flatMap((name, depth) => {
      const place = segments.slice(0, depth + 1).join('/');
      if (told.has(place)) return [];
      told.add(place);
      const { repairs, damaged } = repairText(name);
      if (repairs.length === 0 && damaged.length === 0) return [];
      const mended = mendedName(name);
      const kind = depth === segments.length - 1 ? 'file' : 'folder';
      return [
        diagnostic('name-damaged', {
          path,
          line: null,
          message:
            mended === name ? `The name of the ${kind} "${name}" looks damaged.` : `The ${kind} "${name}" may have been "${mended}".`,
        }),
      ];
    });
  });
}

function mendedName(name: string): string {
  const certain = repairName(name);
  return certain === name ? repairName(name, 'windows-1252') : certain;
}
