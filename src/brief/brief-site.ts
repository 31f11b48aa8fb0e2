import type { Config } from '../config/config.ts';
import { globMatcher } from '../config/globs.ts';
import { briefProfile } from '../config/schema/briefs.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Document, documentFromFile } from '../notes/document.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import { noteReader } from '../notes/read-note.ts';
import { type BriefSelection, folderOwner, type Refusal, scopeOfBrief } from '../scope/brief.ts';
import { leftTags, withoutTags } from '../scope/left-tags.ts';
import { isPrivateNote } from '../scope/private-marks.ts';
import { redactData, redactorOf } from '../scope/redact.ts';
import { type ProfiledNote, profiledNotes } from '../scope/withhold.ts';
import { withheldDocument } from '../scope/withhold-documents.ts';
import { type Site, siteFromScope } from '../site.ts';
import { digestOf } from '../vault/digest.ts';
import type { DocumentFile, Vault, VaultPath } from '../vault/vault.ts';
import { absentAccount, accountsOf, nobody, outOfRange, spelledAs, titlesOf } from './accounts.ts';
import { type BriefProfile, profileFor } from './choose-profile.ts';
import { type FileText, readFileTexts } from './files/file-texts.ts';
import { filesOfBrief, type UnlistedFile } from './files/files-of-brief.ts';
import { mapJson } from './files/rename-files.ts';
import { wordsInFiles } from './files/words-in-files.ts';
import type { Guarded } from './guard/guard.ts';
import { openMarks } from './open-marks.ts';

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
  /** The vault it was cut from, and the rest of what only the audit may know. */
  readonly vault: Vault;
  /** Where files lie in the vault, by the names under which they ship. */
  readonly files: ReadonlyMap<VaultPath, VaultPath>;
  /** The names under which files of the vault ship. */
  readonly shipped: ReadonlyMap<VaultPath, VaultPath>;
  /** Canvases and bases that are shown. */
  readonly documents: readonly VaultPath[];
  /** Files that notes of the brief mean and that the profile does not let go. */
  readonly unlisted: readonly UnlistedFile[];
  /** What files say that ship as they are. */
  readonly texts: readonly FileText[];
  /** What no page may show; for `guardedTheme`. */
  readonly guarded: Guarded;
  /** Files that notes of the brief show and that can not ship, or not whole. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A brief of one account: notes are chosen and withheld from before anything else is made of them, and every later stage sees what is left
 * and no more; of files it sees those that the brief's notes mean. Reads those files and nothing else. Throws a BriefError for an account or
 * profile that is not there, and where pictures can not be cleaned.
 */
