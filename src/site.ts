import type { Config } from './config/config.ts';
import { diagnostic } from './diagnostics/catalogue.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { sortDiagnostics } from './diagnostics/report.ts';
import { applySeverities } from './diagnostics/severity.ts';
import { buildGraph } from './graph/build-graph.ts';
import type { Graph, Href, PageUrl } from './graph/graph.ts';
import { mdxValueFindings } from './graph/mdx-values.ts';
import type { MdxDocument } from './markdown/mdx-document.ts';
import type { Tree } from './markdown/tree.ts';
import { documentFromFile } from './notes/document.ts';
import type { IsoDate, Note } from './notes/note.ts';
import { noteReader } from './notes/read-note.ts';
import type { Scope } from './scope/scope.ts';
import { scopeOfWiki } from './scope/select.ts';
import type { NoteFile, Properties, Vault, VaultPath } from './vault/vault.ts';
import { accentFrom } from './views/accent.ts';
import { type PlannedFile, planActionFiles } from './views/action-files.ts';
import { briefShelf, folderTree, kindsOf } from './views/browse.ts';
import { contextWithTexts, viewContext } from './views/build-context.ts';
import { CHANGES } from './views/change-list.ts';
import { planChangeFiles } from './views/changes.ts';
import type { ViewContext } from './views/context.ts';
import type { HealthInput } from './views/health.ts';
import { findingsForPages } from './views/health-findings.ts';
import { fileLedger } from './views/ledger.ts';
import { once } from './views/once.ts';
import { pageFrom } from './views/page.ts';
import { type PlannedPage, planPages } from './views/plan.ts';
import type { SiteInfo } from './views/site-data.ts';
import { siteInfo } from './views/site-info.ts';
import type { Page } from './views/view.ts';

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
  /**
   * Every file that is made of the notes and is no page, sorted by path (code point order). Planned anew each time: what their texts share lives as
   * long as the list.
   */
  readonly files: readonly PlannedFile[];
  /**
   * Data of one page; undefined when no such page is planned. Pure: the same answer every time. `found`: what drawing pages has found, for the
   * page that lists findings.
   */
  readonly page: (url: PageUrl, found?: readonly Diagnostic[]) => Page | undefined;
  /**
   * Data of pages as they are when some notes have another text, and all that links, lists and addresses were made of is still as it was: near
   * enough to show who writes what was written, until the site is worked out anew. May throw where text and relations no longer fit together.
   */
  readonly sketch: (notes: readonly Note[]) => (url: PageUrl) => Page | undefined;
  /** The MDX pages of the scope, sorted by path: they are compiled before their pages can be drawn. */
  readonly mdx: readonly MdxSource[];
  /** Notes that a rule keeps out, for the vault's owner on the command line. No page, and nothing else that is published, may know of them. */
  readonly withheld: readonly Note[];
  /** All findings, sorted by path, line, code, with the severity that config gives them; those of notes kept out too. Not for pages. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The program of an MDX page. Depends on its file alone. */
export interface MdxSource {
  readonly path: VaultPath;
  /** An MDX module, without frontmatter. */
  readonly program: string;
  readonly properties: Properties;
  /** Lines of the file on which parts of the program begin, by their marks. */
  readonly lines: MdxDocument['lines'];
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
  const reader = noteReader(config, vault.notes.length);
  const notes = vault.notes.map(options.readNote ?? reader.read);
  const documents = vault.documents.map((file) => documentFromFile(file, config));
  const scope = scopeOfWiki(notes, config, documents);
  return siteFromScope({ vault, config, scope, notes, treeOf: reader.treeOf, asOf: options.asOf ?? null });
}

/** A scope, and what it was cut from. */
export interface ScopedVault {
  readonly vault: Vault;
  readonly config: Config;
  readonly scope: Scope;
  /** All notes of the vault, for the findings about those that are kept out. */
  readonly notes: readonly Note[];
  readonly treeOf: (file: NoteFile) => Tree;
  readonly asOf: IsoDate | null;
  /** A line for the foot of every page. */
  readonly footer?: string | null;
}

