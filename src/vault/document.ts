import { diagnostic } from '../diagnostics/catalogue.ts';
import { decodeText } from './decode.ts';
import { digestOf } from './digest.ts';
import type { FileBytes } from './read-file.ts';
import { damageDiagnostics, type NoteResult, refusalFrom } from './read-note.ts';
import { repairText } from './repair.ts';
import type { DocumentFile, VaultPath } from './vault.ts';

/** A canvas or base as read, or why it could not be. */
export type DocumentResult =
  | { readonly kind: 'document'; readonly document: DocumentFile }
  | Exclude<NoteResult, { readonly kind: 'note' }>;

/** A canvas or base from its bytes, or from their absence: decoded strictly and mended as notes are. What it says is read by a later stage. */
export function documentFromFile(kind: DocumentFile['kind'], path: VaultPath, diskPath: string, file: FileBytes): DocumentResult {
  if (file.kind !== 'bytes') return refusalFrom(path, diskPath, file);
  const decoded = decodeText(file.bytes);
  if (decoded.kind === 'unreadable') {
    const finding = diagnostic('encoding-unreadable', { path, line: null, message: `Not read: ${decoded.reason}.` });
    return { kind: 'failed', reason: decoded.reason, diagnostic: finding, digest: digestOf(file.bytes) };
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
