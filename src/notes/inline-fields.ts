import { withoutCode } from './code-spans.ts';

/** Key and value of a field, both as written. */
export type InlineField = readonly [key: string, value: string];

/** Brackets that may hold a field. */
const CLOSER: Readonly<Record<string, string>> = { '[': ']', '(': ')' };
/** Key of a field that fills its line: list and quote marks before it and emphasis around it are dropped. Behind an opening bracket stands none. */
const LINE_KEY = /^[^\w\p{L}[(]*([\w\p{L}][\w\s/\p{L}\p{M}\p{Extended_Pictographic}\p{Join_Control}-]*)(?:[*~`][_*~`]*)?$/u;
/** What is not part of a canonical key: letters, digits, emoji, `_`, `-` and white space are. */
const NO_KEY_CHARACTER = /[^0-9\p{L}\p{M}_\s\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Join_Control}-]+/gu;

/**
 * Dataview's inline fields of a text, line by line, keys as written: `[key:: value]` and `(key:: value)` anywhere, or `key:: value` filling a line
 * that holds no bracketed field. Values are trimmed source; nested brackets must pair, `\` escapes one. Code spans hold no fields.
 */
export function parseInlineFields(text: string): readonly InlineField[] {
  if (!text.includes('::')) return [];
  return text.split('\n').flatMap((line) => (line.includes('::') ? fieldsOfLine(line) : []));
}

/** The fields in brackets of one line, and no others: what counts in a task or a row of a table. */
export function parseBracketedFields(line: string): readonly InlineField[] {
  return line.includes('::') ? bracketedFields(line, withoutCode(line)) : [];
}

/** Dataview's canonical form of a key: lower case, white space to `-`, punctuation and markup dropped. */
export function canonicalKey(key: string): string {
  return key.replace(NO_KEY_CHARACTER, '').replace(/\s+/gu, '-').toLowerCase();
}

function fieldsOfLine(line: string): readonly InlineField[] {
  const masked = withoutCode(line);
  const bracketed = bracketedFields(line, masked);
  if (bracketed.length > 0) return bracketed;
  const separator = masked.indexOf('::');
  if (separator === -1) return [];
  const key = LINE_KEY.exec(line.slice(0, separator).trim())?.[1]?.trim();
  return key === undefined || key === '' ? [] : [[key, line.slice(separator + 2).trim()]];
}

/** `masked` is the line with its code spans blotted out. */
function bracketedFields(line: string, masked: string): readonly InlineField[] {
  const fields: { readonly start: number; readonly field: InlineField }[] = [];
  for (const [opener, closer] of Object.entries(CLOSER)) {
    const ends = closersOf(masked, opener, closer);
    let from = 0;
    for (const [start, end] of ends) {
      if (start < from) continue;
      const separator = separatorAfter(masked, start + 1);
      if (separator === -1 || separator > end) continue;
      const key = line.slice(start + 1, separator).trim();
      if (key === '') continue;
      fields.push({ start, field: [key, line.slice(separator + 2, end).trim()] });
      from = end + 1;
    }
  }
  return fields.sort((a, b) => a.start - b.start).map(({ field }) => field);
}

/** The `::` that ends the key starting at `start`; -1 when a bracket comes first. */
function separatorAfter(line: string, start: number): number {
  for (let i = start; i < line.length; i += 1) {
    const char = line[i];
    if (char === ':' && line[i + 1] === ':') return i;
    if (char === '[' || char === ']' || char === '(' || char === ')') return -1;
  }
  return -1;
}

/** Place of each opening bracket with the place of the one that closes it, in order of the opening ones; unpaired and escaped ones left out. */
function closersOf(line: string, opener: string, closer: string): readonly (readonly [number, number])[] {
  const open: number[] = [];
  const pairs: [number, number][] = [];
  for (let i = 0; i < line.length; i += 1) {
    const char = line[i];
    if (char === '\\') i += 1;
    else if (char === opener) open.push(i);
    else if (char === closer) {
      const start = open.pop();
      if (start !== undefined) pairs.push([start, i]);
    }
  }
  return pairs.sort((a, b) => a[0] - b[0]);
}