export async function briefFrom(vault: Vault, config: Config, options: BriefOptions): Promise<Brief> {
  const reader = noteReader(config, vault.notes.length);
  const all = vault.notes.map(reader.read);
  const { name: profileName, profile } = profileFor(options.account, options.profile, config.briefs, briefProfile.parse({}));
  const accounts = accountsOf(options.account, profileName, options.profile !== null, profile);
  const documents = vault.documents.map((file) => documentFromFile(withheldDocument(file, profile), config));
  const range = { since: options.since ?? profile.since, until: options.until ?? profile.until };
  const request = { accounts, ...range, attachments: profile.attachments };
  const chosen = scopeOfBrief(all, config, request, documents, vault.failed, (note) => isPrivateNote(note, reader.treeOf(note.file)));
  const absent = absentAccount(accounts, all, chosen);
  if (absent !== null) throw nobody(absent, all);
  if (chosen.included.length === 0 && chosen.refusals.length === 0) throw outOfRange(range);
  const names = spelledAs(accounts, chosen.scope.notes);
  const included = new Set(chosen.scope.notes);
  const isLeft = leftTags(profile.tags, config.tasks.globalFilter);
  const tagged = chosen.scope.notes.map((note) => ({ ...note, file: withoutTags(note.file, reader.treeOf(note.file), isLeft) }));
  // Blacked out names would lead to no file.
  const legible = profiledNotes(tagged, { ...profile, redact: [], emails: true }, reader);
  const isExcluded = globMatcher(config.publish.exclude);
  const files = await filesOfBrief({
    vault: { ...vault, assets: vault.assets.filter(({ path }) => !isExcluded(path)) },
    notes: legible.map(({ note }) => note),
    files: tagged.map(({ file }) => file),
    others: all.filter((note) => !included.has(note)),
    documents: chosen.scope.documents,
    allDocuments: documents,
    attachments: profile.attachments,
    ownerOf: folderOwner(accounts),
  });
  const texts = readFileTexts(vault.root, files.assets, files.origins);
  const spilling = wordsInFiles(texts, profile);
  const shown = files.documents.map((file) => documentFromFile(file, config));
  const selection = {
    ...chosen,
    refusals: [...chosen.refusals, ...openMarks(legible), ...unreadDocuments(shown), ...files.refusals, ...spilling],
  };
  const named = tagged.map((note) => ({ ...note, file: files.noteFile(note.file) }));
  const notes = profiledNotes(named, profile, reader);
  const trees = new Map(notes.map(({ note, tree }) => [note.file, tree]));
  const shownDocuments = files.documents.map(withheldIn(profile)).map((file) => documentFromFile(file, config));
  const site = siteFromScope({
    vault: {
      ...vault,
      notes: notes.map(({ note }) => note.file),
      documents: shownDocuments.map(({ file }) => file),
      assets: files.assets,
      pixelsOf: files.pixelsOf,
      failed: [],
      ignored: 0,
      diagnostics: [],
    },
    config: configOfBrief(config, titlesOf(names, chosen.scope.notes), profile),
    scope: {
      ...chosen.scope,
      notes: notes.map(({ note }) => note),
      documents: shownDocuments,
      excluded: [],
      linkNames: withheldAliases(chosen.scope.notes, notes, profile),
    },
    notes: notes.map(({ note }) => note),
    treeOf: (file) => trees.get(file) ?? reader.treeOf(file),
    asOf: options.asOf,
    footer: profile.footer,
  });
  const { redact, emails } = profile;
  const guarded = { site, notes, redact, emails, pictures: files.pictures };
  return {
    site,
    accounts: names,
    profileName,
    profile,
    selection,
    notes,
    all,
    vault,
    files: files.origins,
    shipped: files.shipped,
    documents: files.documents.map(({ path }) => path),
    unlisted: files.unlisted,
    texts,
    guarded,
    diagnostics: files.diagnostics,
  };
}

/**
 * Aliases by their note, for links alone: a profile that does not show them still lets the text's own links by such a name lead to a note of the brief.
 * A name with something blacked out in it is none.
 */
function withheldAliases(
  chosen: readonly Note[],
  shown: readonly ProfiledNote[],
  { redact: words, emails }: BriefProfile,
): ReadonlyMap<VaultPath, readonly string[]> {
  const redact = redactorOf(words, !emails);
  return new Map(shown.map(({ note }, at) => [note.path, (chosen[at]?.aliases ?? []).filter((alias) => redact(alias) === alias)]));
}

/** Canvases and bases that can not be read are shown as their source, in which nothing is withheld; and comments in cards that hide nothing. */
function unreadDocuments(documents: readonly Document[]): readonly Refusal[] {
  return documents.flatMap((document) => {
    const refused = (line: number | null, message: string): Refusal => ({ path: document.path, line, rule: 'not-clean', message });
    if (document.problem !== null) return [refused(null, `A note shows it, and it can not be read: ${document.problem}.`)];
    if (document.kind !== 'canvas') return [];
    const cards = document.nodes.flatMap((node) =>
      node.kind === 'text' ? [{ tree: node.tree, original: document.path, line: node.line }] : [],
    );
    return cards.flatMap((card) => openMarks([card]).map(({ message }) => refused(card.line, message)));
  });
}

/** Blacks out what is to be in the text of a canvas or base. */
function withheldIn(profile: BriefProfile): (file: DocumentFile) => DocumentFile {
  const redact = redactorOf(profile.redact, !profile.emails);
  return (file) => {
    const text = file.kind === 'canvas' ? mapJson(file.text, redact) : redact(file.text);
    return text === file.text ? file : { ...file, path: redact(file.path) as VaultPath, text, digest: digestOf(text) };
  };
}

/** The settings of a brief's site: nothing of the wiki's that tells of more than the account, or leads out of the brief. */
function configOfBrief(config: Config, titles: readonly string[], profile: BriefProfile): Config {
  const redact = redactorOf(profile.redact, !profile.emails);
  return {
    ...config,
    // Whoever made the notes is no “vault owner” to those who know of no vault.
    owner: redactData(config.owner, redact) ?? 'The author',
    people: redactData(config.people, redact, { keys: true }),
    title: redact(titles.join(', ')),
    site: { url: null },
    images: { remote: false },
    links: { editUrl: null },
    mdx: { trusted: [] },
    search: { ...config.search, offline: 'always' },
  };
}
