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
  const heading = lastUpTo(note.headings, line, note.titleLine);
  if (note.kind === 'account') return (heading === null ? url : `${url}#${heading.id}`) as Href;
  const block = note.blocks.length === 0 ? null : lastUpTo(note.blocks, line, null);
  const item = placeOfLine(note, line)?.item ?? 0;
  // Of what stands on one line, the item is nearest, then the block.
  if (item !== 0 && item >= (block?.line ?? 0) && item >= (heading?.line ?? 0)) return `${url}#${lineAnchor(item)}` as Href;
  if (block !== null && block.line >= (heading?.line ?? 0)) return `${url}#${blockAnchor(block.id)}` as Href;
  return (heading === null ? url : `${url}#${heading.id}`) as Href;
}

/** The last of some places in a note, in order of line, that is not below a line; `but` is the line of one that does not count. */
function lastUpTo<T extends { readonly line: number }>(places: readonly T[], line: number, but: number | null): T | null {
  let best: T | null = null;
  let last = 0;
  for (const place of places) {
    const at = place.line;
    if (at > line || at < last || at === but) continue;
    best = place;
    last = at;
  }
  return best;
}
