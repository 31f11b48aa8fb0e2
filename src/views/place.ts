import type { Href, PageUrl } from '../graph/graph.ts';
import { blockAnchor, lineAnchor } from '../markdown/anchors.ts';
import type { Note, Passage } from '../notes/note.ts';

/** Where a line of a note stands in its text. */
export interface TextPlace {
  readonly passage: Passage;
  /** Offsets of the paragraph, item or row. */
  readonly from: number;
  readonly to: number;
  /** Line of the list item it stands in; 0: in none. */
  readonly item: number;
}

/** The paragraph, item or row of a note that holds a line; null for headings, frontmatter and lines without text. */
export function placeOfLine(note: Note, line: number): TextPlace | null {
  for (const passage of note.passages) {
    const { places, text } = passage;
    for (let i = 0; i < places.length; i += 4) {
      if ((places[i + 1] ?? 0) <= line && line <= (places[i + 2] ?? 0))
        return { passage, from: places[i] ?? 0, to: places[i + 4] ?? text.length, item: places[i + 3] ?? 0 };
    }
  }
  return null;
}

/**
 * The place of a line on the page of its note: its list item, else the heading or block with an id that is nearest above it, else the page. An
 * account's page shows its note's lists in assembled parts, so there only headings count.
 */
export function hrefOfPlace(note: Note, url: PageUrl, line: number): Href {
  const item = note.kind === 'account' ? 0 : (placeOfLine(note, line)?.item ?? 0);
  const anchors = [
    ...note.headings.filter((heading) => heading.line !== note.titleLine).map((heading) => ({ line: heading.line, id: heading.id })),
    ...(note.kind === 'account' ? [] : note.blocks.map((block) => ({ line: block.line, id: blockAnchor(block.id) }))),
    ...(item === 0 ? [] : [{ line: item, id: lineAnchor(item) }]),
  ];
  let best: { readonly line: number; readonly id: string } | null = null;
  for (const anchor of anchors) if (anchor.line <= line && (best === null || anchor.line >= best.line)) best = anchor;
  return (best === null ? url : `${url}#${best.id}`) as Href;
}
