// Controls, bidirectional marks, embeddings and isolates, zero-width space, line and paragraph separators, BOM, lone surrogates. Joiners stay: emoji need them.
const UNSAFE = /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cc}|\p{Surrogate}/gu;

/**
 * Text from a vault made safe for one line of a terminal or log: control and bidirectional characters, which could move the cursor, recolour
 * or reorder what is read, come out as `\u{1b}`. Everything else is kept.
 */
export function visibleText(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
