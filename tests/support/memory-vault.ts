import type { Config } from '../../src/config/config.ts';
import { defaultConfig } from '../../src/config/config.ts';
import { globMatcher } from '../../src/config/globs.ts';
import { buildSite, type Site } from '../../src/site.ts';
import { documentFromFile } from '../../src/vault/document.ts';
import { documentKindOf, isNotePath, vaultPath } from '../../src/vault/path.ts';
import { noteFromBytes } from '../../src/vault/read-note.ts';
import type { AssetFile, DocumentFile, NoteFile, Vault } from '../../src/vault/vault.ts';

/** A vault from texts by path, without a disk. Paths that end in `.canvas` or `.base` are documents, all others but `.md` and `.mdx` attachments. */
export function memoryVault(files: Readonly<Record<string, string>>, trusted: readonly string[] = []): Vault {
  const isTrusted = globMatcher(trusted);
  const notes: NoteFile[] = [];
  const documents: DocumentFile[] = [];
  const assets: AssetFile[] = [];
  for (const path of Object.keys(files).sort()) {
    const text = files[path] ?? '';
    const kind = documentKindOf(path);
    if (kind !== null) {
      const result = documentFromFile(kind, vaultPath(path), path, { kind: 'bytes', bytes: new TextEncoder().encode(text) });
      if (result.kind !== 'document') throw new Error(`${path}: ${result.reason}`);
      documents.push(result.document);
      continue;
    }
    if (!isNotePath(path)) {
      assets.push({ path: vaultPath(path), size: text.length });
      continue;
    }
    const result = noteFromBytes(vaultPath(path), path, new TextEncoder().encode(text), isTrusted(path));
    if (result.kind !== 'note') throw new Error(`${path}: ${result.reason}`);
    notes.push(result.note);
  }
  return { root: '/nowhere/memory', notes, documents, assets, failed: [], ignored: 0, diagnostics: [] };
}

/** A site over such a vault. */
export function memorySite(files: Readonly<Record<string, string>>, config: Partial<Config> = {}): Site {
  return buildSite(memoryVault(files, config.mdx?.trusted), { ...defaultConfig, ...config });
}
