/** The two code pages that damaged notes were read as. */
export type Codepage = 'windows-1252' | 'windows-1254';

/** Bytes 80–9F of Windows-1252; the undefined ones (81 8D 8F 90 9D) are control characters here, as lenient decoders give them. */
export const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
// Where Windows-1254 differs: six Turkish letters, and 8E and 9E undefined.
const LETTERS_1254 = new Map([
  [0xd0, 'Ğ'],
  [0xdd, 'İ'],
  [0xde, 'Ş'],
  [0xf0, 'ğ'],
  [0xfd, 'ı'],
  [0xfe, 'ş'],
  [0x8e, '\u008e'],
  [0x9e, '\u009e'],
]);

/** Character → byte for the bytes 80–FF. A control character U+0080–U+009F always stands for its own byte. */
export type ByteTable = ReadonlyMap<string, number>;

const TABLE_1252 = byteTable((byte) => (byte < 0xa0 ? (HIGH_1252[byte - 0x80] ?? '') : String.fromCharCode(byte)));
const TABLE_1254 = byteTable(
  (byte) => LETTERS_1254.get(byte) ?? (byte < 0xa0 ? (HIGH_1252[byte - 0x80] ?? '') : String.fromCharCode(byte)),
);

export const BYTE_TABLES: Readonly<Record<Codepage, ByteTable>> = { 'windows-1252': TABLE_1252, 'windows-1254': TABLE_1254 };

function byteTable(characterOf: (byte: number) => string): ByteTable {
  const table = new Map<string, number>();
  for (let byte = 0x80; byte < 0xa0; byte += 1) table.set(String.fromCharCode(byte), byte);
  for (let byte = 0x80; byte <= 0xff; byte += 1) table.set(characterOf(byte), byte);
  return table;
}

/** A stretch of damaged text that stands for one character. */
export interface Sequence {
  /** Offset in the text searched, in UTF-16 units; `length` likewise. */
  readonly index: number;
  readonly length: number;
  /** The character it decodes to. */
  readonly character: string;
}

/**
 * The sequences of a lead character and its continuations that are valid UTF-8 when their characters are taken as bytes of the code page;
 * left to right, without overlap. Overlong forms, surrogates and values above U+10FFFF are not valid.
 */
export function sequencesFrom(text: string, table: ByteTable): readonly Sequence[] {
  const found: Sequence[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const lead = table.get(text[index] ?? '') ?? 0;
    const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0) continue;
    const codePoint = decodeSequence(text, index, length, lead, table);
    if (codePoint === null) continue;
    found.push({ index, length, character: String.fromCodePoint(codePoint) });
    index += length - 1;
  }
  return found;
}

const LEAD_BITS = [0, 0, 0x1f, 0x0f, 0x07];
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

function decodeSequence(text: string, index: number, length: number, lead: number, table: ByteTable): number | null {
  let codePoint = lead & (LEAD_BITS[length] ?? 0);
  for (let offset = 1; offset < length; offset += 1) {
    const byte = table.get(text[index + offset] ?? '') ?? 0;
    if (byte < 0x80 || byte > 0xbf) return null;
    codePoint = codePoint * 64 + (byte & 0x3f);
  }
  if (codePoint < (SMALLEST[length] ?? 0) || codePoint > 0x10ffff) return null;
  return codePoint >= 0xd800 && codePoint <= 0xdfff ? null : codePoint;
}
