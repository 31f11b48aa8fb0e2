import type { Tree } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import type { Heading, Passage } from './note.ts';

/** The note's text cut at its headings, for search: one passage a heading, one before the first. Empty passages under a heading are kept. */
export function passagesFrom(tree: Tree, headings: readonly Heading[]): readonly Passage[] {
  const byLine = new Map(headings.map((heading) => [heading.line, heading]));
  const passages: { headingId: string | null; heading: string | null; texts: string[] }[] = [{ headingId: null, heading: null, texts: [] }];
  for (const block of tree.blocks) {
    if (block.kind === 'heading') {
      const heading = byLine.get(block.line);
      passages.push({ headingId: heading?.id ?? null, heading: heading?.text ?? null, texts: [] });
      continue;
    }
    const text = plainText([block]).trim();
    if (text !== '') passages.at(-1)?.texts.push(text);
  }
  for (const note of tree.footnotes) passages.at(-1)?.texts.push(plainText(note.blocks).trim());
  return passages
    .map(({ headingId, heading, texts }) => ({ headingId, heading, text: texts.join('\n') }))
    .filter((passage) => passage.heading !== null || passage.text !== '');
}
