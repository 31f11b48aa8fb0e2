import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { globMatcher } from '../config/globs.ts';
import { nearestName } from '../config/nearest.ts';
import { CONFIG_NAME } from '../config/read-config.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compareText } from '../diagnostics/order.ts';
import { sortDiagnostics } from '../diagnostics/report.ts';
import { type DocumentResult, documentFromFile } from './document.ts';
import { documentKindOf, isMdxPath, isNotePath } from './path.ts';
import { LARGEST_DOCUMENT, LARGEST_NOTE, readFileBytes, SCRATCH_SIZE } from './read-file.ts';
import { type NoteResult, noteFromFile } from './read-note.ts';
import { readerOfPixels } from './read-pixels.ts';
import type { AssetFile, DocumentFile, FailedFile, NoteFile, Vault, VaultPath } from './vault.ts';
import { type FoundFile, readFolderTree, readRoot } from './walk.ts';

export interface ReadVaultOptions {
  /** Called now and then with the number of notes read and of all notes. */
  readonly reportProgress?: ((done: number, total: number) => void) | undefined;
  /** Notes known to be unchanged, by path: taken as they are instead of being read. */
  readonly unchanged?: ReadonlyMap<VaultPath, NoteFile> | undefined;
}

/** The settings that reading depends on. */
export type ReadingConfig = Pick<Config, 'include' | 'ignore' | 'mdx'>;

const PROGRESS_STEP = 256;

/**
 * Reads a vault folder: every note, canvas and base whole, the names of all other files. Nothing is ever written. A file that vanishes meanwhile is tried once
 * more at the end. Every file seen is a note, a document, an asset, failed or ignored. Throws a VaultError when the folder itself can not be listed.
 */
export function readVault(dir: string, config: ReadingConfig, { reportProgress, unchanged }: ReadVaultOptions = {}): Vault {
  const root = readRoot(dir);
  const walk = readFolderTree(root, config);
  const found = walk.files.filter(({ path }) => isNotePath(path));
  const notes: NoteFile[] = [];
  const documents: DocumentFile[] = [];
  const failed: FailedFile[] = [...walk.failed];
  const diagnostics: Diagnostic[] = [...walk.diagnostics];
  const vanished: FoundFile[] = [];
  const scratch = new Uint8Array(SCRATCH_SIZE);
  const isTrusted = globMatcher(config.mdx.trusted);
  const read = (file: FoundFile): NoteResult => readNote(root, file, scratch, isMdxPath(file.path) && isTrusted(file.path));
  const take = (file: FoundFile, result: NoteResult | DocumentResult): void => {
    if (result.kind === 'note') {
      notes.push(result.note);
      diagnostics.push(...result.note.diagnostics);
    } else if (result.kind === 'document') {
      documents.push(result.document);
      diagnostics.push(...result.document.diagnostics);
    } else {
      failed.push({ path: file.path, reason: result.reason, ...(result.digest !== undefined && { digest: result.digest }) });
      diagnostics.push(result.diagnostic);
    }
  };
  found.forEach((file, index) => {
    if (index % PROGRESS_STEP === 0) reportProgress?.(index, found.length);
    const known = unchanged?.get(file.path);
    const result: NoteResult = known === undefined ? read(file) : { kind: 'note', note: known };
    if (result.kind === 'vanished') vanished.push(file);
    else take(file, result);
  });
  for (const file of vanished) take(file, read(file));
  reportProgress?.(found.length, found.length);
  const assets: AssetFile[] = [];
  for (const file of walk.files) {
    if (isNotePath(file.path)) continue;
    const kind = documentKindOf(file.path);
    if (kind === null) assets.push(assetFrom(root, file));
    else take(file, documentFromFile(kind, file.path, file.diskPath, readFileBytes(root, file.diskPath, LARGEST_DOCUMENT)));
  }
  diagnostics.push(...unmatchedPatterns(config.mdx.trusted, found));
  const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => compareText(a.path, b.path);
  return {
    root,
    notes: vanished.length === 0 ? notes : notes.sort(byPath),
    documents,
    assets,
    pixelsOf: readerOfPixels({ root, assets }),
    failed: failed.sort(byPath),
    ignored: walk.ignored,
    diagnostics: sortDiagnostics(diagnostics),
  };
}

function readNote(root: string, { path, diskPath }: FoundFile, scratch: Uint8Array, trusted: boolean): NoteResult {
  return noteFromFile(path, diskPath, readFileBytes(root, diskPath, LARGEST_NOTE, scratch), trusted);
}

function assetFrom(root: string, { path, diskPath }: FoundFile): AssetFile {
  const size = statSync(join(root, diskPath), { throwIfNoEntry: false })?.size ?? 0;
  return { path, ...(diskPath === path ? {} : { diskPath }), size };
}

/** Patterns of `mdx.trusted` that name no MDX file: a page that should run and does not is easily missed. */
function unmatchedPatterns(trusted: readonly string[], found: readonly FoundFile[]): readonly Diagnostic[] {
  const pages = found.filter(({ path }) => isMdxPath(path));
  return trusted
    .filter((pattern) => !pages.some(({ path }) => globMatcher([pattern])(path)))
    .map((pattern) => {
      const near = nearestName(
        pattern,
        pages.map(({ path }) => path),
      );
      const hint = near === null ? undefined : `Did you mean ${near}? Patterns count from the vault's folder.`;
      return diagnostic('mdx-pattern-unmatched', {
        path: CONFIG_NAME,
        line: null,
        message: `mdx.trusted: ${pattern} names no MDX file.`,
        hint,
      });
    });
}
