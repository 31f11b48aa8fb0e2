/** A place in the file: 1-based line, 1-based column in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The text being parsed and where its lines begin and end. */
export interface SourceLines {
  readonly text: string;
  /** Offset of each line's first character; one more entry than lines, as if a last newline stood at the end. */
  readonly starts: readonly number[];
  /** 1-based file line of the first line. */
  readonly firstLine: number;
}

/** Finds where a piece of inline text stands in the file. Offsets count in the inline text, which has lost indents, markers and escapes. */
export interface Locator {
  readonly placeOf: (offset: number) => Place;
  /** The source between two offsets as written. */
  readonly sourceOf: (from: number, to: number) => string;
}

export function sourceLines(text: string, firstLine: number): SourceLines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  starts.push(text.length + 1);
  return { text, starts, firstLine };
}

/**
 * For inline text whose lines are the ends of consecutive source lines from `line` (0-based) on, as paragraphs are: what was taken off stood at the
 * start of each line, plus white space and `cut` characters at the end of the last one. Offsets that ascend cost constant time.
 */
export function linesLocator(source: SourceLines, content: string, line: number, cut: number): Locator {
  return new LinesLocator(source, content, line, cut);
}

class LinesLocator implements Locator {
  private readonly source: SourceLines;
  private readonly content: string;
  private readonly line: number;
  private readonly cut: number;
  private row = 0;
  private rowStart = 0;
  /** -1 as long as nothing has been asked: most text holds nothing that has a place. */
  private rowEnd = -1;

  constructor(source: SourceLines, content: string, line: number, cut: number) {
    this.source = source;
    this.content = content;
    this.line = line;
    this.cut = cut;
  }

  placeOf(offset: number): Place {
    const { source, content } = this;
    if (this.rowEnd < 0 || offset < this.rowStart) {
      this.row = 0;
      this.rowStart = 0;
      this.rowEnd = lineEnd(content, 0);
    }
    while (offset > this.rowEnd && this.rowEnd < content.length) {
      this.row += 1;
      this.rowStart = this.rowEnd + 1;
      this.rowEnd = lineEnd(content, this.rowStart);
    }
    const row = this.line + this.row;
    const start = source.starts[row] ?? source.text.length;
    let end = (source.starts[row + 1] ?? source.text.length + 1) - 1;
    if (this.rowEnd === content.length) end = trimmedEnd(source.text, start, end) - this.cut;
    return { line: source.firstLine + row, column: end - (this.rowEnd - offset) - start + 1 };
  }

  sourceOf(from: number, to: number): string {
    return this.content.slice(from, to);
  }
}

/**
 * For inline text that stands in one source line from offset `base` on, written as `raw`, where each `\|` of `raw` has become `|`. Offsets near the
 * last one cost constant time.
 */
export function cellLocator(source: SourceLines, line: number, base: number, raw: string): Locator {
  const rawOffset = raw.includes('\\|') ? escapedOffsets(raw) : (offset: number): number => offset;
  const start = source.starts[line] ?? 0;
  return {
    placeOf: (offset) => ({ line: source.firstLine + line, column: base + rawOffset(offset) - start + 1 }),
    sourceOf: (from, to) => raw.slice(rawOffset(from), rawOffset(to)),
  };
}

function escapedOffsets(raw: string): (offset: number) => number {
  let known = 0;
  let at = 0;
  return (offset) => {
    for (; known > offset; known -= 1) at -= raw.charAt(at - 1) === '|' && raw.charAt(at - 2) === '\\' ? 2 : 1;
    for (; known < offset; known += 1) at += raw.charAt(at) === '\\' && raw.charAt(at + 1) === '|' ? 2 : 1;
    return at;
  };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9)) at--;
  return at;
}
