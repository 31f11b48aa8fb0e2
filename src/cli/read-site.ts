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

/** Reads config and notes of a vault folder. Throws when the config is wrong. */
export function readVaultState(dir: string): VaultState {
  const { config } = readConfig(dir);
  return { vault: readVault(dir, config), config };
}

/** Reads a vault folder and connects it to a site. `asOf`: day that ages are counted from. */
export function readSite(dir: string, options: { readonly asOf?: string | undefined }): Site {
  const { vault, config } = readVaultState(dir);
  return buildSite(vault, config, { asOf: options.asOf ?? null });
}
