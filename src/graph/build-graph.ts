import type { Config } from '../config/config.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { accountKey } from '../notes/account-key.ts';
import type { Document } from '../notes/document.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import type { Scope } from '../scope/scope.ts';
import { repairName } from '../vault/repair.ts';
import type { AssetFile, VaultPath } from '../vault/vault.ts';
import { accountNamesFrom } from './account-names.ts';
import { accountsFrom } from './accounts.ts';
import { actionsFrom } from './actions.ts';
import { decisionsFrom } from './decisions.ts';
import { cardLinksFrom, chosenDocuments } from './documents.ts';
import { embedFindings } from './embed-chains.ts';
import { factsFrom } from './facts.ts';
import { ghostsFrom } from './ghosts.ts';
import type { Graph, Resolution, ResolvedEmbed, ResolvedLink, UsedAsset } from './graph.ts';
import { htmlFilesFound } from './html-files.ts';
import { destinationOf, linkTableFrom, type Places } from './link-table.ts';
import { nameMentions } from './name-mentions.ts';
import { indexFromFiles } from './names.ts';
import { NotePlace } from './note-place.ts';
import { notesWithFullOwners } from './owner-names.ts';
import { pageUrlsFrom } from './page-urls.ts';
import { peopleFrom } from './people.ts';
import { personKey, personNamesFrom } from './person-names.ts';
import { resolver } from './resolver.ts';
import { shippedFrom } from './shipped.ts';
import { subjectsFrom } from './subjects.ts';
import { isBookkeeping, tagNamesFrom, tagsFromNames } from './tags.ts';

/** What a graph is made of. `asOf` null: the newest meeting date in the scope. */
export interface GraphInput {
  readonly scope: Scope;
  readonly assets: readonly AssetFile[];
  readonly config: Config;
  readonly asOf: IsoDate | null;
}

