import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compareText } from '../diagnostics/order.ts';
import { isOpen } from '../graph/actions.ts';
import type { Graph, Resolution } from '../graph/graph.ts';
import { NAMELESS_OWNER } from '../graph/person-names.ts';
import { findSubpath } from '../graph/subpath.ts';
import { plainInline } from '../markdown/parse.ts';
import { kindOfAddress, kindOfPath } from '../notes/embeds.ts';
import type { Note, NoteEmbed, NoteLink, NoteRemote, SectionName } from '../notes/note.ts';
import { topicsFrom } from '../notes/topics.ts';
import type { Scope } from '../scope/scope.ts';
import type { Vault, VaultPath } from '../vault/vault.ts';

/** Version of the document; bumped when a key is renamed or removed. */
const VERSION = 1;

/**
 * The model as one JSON-ready document: the contract of `dossier inspect`, for the vault's owner alone. Notes that a rule keeps out are in its list of
 * notes, without a page and with that rule; nothing else in it knows of them, and they know of nothing but the scope.
 */
export function modelFrom(site: ModelInput): ModelDocument {
  const { graph, scope, vault } = site;
  const used = graph.assets;
  const rules = new Map(scope.excluded.map(({ path, rule }) => [path, rule]));
  return {
    version: VERSION,
    notes: [...graph.notes.values(), ...site.withheld]
      .sort((a, b) => compareText(a.path, b.path))
      .map((note) => noteModel(graph, note, rules.get(note.path) ?? null)),
    accounts: graph.accounts.map((account) => ({
      name: account.name,
      url: account.url,
      note: account.note,
      lastContact: account.lastContact,
      next: account.next?.date ?? null,
      meetings: account.meetings,
      people: account.people,
      openActions: graph.actions.filter((action) => action.account === account.name && isOpen(action.state)).length,
      decisions: graph.decisions.filter((decision) => decision.account === account.name).length,
      tags: account.tags,
    })),
    people: graph.people.map(({ name, url, note, inferredFrom, meetings, accounts, actions }) => ({
      name,
      url,
      note,
      inferredFrom,
      meetings,
      accounts,
      actions: actions.length,
    })),
    actions: graph.actions.map(({ id, text, owner, due, state, priority, account, sources }) => ({
      id,
      text,
      owner,
      due,
      state,
      priority,
      account,
      sources: sources.map(({ path, line }) => ({ path, line })),
    })),
    decisions: graph.decisions.map(({ text, date, account, source, touchedBy }) => ({
      text,
      date,
      account,
      source: { path: source.path, line: source.line },
      touchedBy,
    })),
    facts: graph.facts,
    tags: graph.tags.map(({ tag, url, count, total }) => ({ tag, url, count, total })),
    ghosts: graph.ghosts.map(({ name, url, mentions }) => ({
      name,
      url,
      mentions: mentions.map(({ from, line }) => ({ path: from, line })),
    })),
    asOf: graph.asOf,
    files: {
      seen: vault.notes.length + vault.documents.length + vault.assets.length + vault.ignored + vault.failed.length,
      notes: scope.notes.length,
      assets: used.size + graph.documents.size,
      unused: [...vault.assets, ...vault.documents]
        .map(({ path }) => path)
        .filter((path) => !used.has(path) && !graph.documents.has(path) && !rules.has(path))
        .sort(compareText),
      ignored: vault.ignored,
      excluded: scope.excluded,
      failed: vault.failed.map(({ path, reason }) => ({ path, reason })),
    },
    diagnostics: site.diagnostics.map(({ code, severity, path, line, message, hint }) => ({ code, severity, path, line, message, hint })),
  };
}

