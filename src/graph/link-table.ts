import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { accountKey } from '../notes/account-key.ts';
import { kindOfPath } from '../notes/embeds.ts';
import type { Note, NoteLink } from '../notes/note.ts';
import { nameFromPath } from '../notes/title.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountNames } from './account-names.ts';
import { type GhostDraft, ghostKey } from './ghosts.ts';
import type { Backlink, Via } from './graph.ts';
import { healPath } from './heal.ts';
import { type NameIndex, notesNamed } from './names.ts';
import { type PersonNames, personKey } from './person-names.ts';
import { onlyFileNamed, resolvePath } from './resolve.ts';

/** Where a path leads, before pages have URLs. */
export type Destination =
  | {
      readonly kind: 'file';
      readonly status: 'found' | 'healed';
      readonly via: Via;
      readonly target: VaultPath;
      readonly candidates: readonly VaultPath[];
    }
  | { readonly kind: 'account' | 'person'; readonly key: string; readonly name: string }
  | { readonly kind: 'ghost'; readonly key: string; readonly name: string; readonly candidates: readonly VaultPath[] }
  /** Nothing a page could stand for: a missing attachment, `[[|x]]`, an embed of something missing. */
  | { readonly kind: 'nothing'; readonly name: string };

/** Names everything a link can lead to. */
export interface Places {
  readonly index: NameIndex;
  readonly accounts: AccountNames;
  readonly people: PersonNames;
}

/**
 * Where a link's path leads: Obsidian's answer (aliases included), then the healing ladder, then the assembled page of an account or
 * person, else a ghost. A link with several candidates at a healing step is a ghost that lists them.
 */
export function destinationOf(places: Places, from: VaultPath, path: string, syntax: 'wiki' | 'markdown', embed: boolean): Destination {
  if (path === '') return { kind: 'file', status: 'found', via: 'exact', target: from, candidates: [] };
  const found = resolvePath(places.index, from, path, syntax);
  if (found.status === 'found') return { kind: 'file', status: 'found', via: found.via, target: found.target, candidates: [] };
  const healed = found.status === 'ambiguous' ? found : healPath(places.index, from, path);
  if (healed.status === 'healed') return { kind: 'file', status: 'healed', via: healed.via, target: healed.target, candidates: [] };
  const name = nameFromPath(path).normalize('NFC').trim();
  const account = places.accounts.byKey.get(accountKey(name));
  if (account !== undefined) return { kind: 'account', key: account.key, name: account.name };
  const person = places.people.byKey.has(personKey(name)) ? places.people.match(from, name)?.person : undefined;
  if (person !== undefined) return { kind: 'person', key: person.key, name: person.name };
  const candidates = healed.status === 'ambiguous' ? healed.candidates : [];
  if (candidates.length === 0 && (name === '' || /^\|/u.test(path) || (embed && kindOfPath(path) !== 'note')))
    return { kind: 'nothing', name };
  return { kind: 'ghost', key: ghostKey(path), name, candidates };
}

