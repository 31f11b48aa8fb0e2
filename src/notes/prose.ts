import type { Block, Inline, TableCell } from '../markdown/tree.ts';
import { plainText, textOfTag } from '../markdown/walk.ts';

/** Plain text that remembers where its parts stand in the file. Offsets are UTF-16 units of `text`. */
export interface Prose {
  readonly text: string;
  /**
   * Four numbers a paragraph, heading, callout title, table row or block of code, in order: offset, first line, last line, and the line of the list item it
   * stands in (0: in none). It ends where the next begins.
   */
  readonly places: readonly number[];
  /** Two numbers a stretch that is no prose (code, formulas, links, tags), in order: offsets of its start and its end. */
  readonly covered: readonly number[];
}

/** The text of one top-level block as `plainText` gives it, trimmed, with its places. */
export function proseOfBlock(block: Block): Prose {
  return proseOfBlocks([block]);
}

/** The same of blocks that stand together, such as a footnote's. */
export function proseOfBlocks(blocks: readonly Block[]): Prose {
  const writer = new ProseWriter();
  writer.blocks(blocks, 0);
  const text = writer.text.trim();
  const shift = writer.text.length - writer.text.trimStart().length;
  if (shift === 0) return { text, places: writer.places, covered: writer.covered };
  const moved = (offset: number): number => Math.max(0, offset - shift);
  return { text, places: writer.places.map((value, i) => (i % 4 === 0 ? moved(value) : value)), covered: writer.covered.map(moved) };
}

/** Appends the numbers of a text that stands `base` characters behind the start of the text they are appended for. */
export function pushMoved(part: Pick<Prose, 'places' | 'covered'>, base: number, places: number[], covered: number[]): void {
  let i = 0;
  for (const value of part.places) {
    places.push(i % 4 === 0 ? value + base : value);
    i += 1;
  }
  for (const value of part.covered) covered.push(value + base);
}

class ProseWriter {
  text = '';
  readonly places: number[] = [];
  readonly covered: number[] = [];

  blocks(blocks: readonly Block[], item: number): void {
    const start = this.text.length;
    for (const block of blocks) {
      if (this.text.length > start && !this.text.endsWith('\n')) this.text += '\n';
      this.block(block, item);
    }
  }

  private block(block: Block, item: number): void {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        this.place(block.line, block.endLine, item);
        this.inlines(block.children);
        break;
      case 'list':
        for (const entry of block.items) {
          if (entry !== block.items[0]) this.text += '\n';
          this.blocks(entry.blocks, entry.line);
        }
        break;
      case 'quote':
        this.blocks(block.blocks, item);
        break;
      case 'callout':
        this.callout(block, item);
        break;
      case 'code':
      case 'math':
        this.place(block.line, block.endLine, item);
        this.cover(block.value.trimEnd());
        break;
      case 'table':
        for (const [i, row] of [block.head, ...block.rows].entries()) this.row(row, i, block.line, item);
        break;
      case 'rule':
      case 'html':
        break;
    }
  }

  private callout(block: Extract<Block, { kind: 'callout' }>, item: number): void {
    const start = this.text.length;
    this.place(block.line, block.line, item);
    if (plainText(block.title) === block.titleText) this.inlines(block.title);
    else this.cover(block.titleText);
    const inner = new ProseWriter();
    inner.blocks(block.blocks, item);
    if (inner.text === '') return;
    if (this.text.length > start) this.text += '\n';
    const base = this.text.length;
    this.text += inner.text;
    pushMoved(inner, base, this.places, this.covered);
  }

  private row(row: readonly TableCell[], at: number, line: number, item: number): void {
    if (at > 0) this.text += '\n';
    // The line of signs below the head is no row.
    const own = line + at + (at > 0 ? 1 : 0);
    this.place(own, own, item);
    for (const [i, cell] of row.entries()) {
      if (i > 0) this.cover('\t');
      this.inlines(cell.children);
    }
  }

  private inlines(inlines: readonly Inline[]): void {
    for (const inline of inlines) {
      switch (inline.kind) {
        case 'text':
          this.text += inline.value;
          break;
        case 'break':
          this.text += '\n';
          break;
        case 'strong':
        case 'emphasis':
        case 'strike':
        case 'highlight':
          this.inlines(inline.children);
          break;
        case 'embed':
        case 'remote':
        case 'footnote':
        case 'inline-footnote':
          break;
        case 'html':
          this.text += textOfTag(inline.value);
          break;
        case 'code':
        case 'math':
        case 'tag':
        case 'external':
        case 'link':
          this.cover(plainText([inline]));
          break;
      }
    }
  }

  private place(line: number, endLine: number, item: number): void {
    this.places.push(this.text.length, line, endLine, item);
  }

  private cover(text: string): void {
    if (text !== '') this.covered.push(this.text.length, this.text.length + text.length);
    this.text += text;
  }
}
