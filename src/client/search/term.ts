/** Keys that stand one after the other, or in one word with punctuation. The last may be the beginning of a longer key. */
export interface Sequence {
  readonly keys: readonly string[];
  readonly open: boolean;
}

/** One thing that is asked for: a word, a phrase, a date. */
export interface Term {
  /** As it was typed. */
  readonly text: string;
  /** A page answers that has any of these. */
  readonly any: readonly Sequence[];
  /** The reader may still be typing it: words that begin so are offered too. */
  readonly typing: boolean;
  /** The key of one word of letters, which may have been mistyped. */
  readonly word: string | null;
}
