import fs from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Site } from '../site.ts';
import { type MissedAttachment, writeAttachments } from './copy-attachments.ts';
import type { Renderer } from './draw-page.ts';
import { type Drawing, openDrawing } from './drawing.ts';
import { readLastSite } from './last-site.ts';
import { writeLock } from './lock.ts';
import { diskErrorFrom } from './output-error.ts';
import { pageFailed } from './render-pages.ts';
import { type Stage, writeStage } from './stage.ts';
import { recoverTarget, swapTarget } from './swap.ts';
import { checkForeignFiles, checkTarget, readTargetPaths } from './target.ts';

/** The compiled theme: draws pages, and brings files of its own. */
export interface Theme extends Renderer {
  readonly assets: readonly ThemeAsset[];
}

interface ThemeAsset {
  /** Relative to the site root. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  /** Written only when a page names it. */
  readonly onDemand?: boolean;
}

/** Whether the site can be searched from a folder too; if not, because the config says `never`, or because the index is too large for `auto`. */
export type OfflineSearch =
  | { readonly written: true }
  | { readonly written: false; readonly reason: 'never' | 'large'; readonly indexBytes: number };

/** What the index of a site became. */
export interface SearchReport {
  /** The folder it made, relative to the one that holds the site. */
  readonly folder: string;
  /** Pages that cannot be searched, one sentence each. */
  readonly warnings: readonly string[];
  readonly offline: OfflineSearch;
}

/** An index that is put together in another process, while pages are drawn. */
export interface SearchIndex {
  readonly written: Promise<SearchReport>;
  /** Ends it. Settles at once; `written` settles when it touches the disk no more. */
  readonly abandon: () => Promise<void>;
}

/** Begins the index of a site below the folder that holds it. Settles once all pages are handed over. */
export type BeginSearch = (
  dir: string,
  options: { readonly signal: AbortSignal | undefined; readonly onPages: (done: number, total: number) => void },
) => Promise<SearchIndex>;