/** All links of all notes with their destinations, and what follows from them. */
export interface LinkTable {
  readonly rows: ReadonlyMap<VaultPath, readonly { readonly link: NoteLink; readonly to: Destination }[]>;
  readonly ghosts: readonly GhostDraft[];
  readonly backlinks: ReadonlyMap<VaultPath, readonly Backlink[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Classifies every link once. Names that only one file bears, as most do, are answered once for the whole vault. */
export function linkTableFrom(notes: readonly Note[], places: Places): LinkTable {
  const rows = new Map<VaultPath, { link: NoteLink; to: Destination }[]>();
  const ghosts = new Map<string, GhostDraft>();
  const backlinks = new Map<VaultPath, Backlink[]>();
  const diagnostics: Diagnostic[] = [];
  const everywhere = new Map<string, Destination | null>();
  const namesakes = new Map<string, readonly VaultPath[]>();
  for (const note of notes) {
    const known = new Map<string, Destination>();
    const own: { link: NoteLink; to: Destination }[] = [];
    rows.set(note.path, own);
    for (const link of note.links) {
      let to = everywhere.get(link.path);
      if (to === undefined) {
        to = destinationOfName(places, link.path);
        everywhere.set(link.path, to);
      }
      if (to === null) {
        const key = `${link.syntax}\n${link.embed ? 'e' : 'l'}\n${link.path}`;
        to = known.get(key) ?? destinationOf(places, note.path, link.path, link.syntax, link.embed);
        known.set(key, to);
      }
      own.push({ link, to });
      if (to.kind === 'file' && to.target !== note.path) add(backlinks, to.target, backlinkOf(note, link));
      if (to.kind === 'ghost') {
        const ghost = ghosts.get(to.key) ?? { key: to.key, name: to.name, path: link.path, mentions: [], candidates: new Set<VaultPath>() };
        ghosts.set(to.key, ghost);
        ghost.mentions.push(backlinkOf(note, link));
        for (const candidate of to.candidates) ghost.candidates.add(candidate);
      }
      const finding = findingOf(places, note, link, to, namesakes);
      if (finding !== null) diagnostics.push(finding);
    }
  }
  return { rows, ghosts: [...ghosts.values()], backlinks, diagnostics };
}

/** Where a path leads whatever note and syntax it stands in; null when that depends on them. */
function destinationOfName({ index }: Places, path: string): Destination | null {
  const target = onlyFileNamed(index, path);
  return target === null ? null : { kind: 'file', status: 'found', via: 'name', target, candidates: [] };
}

/** A link as the page it leads to tells of it. */
export function backlinkOf({ path }: Note, { line, context, display, property }: NoteLink): Backlink {
  return { from: path, line, context, display, property };
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

const HEALED_BY: Readonly<Record<Via, string>> = {
  exact: 'its exact path',
  name: 'its name',
  suffix: 'the end of its path',
  relative: 'its relative path',
  alias: 'an alias',
  source: 'the source it was made from',
  folded: 'the same name but for typographic signs',
  basename: 'the same name in another folder',
  title: 'its title',
};

/** Words for the rule that answered a link, for hints and hover texts. */
export function wordsOfVia(via: Via): string {
  return HEALED_BY[via];
}

/** `namesakes`: the notes of a name, by the path of a link, as far as they were asked for. */
function findingOf(
  { index }: Places,
  note: Note,
  link: NoteLink,
  to: Destination,
  namesakes: Map<string, readonly VaultPath[]>,
): Diagnostic | null {
  if (to.kind === 'file' && to.status === 'found') {
    if (to.via !== 'name') return null;
    const notes = namesakes.get(link.path) ?? notesNamed(index, link.path);
    namesakes.set(link.path, notes);
    return sharedName(notes, note, link, to.target);
  }
  const place = { path: note.path, line: link.line };
  switch (to.kind) {
    case 'file':
      return diagnostic('link-healed', { ...place, message: `${link.raw} leads to ${to.target}, found by ${wordsOfVia(to.via)}.` });
    case 'account':
    case 'person':
      return null;
    case 'ghost':
      if (to.candidates.length > 0)
        return diagnostic('link-ambiguous', { ...place, message: `${link.raw} could mean ${to.candidates.join(' or ')}.` });
      return diagnostic('link-missing', { ...place, message: `${link.raw} leads to no note.` });
    case 'nothing':
      return diagnostic(link.embed ? 'embed-missing' : 'link-missing', { ...place, message: `${link.raw} leads to no file.` });
  }
}

/** A name that several notes have leads to one of them, by rules that its writer may not have had in mind; one in the same folder is meant. */
function sharedName(notes: readonly VaultPath[], note: Note, link: NoteLink, target: VaultPath): Diagnostic | null {
  if (notes.every((path) => path === target) || folderOf(target) === folderOf(note.path)) return null;
  const others = notes.filter((path) => path !== target);
  const named = `${others.slice(0, 3).join(', ')}${others.length > 3 ? ` and ${others.length - 3} more` : ''}`;
  const message = `${link.raw} leads to ${target}; ${named} ${others.length === 1 ? 'has' : 'have'} the same name.`;
  return diagnostic('name-shared', { path: note.path, line: link.line, message });
}

function folderOf(path: VaultPath): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