/** What the document is made from: a site, or its parts. */
export interface ModelInput {
  readonly graph: Graph;
  readonly scope: Scope;
  readonly vault: Vault;
  /** The notes that a rule keeps out of the scope. */
  readonly withheld: readonly Note[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The document; see `modelFrom`. */
export type ModelDocument = Readonly<Record<string, unknown>> & {
  readonly notes: readonly (Readonly<Record<string, unknown>> & { readonly path: VaultPath })[];
};

function noteModel(graph: Graph, note: Note, excluded: string | null): ModelDocument['notes'][number] {
  const known = excluded === null;
  const links = known
    ? (graph.links.get(note.path) ?? []).filter(({ link }) => !link.inText).map(({ link, to }) => ({ link, to: answerFrom(to) }))
    : note.links.filter((link) => !link.inText).map((link) => ({ link, to: answerFromOutside(graph, note, link) }));
  const embeds = known
    ? (graph.embeds.get(note.path) ?? []).filter(({ embed }) => !embed.inText)
    : note.embeds.filter((embed) => !embed.inText).map((embed) => ({ embed, to: answerFromOutside(graph, note, embed) }));
  return {
    path: note.path,
    url: known ? graph.pageUrls.note(note.path) : null,
    kind: note.kind,
    title: note.title,
    aliases: note.aliases,
    date: note.date,
    accounts: graph.accountsOf.get(note.path) ?? [],
    participants: note.participants,
    tags: note.tags,
    properties: note.properties,
    headings: note.headings.map(({ level, text, id, line }) => ({ level, text, id, line })),
    links: links.map(({ link, to }) => ({
      line: link.line,
      column: link.column,
      raw: link.raw,
      embed: link.embed,
      path: link.path,
      subpath: link.subpath,
      display: link.display,
      url: to.url,
      status: to.status,
      via: to.via,
      target: to.target,
      targetLine: to.targetLine,
      candidates: to.candidates,
    })),
    embeds: [...embeds.map(({ embed, to }) => embedModel(graph, embed, to)), ...note.remotes.map(remoteModel)].sort(
      (a, b) => a.line - b.line,
    ),
    tasks: note.tasks.map((task) => ({ ...task, owner: ownerOf(graph, note, task.owner) })),
    callouts: note.callouts,
    blocks: note.blocks,
    sections: sectionsModel(note),
    inlineFields: note.inlineFields,
    source: note.source,
    repairs: note.repairs,
    excluded,
  };
}

/** Where a link leads, as the document says it. */
interface Answer extends Pick<Resolution, 'status' | 'via' | 'target' | 'candidates'> {
  readonly targetLine: number | null;
  readonly url: string | null;
}

function answerFrom(to: Resolution): Answer {
  const { status, via, target, candidates } = to;
  return { status, via, target, candidates, url: to.href, targetLine: to.target === null ? null : to.targetLine };
}

/** Where a link of a note leads that is not in the scope itself. */
function answerFromOutside(graph: Graph, note: Note, link: NoteLink): Answer {
  if (link.path !== '') return answerFrom(graph.resolve(note.path, link.path, link.subpath, link.syntax));
  const targetLine = findSubpath(note, link.subpath)?.line ?? null;
  return { status: 'found', via: 'exact', target: note.path, targetLine, url: null, candidates: [] };
}

function embedModel(graph: Graph, embed: NoteEmbed, to: Pick<Answer, 'target' | 'status'>) {
  const { line, path, subpath, alt, width, height, page } = embed;
  const isFile = embed.kind === 'note' && to.target !== null && kindOfTarget(graph, to.target) === 'file';
  return { line, kind: isFile ? 'file' : embed.kind, path, subpath, alt, width, height, page, target: to.target, status: to.status };
}

/** What a note shows from another site: its path is an address, and no file of the vault is its target. */
function remoteModel({ line, href, alt, width, height }: NoteRemote): ReturnType<typeof embedModel> {
  return { line, kind: kindOfAddress(href), path: href, subpath: '', alt, width, height, page: null, target: null, status: 'found' };
}

function kindOfTarget(graph: Graph, target: VaultPath): string {
  return graph.notes.has(target) ? 'note' : kindOfPath(target) === 'note' ? 'file' : kindOfPath(target);
}

function ownerOf(graph: Graph, note: Note, owner: string | null): string | null {
  if (owner === null) return null;
  return graph.personByName(owner, note.path)?.name ?? (owner.toLowerCase() === 'myself' ? NAMELESS_OWNER : owner);
}

function sectionsModel(note: Note): Readonly<Record<string, unknown>> {
  const items = (name: SectionName): readonly string[] =>
    note.sections.filter((section) => section.name === name).flatMap((section) => section.items.map((item) => plainInline(item.text)));
  return {
    decisions: items('decisions'),
    facts: items('facts'),
    topics: note.sections.filter((section) => section.name === 'topics').flatMap((section) => topicsFrom(section, plainInline)),
    summary: note.sections.find((section) => section.name === 'summary' && section.text !== '')?.text ?? null,
  };
}
