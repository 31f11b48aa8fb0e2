import { type Document, isMap, isNode, isPair, isSeq, type LineCounter, type Node } from 'yaml';
import type * as z from 'zod';
import { keysAt, knownKeys } from './known-keys.ts';
import { nearestName } from './nearest.ts';
import { configSchema } from './schema.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** The file with its places, for finding the line of a key. */
export interface Source {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  readonly file: string;
}

const NAMES_OF_TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  array: 'a list',
  object: 'a mapping (`key: value` lines)',
  record: 'a mapping (`key: value` lines)',
};

/** What is wrong, one line a finding: `dossier.yaml:LINE  **key**: expected x, received y`, with the nearest known name. Sorted by line. */
export function problemsFromIssues(issues: readonly Issue[], source: Source): readonly string[] {
  return issues
    .flatMap((issue) => problemsFrom(issue, source))
    .sort((a, b) => a.line - b.line)
    .map(({ line, text }) => `${source.file}:${line}  ${text}`);
}

function problemsFrom(issue: Issue, source: Source): readonly { readonly line: number; readonly text: string }[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf(source, [...path, key]),
      text: `**${nameOf([...path, key])}**: unknown key.${keyAdvice(path, key)}`,
    }));
  }
  const value = source.document.getIn(path);
  const received = isNode(value) ? value.toJSON() : value;
  const advice =
    issue.code === 'invalid_value' && typeof received === 'string' ? didYouMean(nearestName(received, issue.values.map(String))) : '';
  const name = path.length === 0 ? '' : `**${nameOf(path)}**: `;
  return [{ line: lineOf(source, path), text: `${name}expected ${expectedBy(issue)}, received ${describe(received)}.${advice}` }];
}

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return NAMES_OF_TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    default:
      return issue.message;
  }
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : String(value);
}

function keyAdvice(parent: Path, key: string): string {
  const near = nearestName(key, keysAt(configSchema, parent));
  if (near !== null) return didYouMean(nameOf([...parent, near]));
  const elsewhere = knownKeys(configSchema);
  const lastOf = (name: string): string => name.split('.').at(-1) ?? name;
  const last = nearestName(key, elsewhere.map(lastOf));
  return didYouMean(elsewhere.find((name) => lastOf(name) === last) ?? null);
}

function didYouMean(name: string | null): string {
  return name === null ? '' : ` Did you mean **${name}**?`;
}

function nameOf(path: Path): string {
  return path.map(String).join('.');
}

/** The line of the key at a path, or of the nearest thing above it that the file has. */
function lineOf({ document, lines }: Source, path: Path): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const segment of path) {
    let next: unknown = null;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(isNode(item.key) ? item.key.toJSON() : item.key) === String(segment));
      if (isNode(pair?.key)) offset = pair.key.range?.[0] ?? offset;
      next = pair?.value;
    } else if (isSeq(node)) {
      next = node.items[Number(segment)];
      if (isNode(next)) offset = next.range?.[0] ?? offset;
    }
    node = isNode(next) ? next : null;
  }
  return lines.linePos(offset).line;
}
