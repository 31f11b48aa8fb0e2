import { stringify } from 'yaml';
import { sourceWithoutComments } from '../markdown/comments.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Tree } from '../markdown/tree.ts';
import { plainText, walkBlocks } from '../markdown/walk.ts';
import { digestOf } from '../vault/digest.ts';
import type { DocumentFile } from '../vault/vault.ts';
import { parseFullYaml } from '../vault/yaml-full.ts';
import { isPrivateText } from './private-marks.ts';
import type { Profile } from './profile.ts';
import { SOURCE_LINE, withholdBlocks } from './withhold-blocks.ts';
import { htmlWithoutHidden } from './withhold-html.ts';

/**
 * A canvas or base without what the profile withholds, as a file: of cards what is withheld from notes, groups and lines whose label says that they are
 * private with all cards in such a group, comments. What can not be read is given as it is; it has to be kept out by its reader's problem.
 */
export function withheldDocument(file: DocumentFile, profile: Profile): DocumentFile {
  const text = file.kind === 'canvas' ? canvasWithout(file.text, profile) : baseWithout(file.text);
  return text === file.text ? file : { ...file, text, digest: digestOf(text) };
}

/** What of a document the profile withholds, in words, such as `2 cards`; for its audit. Empty: nothing. */
export function withheldOfDocument(file: DocumentFile, profile: Profile): readonly string[] {
  const { text } = withheldDocument(file, profile);
  if (text === file.text) return [];
  if (file.kind === 'base') return ['comments'];
  const [before, after] = [jsonFrom(file.text), jsonFrom(text)].map((canvas) => ({
    nodes: entriesOf(canvas?.['nodes']),
    edges: entriesOf(canvas?.['edges']),
  }));
  const shown = new Map(after?.nodes.map((node) => [node['id'], node['text']]));
  const nodes = before?.nodes ?? [];
  const gone = nodes.filter(({ id }) => !shown.has(id));
  const groups = gone.filter(({ type }) => type === 'group').length;
  const cut = nodes.filter(
    ({ id, text: said }) => shown.has(id) && typeof said === 'string' && shown.get(id) !== withoutReturns(said),
  ).length;
  const lines = (before?.edges.length ?? 0) - (after?.edges.length ?? 0);
  return [
    counted(gone.length - groups, 'card'),
    counted(groups, 'group'),
    cut === 0 ? '' : `parts of ${counted(cut, 'card')}`,
    counted(lines, 'line'),
  ].filter((words) => words !== '');
}

function withoutReturns(text: string): string {
  return text.replace(/\r\n?/gu, '\n');
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

type Json = Readonly<Record<string, unknown>>;

function canvasWithout(text: string, profile: Profile): string {
  const canvas = jsonFrom(text);
  if (canvas === null) return text;
  const nodes = entriesOf(canvas['nodes']);
  const closed = nodes.filter((node) => node['type'] === 'group' && isPrivateText(String(node['label'] ?? '')));
  const kept = nodes.flatMap((node): Json[] => {
    if (closed.some((group) => group === node || liesIn(node, group))) return [];
    if (node['type'] !== 'text' || typeof node['text'] !== 'string') return [node];
    const shown = cardWithout(withoutReturns(node['text']), profile);
    return shown === null ? [] : [{ ...node, text: shown }];
  });
  const ids = new Set(kept.map(({ id }) => id));
  const gone = new Set(nodes.map(({ id }) => id).filter((id) => !ids.has(id)));
  const edges = entriesOf(canvas['edges']).filter(
    ({ fromNode, toNode, label }) => !gone.has(fromNode) && !gone.has(toNode) && !isPrivateText(String(label ?? '')),
  );
  return JSON.stringify({ nodes: kept, edges }, null, 1);
}

/** The text of a card as the profile shows it; null for a card of which nothing is left, or of which it can not be told what is left. */
function cardWithout(text: string, profile: Profile): string | null {
  const whole = parseMarkdown(text, { bodyLine: 1 });
  const { tree, parts, lines: changed } = withholdBlocks(whole, profile);
  if (parts.length === 0 && changed.length === 0 && wordsOf(whole) === wordsOf(tree)) return text;
  if (tree.blocks.length === 0) return null;
  const lines = text.split('\n');
  const shown = lines.map(() => '');
  walkBlocks(tree, (block) => {
    const ends = block.kind === 'list' ? block.items.map(({ line }) => [line, line] as const) : [[block.line, endOf(block)] as const];
    for (const [from, to] of ends) {
      const source = htmlWithoutHidden(sourceWithoutComments(lines.slice(from - 1, to).join('\n'))).split('\n');
      for (const [i, line] of source.entries())
        shown[from - 1 + i] = changed.reduce((left, [old, put]) => left.replace(old, () => put), line);
    }
  });
  if (!profile.sources) for (const [i, line] of shown.entries()) if (SOURCE_LINE.test(line.replace(/^[\s>*_+-]+/u, ''))) shown[i] = '';
  for (const { line, endLine, why } of parts) if (why !== 'source') shown.fill('', line - 1, endLine);
  // Lines of a source are no blocks: what the rest would say by itself must be what was left.
  const left = shown.join('\n').trim();
  return wordsOf(parseMarkdown(left, { bodyLine: 1 })) === wordsOf(tree) ? left : null;
}

function endOf(block: { readonly kind: string; readonly line: number; readonly endLine: number }): number {
  return block.kind === 'quote' || block.kind === 'callout' ? block.line : block.endLine;
}

function wordsOf(tree: Tree): string {
  return [tree.blocks, ...tree.footnotes.map(({ blocks }) => blocks)].map(plainText).join('\n').replace(/\s+/gu, ' ').trim();
}

/** A base as its values alone: its source is shown, and YAML has comments of its own. */
function baseWithout(text: string): string {
  if (!text.includes('#')) return text;
  const read = parseFullYaml(text);
  return read.kind === 'mapping' ? stringify(read.properties) : text;
}

function jsonFrom(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function entriesOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the middle of a card lies in a group. */
function liesIn(card: Json, group: Json): boolean {
  const number = (of: Json, key: string): number => (typeof of[key] === 'number' ? of[key] : 0);
  const [x, y] = [number(card, 'x') + number(card, 'width') / 2, number(card, 'y') + number(card, 'height') / 2];
  const [left, top] = [number(group, 'x'), number(group, 'y')];
  return x >= left && x <= left + number(group, 'width') && y >= top && y <= top + number(group, 'height');
}
