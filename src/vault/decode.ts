/** The text of a file, or the reason why there is none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' }
  | { readonly kind: 'unreadable'; readonly reason: string };

const DECODERS = {
  'utf-8': new TextDecoder('utf-8', { fatal: true }),
  'utf-16le': new TextDecoder('utf-16le', { fatal: true }),
  'utf-16be': new TextDecoder('utf-16be', { fatal: true }),
};

/**
 * Bytes as text, strictly: UTF-8, or UTF-16 when a byte order mark says so. The mark is taken off and line ends become `\n`. A byte that is
 * no text in that encoding, or a NUL, refuses the whole file: it is never shown half-read. Never throws.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingFromMark(bytes);
  let text: string;
  try {
    text = DECODERS[encoding].decode(bytes);
  } catch {
    return { kind: 'unreadable', reason: `it is not valid ${encoding.toUpperCase()}` };
  }
  if (text.includes('\0'))
    return { kind: 'unreadable', reason: 'it holds NUL bytes, as binary files and UTF-16 without a byte order mark do' };
  return { kind: 'text', text: text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text, encoding };
}

function encodingFromMark(bytes: Uint8Array): keyof typeof DECODERS {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
