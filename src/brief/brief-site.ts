import type { Config } from '../config/config.ts';
import { globMatcher } from '../config/globs.ts';
import { nearestName } from '../config/nearest.ts';
import { briefProfile } from '../config/schema/briefs.ts';
import { documentFromFile } from '../notes/document.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import { noteReader } from '../notes/read-note.ts';
import { type BriefSelection, scopeOfBrief } from '../scope/brief.ts';
import { type ProfiledNote, profiledNotes } from '../scope/withhold.ts';
import { type Site, siteFromScope } from '../site.ts';
import type { AssetFile, Vault } from '../vault/vault.ts';
import { BriefError } from './brief-error.ts';
import { type BriefProfile, profileFor } from './choose-profile.ts';

/** What a caller asks for. */
export interface BriefOptions {
  /** Name of the account, as notes give it; case does not count. */
  readonly account: string;
  /** Name of a profile of config; null: the one that fits. */
  readonly profile: string | null;
  /** Days given beside the profile's; null: the profile's own. */
  readonly since: IsoDate | null;
  readonly until: IsoDate | null;
  /** The day of the brief; null: that of its newest meeting. */
  readonly asOf: IsoDate | null;
}

/** A brief, ready to be drawn, and what its audit needs. Only `site` reaches the output. */
export interface Brief {
  readonly site: Site;
  readonly accounts: readonly string[];
  readonly profileName: string | null;
  readonly profile: BriefProfile;
  readonly selection: BriefSelection;
  /** The notes of the brief as they are shown. */
  readonly notes: readonly ProfiledNote[];
  /** Every note of the vault, for the audit alone. */
  readonly all: readonly Note[];
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/iu;

/**
 * A brief of one account: notes are chosen and withheld from before anything else is made of them, and every later stage sees what is left
 * and no more. Pure but for sizes of pictures. Throws a BriefError for an account or profile that is not there.
 */
export function briefFrom(vault: Vault, config: Config, options: BriefOptions): Brief {
  const reader = noteReader(config);
  const all = vault.notes.map(reader.read);
  const { name: profileName, profile } = profileFor(options.account, options.profile, config.briefs, briefProfile.parse({}));
  const accounts = profile.accounts.length > 0 ? profile.accounts : [options.account];
  const documents = vault.documents.map((file) => documentFromFile(file, config));
  const range = { since: options.since ?? profile.since, until: options.until ?? profile.until };
  const request = { accounts, ...range, attachments: profile.attachments };
  const selection = scopeOfBrief(all, config, request, documents, vault.failed);
  if (selection.included.length === 0 && selection.refusals.length === 0) throw nobody(options.account, all);
  const notes = profiledNotes(selection.scope.notes, profile, reader);
  const trees = new Map(notes.map(({ note, tree }) => [note.file, tree]));
  const mayGo = globMatcher(profile.attachments);
  const shown = ({ path }: AssetFile): boolean => PICTURE.test(path) || mayGo(path);
  const site = siteFromScope({
    vault: {
      ...vault,
      notes: notes.map(({ note }) => note.file),
      assets: vault.assets.filter(shown),
      failed: [],
      ignored: 0,
      diagnostics: [],
    },
    config: configOfBrief(config, accounts),
    scope: { ...selection.scope, notes: notes.map(({ note }) => note), excluded: [] },
    notes: notes.map(({ note }) => note),
    treeOf: (file) => trees.get(file) ?? reader.treeOf(file),
    asOf: options.asOf,
    footer: profile.footer,
  });
  return { site, accounts, profileName, profile, selection, notes, all };
}

/** The settings of a brief's site: nothing of the wiki's that tells of more than the account, or leads out of the brief. */
function configOfBrief(config: Config, accounts: readonly string[]): Config {
  return {
    ...config,
    title: accounts.join(', '),
    site: { url: null },
    images: { remote: false },
    links: { editUrl: null },
    mdx: { trusted: [] },
    search: { enabled: config.search.enabled, offline: 'always' },
  };
}

function nobody(account: string, notes: readonly Note[]): BriefError {
  const names = [...new Set(notes.flatMap((note) => note.claims.filter(({ via }) => via !== 'tag').map(({ text }) => text)))].sort();
  const near = nearestName(account, names);
  return new BriefError(
    `No note belongs to an account "${account}".`,
    near === null ? 'Give the name as notes have it under `account`; `dossier inspect` lists all accounts.' : `Did you mean "${near}"?`,
  );
}
