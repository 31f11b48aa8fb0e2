import type { Config } from '../config/config.ts';
import { SECTION_NAMES, type SectionName } from '../config/names.ts';
import type { Block, Tree } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
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

/** Lookup from a heading's folded text to its section; config adds names. */
export function sectionNames(config: Config): ReadonlyMap<string, SectionName> {
  const names = new Map<string, SectionName>();
  for (const name of SECTION_NAMES) {
    for (const text of [...SYNONYMS[name], ...(config.sections[name] ?? [])]) names.set(foldHeading(text), name);
  }
  return names;
}

/** Sections of a note in order: each from its heading to the next heading of the same or a higher level. */
export function sectionsFrom(tree: Tree, headings: readonly Heading[], names: ReadonlyMap<string, SectionName>): readonly Section[] {
  const idOfLine = new Map(headings.map((heading) => [heading.line, heading.id]));
  const sections: Section[] = [];
  tree.blocks.forEach((block, at) => {
    if (block.kind !== 'heading') return;
    const name = names.get(foldHeading(plainText(block.children)));
    if (name === undefined) return;
    const own = blocksUnder(tree.blocks, at, block.level);
    sections.push({
      name,
      line: block.line,
      endLine: own.at(-1)?.endLine ?? block.endLine,
      headingId: idOfLine.get(block.line) ?? '',
      items: own.flatMap(itemsOfBlock),
      text: plainText(own.filter((inner) => inner.kind !== 'list' && inner.kind !== 'rule' && inner.kind !== 'heading')).trim(),
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

function itemsOfBlock(block: Block): readonly SectionItem[] {
  if (block.kind !== 'list') return [];
  return block.items.flatMap((item) => {
    const text = item.source.replace(/\s+\^[A-Za-z0-9-]+\s*$/u, '').trim();
    return text === '' ? [] : [{ line: item.line, text }];
  });
}

function foldHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
