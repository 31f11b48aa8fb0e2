import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { decodeText } from './decode.ts';
import { digestOf } from './digest.ts';
import { parseFrontmatter } from './frontmatter.ts';
import { isMdxPath, vaultPath } from './path.ts';
import { type FileBytes, LARGEST_NOTE, readFileInside } from './read-file.ts';
import { type Mended, repairText } from './repair.ts';
import type { NoteFile, VaultPath } from './vault.ts';

/** Above this size, in bytes, a note is shown as plain text. */
export const PLAIN_TEXT_SIZE = 1024 * 1024;

/** A note as read, or why it could not be. */
export type NoteResult =
  | { readonly kind: 'note'; readonly note: NoteFile }
  | { readonly kind: 'vanished'; readonly diagnostic: Diagnostic; readonly reason: string; readonly digest?: undefined }
  | {
      readonly kind: 'failed';
      readonly diagnostic: Diagnostic;
      readonly reason: string;
      /** Of the bytes, when they could be read. */
      readonly digest?: string;
    };

/**
 * Reads one note: `path` relative to `root`, with `/`, as the file system spells it. For the dev server and tools; the folder is checked to
 * lie inside the vault, links resolved. Never throws for content; throws a RangeError for a path that leads out of the vault.
 */
export function readNoteFile(root: string, path: string, trusted = false): NoteResult {
  return noteFromFile(vaultPath(path), path, readFileInside(root, path, LARGEST_NOTE), trusted);
}

/** What the bytes of a file, or their absence, make of a note. */
export function noteFromFile(path: VaultPath, diskPath: string, file: FileBytes, trusted = false): NoteResult {
  return file.kind === 'bytes' ? noteFromBytes(path, diskPath, file.bytes, trusted) : refusalFrom(path, diskPath, file);
}

/** What is said of a file whose bytes could not be had. */
export function refusalFrom(
  path: VaultPath,
  diskPath: string,
  file: Exclude<FileBytes, { readonly kind: 'bytes' }>,
): Exclude<NoteResult, { readonly kind: 'note' }> {
  if (file.kind === 'vanished') {
    const reason = diskPath.includes('\ufffd') ? 'its name is not valid UTF-8' : 'it vanished while the vault was read';
    return { kind: 'vanished', reason, diagnostic: diagnostic('file-vanished', { path, line: null, message: `Not read: ${reason}.` }) };
  }
  const code = file.why === 'too-large' ? 'file-too-large' : file.why === 'unreadable' ? 'file-unreadable' : 'file-not-regular';
  return { kind: 'failed', reason: file.reason, diagnostic: diagnostic(code, { path, line: null, message: `Not read: ${file.reason}.` }) };
}

/**
 * A note from the bytes of its file: decoded strictly, mended, frontmatter taken off. The digest covers the bytes only. `trusted` says that config
 * lets the file run if it is MDX.
 */
export function noteFromBytes(path: VaultPath, diskPath: string, bytes: Uint8Array, trusted = false): NoteResult {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'unreadable') {
    const finding = diagnostic('encoding-unreadable', { path, line: null, message: `Not read: ${decoded.reason}.` });
    return { kind: 'failed', reason: decoded.reason, diagnostic: finding, digest: digestOf(bytes) };
  }
  const mended = repairText(decoded.text);
  const frontmatter = parseFrontmatter(mended.text, path);
  const oversized = bytes.length > PLAIN_TEXT_SIZE;
  const diagnostics = [...damageDiagnostics(path, mended), ...frontmatter.diagnostics];
  if (oversized) {
    const size = (bytes.length / PLAIN_TEXT_SIZE).toFixed(1);
    diagnostics.push(diagnostic('file-too-large', { path, line: null, message: `The note has ${size} MB and is shown as plain text.` }));
  }
  const mdx = isMdxPath(path) ? { mdx: trusted && !oversized ? ('trusted' as const) : ('text' as const) } : {};
  if (mdx.mdx === 'text' && !trusted) {
    diagnostics.push(
      diagnostic('mdx-untrusted', { path, line: null, message: 'This MDX page is a program: it is shown as text and not run.' }),
    );
  }
  const note: NoteFile = {
    path,
    ...(diskPath === path ? {} : { diskPath }),
    text: mended.text,
    body: frontmatter.body,
    bodyLine: frontmatter.bodyLine,
    properties: frontmatter.properties,
    frontmatter: frontmatter.frontmatter,
    withheld: frontmatter.withheld,
    propertyLines: frontmatter.propertyLines,
    repairs: mended.repairs,
    digest: digestOf(bytes),
    size: bytes.length,
    oversized,
    ...mdx,
    diagnostics,
  };
  return { kind: 'note', note };
}

/** Findings of what was mended in a text, and of what could not be. */
export function damageDiagnostics(path: VaultPath, { repairs, damaged }: Mended): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const [repair] = repairs;
  if (repair !== undefined) {
    const lossy = repairs.filter((one) => one.lossy).length;
    const inferred = lossy === 0 ? '' : `, ${lossy} of them inferred from their place`;
    const pieces = repairs.length === 1 ? '1 piece' : `${repairs.length} pieces`;
    const message = `${pieces} of damaged text mended (${repair.from} → ${repair.to})${inferred}.`;
    diagnostics.push(diagnostic('text-repaired', { path, line: repair.line, message }));
  }
  const [piece] = damaged;
  if (piece !== undefined) {
    const places = damaged.length === 1 ? '1 place looks' : `${damaged.length} places look`;
    diagnostics.push(
      diagnostic('text-damaged', { path, line: piece.line, message: `${places} damaged still (${piece.text.slice(0, 20)}).` }),
    );
  }
  return diagnostics;
}
