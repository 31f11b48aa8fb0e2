import { nearestName } from '../config/nearest.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compareText } from '../diagnostics/order.ts';
import { isMdxComponent, MDX_COMPONENTS, type MdxAttributeKind } from '../markdown/mdx-components.ts';
import type { Note } from '../notes/note.ts';
import type { Graph, Person } from './graph.ts';
import { foldText } from './lexicon.ts';
import { tagKey } from './tags.ts';

/** Names in the attributes of MDX pages that nothing in the scope is called by, with the nearest name there is. */
export function mdxValueFindings(graph: Graph): readonly Diagnostic[] {
  const pages = [...graph.notes.values()].filter((note) => note.mdx !== undefined);
  if (pages.length === 0) return [];
  const known = namesOf(graph);
  return pages.flatMap((note) => findingsOf(graph, note, known));
}

type Names = Readonly<
  Partial<Record<MdxAttributeKind, { readonly called: string; readonly has: (name: string) => boolean; readonly all: readonly string[] }>>
>;

function namesOf(graph: Graph): Names {
  const tags = new Map(graph.tags.map(({ tag }) => [tagKey(tag), tag]));
  const folders = new Set([...graph.notes.keys()].flatMap(foldersAbove));
  const kinds = new Set([...graph.notes.values()].flatMap((note) => [note.kind, note.type ?? note.kind]));
  const owners = new Set(graph.actions.flatMap(({ owner }) => owner ?? []));
  return {
    account: {
      called: 'account',
      has: (name) => graph.accountByName(name) !== undefined,
      all: graph.accounts.map(({ name }) => name),
    },
    person: {
      called: 'person',
      has: (name) => personNamed(graph, name) !== undefined || owners.has(name),
      all: [...graph.people.map(({ name }) => name), ...owners],
    },
    tag: { called: 'tag', has: (name) => tags.has(tagKey(name.replace(/^#/u, ''))), all: [...tags.values()] },
    folder: { called: 'folder', has: (name) => folders.has(folderPath(name)), all: [...folders].sort(compareText) },
    kind: { called: 'kind of note', has: (name) => kinds.has(name.toLowerCase()), all: [...kinds].sort(compareText) },
  };
}

function findingsOf(graph: Graph, { path, mdx }: Note, known: Names): readonly Diagnostic[] {
  return (mdx?.uses ?? []).flatMap(({ name, line, attributes }) => {
    if (!isMdxComponent(name) || mdx?.names.has(name)) return [];
    const kinds: Readonly<Record<string, MdxAttributeKind>> = MDX_COMPONENTS[name];
    return attributes.flatMap((attribute) => {
      const { value } = attribute;
      const kind = Object.hasOwn(kinds, attribute.name) ? kinds[attribute.name] : undefined;
      if (kind === undefined || typeof value !== 'string' || value.trim() === '') return [];
      const message = (called: string): string => `<${name} ${attribute.name}>: there is no ${called} ${JSON.stringify(value)}.`;
      if (kind === 'note') {
        const [target = '', ...subpath] = value.split('#');
        const to = graph.resolve(path, target, subpath.length === 0 ? '' : `#${subpath.join('#')}`, 'wiki');
        const titles = to.target === null ? [...graph.notes.values()].map(({ title }) => title) : [];
        return to.target === null ? [finding(path, line, message('note'), nearestName(value, titles))] : [];
      }
      const names = known[kind];
      if (names === undefined || names.has(value)) return [];
      return [finding(path, line, message(names.called), nearestName(value, names.all))];
    });
  });
}

function finding(path: string, line: number, message: string, near: string | null): Diagnostic {
  return diagnostic('mdx-value', { path, line, message, hint: near === null ? undefined : `Did you mean ${near}?` });
}

/** The person of a name: in full, as an alias, or by a first name that only one person has. */
export function personNamed(graph: Graph, name: string): Person | undefined {
  const known = graph.personByName(name);
  if (known !== undefined) return known;
  const start = `${foldText(name)} `;
  const [only, ...others] = graph.people.filter((person) => foldText(person.name).startsWith(start));
  return others.length === 0 ? only : undefined;
}

/** A folder as attributes name it: without slashes at its ends. */
export function folderPath(name: string): string {
  return name.normalize('NFC').replace(/^\.?\/+|\/+$/gu, '');
}

function foldersAbove(path: string): readonly string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, i) => segments.slice(0, i + 1).join('/'));
}
