import type { Config } from '../config/config.ts';
import { nearestName } from '../config/nearest.ts';
import { accountKey } from '../notes/account-key.ts';
import { BriefError } from './brief-error.ts';

/** The settings of one brief, every default filled in. */
export type BriefProfile = Config['briefs'][string];

/** Name of the profile that counts when none fits. */
const GENERAL = 'customer';

/**
 * The profile of a brief: the one named; else one called like the account; else `customer` where config has one; else `careful`, the defaults.
 * Throws a BriefError for a name that config does not have.
 */
export function profileFor(
  account: string,
  name: string | null,
  briefs: Config['briefs'],
  careful: BriefProfile,
): { readonly name: string | null; readonly profile: BriefProfile } {
  const names = Object.keys(briefs);
  const found = name ?? names.find((other) => accountKey(other) === accountKey(account)) ?? names.find((other) => other === GENERAL);
  if (found === undefined) return { name: null, profile: careful };
  const profile = briefs[found];
  if (profile !== undefined) return { name: found, profile };
  const near = nearestName(found, names);
  throw new BriefError(
    `There is no profile "${found}" under "briefs" in dossier.yaml.`,
    near === null ? 'Add it, or leave --profile away.' : `Did you mean "${near}"?`,
  );
}
