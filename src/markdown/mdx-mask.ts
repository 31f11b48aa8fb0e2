import { MDX_FILL } from './mdx-document.ts';

/** A stretch of an MDX body that is no prose. Offsets are UTF-16 units; `end` is exclusive. */
export interface MaskedRange {
  readonly start: number;
  readonly end: number;
  /** True when it fills its lines and stands outside all Markdown. */
  readonly free: boolean;
  /** Quotes around it, whose `>` begin each of its lines. */
  readonly quotes: number;
  /** What stands for it within Markdown. */
  readonly token: string;
  /** Markdown that says the same; '' when there is none. */
  readonly text: string;
}

/** Spaces that Markdown within tags is indented by: lines are 1-based lines of the body, `last` included. */
export interface Indent {
  readonly first: number;
  readonly last: number;
  readonly spaces: number;
}

/**
 * A body with stretches taken out that are no prose; ranges are in order and do not overlap. The number of lines stays. `marked`: with a
 * token for each stretch within Markdown; else spaces stand there, so that columns stay too.
 */
export function maskedText(body: string, ranges: readonly MaskedRange[], indents: readonly Indent[], marked: boolean): string {
  let text = '';
  let from = 0;
  for (const range of ranges) {
    text += body.slice(from, range.start) + placeholder(body.slice(range.start, range.end), range, marked);
    from = range.end;
  }
  return withoutIndents(text + body.slice(from), indents);
}

function placeholder(source: string, { free, quotes, token, text }: MaskedRange, marked: boolean): string {
  const prefix = free ? /^\s*/u : new RegExp(`^(?:[ \\t]*>){0,${quotes}}[ \\t]*`, 'u');
  const lines = source.split('\n');
  return lines
    .map((line, i) => {
      const blank = (length: number): string => (i === lines.length - 1 ? ' '.repeat(length) : '');
      if (i === 0) return text !== '' ? text : marked && !free ? token : lines.length === 1 ? ' '.repeat(line.length) : '';
      const kept = prefix.exec(line)?.[0] ?? '';
      return kept + (marked && !free ? MDX_FILL : '') + blank(line.length - kept.length);
    })
    .join('\n');
}

function withoutIndents(text: string, indents: readonly Indent[]): string {
  if (indents.length === 0) return text;
  const spaces = new Map<number, number>();
  for (const { first, last, spaces: count } of indents) for (let line = first; line <= last; line += 1) spaces.set(line, count);
  return text
    .split('\n')
    .map((line, i) => {
      const count = Math.min(spaces.get(i + 1) ?? 0, line.length - line.trimStart().length);
      return line.slice(count);
    })
    .join('\n');
}
