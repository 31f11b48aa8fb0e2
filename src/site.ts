import type { Config } from './config/config.ts';
import { diagnostic } from './diagnostics/catalogue.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { sortDiagnostics } from './diagnostics/report.ts';
import { applySeverities } from './diagnostics/severity.ts';
import { buildGraph } from './graph/build-graph.ts';
import type { Graph, PageUrl } from './graph/graph.ts';
import type { IsoDate, Note } from './notes/note.ts';
import { noteReader } from './notes/read-note.ts';
import type { Scope } from './scope/scope.ts';
import { scopeOfWiki } from './scope/select.ts';
import type { Vault } from './vault/vault.ts';
import { folderTree, kindsOf } from './views/browse.ts';
import { viewContext } from './views/build-context.ts';
import { fileLedger } from './views/ledger.ts';
import { pageFrom } from './views/page.ts';
import { type PlannedPage, planPages } from './views/plan.ts';
import { siteInfo } from './views/site-info.ts';
import type { Page, SiteInfo } from './views/view.ts';

export type { PlannedPage };

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
  /** All findings, sorted by path, line, code, with the severity that config gives them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a caller may decide besides config. */
export interface SiteOptions {
  /** The day ages and "overdue" count from; default is the newest meeting. */
  readonly asOf?: IsoDate | null;
  /** Reads one note; a watcher passes a reader that remembers notes it has read. */
  readonly readNote?: (file: Vault['notes'][number]) => Note;
}

/** The story: vault → notes → scope → graph → views. Pure: no disk, no clock. */
export function buildSite(vault: Vault, config: Config, options: SiteOptions = {}): Site {
  const reader = noteReader(config);
  const notes = vault.notes.map(options.readNote ?? reader.read);
  const scope = scopeOfWiki(notes, config);
  const graph = buildGraph({ scope, assets: vault.assets, config, asOf: options.asOf ?? null });
  const diagnostics = applySeverities(
    sortDiagnostics([
      ...ofNoNote(vault),
      ...scope.notes.flatMap((note) => note.diagnostics),
      ...scope.excluded.map(withheld),
      ...graph.diagnostics,
    ]),
    config.check.severity,
  );
  const folders = folderTree(graph.notes.values());
  const kinds = kindsOf(graph.notes.values());
  const info = siteInfo({ vault, graph, config });
  const ctx = viewContext({ graph, config, info, treeOf: reader.treeOf });
  const index = scope.notes.find((note) => /^(?:index|home|readme)\.md$/iu.test(note.path)) ?? null;
  const plan = planPages({ ctx, folders, kinds, index, health: scope.kind === 'wiki' });
  const planned = new Map(plan.map((page) => [page.url, page]));
  const health = { diagnostics, files: fileLedger(vault, scope, graph) };
  const page = (url: PageUrl): Page | undefined => {
    const found = planned.get(url);
    return found === undefined ? undefined : pageFrom({ ctx, folders, kinds, health }, found);
  };
  return { config, vault, scope, graph, info, plan, page, diagnostics };
}

function withheld({ path, rule }: Scope['excluded'][number]): Diagnostic {
  return diagnostic('note-withheld', { path, line: null, message: `Left out by the rule "${rule}".` });
}

/** Findings about files that are no notes. Those of notes come with the notes that are in scope: what is excluded says nothing. */
function ofNoNote(vault: Vault): readonly Diagnostic[] {
  const notes = new Set<string>(vault.notes.map((note) => note.path));
  return vault.diagnostics.filter(({ path }) => path === null || !notes.has(path));
}
