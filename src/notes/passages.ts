import type { Tree } from '../markdown/tree.ts';
import { exactSize } from './exact-size.ts';
import { type KeepText, keepAsIs } from './kept-text.ts';
import type { Heading, Passage } from './note.ts';
import { type Prose, proseOfBlock, proseOfBlocks, pushMoved } from './prose.ts';

/** The note's text cut at its headings: one passage a heading, one before the first. Empty passages under a heading are kept. */
export function passagesFrom(tree: Tree, headings: readonly Heading[], keep: KeepText = keepAsIs): readonly Passage[] {
  const byLine = new Map(headings.map((heading) => [heading.line, heading]));
  const passages: { headingId: string | null; heading: string | null; parts: Prose[] }[] = [{ headingId: null, heading: null, parts: [] }];
  for (const block of tree.blocks) {
    if (block.kind === 'heading') {
      const heading = byLine.get(block.line);
      passages.push({ headingId: heading?.id ?? null, heading: heading?.text ?? null, parts: [] });
      continue;
    }
    const prose = proseOfBlock(block);
    if (prose.text !== '') passages[passages.length - 1]?.parts.push(prose);
  }
  for (const note of tree.footnotes) {
    const prose = proseOfBlocks(note.blocks);
    // Items of a footnote that nothing refers to are on no page.
    passages.at(-1)?.parts.push({ ...prose, places: prose.places.map((value, i) => (i % 4 === 3 ? 0 : value)) });
  }
  return passages
    .map(({ headingId, heading, parts }) => {
      const { text, places, covered } = joined(parts);
      return { headingId, heading, text: keep(text), places: exactSize(places), covered: exactSize(covered) };
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
    pushMoved(part, base, places, covered);
    base += part.text.length + 1;
  }
  return { text: parts.map(({ text }) => text).join('\n'), places, covered };
}
