import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { FoundHtmlFile } from './html-files.ts';
import type { LinkTable } from './link-table.ts';

/**
 * Files that a browser runs or opens as a page of its own, past the policy that every page of a site carries. Web pages in HTML are not among them:
 * they are cleaned when they are copied.
 */
const ACTIVE = /\.(?:xhtml?|xht|shtml|mhtml?|xml|xslt?|svgz|hta|[cm]?js|swf|wasm)$/iu;

/** The attachments that go along with the pages, and findings about those that some note links to but that never do. */
export interface Shipped {
  readonly files: ReadonlySet<VaultPath>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the links of the scope lead to besides its notes, and what its raw HTML shows. A file that nothing in the scope links to has no address, whoever
 * else may use it.
 */
export function shippedFrom(table: LinkTable, html: readonly FoundHtmlFile[], isNote: (path: VaultPath) => boolean): Shipped {
  const files = new Set<VaultPath>();
  const diagnostics: Diagnostic[] = [];
  const take = (path: VaultPath, line: number, raw: string, target: VaultPath): void => {
    if (isNote(target)) return;
    if (ACTIVE.test(target)) diagnostics.push(diagnostic('asset-not-shipped', { path, line, message: `${raw}: ${target} is not copied.` }));
    else files.add(target);
  };
  for (const [path, rows] of table.rows) {
    for (const { link, to } of rows) if (to.kind === 'file') take(path, link.line, link.raw, to.target);
  }
  for (const { path, line, raw, target } of html) take(path, line, raw, target);
  return { files, diagnostics };
}
