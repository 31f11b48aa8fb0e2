import type { Config } from '../config/config.ts';
import { readConfig } from '../config/read-config.ts';
import { buildSite, type Site } from '../site.ts';
import { readVault } from '../vault/read-vault.ts';
import type { Vault } from '../vault/vault.ts';

/** A vault folder as it was read. */
export interface VaultState {
  readonly vault: Vault;
  readonly config: Config;
}

/** Told of notes read, of all. */
type ReportProgress = (done: number, total: number) => void;

/** Reads config and notes of a vault folder. Throws when the config is wrong. */
export function readVaultState(dir: string, reportProgress?: ReportProgress): VaultState {
  const { config } = readConfig(dir);
  return { vault: readVault(dir, config, { reportProgress }), config };
}

export interface ReadSiteOptions {
  /** Day that ages are counted from. */
  readonly asOf?: string | undefined;
  /** False: pages without search, whatever the config says. */
  readonly search?: boolean | undefined;
  readonly reportProgress?: ReportProgress | undefined;
}

/** Reads a vault folder and connects it to a site. Throws when the config is wrong. */
export function readSite(dir: string, { asOf, search = true, reportProgress }: ReadSiteOptions): Site {
  const { vault, config } = readVaultState(dir, reportProgress);
  return buildSite(vault, search ? config : withoutSearch(config), { asOf: asOf ?? null });
}

/** The config of a site whose pages offer no search. */
export function withoutSearch(config: Config): Config {
  return { ...config, search: { ...config.search, enabled: false } };
}
