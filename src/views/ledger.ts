import type { Config } from '../config/config.ts';
import { globMatcher } from '../config/globs.ts';
import type { Graph } from '../graph/graph.ts';
import type { Vault } from '../vault/vault.ts';
import type { HealthView } from './health-view.ts';

/**
 * The files of a site in numbers that do not depend on notes kept out: the notes, documents and attachments it shows, and the files that could not be read,
 * without those that config keeps out anyway. Everything else (what is kept out, unused, ignored) may be private and is told on the command line only.
 */
export function fileLedger(vault: Vault, config: Config, graph: Graph): HealthView['files'] {
  const isExcluded = globMatcher(config.publish.exclude);
  return {
    notes: graph.notes.size,
    documents: graph.documents.size,
    used: graph.assets.size,
    failed: vault.failed.filter(({ path }) => !isExcluded(path)).length,
  };
}
