import { foldedText } from './fold.ts';
import { Tokens, UNSPACED, WORD } from './tokens.ts';

/** One place where a name stands in a text. Offsets are UTF-16 units of the text as given. */
export interface NamePlace {
  /** Index of the name in the list. */
  readonly name: number;
  readonly start: number;
  readonly end: number;
}

/** Finds names that stand as whole words, overlapping ones too, in the order of their starts, shorter ones first. */
export type NameFinder = (text: string) => readonly NamePlace[];

/** Signs that make one word of what stands on both sides: an address, a compound, a handle. */
const JOINT = /[-.@\\\u2010\u2011]/u;

/** What the beginning of a name is known for: that a name goes on behind it, that it is one. */
const GOES_ON = 1;
const ENDS = 2;

const NONE: readonly NamePlace[] = [];

/**
 * A finder of names, folded by `foldedText`, unique, without white space at their ends. A text is read once, token by token, and is folded only
 * where the hashes of its tokens are those of a name.
 */
export function nameFinderFrom(names: readonly string[]): NameFinder {
  const numbers = new Map(names.map((name, i) => [name, i]));
  const tokens = new Tokens();
  const beginnings = beginningsOf(names, tokens);
  const mask = beginnings.length - 1;

  /** Null for a text that must be folded as a whole before it is read. */
  const find = (text: string, isFolded: boolean): readonly NamePlace[] | null => {
    let found: NamePlace[] | null = null;
    tokens.isUneven = false;
    for (let start = tokens.pastSpace(text, 0), next = start; start < text.length; start = tokens.pastSpace(text, next)) {
      next = tokens.read(text, start, 0);
      let known = beginnings[tokens.hash & mask] ?? 0;
      for (let end = next; known !== 0; known = beginnings[tokens.hash & mask] ?? 0) {
        const name = (known & ENDS) === 0 ? undefined : numbers.get(foldedText(text.slice(start, end)).text);
        if (name !== undefined && isWhole(text, start, end)) {
          found ??= [];
          found.push({ name, start, end });
        }
        if ((known & GOES_ON) === 0 || end >= text.length) break;
        end = tokens.read(text, end, tokens.hash);
      }
      if (tokens.isUneven && !isFolded) return null;
    }
    return found ?? NONE;
  };

  return (text) => {
    const places = find(text, false);
    if (places !== null) return places;
    const folded = foldedText(text);
    return (find(folded.text, true) ?? NONE).map(({ name, start, end }) => ({ name, start: folded.at(start), end: folded.at(end) }));
  };
}

/** By the lowest bits of a hash: whether names begin with tokens of that hash, or are made of them. Several hashes may share an entry. */
function beginningsOf(names: readonly string[], tokens: Tokens): Uint8Array {
  const units = names.reduce((sum, { length }) => sum + length, 0);
  const beginnings = new Uint8Array(2 ** Math.ceil(Math.log2(units * 2 + 2)));
  for (const name of names) {
    tokens.hash = 0;
    for (let at = 0; at < name.length; ) {
      at = tokens.read(name, at, tokens.hash);
      const entry = tokens.hash & (beginnings.length - 1);
      beginnings[entry] = (beginnings[entry] ?? 0) | (at < name.length ? GOES_ON : ENDS);
    }
  }
  return beginnings;
}

/** Unicode's idea of a word is enough here: no letter, mark or digit goes on at either end, unless the script puts no space between words. */
function isWhole(text: string, start: number, end: number): boolean {
  const first = signAt(text, start);
  const final = signBefore(text, end);
  const before = signBefore(text, start);
  const after = signAt(text, end);
  if (WORD.test(before) && !(UNSPACED.test(first) || UNSPACED.test(before))) return false;
  if (WORD.test(after) && !(UNSPACED.test(final) || UNSPACED.test(after))) return false;
  if (before === '@' || after === '@') return false;
  return !(JOINT.test(before) && WORD.test(signBefore(text, start - 1))) && !(JOINT.test(after) && WORD.test(signAt(text, end + 1)));
}

function signAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function signBefore(text: string, offset: number): string {
  if (offset < 1) return '';
  const low = text.charCodeAt(offset - 1);
  return offset > 1 && low >= 0xdc00 && low <= 0xdfff ? text.slice(offset - 2, offset) : text.slice(offset - 1, offset);
}
