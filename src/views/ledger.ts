import type { Graph } from '../graph/graph.ts';
import type { Scope } from '../scope/scope.ts';
import type { Vault } from '../vault/vault.ts';
import type { HealthView } from './view.ts';

/** Unused attachments named; the total is given beside. */
const LISTED = 200;

/** Every file of the vault in exactly one row: seen = notes + used + unused + ignored + excluded + failed. */
export function fileLedger(vault: Vault, scope: Scope, graph: Graph): HealthView['files'] {
  const unused = vault.assets.filter((asset) => !graph.assets.has(asset.path)).map((asset) => asset.path);
  return {
    seen: vault.notes.length + vault.assets.length + vault.ignored + vault.failed.length,
    notes: scope.notes.length,
    used: graph.assets.size,
    unused: unused.slice(0, LISTED),
    unusedTotal: unused.length,
    ignored: vault.ignored,
    excluded: scope.excluded,
    failed: vault.failed,
  };
}
