import type { Config } from './config/config.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Graph, PageUrl } from './graph/graph.ts';
import type { Scope } from './scope/scope.ts';
import type { Vault, VaultPath } from './vault/vault.ts';
import type { Page, SiteInfo, View } from './views/view.ts';

/** A page that will exist. Cheap to list; its view is computed on demand. */
export interface PlannedPage {
  readonly url: PageUrl;
  readonly kind: View['kind'];
  /** The note the page shows, if it shows one. */
  readonly note: VaultPath | null;
}

/** A vault read, scoped and connected, ready to be drawn page by page. */
export interface Site {
  readonly config: Config;
  readonly vault: Vault;
  readonly scope: Scope;
  readonly graph: Graph;
  readonly info: SiteInfo;
  /** Every page, sorted by URL (code point order). */
  readonly plan: readonly PlannedPage[];
  /** Data of one page; undefined when no such page is planned. Pure: the same answer every time. */
  readonly page: (url: PageUrl) => Page | undefined;
  /** All findings, sorted by path, line, code. */
  readonly diagnostics: readonly Diagnostic[];
}
