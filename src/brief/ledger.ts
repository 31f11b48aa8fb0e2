import { compareText } from '../diagnostics/order.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { Brief } from './brief-site.ts';

/** What became of every file of the vault: each is in exactly one of the three, sorted by path. */
export interface Ledger {
  readonly included: readonly { readonly path: VaultPath; readonly rule: string }[];
  readonly excluded: readonly { readonly path: VaultPath; readonly rule: string }[];
  readonly failed: readonly { readonly path: VaultPath; readonly reason: string }[];
}

/** Files that config ignores were never looked at, and are only counted (`ignored` of the vault). */
export function ledgerOf(brief: Brief): Ledger {
  const { selection, site, vault, shipped, diagnostics, unlisted } = brief;
  const failed = new Map<VaultPath, string>(vault.failed.map(({ path, reason }) => [path, reason]));
  for (const { path, message } of diagnostics) if (path !== null && !shipped.has(path as VaultPath)) failed.set(path as VaultPath, message);
  const included = new Map<VaultPath, string>(selection.included.map(({ path, rule }) => [path, rule]));
  const excluded = new Map<VaultPath, string>(selection.scope.excluded.map(({ path, rule }) => [path, rule]));
  const asked = new Set(unlisted.map(({ path }) => path));
  const place = (path: VaultPath, isShown: boolean): void => {
    if (failed.has(path)) excluded.delete(path);
    else if (isShown) included.set(path, 'shown by a note');
    else if (!excluded.has(path)) excluded.set(path, asked.has(path) ? 'attachment' : 'not shown');
  };
  for (const { path } of vault.assets) {
    const name = shipped.get(path);
    place(path, name !== undefined && site.graph.assets.has(name));
  }
  const documents = new Set(brief.documents);
  for (const { path } of vault.documents) place(path, documents.has(path));
  return { included: rows(included, 'rule'), excluded: rows(excluded, 'rule'), failed: rows(failed, 'reason') };
}

function rows<K extends string>(
  entries: ReadonlyMap<VaultPath, string>,
  key: K,
): readonly ({ readonly path: VaultPath } & Readonly<Record<K, string>>)[] {
  return [...entries]
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, text]) => ({ path, [key]: text }) as { readonly path: VaultPath } & Readonly<Record<K, string>>);
}
