const utf8 = new TextEncoder();

/** Bytes of a text in UTF-8. Most texts are ASCII, whose length says it. */
export function byteLength(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has control characters.
  return /^[\x00-\x7f]*$/.test(text) ? text.length : utf8.encode(text).length;
}
