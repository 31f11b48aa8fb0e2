import type { Config } from '../config/config.ts';
import { type DiagnosticCode, diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DocumentFile } from '../vault/vault.ts';
import type { Canvas, CanvasEdge, CanvasNode, CanvasSide, TextCard } from './canvas.ts';
import { colorFrom, readCard } from './canvas-card.ts';
import { htmlFilesFrom } from './html-files.ts';
import { fieldsOf, isFields, type JsonFields, textField } from './json-fields.ts';
import { linesOfEntries } from './json-places.ts';
import { leftOutFindings } from './left-out.ts';
import { linksOfTree } from './links.ts';
import { nameOfDocument } from './title.ts';

/** Adds a finding about the canvas; `line` in its file. */
export type ReportCanvas = (code: DiagnosticCode, line: number | null, message: string) => void;

/**
 * Reads a canvas. Pure, and throws for no content: what is no JSON has a `problem`; cards and edges that cannot be read are findings with their
 * line; fields that are not known are passed over. An empty file is an empty canvas.
 */
export function canvasFromFile(file: DocumentFile, config: Config): Canvas {
  const found: Diagnostic[] = [...file.diagnostics];
  const report: ReportCanvas = (code, line, message) => {
    found.push(diagnostic(code, { path: file.path, line, message }));
  };
  const empty = {
    kind: 'canvas',
    path: file.path,
    title: nameOfDocument(file.path),
    file,
    nodes: [],
    edges: [],
    links: [],
    htmlFiles: [],
  } as const;
  const read = fieldsFromJson(file.text);
  if (read.fields === null) {
    report('canvas-unreadable', read.line, `The canvas can not be read: ${read.problem}.`);
    return { ...empty, problem: read.problem, diagnostics: found };
  }
  const lines = linesOfEntries(file.text);
  const entries = (key: 'nodes' | 'edges'): readonly Entry[] => entriesOf(read.fields.get(key), key, lines.get(key) ?? [], report);
  const nodes: CanvasNode[] = [];
  const indexes = new Map<string, number>();
  for (const { fields, line } of entries('nodes')) {
    const node = readCard(fields, line, config.tasks.globalFilter, report);
    if (node === null) continue;
    if (indexes.has(node.id)) report('canvas-part-unread', line, `Two cards have the id ${node.id}: lines lead to the first of them.`);
    else indexes.set(node.id, nodes.length);
    nodes.push(node);
  }
  const edges = entries('edges').flatMap(({ fields, line }) => edgeFrom(fields, line, indexes, report) ?? []);
  const texts = nodes.filter((node) => node.kind === 'text');
  found.push(...texts.flatMap((card) => findingsOfText(file, card, config)));
  const links = texts.flatMap(({ tree, line }) => linksOfTree(tree).links.map((link) => ({ ...link, line: line ?? 1, column: 1 })));
  const htmlFiles = texts.flatMap(({ text, tree, line }) =>
    text.includes('<') ? htmlFilesFrom(tree).map((shown) => ({ ...shown, line: line ?? 1 })) : [],
  );
  return { ...empty, nodes, edges, links, htmlFiles, problem: null, diagnostics: found };
}

interface Entry {
  readonly fields: JsonFields;
  readonly line: number | null;
}

type Read = { readonly fields: JsonFields } | { readonly fields: null; readonly problem: string; readonly line: number | null };

function fieldsFromJson(text: string): Read {
  if (text.trim() === '') return { fields: new Map() };
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? { fields: fieldsOf(value) } : { fields: null, problem: 'it holds no object with nodes and edges', line: 1 };
  } catch (error) {
    const place = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
    const before = text.slice(0, place === undefined ? text.length : Number(place));
    return { fields: null, problem: 'it is not valid JSON', line: before.split('\n').length };
  }
}

function entriesOf(value: unknown, key: 'nodes' | 'edges', lines: readonly number[], report: ReportCanvas): readonly Entry[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    report('canvas-part-unread', null, `${key} is no list.`);
    return [];
  }
  let at = 0;
  return value.flatMap((entry: unknown) => {
    if (!isFields(entry)) {
      report('canvas-part-unread', null, `An entry of ${key} is no object.`);
      return [];
    }
    at += 1;
    return [{ fields: fieldsOf(entry), line: lines[at - 1] ?? null }];
  });
}

const SIDES: readonly CanvasSide[] = ['top', 'right', 'bottom', 'left'];

function edgeFrom(fields: JsonFields, line: number | null, indexes: ReadonlyMap<string, number>, report: ReportCanvas): CanvasEdge | null {
  const from = indexes.get(textField(fields, 'fromNode'));
  const to = indexes.get(textField(fields, 'toNode'));
  if (from === undefined || to === undefined) {
    const name = textField(fields, from === undefined ? 'fromNode' : 'toNode');
    const label = textField(fields, 'label');
    const which = label === '' ? 'A line' : `The line “${label}”`;
    report(
      'canvas-part-unread',
      line,
      `${which} ${from === undefined ? 'begins' : 'ends'} at a card that is not there (${name || 'no id'}).`,
    );
    return null;
  }
  const sideOf = (key: string): CanvasSide | null => SIDES.find((side) => side === fields.get(key)) ?? null;
  const endOf = (key: string, other: 'none' | 'arrow'): 'none' | 'arrow' => {
    const end = fields.get(key);
    return end === 'none' || end === 'arrow' ? end : other;
  };
  return {
    from,
    to,
    fromSide: sideOf('fromSide'),
    toSide: sideOf('toSide'),
    fromEnd: endOf('fromEnd', 'none'),
    toEnd: endOf('toEnd', 'arrow'),
    color: colorFrom(fields.get('color')),
    label: textField(fields, 'label').trim(),
  };
}

/** What the text of a card has to say for itself, at the line of the card. */
function findingsOfText(file: DocumentFile, card: TextCard, config: Config): readonly Diagnostic[] {
  const { path } = file;
  const remotes = config.images.remote ? [] : linksOfTree(card.tree).remotes;
  return [
    ...card.tree.problems.map(({ code, message, hint }) => diagnostic(code, { path, line: card.line, message, hint })),
    ...leftOutFindings({ path, body: card.text }, card.tree, remotes).map((finding) => ({ ...finding, line: card.line })),
  ];
}
