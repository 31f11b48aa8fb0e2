import { hash } from 'node:crypto';

/** Digest of a file's bytes, or of a text, for telling whether it changed: 16 hex digits. */
export function digestOf(data: string | Uint8Array): string {
  return hash('sha256', data).slice(0, 16);
}
