import type { Inline } from '../markdown/tree.ts';

/** A Dataview field in a line: `[key:: value]`, `(key:: value)`, or `key:: value` that fills its line. */
export interface Field {
  readonly kind: 'field';
  readonly key: string;
  readonly value: readonly Inline[];
}

export type Piece = Inline | Field;

type Text = Extract<Inline, { kind: 'text' }>;

const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '(': ')' };
/** Key and separator behind an opening bracket. */
const BRACKETED = /^([\p{L}\p{N}][^[\]():\n]{0,60}?)\s*::\s*/u;
/** Key and separator at the start of a line. */
const LEADING = /^\s*([\p{L}\p{N}][\p{L}\p{M}\p{N} _/-]{0,60}?)\s*::(?=\s|$)\s*/u;

/** A run of inlines with its fields told apart (Dataview's rules); linear in its length. Code, links and emphasis may stand in values. */
export function withFields(run: readonly Inline[]): readonly Piece[] {
  if (!run.some(mayHoldField)) return run;
  return linesOf(run).flatMap((line) => fieldsOfLine(line));
}

function mayHoldField(node: Inline): boolean {
  return node.kind === 'text' && node.value.includes('::');
}

function linesOf(run: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]];
  for (const node of run) {
    lines.at(-1)?.push(node);
    if (node.kind === 'break') lines.push([]);
  }
  return lines;
}

function fieldsOfLine(line: readonly Inline[]): readonly Piece[] {
  if (!line.some(mayHoldField)) return line;
  const bracketed = bracketedFields(line);
  return bracketed.some((piece) => piece.kind === 'field') ? bracketed : lineField(line);
}

/** `key:: value` and `**key**:: value`. */
function lineField(line: readonly Inline[]): readonly Piece[] {
  const [first, second, ...rest] = line;
  if (first === undefined) return line;
  const end = line.at(-1)?.kind === 'break' ? line.slice(-1) : [];
  const withoutEnd = (nodes: readonly Inline[]): readonly Inline[] => (end.length > 0 ? nodes.slice(0, -1) : nodes);
  if (first.kind === 'text') {
    const match = LEADING.exec(first.value);
    if (match === null) return line;
    const value = withoutEnd([{ kind: 'text', value: first.value.slice(match[0].length) }, ...line.slice(1)]);
    return [{ kind: 'field', key: match[1] ?? '', value }, ...end];
  }
  const [only, ...others] = first.kind === 'strong' || first.kind === 'emphasis' ? first.children : [];
  const match = second?.kind === 'text' ? /^\s*::(?=\s|$)\s*/u.exec(second.value) : null;
  if (only?.kind !== 'text' || others.length > 0 || match === null || second?.kind !== 'text') return line;
  const value = withoutEnd([{ kind: 'text', value: second.value.slice(match[0].length) }, ...rest]);
  return [{ kind: 'field', key: only.value.trim(), value }, ...end];
}

/** A place in the text nodes of a line. */
interface Place {
  readonly node: number;
  readonly at: number;
}

function bracketedFields(line: readonly Inline[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from: Place = { node: 0, at: 0 };
  for (const { open, close } of pairsOf(line)) {
    if (isBefore(open, from)) continue;
    const match = BRACKETED.exec((line[open.node] as Text).value.slice(open.at + 1));
    if (match === null) continue;
    const start = { node: open.node, at: open.at + 1 + match[0].length };
    if (isBefore(close, start)) continue;
    pieces.push(...between(line, from, open), { kind: 'field', key: match[1] ?? '', value: between(line, start, close) });
    from = { node: close.node, at: close.at + 1 };
  }
  return [...pieces, ...between(line, from, { node: line.length, at: 0 })];
}

/** Brackets of text that pair, by their opening ones. */
function pairsOf(line: readonly Inline[]): readonly { readonly open: Place; readonly close: Place }[] {
  const pairs: { open: Place; close: Place }[] = [];
  const waiting: Record<string, Place[]> = { ']': [], ')': [] };
  line.forEach((node, i) => {
    if (node.kind !== 'text') return;
    for (let at = 0; at < node.value.length; at++) {
      const sign = node.value[at] ?? '';
      const closer = CLOSERS[sign];
      if (closer !== undefined) waiting[closer]?.push({ node: i, at });
      const open = sign === ']' || sign === ')' ? waiting[sign]?.pop() : undefined;
      if (open !== undefined) pairs.push({ open, close: { node: i, at } });
    }
  });
  return pairs.sort((a, b) => a.open.node - b.open.node || a.open.at - b.open.at);
}

function isBefore(a: Place, b: Place): boolean {
  return a.node < b.node || (a.node === b.node && a.at < b.at);
}

/** The part of a line from one place up to another. */
function between(line: readonly Inline[], from: Place, to: Place): readonly Inline[] {
  const part: Inline[] = [];
  for (let i = from.node; i <= to.node && i < line.length; i++) {
    const node = line[i];
    if (node === undefined) continue;
    if (node.kind !== 'text') {
      if (i < to.node) part.push(node);
      continue;
    }
    const value = node.value.slice(i === from.node ? from.at : 0, i === to.node ? to.at : undefined);
    if (value !== '') part.push({ kind: 'text', value });
  }
  return part;
}