export interface WriteOptions {
  /** Folder to write; replaced whole. */
  readonly out: string;
  /** Null for a site without search. */
  readonly beginSearch: BeginSearch | null;
  /** Folder of the compiled theme that `theme` draws with: pages without a program may then be drawn in a thread. Default: all are drawn in this one. */
  readonly themeFolder?: string;
  /** The first page that fails ends the build. */
  readonly strict?: boolean;
  readonly onProgress?: (step: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Where a build is. */
export type Progress =
  | { readonly kind: 'words' | 'pages'; readonly done: number; readonly total: number }
  | { readonly kind: 'attachments' | 'search' | 'swap' };

export interface BuildReport {
  /** Absolute path of the folder. */
  readonly out: string;
  readonly pages: number;
  readonly attachments: number;
  readonly files: number;
  readonly bytes: number;
  /** Findings of this stage: pages and attachments that failed. */
  readonly diagnostics: readonly Diagnostic[];
  /** Pages that cannot be searched, one sentence each. */
  readonly searchWarnings: readonly string[];
  /** Null for a site without search. */
  readonly offlineSearch: OfflineSearch | null;
  /** Folder of the last site when it was replaced but could not be deleted; the next build tries again. */
  readonly leftOver: string | null;
}

/**
 * Writes a site into a folder, whole or not at all: it is put together beside the folder and swapped in at the end. The same site gives
 * the same bytes. A page that fails becomes a diagnostic and a plain page. Throws an OutputError when the folder must not or cannot be
 * written, or another build is writing it; the old site is then as it was.
 */
export async function writeSite(site: Site, theme: Theme, options: WriteOptions): Promise<BuildReport> {
  const target = readTargetPaths(options.out);
  checkTarget(target, site.vault.root, site.config.ignore);
  const unlock = attempt('The output folder could not be locked', () => writeLock(target.lock));
  let drawing: Drawing | null = null;
  let index: WatchedIndex | null = null;
  try {
    attempt('What an earlier build left could not be cleared away', () => recoverTarget(target));
    checkForeignFiles(target);
    const stage = attempt('The new site could not be begun', () => writeStage(target.stage, readLastSite(target.dir)));
    drawing = openDrawing(stage, site, theme, {
      last: target.dir,
      themeFolder: options.themeFolder ?? null,
      strict: options.strict ?? false,
      onDrawn: (done, total) => options.onProgress?.({ kind: 'pages', done, total }),
      signal: options.signal,
    });
    const onPages = (done: number, total: number): void => options.onProgress?.({ kind: 'words', done, total });
    index = watched((await options.beginSearch?.(stage.dir, { signal: options.signal, onPages })) ?? null);
    const built = await fillStage(stage, site, theme, drawing, index, options);
    options.onProgress?.({ kind: 'swap' });
    const clean = await swapTarget(target);
    return { out: target.dir, ...built, leftOver: clean ? null : target.old };
  } catch (error) {
    await drawing?.stop();
    await clearAway(target.stage, index);
    // Who ends a build from a terminal ends the index with it: that is no failure of the index.
    options.signal?.throwIfAborted();
    throw diskErrorFrom(error, 'The site could not be written');
  } finally {
    unlock();
  }
}

async function fillStage(
  stage: Stage,
  site: Site,
  theme: Theme,
  drawing: Drawing,
  index: WatchedIndex | null,
  options: WriteOptions,
): Promise<Omit<BuildReport, 'out' | 'leftOver'>> {
  const { onProgress } = options;
  const goOn = (): void => {
    options.signal?.throwIfAborted();
    index?.check();
  };
  // While the index still keeps another processor busy: at the end there would be nothing beside it.
  for (const { path, parts } of site.files) {
    stage.writeParts(path, parts());
    await setImmediate();
    goOn();
  }
  onProgress?.({ kind: 'attachments' });
  const missed = await writeAttachments(stage, site.vault, site.graph.assets.values());
  goOn();
  await drawing.draw(goOn);
  const { failed, unnamed } = await drawing.finish();
  options.signal?.throwIfAborted();
  for (const asset of theme.assets) if (!unnamed.has(asset.path)) stage.write(asset.path, fs.readFileSync(asset.file));
  let searchWarnings: readonly string[] = [];
  let offlineSearch: OfflineSearch | null = null;
  if (index) {
    onProgress?.({ kind: 'search' });
    const { folder, warnings, offline } = await untilAborted(index.written, options.signal);
    stage.adopt(folder);
    searchWarnings = warnings;
    offlineSearch = offline;
  }
  options.signal?.throwIfAborted();
  const sums = stage.seal();
  const diagnostics = [...failed.map(pageFailed), ...missed.map(attachmentMissed)];
  const pages = site.plan.length;
  return { pages, attachments: site.graph.assets.size - missed.length, ...sums, diagnostics, searchWarnings, offlineSearch };
}

interface WatchedIndex {
  readonly written: Promise<SearchReport>;
  /** Throws what has gone wrong with it so far. */
  readonly check: () => void;
  /** Ends it, and waits until it touches the disk no more. */
  readonly abandon: () => Promise<void>;
}

function watched(search: SearchIndex | null): WatchedIndex | null {
  if (search === null) return null;
  let failure: { readonly error: unknown } | null = null;
  const settled = search.written.then(
    () => undefined,
    (error: unknown) => {
      failure = { error };
    },
  );
  return {
    written: search.written,
    check: () => {
      if (failure !== null) throw failure.error;
    },
    abandon: async () => {
      await search.abandon();
      await settled;
    },
  };
}

/** What a promise gives, unless the build is ended first. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    signal.throwIfAborted();
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** Best effort: the reason of the failure matters more than what it leaves, which the next build clears away. */
async function clearAway(dir: string, index: WatchedIndex | null): Promise<void> {
  await index?.abandon().catch(() => {});
  try {
    fs.rmSync(dir, { recursive: true, force: true });
  } catch {
    // See above.
  }
}

function attempt<T>(doing: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw diskErrorFrom(error, doing);
  }
}

function attachmentMissed({ path: file, reason }: MissedAttachment): Diagnostic {
  return diagnostic('asset-missing', { path: file, line: null, message: `It was not copied: ${reason}.` });
}
