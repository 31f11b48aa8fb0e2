/** A character that does not fit into one byte. */
const WIDE = /[^\0-\xff]/;
/** Texts shorter than this are not worth a look. */
const LEAST = 24;
/** Where texts are written to be read back with one byte a character; longer ones stay as they are. */
const scratch = Buffer.alloc(16 * 1024);

/** Gives back the same text, in as little memory as it takes. */
export type KeepText = (text: string) => string;

/**
 * For the texts that a note keeps of its body: equal ones are kept once, and of a body with a `’` or an emoji somewhere, which takes two bytes a
 * character, the texts without such a sign take one.
 */
export function textKeeper(body: string): KeepText {
  const isWide = WIDE.test(body);
  const kept: string[] = [];
  return (text) => {
    if (text.length < LEAST) return text;
    for (const one of kept) if (one.length === text.length && one === text) return one;
    const own = isWide && text.length <= scratch.length && !WIDE.test(text) ? narrowed(text) : text;
    kept.push(own);
    return own;
  };
}

function narrowed(text: string): string {
  return scratch.toString('latin1', 0, scratch.write(text, 'latin1'));
}

/** Keeps every text as it is. */
export const keepAsIs: KeepText = (text) => text;
