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
