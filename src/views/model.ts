import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isOpen } from '../graph/actions.ts';
import type { Graph, Resolution } from '../graph/graph.ts';
import { NAMELESS_OWNER } from '../graph/person-names.ts';
import { parseInline } from '../markdown/parse.ts';
import { plainText } from '../markdown/walk.ts';
import { kindOfPath } from '../notes/embeds.ts';
import type { Note, SectionName } from '../notes/note.ts';
import { topicsFrom } from '../notes/topics.ts';
import type { Scope } from '../scope/scope.ts';
import type { Vault, VaultPath } from '../vault/vault.ts';

/** Version of the document; bumped when a key is renamed or removed. */
const VERSION = 1;

/** The model as one JSON-ready document: the contract of `dossier inspect`. Excluded notes are listed with their rule and nothing else. */
export function modelFrom(site: ModelInput): ModelDocument {
  const { graph, scope, vault } = site;
  const used = graph.assets;
  return {
    version: VERSION,
    notes: scope.notes.map((note) => noteModel(graph, note)),
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
      seen: vault.notes.length + vault.assets.length + vault.ignored + vault.failed.length,
      notes: scope.notes.length,
      assets: used.size,
      unused: vault.assets.filter((asset) => !used.has(asset.path)).map((asset) => asset.path),
      ignored: vault.ignored,
      excluded: scope.excluded,
      failed: vault.failed,
    },
    diagnostics: site.diagnostics.map(({ code, severity, path, line, message, hint }) => ({ code, severity, path, line, message, hint })),
  };
}

/** What the document is made from: a site, or its parts. */
export interface ModelInput {
  readonly graph: Graph;
  readonly scope: Scope;
  readonly vault: Vault;
  readonly diagnostics: readonly Diagnostic[];
}

/** The document; see `modelFrom`. */
export type ModelDocument = Readonly<Record<string, unknown>> & {
  readonly notes: readonly (Readonly<Record<string, unknown>> & { readonly path: VaultPath })[];
};

function noteModel(graph: Graph, note: Note): ModelDocument['notes'][number] {
  const links = graph.links.get(note.path) ?? [];
  const embeds = graph.embeds.get(note.path) ?? [];
  return {
    path: note.path,
    url: graph.pageUrls.note(note.path),
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
      url: to.href,
      status: to.status,
      via: to.via,
      target: to.target,
      targetLine: targetLine(to),
      candidates: to.candidates,
    })),
    embeds: embeds.map(({ embed, to }) => ({
      line: embed.line,
      kind: embed.kind === 'note' && to.target !== null && kindOfTarget(graph, to.target) === 'file' ? 'file' : embed.kind,
      path: embed.path,
      subpath: embed.subpath,
      alt: embed.alt,
      width: embed.width,
      height: embed.height,
      page: embed.page,
      target: to.target,
      status: to.status,
    })),
    tasks: note.tasks.map((task) => ({ ...task, owner: ownerOf(graph, note, task.owner) })),
    callouts: note.callouts,
    blocks: note.blocks,
    sections: sectionsModel(note),
    inlineFields: note.inlineFields,
    source: note.source,
    repairs: note.repairs,
    excluded: null,
  };
}

function targetLine(to: Resolution): number | null {
  return to.status === 'found' || to.status === 'healed' ? to.targetLine : null;
}

function kindOfTarget(graph: Graph, target: VaultPath): string {
  return graph.notes.has(target) ? 'note' : kindOfPath(target) === 'note' ? 'file' : kindOfPath(target);
}

function ownerOf(graph: Graph, note: Note, owner: string | null): string | null {
  if (owner === null) return null;
  return graph.personByName(owner, note.path)?.name ?? (owner.toLowerCase() === 'myself' ? NAMELESS_OWNER : owner);
}

function sectionsModel(note: Note): Readonly<Record<string, unknown>> {
  const plain = (markdown: string): string => plainText(parseInline(markdown, 1));
  const items = (name: SectionName): readonly string[] =>
    note.sections.filter((section) => section.name === name).flatMap((section) => section.items.map((item) => plain(item.text)));
  return {
    decisions: items('decisions'),
    facts: items('facts'),
    topics: note.sections.filter((section) => section.name === 'topics').flatMap((section) => topicsFrom(section, plain)),
    summary: note.sections.find((section) => section.name === 'summary' && section.text !== '')?.text ?? null,
  };
}
