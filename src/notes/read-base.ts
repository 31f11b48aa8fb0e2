import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { headingIds } from '../markdown/anchors.ts';
import type { DocumentFile, PropertyValue } from '../vault/vault.ts';
import { parseFullYaml } from '../vault/yaml-full.ts';
import type { Base, BaseContent, BaseFilter, BaseOrder, BaseView } from './base.ts';
import { nameOfDocument } from './title.ts';

type Mapping = Readonly<Record<string, PropertyValue>>;

/** What a base says, or why that cannot be read; `line` is 1-based in the text. */
export type ParsedBase =
  | { readonly content: BaseContent; readonly problem: null; readonly line: null; readonly unread: readonly string[] }
  | { readonly content: null; readonly problem: string; readonly line: number | null; readonly unread: readonly string[] };

/** Reads a base. Pure, and throws for no content: what cannot be read is a finding. An empty file is a base without views. */
export function baseFromFile(file: DocumentFile): Base {
  const { content, problem, line, unread } = parseBase(file.text);
  const found: Diagnostic[] = [...file.diagnostics];
  const report = (code: 'base-unreadable' | 'base-part-unread', at: number | null, message: string): void => {
    found.push(diagnostic(code, { path: file.path, line: at, message }));
  };
  if (problem !== null) report('base-unreadable', line, `The base can not be read: ${problem}.`);
  for (const part of unread) report('base-part-unread', null, `${part}.`);
  return { kind: 'base', path: file.path, title: nameOfDocument(file.path), file, content, problem, diagnostics: found };
}

/** Reads the YAML of a base: that of a file, or of a code block. The same limits hold as for frontmatter. */
export function parseBase(yaml: string): ParsedBase {
  const read = parseFullYaml(yaml);
  switch (read.kind) {
    case 'refused':
      return { content: null, problem: read.message.replace(/\.$/u, ''), line: read.line, unread: [] };
    case 'other':
      return { content: null, problem: 'it holds no `key: value` lines', line: 1, unread: [] };
    case 'empty':
      return { content: contentFrom({}, []), problem: null, line: null, unread: [] };
    case 'mapping': {
      const unread: string[] = [];
      return { content: contentFrom(read.properties, unread), problem: null, line: null, unread };
    }
  }
}

function contentFrom(properties: Mapping, unread: string[]): BaseContent {
  const views = properties['views'] ?? null;
  if (views !== null && !Array.isArray(views)) unread.push('`views` is no list');
  const rows = Array.isArray(views) ? (views as readonly PropertyValue[]) : [];
  const mappings = rows.flatMap((row, i) => {
    if (isMapping(row)) return [row];
    unread.push(`View ${i + 1} is no mapping`);
    return [];
  });
  const named = mappings.map((view) => ({ view, name: textOf(view['name']) || `Untitled ${textOf(view['type']) || 'view'}` }));
  const ids = headingIds(named.map(({ name }) => ({ text: `view ${name}` })));
  const names = Object.entries(mappingOf(properties['properties'])).flatMap(([key, value]): [string, string][] => {
    const name = textOf(mappingOf(value)['displayName']);
    return name === '' ? [] : [[key, name]];
  });
  return {
    filters: filterFrom(properties['filters'], 'the filters', unread),
    formulas: pairsOf(properties['formulas']),
    names: new Map(names),
    summaries: pairsOf(properties['summaries']),
    views: named.map(({ view, name }, i) => viewFrom(view, name, ids[i] ?? '', unread)),
  };
}

function viewFrom(view: Mapping, name: string, id: string, unread: string[]): BaseView {
  const limit = view['limit'];
  return {
    name,
    id,
    type: textOf(view['type']) || 'table',
    filters: filterFrom(view['filters'], `the filters of the view ${name}`, unread),
    order: listOf(view['order'])
      .map(textOf)
      .filter((text) => text !== ''),
    sort: listOf(view['sort']).flatMap((entry) => orderFrom(entry) ?? []),
    groupBy: orderFrom(view['groupBy']),
    limit: typeof limit === 'number' && Number.isFinite(limit) ? limit : null,
    summaries: pairsOf(view['summaries']),
  };
}

/** Conditions as a tree. A mapping with several of `and`, `or`, `not` holds when all of them do. */
function filterFrom(value: PropertyValue | undefined, where: string, unread: string[]): BaseFilter | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (Array.isArray(value)) return groupFrom('and', value, where, unread);
  if (!isMapping(value)) {
    unread.push(`A condition in ${where} is no text: ${textOf(value)}`);
    return null;
  }
  const parts = Object.entries(value).flatMap(([key, entries]) => {
    if (key === 'and' || key === 'or' || key === 'not') return groupFrom(key, listOf(entries), where, unread) ?? [];
    unread.push(`${key} in ${where} is none of and, or, not`);
    return [];
  });
  const [only] = parts;
  return parts.length > 1 ? { all: 'and', of: parts } : (only ?? null);
}

function groupFrom(all: 'and' | 'or' | 'not', entries: readonly PropertyValue[], where: string, unread: string[]): BaseFilter | null {
  const of = entries.flatMap((entry) => filterFrom(entry, where, unread) ?? []);
  return of.length === 0 ? null : { all, of };
}

function orderFrom(value: PropertyValue | undefined): BaseOrder | null {
  if (typeof value === 'string') return value === '' ? null : { property: value, descending: false };
  const entry = mappingOf(value);
  const property = textOf(entry['property']) || textOf(entry['column']);
  return property === '' ? null : { property, descending: textOf(entry['direction']).toUpperCase() === 'DESC' };
}

function pairsOf(value: PropertyValue | undefined): readonly (readonly [string, string])[] {
  return Object.entries(mappingOf(value)).map(([key, entry]) => [key, textOf(entry)] as const);
}

function listOf(value: PropertyValue | undefined): readonly PropertyValue[] {
  if (Array.isArray(value)) return value as readonly PropertyValue[];
  return value === undefined || value === null ? [] : [value];
}

function mappingOf(value: PropertyValue | undefined): Mapping {
  return value !== undefined && isMapping(value) ? value : {};
}

function isMapping(value: PropertyValue): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as one line of text; lists and mappings as YAML writes them on one line. */
function textOf(value: PropertyValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value).replace(/\s+/gu, ' ').trim();
}