/** Connects the notes of a scope: names, URLs, links, backlinks, accounts, people, actions, decisions, facts, tags, ghosts. Pure. */
export function buildGraph({ scope, assets, config, asOf: given }: GraphInput): Graph {
  const notes = notesWithFullOwners(scope.notes, config);
  const byPath = new Map(notes.map((note) => [note.path, note]));
  const asOf = given ?? newestMeeting(notes);
  const accountNames = accountNamesFrom(notes, scope.linkNames);
  const personNames = personNamesFrom(notes, accountNames, config);
  const placesWith = (documents: readonly Document[]): Places => {
    const index = indexFromFiles(
      notes.map((note) => ({
        path: note.path,
        title: note.title,
        aliases: [...note.aliases, ...(scope.linkNames?.get(note.path) ?? [])],
        sourceRef: note.source?.ref ?? null,
      })),
      [...documents, ...assets].map(({ path }) => path),
      repairName,
    );
    return { index, accounts: accountNames, people: personNames };
  };
  let places = placesWith(scope.documents);
  let table = linkTableFrom(notes, places);
  const chosen = chosenDocuments(scope.documents, scope.choice, table);
  if (chosen.length < scope.documents.length) {
    // No link may tell that what was not chosen is there.
    places = placesWith(chosen);
    table = linkTableFrom(notes, places);
  }
  const documents = new Map(chosen.map((document) => [document.path, document]));
  const isPage = (path: VaultPath): boolean => byPath.has(path) || documents.has(path);
  const cards = cardLinksFrom(chosen, places, (path) => byPath.get(path));
  // In a brief a name that leads nowhere is text: what stays behind has no page, and what was never written needs none.
  const missing = scope.kind === 'brief' ? [] : table.ghosts;
  const ghostKeys = new Set(missing.map((ghost) => ghost.key));
  const tagNames = tagNamesFrom(notes, scope.kind === 'brief' ? isBookkeeping : () => false);
  const html = htmlFilesFound([...notes, ...chosen.filter((document) => document.kind === 'canvas')], places);
  const shown = [...html.found, ...cards.found];
  const shipped = shippedFrom(table, shown, isPage);
  const urls = pageUrlsFrom({
    notes,
    accounts: accountNames.list,
    people: personNames.list,
    tags: tagNames,
    ghosts: missing,
    documents: chosen,
    assets: [...shipped.files],
  });
  const diagnostics: Diagnostic[] = [
    ...accountNames.diagnostics,
    ...table.diagnostics,
    ...html.diagnostics,
    ...cards.diagnostics,
    ...shipped.diagnostics,
    ...embedFindings(table, byPath),
  ];

  const resolution = resolver({ notes: byPath, documents, urls, shipped: shipped.files, ghosts: ghostKeys });

  const links = new Map<VaultPath, readonly ResolvedLink[]>();
  const embeds = new Map<VaultPath, readonly ResolvedEmbed[]>();
  const used = new Map<VaultPath, UsedAsset>();
  for (const note of notes) {
    const rows = (table.rows.get(note.path) ?? []).map(({ link, to }) => ({ link, to: resolution(to, link.subpath) }));
    links.set(note.path, rows);
    if (note.embeds.length > 0) {
      const byPlace = new Map(rows.map(({ link, to }) => [`${link.line}:${link.column}`, to]));
      embeds.set(
        note.path,
        note.embeds.map((embed) => ({
          embed,
          to: byPlace.get(`${embed.line}:${embed.column}`) ?? {
            status: 'missing',
            via: null,
            target: null,
            name: embed.path,
            href: null,
            candidates: [],
          },
        })),
      );
    }
    for (const { link, to } of rows) {
      if (to.target === null) continue;
      if (shipped.files.has(to.target)) used.set(to.target, { path: to.target, href: urls.asset(to.target) });
      else if (!to.subpathFound) {
        diagnostics.push(
          diagnostic('subpath-missing', { path: note.path, line: link.line, message: `${link.raw}: ${to.target} has no ${link.subpath}.` }),
        );
      }
    }
  }

  for (const { target } of shown) if (shipped.files.has(target)) used.set(target, { path: target, href: urls.asset(target) });

  const placeAt = (note: Note, line: number): NotePlace => new NotePlace(note, line, urls.note(note.path));
  const actions = actionsFrom({
    notes,
    accounts: accountNames,
    names: personNames,
    accountUrl: urls.account,
    personUrl: (person) => urls.person(person.key),
    placeAt,
  });
  const people = peopleFrom({
    notes,
    accounts: accountNames,
    names: personNames,
    actions,
    urlOf: (person) => urls.person(person.key),
    asOf,
  });
  const accounts = accountsFrom({
    notes,
    names: accountNames,
    actions,
    links,
    peopleOfAccount: people.peopleOfAccount,
    urlOf: urls.account,
    noteUrl: urls.note,
    asOf,
  });
  // A note's text is drawn in one go: the answers of its links are at hand while it is.
  let asked: { readonly from: VaultPath; readonly answers: ReadonlyMap<string, Resolution> } | null = null;
  const subjects = subjectsFrom(notes, accountNames);
  const ghosts = ghostsFrom(missing, urls.ghost);
  const ghostOf = new Map(ghosts.map((ghost) => [ghost.key, ghost]));
  const accountOf = new Map(accounts.accounts.map((account) => [account.key, account]));
  const personOf = new Map(people.people.map((person) => [person.key, person]));
  // Names as the graph itself writes them are asked for most.
  const accountNamed = new Map(accounts.accounts.map((account) => [account.name, account]));
  const personNamed = new Map(people.people.map((person) => [person.name, person]));
  return {
    notes: byPath,
    pageUrls: urls,
    links,
    embeds,
    backlinks: table.backlinks,
    ...nameMentions({ notes: byPath, links, urls, accountNames, accounts: accounts.accounts, ...people, ghosts, config }),
    documents,
    canvasesOf: cards.canvasesOf,
    accountsOf: new Map(notes.map((note) => [note.path, (accountNames.of.get(note.path) ?? []).map((account) => account.name)])),
    accounts: accounts.accounts,
    people: people.people,
    peopleOf: people.peopleOf,
    actions,
    decisions: decisionsFrom(notes, accountNames, subjects, placeAt),
    facts: factsFrom({ notes, accounts: accountNames, subjects, links }),
    tags: tagsFromNames(tagNames, urls.tag),
    ghosts,
    assets: new Map([...used].sort(([a], [b]) => (a < b ? -1 : 1))),
    asOf,
    diagnostics: [...diagnostics, ...people.diagnostics, ...accounts.diagnostics],
    resolve: (from, path, subpath, syntax) => {
      if (asked?.from !== from)
        asked = {
          from,
          answers: new Map((links.get(from) ?? []).map(({ link, to }) => [answerKey(link.path, link.subpath, link.syntax), to])),
        };
      return asked.answers.get(answerKey(path, subpath, syntax)) ?? resolution(destinationOf(places, from, path, syntax, false), subpath);
    },
    accountByName: (name) => {
      const exact = accountNamed.get(name);
      if (exact !== undefined) return exact;
      const known = accountNames.byKey.get(accountKey(name));
      return known === undefined ? undefined : accountOf.get(known.key);
    },
    accountByKey: (key) => accountOf.get(key),
    personByKey: (key) => personOf.get(key),
    ghostByKey: (key) => ghostOf.get(key),
    personByName: (name, from) => {
      const exact = from === undefined ? personNamed.get(name) : undefined;
      if (exact !== undefined) return exact;
      const key =
        from === undefined ? (personNames.byKey.get(personKey(name))?.key ?? null) : (personNames.match(from, name)?.person.key ?? null);
      return key === null ? undefined : personOf.get(key);
    },
  };
}

function answerKey(path: string, subpath: string, syntax: 'wiki' | 'markdown'): string {
  return `${syntax === 'wiki' ? 'w' : 'm'}${path}\n${subpath}`;
}

function newestMeeting(notes: readonly Note[]): IsoDate | null {
  return notes.reduce<IsoDate | null>(
    (newest, note) => (note.kind === 'meeting' && note.date !== null && (newest === null || note.date > newest) ? note.date : newest),
    null,
  );
}
