/** A character that does not fit into one byte. */
const WIDE = /[^\0-\xff]/;
/** Texts shorter than this are not worth a look. */
const LEAST = 24;
/** Where texts are written to be read back; those that do not fit with two bytes a character stay as they are. */
const scratch = Buffer.alloc(32 * 1024);

/** Gives back the same text, in as little memory as it takes. */
export type KeepText = (text: string) => string;

/**
 * For the texts that a note keeps of its body. Most stand in the body as they are, or in a text kept before, such as the context of a link in its
 * passage: a part of a text takes no more than the knowledge where it begins. Others get memory of their own, of one byte a character where that
 * is enough, so that none keeps alive what it was put together from. Larger texts are best kept first.
 */
export function textKeeper(body: string): KeepText {
  const kept: string[] = [];
  return (text) => {
    if (text.length < LEAST) return text;
    for (const one of kept) {
      const at = one.length < text.length ? -1 : one.indexOf(text);
      if (at !== -1) return one.slice(at, at + text.length);
    }
    const at = body.indexOf(text);
    const own = at === -1 ? ownText(text) : body.slice(at, at + text.length);
    kept.push(own);
    return own;
  };
}

/** The same text in memory of its own. */
function ownText(text: string): string {
  if (text.length * 2 > scratch.length) return text;
  const encoding = WIDE.test(text) ? 'utf16le' : 'latin1';
  return scratch.toString(encoding, 0, scratch.write(text, encoding));
}

/** Keeps every text as it is. */
export const keepAsIs: KeepText = (text) => text;
