import { evenSpaces } from '../markdown/spaces.ts';
import type { Inline, Tree } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import { bodyFieldOf, isHeadField } from './body-fields.ts';
import { type KeepText, keepAsIs } from './kept-text.ts';
import type { Section } from './note.ts';

/** Characters of a note's excerpt. */
const EXCERPT_LENGTH = 300;
/** A paragraph shorter than this says too little. */
const LEAST = 40;
const SOURCE_LINE = /^\s*sources?\s*[:：]/iu;

/** What sums a note up: its summary, else the first paragraph that says something. Lines that only say who, when and from where are passed over. */
export function excerptFrom(tree: Tree, sections: readonly Section[], keep: KeepText = keepAsIs): string {
  const summary = sections.find((section) => section.name === 'summary' && section.text !== '')?.text;
  const prose = summary ?? firstProse(tree) ?? '';
  const text = evenSpaces(prose).trim();
  if (text.length <= EXCERPT_LENGTH) return keep(text);
  return keep(`${text.slice(0, text.lastIndexOf(' ', EXCERPT_LENGTH)).replace(/[\s,.;:–—-]+$/u, '')}…`);
}

function firstProse(tree: Tree): string | undefined {
  for (const block of tree.blocks) {
    if (block.kind !== 'paragraph') continue;
    const lines = linesOf(block.children).filter((line) => !isHeadField(bodyFieldOf(line, block.line)));
    const text = lines
      .map((line) => plainText(line))
      .filter((line) => !SOURCE_LINE.test(line))
      .join(' ')
      .trim();
    if (text.length > LEAST) return text;
  }
  return undefined;
}

function linesOf(children: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]];
  for (const child of children) {
    if (child.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines;
}
