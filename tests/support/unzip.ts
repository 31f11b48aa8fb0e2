import { inflateRawSync } from 'node:zlib';

/** One entry of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer;
  /** Extra fields and comment. */
  readonly rest: Buffer;
  /** MS-DOS time and date, as they stand. */
  readonly time: number;
  readonly date: number;
}

/** The entries of a zip archive by its central directory; those packed in other ways than stored and deflated are given as they are. */
export function unzipped(bytes: Buffer): readonly ZipEntry[] {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > bytes.length) return [];
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = bytes.readUInt16LE(end + 10); i > 0 && at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50; i -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    entries.push({
      name: bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8'),
      data: bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed,
      rest: Buffer.concat([
        bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength + commentLength),
        bytes.subarray(local + 30 + bytes.readUInt16LE(local + 26), start),
      ]),
      time: bytes.readUInt16LE(at + 12),
      date: bytes.readUInt16LE(at + 14),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}
