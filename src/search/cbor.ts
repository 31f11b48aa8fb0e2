/** A value of the index: CBOR as Pagefind writes it, without maps and tags. */
export type Cbor = number | string | null | readonly Cbor[];

const decoder = new TextDecoder();

/** Reads one value. Throws a RangeError for anything the index is not made of: its form has then changed. */
export function readCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  const size = (info: number): number => {
    if (info < 24) return info;
    const start = at;
    at += 1 << (info - 24);
    if (info === 24) return view.getUint8(start);
    if (info === 25) return view.getUint16(start);
    if (info === 26) return view.getUint32(start);
    if (info === 27) return Number(view.getBigUint64(start));
    throw new RangeError(`CBOR size ${info}`);
  };

  const value = (): Cbor => {
    const head = view.getUint8(at);
    at += 1;
    const info = head & 31;
    switch (head >> 5) {
      case 0:
        return size(info);
      case 1:
        return -1 - size(info);
      case 3: {
        const length = size(info);
        at += length;
        return decoder.decode(bytes.subarray(at - length, at));
      }
      case 4: {
        const length = size(info);
        const items = new Array<Cbor>(length);
        for (let index = 0; index < length; index += 1) items[index] = value();
        return items;
      }
      default:
        if (head === 0xf6) return null;
        throw new RangeError(`CBOR head ${head}`);
    }
  };

  return value();
}

/** Writes one value, as `readCbor` reads it. Numbers are whole, below 2 to the power of 32, and not negative. */
export function writeCbor(value: Cbor): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const head = (major: number, size: number): void => {
    const [info, bytes] = size < 24 ? [size, 0] : size < 0x100 ? [24, 1] : size < 0x1_0000 ? [25, 2] : [26, 4];
    const part = new Uint8Array(1 + bytes);
    part[0] = (major << 5) | info;
    for (let at = 0; at < bytes; at += 1) part[bytes - at] = (size >>> (8 * at)) & 0xff;
    parts.push(part);
  };
  const write = (one: Cbor): void => {
    if (one === null) parts.push(Uint8Array.of(0xf6));
    else if (typeof one === 'number') head(0, one);
    else if (typeof one === 'string') {
      const text = encoder.encode(one);
      head(3, text.length);
      parts.push(text);
    } else {
      head(4, one.length);
      for (const item of one) write(item);
    }
  };
  write(value);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