/** The second half of the story: scope → graph → views. Pages are made of the scope alone. */
export function siteFromScope({ vault, config, scope, notes, treeOf, asOf, footer = null }: ScopedVault): Site {
  const graph = buildGraph({ scope, assets: vault.assets, config, asOf });
  const finished = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
    applySeverities(sortDiagnostics(diagnostics), config.check.severity);
  const shown = [...scope.notes, ...graph.documents.values()];
  const accent = accentFrom(config);
  const ofScope = [...shown.flatMap(({ diagnostics }) => diagnostics), ...graph.diagnostics, ...mdxValueFindings(graph)];
  const inScope = new Set(scope.notes);
  const withheld = notes.filter((note) => !inScope.has(note));
  const diagnostics = finished([
    ...ofFiles(vault),
    ...ofScope,
    ...(accent?.diagnostics ?? []),
    ...scope.excluded.map(leftOut),
    ...withheld.flatMap(whyUnreadable),
  ]);
  const pages = once(() =>
    pagesOf({ vault, config, graph, scope, treeOf, footer, accent: accent?.file ?? null, ofScope, shown, finished }),
  );
  const mdx = scope.notes.flatMap(({ path, properties, mdx: page }) =>
    page === undefined ? [] : [{ path, program: page.program, properties: properties ?? {}, lines: page.lines }],
  );
  return {
    config,
    vault,
    scope,
    graph,
    get info() {
      return pages().info;
    },
    get plan() {
      return pages().plan;
    },
    get files() {
      return pages().files();
    },
    page: (url, found) => pages().page(url, found),
    sketch: (changed) => pages().sketch(changed),
    mdx,
    withheld,
    diagnostics,
  };
}

interface PagesInput extends Pick<ScopedVault, 'vault' | 'config' | 'scope' | 'treeOf'> {
  readonly graph: Graph;
  readonly footer: string | null;
  readonly accent: PlannedFile | null;
  readonly ofScope: readonly Diagnostic[];
  readonly shown: readonly { readonly path: VaultPath }[];
  readonly finished: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
}

/** What is drawn of a site. Whoever asks for the model alone (`inspect`, `check`) does without. */
function pagesOf({
  vault,
  config,
  graph,
  scope,
  treeOf,
  footer,
  accent,
  ofScope,
  shown,
  finished,
}: PagesInput): Pick<Site, 'info' | 'plan' | 'page' | 'sketch'> & { readonly files: () => Site['files'] } {
  const brief = scope.kind === 'brief';
  const folders = brief
    ? briefShelf(graph.notes.values(), graph.documents.values())
    : folderTree(graph.notes.values(), graph.documents.values());
  const kinds: ReturnType<typeof kindsOf> = brief ? new Map() : kindsOf(graph.notes.values());
  const info = siteInfo({ vault, graph, config, brief, browsed: folders.folders.size > 0, footer, accent: accent?.path ?? null });
  const ctx = viewContext({ graph, config, info, treeOf, pixelsOf: vault.pixelsOf });
  const isIndex = ({ path, mdx }: Note): boolean =>
    (mdx === undefined ? /^(?:index|home|readme)\.md$/iu : /^(?:index|home|readme)\.mdx$/iu).test(path);
  const index = scope.notes.find(isIndex) ?? null;
  const plan = planPages({ ctx, folders, kinds, index, brief });
  // A brief keeps no account of its versions.
  const changeFiles = brief ? [] : planChangeFiles(ctx);
  const planned = new Map(plan.map((page) => [page.url, page]));
  const shownPaths = new Set(shown.map(({ path }) => path));
  const files = fileLedger(vault, config, graph);
  const health = (found: readonly Diagnostic[]): HealthInput => ({
    diagnostics: finished(findingsForPages([...ofScope, ...found], ofFiles(vault), shownPaths)),
    files,
  });
  const known = health([]);
  const pageIn = (within: ViewContext, url: PageUrl, found: readonly Diagnostic[] = []): Page | undefined => {
    const entry = planned.get(url);
    if (entry === undefined) return undefined;
    const changes = changeFiles.length > 0 ? (CHANGES as Href) : null;
    return pageFrom({ ctx: within, folders, kinds, health: found.length === 0 ? known : health(found), changes }, entry);
  };
  return {
    info,
    plan,
    files: () => [...planActionFiles(ctx), ...changeFiles, ...(accent === null ? [] : [accent])].sort(byPath),
    page: (url, found) => pageIn(ctx, url, found),
    sketch: (changed) => {
      const within = contextWithTexts(ctx, changed, treeOf);
      return (url) => pageIn(within, url);
    },
  };
}

function byPath(a: PlannedFile, b: PlannedFile): number {
  return a.path < b.path ? -1 : 1;
}

function leftOut({ path, rule }: Scope['excluded'][number]): Diagnostic {
  return diagnostic('note-withheld', { path, line: null, message: `Left out by the rule "${rule}".` });
}

/** What must be mended in a note that is kept out because its frontmatter cannot be read. Other notes that are kept out say nothing. */
function whyUnreadable(note: Note): readonly Diagnostic[] {
  return note.file.withheld ? note.file.diagnostics.filter(({ severity }) => severity === 'error') : [];
}

/** Findings about files and their names; what reading the text of notes and documents found comes with them. */
function ofFiles(vault: Vault): readonly Diagnostic[] {
  const ofTexts = new Set([...vault.notes, ...vault.documents].flatMap((file) => file.diagnostics));
  return vault.diagnostics.filter((finding) => !ofTexts.has(finding));
}
