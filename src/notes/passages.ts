import type { Tree } from '../markdown/tree.ts';
import { exactSize } from './exact-size.ts';
import type { Heading, Passage } from './note.ts';
import { type Prose, proseOfBlock, proseOfBlocks } from './prose.ts';

/** The note's text cut at its headings: one passage a heading, one before the first. Empty passages under a heading are kept. */
export function passagesFrom(tree: Tree, headings: readonly Heading[]): readonly Passage[] {
  const byLine = new Map(headings.map((heading) => [heading.line, heading]));
  const passages: { headingId: string | null; heading: string | null; parts: Prose[] }[] = [{ headingId: null, heading: null, parts: [] }];
  for (const block of tree.blocks) {
    if (block.kind === 'heading') {
      const heading = byLine.get(block.line);
      passages.push({ headingId: heading?.id ?? null, heading: heading?.text ?? null, parts: [] });
      continue;
    }
    const prose = proseOfBlock(block);
    if (prose.text !== '') passages.at(-1)?.parts.push(prose);
  }
  for (const note of tree.footnotes) {
    const prose = proseOfBlocks(note.blocks);
    // Items of a footnote that nothing refers to are on no page.
    passages.at(-1)?.parts.push({ ...prose, places: prose.places.map((value, i) => (i % 4 === 3 ? 0 : value)) });
  }
  return passages
    .map(({ headingId, heading, parts }) => {
      const { text, places, covered } = joined(parts);
      return { headingId, heading, text, places: exactSize(places), covered: exactSize(covered) };
    })
    .filter((passage) => passage.heading !== null || passage.text !== '');
}

function joined(parts: readonly Prose[]): Prose {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const places: number[] = [];
  const covered: number[] = [];
  let base = 0;
  for (const part of parts) {
    for (const [i, value] of part.places.entries()) places.push(i % 4 === 0 ? value + base : value);
    for (const value of part.covered) covered.push(value + base);
    base += part.text.length + 1;
  }
  return { text: parts.map(({ text }) => text).join('\n'), places, covered };
}
