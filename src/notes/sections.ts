import type { Config } from '../config/config.ts';
import { SECTION_NAMES, type SectionName } from '../config/names.ts';
import { sourceWithoutComments } from '../markdown/comments.ts';
import type { Block, ListItem, Tree } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import type { NoteFile } from '../vault/vault.ts';
import { exactSize } from './exact-size.ts';
import { type KeepText, keepAsIs } from './kept-text.ts';
import type { Heading, Section, SectionItem } from './note.ts';

/** Heading names that mean a section, besides those in config. Compared without case, signs and emoji. */
const SYNONYMS: Readonly<Record<SectionName, readonly string[]>> = {
  summary: ['summary', 'overview', 'tl dr', 'tldr', 'abstract', 'recap', 'meeting summary', 'executive summary'],
  actions: [
    'action items',
    'actions',
    'action',
    'next steps',
    'tasks',
    'to do',
    'todo',
    'todos',
    'follow ups',
    'follow up',
    'action points',
  ],
  decisions: ['decisions', 'decision', 'decisions made', 'key decisions', 'decided', 'agreed', 'agreements'],
  facts: ['key information', 'key facts', 'facts', 'key points', 'key takeaways', 'takeaways', 'key info'],
  topics: ['topics', 'topic', 'themes', 'topics discussed'],
  context: ['recent context', 'context', 'recent activity', 'history'],
  related: ['related', 'related notes', 'see also', 'links'],
  attendees: ['attendees', 'participants', 'present', 'who was there', 'people'],
};

const LIST_MARK = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[.\](?=\s|$)\s*)?/u;
/** What folding leaves as it is, but for case. */
const PLAIN_WORDS = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;
const BLOCK_ID = /\s+\^[A-Za-z0-9-]+\s*$/u;
/** `Storage:`, `**Storage**:`, `**Storage:**`: what names a group of items. */
const LABEL = /:[*_]*$/u;

/** Lookup from a heading's folded text to its section; config adds names. */
export function sectionNames(config: Config): ReadonlyMap<string, SectionName> {
  const names = new Map<string, SectionName>();
  for (const name of SECTION_NAMES) {
    for (const text of [...SYNONYMS[name], ...(config.sections[name] ?? [])]) names.set(foldHeading(text), name);
  }
  return names;
}

/**
 * Sections of a note in order: each from its heading to the next heading of the same or a higher level. Items and text under an inner heading
 * that means a section of its own are that section's alone.
 */
export function sectionsFrom(
  file: NoteFile,
  tree: Tree,
  headings: readonly Heading[],
  names: ReadonlyMap<string, SectionName>,
  keep: KeepText = keepAsIs,
): readonly Section[] {
  const linesOf = linesOfBody(file);
  const idOfLine = new Map(headings.map((heading) => [heading.line, heading.id]));
  const sections: Section[] = [];
  tree.blocks.forEach((block, at) => {
    if (block.kind !== 'heading') return;
    const name = names.get(foldHeading(plainText(block.children)));
    if (name === undefined) return;
    const all = blocksUnder(tree.blocks, at, block.level);
    const own = withoutInnerSections(all, names);
    sections.push({
      name,
      line: block.line,
      endLine: all.at(-1)?.endLine ?? block.endLine,
      headingId: idOfLine.get(block.line) ?? '',
      items: exactSize(own.flatMap((inner) => itemsOfBlock(inner, linesOf))),
      text: keep(plainText(own.filter((inner) => inner.kind !== 'list' && inner.kind !== 'rule' && inner.kind !== 'heading')).trim()),
    });
  });
  return sections;
}

/** Blocks after the heading at `at`, up to the next heading of its level or above, or a rule that closes the section. */
export function blocksUnder(blocks: readonly Block[], at: number, level: number): readonly Block[] {
  const rest = blocks.slice(at + 1);
  const end = rest.findIndex((block) => (block.kind === 'heading' && block.level <= level) || block.kind === 'rule');
  return end === -1 ? rest : rest.slice(0, end);
}

/** The blocks without those under a heading that means a section. */
function withoutInnerSections(blocks: readonly Block[], names: ReadonlyMap<string, SectionName>): readonly Block[] {
  let inner: number | null = null;
  return blocks.filter((block) => {
    if (block.kind !== 'heading') return inner === null;
    if (names.has(foldHeading(plainText(block.children)))) inner = Math.min(inner ?? block.level, block.level);
    else if (inner !== null && block.level <= inner) inner = null;
    return inner === null;
  });
}

/** Source of some lines of the body, by their numbers in the file. */
type LinesOf = (from: number, to: number) => string;

function linesOfBody(file: NoteFile): LinesOf {
  let lines: readonly string[] | null = null;
  return (from, to) => {
    lines ??= file.body.split('\n');
    return lines.slice(from - file.bodyLine, to - file.bodyLine + 1).join('\n');
  };
}

/** The items of a list, each with its whole text but without what stands in lists and blocks below it; a label's items stand for the label. */
function itemsOfBlock(block: Block, linesOf: LinesOf): readonly SectionItem[] {
  if (block.kind !== 'list') return [];
  return block.items.flatMap((item) => {
    const source = textOfItem(item, linesOf);
    const text = (source.includes('^') ? source.replace(BLOCK_ID, '') : source).trim();
    const lists = LABEL.test(text) ? item.blocks.filter((inner) => inner.kind === 'list') : [];
    if (lists.length > 0) return lists.flatMap((inner) => itemsOfBlock(inner, linesOf));
    return text === '' ? [] : [{ line: item.line, endLine: endOfText(item), text }];
  });
}

/** An item written over several lines is one text. */
function textOfItem(item: ListItem, linesOf: LinesOf): string {
  const end = endOfText(item);
  if (end === item.line) return item.source;
  return sourceWithoutComments(linesOf(item.line, end).replace(LIST_MARK, '')).replace(/\s+/gu, ' ');
}

function endOfText(item: ListItem): number {
  const [head] = item.blocks;
  return head?.kind === 'paragraph' ? Math.max(head.endLine, item.line) : item.line;
}

/** A heading as sections are told by: case, signs and emoji do not count. */
export function foldHeading(text: string): string {
  if (PLAIN_WORDS.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
