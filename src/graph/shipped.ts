import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { LinkTable } from './link-table.ts';

/** Files that a browser runs or opens as a page of its own, past the policy that every page of a site carries. */
const ACTIVE = /\.(?:html?|xhtml?|xht|shtml|mhtml?|xml|xslt?|svgz|hta|[cm]?js|swf|wasm)$/iu;

/** The attachments that go along with the pages, and findings about those that some note links to but that never do. */
export interface Shipped {
  readonly files: ReadonlySet<VaultPath>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the links of the scope lead to besides its notes. A file that nothing in the scope links to has no address, whoever else may use it. */
export function shippedFrom(table: LinkTable, isNote: (path: VaultPath) => boolean): Shipped {
  const files = new Set<VaultPath>();
  const diagnostics: Diagnostic[] = [];
  for (const [path, rows] of table.rows) {
    for (const { link, to } of rows) {
      if (to.kind !== 'file' || isNote(to.target)) continue;
      if (ACTIVE.test(to.target))
        diagnostics.push(diagnostic('asset-not-shipped', { path, line: link.line, message: `${link.raw}: ${to.target} is not copied.` }));
      else files.add(to.target);
    }
  }
  return { files, diagnostics };
}
