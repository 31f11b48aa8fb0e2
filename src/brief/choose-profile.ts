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

/**
 * The accounts of a brief: those its profile lists, else the one asked for. Throws a BriefError where the profile lists others: whoever asks for one
 * account is never handed another unasked. Several go together when the profile is asked for by its name, as account or with `--profile`.
 */
export function accountsOf(account: string, profileName: string | null, isNamed: boolean, { accounts }: BriefProfile): readonly string[] {
  if (accounts.length === 0) return [account];
  const asked = accountKey(account);
  if (accountKey(profileName ?? '') === asked) return accounts;
  const listed = accounts.join(', ');
  if (!accounts.some((name) => accountKey(name) === asked))
    throw new BriefError(
      `The profile "${profileName}" is about ${listed}, not about "${account}".`,
      'Name another profile with --profile, or list the account under "accounts" of this one.',
    );
  if (accounts.some((name) => accountKey(name) !== asked) && !isNamed)
    throw new BriefError(
      `The profile "${profileName}" is about ${listed}, and "${account}" alone was asked for.`,
      `Hand them out together with --profile ${JSON.stringify(profileName)}, or give "${account}" a profile of its own.`,
    );
  return accounts;
}
