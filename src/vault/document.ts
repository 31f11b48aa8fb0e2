import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { decodeText } from './decode.ts';
import { digestOf } from './digest.ts';
import type { FileBytes } from './read-file.ts';
import { damageDiagnostics, refusalFrom } from './read-note.ts';
import { repairText } from './repair.ts';
import type { DocumentFile, VaultPath } from './vault.ts';

/** Above this size, in bytes, a canvas or base is not read. */
export const LARGEST_DOCUMENT = 4 * 1024 * 1024;

/** A canvas or base as read, or why it could not be. */
export type DocumentResult =
  | { readonly kind: 'document'; readonly document: DocumentFile }
  | { readonly kind: 'vanished' | 'failed'; readonly diagnostic: Diagnostic; readonly reason: string };

/** What a file of this name is read as: a canvas, a base, or no document at all (null). */
export function documentKindOf(path: string): DocumentFile['kind'] | null {
  const extension = /[^/]\.(canvas|base)$/iu.exec(path)?.[1]?.toLowerCase();
  return extension === 'canvas' || extension === 'base' ? extension : null;
}

/** A canvas or base from its bytes, or from their absence: decoded strictly and mended as notes are. What it says is read by a later stage. */
export function documentFromFile(kind: DocumentFile['kind'], path: VaultPath, diskPath: string, file: FileBytes): DocumentResult {
  if (file.kind !== 'bytes') return refusalFrom(path, diskPath, file);
  const decoded = decodeText(file.bytes);
  if (decoded.kind === 'unreadable') {
    const finding = diagnostic('encoding-unreadable', { path, line: null, message: `Not read: ${decoded.reason}.` });
    return { kind: 'failed', reason: decoded.reason, diagnostic: finding };
  }
  const mended = repairText(decoded.text);
  const document: DocumentFile = {
    kind,
    path,
    ...(diskPath === path ? {} : { diskPath }),
    text: mended.text,
    digest: digestOf(file.bytes),
    size: file.bytes.length,
    diagnostics: damageDiagnostics(path, mended),
  };
  return { kind: 'document', document };
}
