/** A stretch of text by UTF-16 offsets; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/u;
const LIST_ITEM = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/u;
/** A line that starts a block of its own, so that no code span reaches into it. */
const NEW_BLOCK = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]|#{1,6}[ \t]|\|)/u;

/**
 * Where code stands in the raw text of a note: fenced blocks, indented blocks, code spans. Frontmatter holds no code. A simple scan for text
 * that must not be touched, sorted, without overlap; the Markdown parser has the last word on what is shown as code.
 */
export function codeRangesFrom(text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let start = frontmatterEnd(text);
  let fence: { readonly marks: string; readonly start: number } | null = null;
  let paragraph = start;
  let inList = false;
  let afterBlank = true;
  let indented = false;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const next = newline === -1 ? text.length : newline + 1;
    const line = text.slice(start, end);
    const marks = FENCE.exec(line);
    if (fence !== null) {
      if (marks?.[1]?.startsWith(fence.marks) && marks[2]?.trim() === '') {
        ranges.push({ start: fence.start, end });
        fence = null;
        paragraph = next;
      }
    } else if (marks?.[1] !== undefined && !(marks[1].startsWith('`') && marks[2]?.includes('`'))) {
      pushSpans(ranges, text, paragraph, start);
      fence = { marks: marks[1], start };
    } else if (line.trim() === '') {
      pushSpans(ranges, text, paragraph, start);
      paragraph = next;
    } else {
      if (NEW_BLOCK.test(line)) {
        pushSpans(ranges, text, paragraph, start);
        paragraph = start;
      }
      const isIndented = /^(?: {4}| {0,3}\t)/u.test(line);
      if (LIST_ITEM.test(line) && !(isIndented && !inList && afterBlank)) inList = true;
      else if (!isIndented && afterBlank && !/^[ \t]/u.test(line)) inList = false;
      if (isIndented && !inList && (afterBlank || indented)) {
        ranges.push({ start, end });
        paragraph = next;
        indented = true;
      } else indented = false;
    }
    afterBlank = line.trim() === '';
    start = next;
  }
  if (fence !== null) ranges.push({ start: fence.start, end: text.length });
  else pushSpans(ranges, text, paragraph, text.length);
  return ranges;
}

/** Code spans of one paragraph: a run of backticks up to the next run of the same length. */
function pushSpans(ranges: TextRange[], text: string, start: number, end: number): void {
  if (start >= end) return;
  const paragraph = text.slice(start, end);
  if (!paragraph.includes('`')) return;
  const runs = [...paragraph.matchAll(/`+/gu)];
  // Next run of the same length after each one, found from the back so that the whole is linear.
  const nextOfLength = new Map<number, number>();
  const closers: (number | undefined)[] = new Array<number | undefined>(runs.length);
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.[0].length ?? 0;
    closers[index] = nextOfLength.get(length);
    nextOfLength.set(length, index);
  }
  for (let index = 0; index < runs.length; index += 1) {
    const closer = closers[index];
    if (closer === undefined) continue;
    const opened = runs[index]?.index ?? 0;
    const closed = runs[closer];
    ranges.push({ start: start + opened, end: start + (closed?.index ?? 0) + (closed?.[0].length ?? 0) });
    index = closer;
  }
}

function frontmatterEnd(text: string): number {
  if (!text.startsWith('---\n')) return 0;
  const close = text.indexOf('\n---', 3);
  return close === -1 ? 0 : close + 4;
}
