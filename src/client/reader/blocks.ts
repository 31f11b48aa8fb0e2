import { inflateSync, strFromU8 } from 'fflate';

/** The parts of a brief that is data, each read when it is asked for. */
export interface Blocks {
  readonly bytes: (block: number) => Uint8Array;
  readonly base64: (block: number) => string;
}

/** A block of JSON, which is kept deflated. */
export function jsonBlock<T>(blocks: Blocks, block: number): T {
  return JSON.parse(strFromU8(inflateSync(blocks.bytes(block)))) as T;
}

/** Blocks that stand in the page as elements that no browser runs. */
export function blocksIn(page: Document): Blocks {
  const base64 = (block: number): string => page.getElementById(`block-${block}`)?.textContent ?? '';
  return { base64, bytes: (block) => bytesFrom(base64(block)) };
}

/** Bytes as `btoa` spells them. Throws when the text is no base64. */
export function bytesFrom(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** As many bytes at once as `String.fromCharCode` surely takes. */
const PIECE = 0x8000;

export function base64From(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

const SIZE = 4;

/** Blocks one after the other: how many, how long each is, then what they hold. Numbers are 32 bits, big end first. */
export function packBlocks(blocks: readonly Uint8Array[]): Uint8Array {
  const head = SIZE * (blocks.length + 1);
  const packed = new Uint8Array(head + blocks.reduce((sum, block) => sum + block.length, 0));
  const view = new DataView(packed.buffer);
  view.setUint32(0, blocks.length);
  let at = head;
  for (const [index, block] of blocks.entries()) {
    view.setUint32(SIZE * (index + 1), block.length);
    packed.set(block, at);
    at += block.length;
  }
  return packed;
}

/** The inverse of `packBlocks`; what follows the last block does not count. */
export function unpackBlocks(packed: Uint8Array): Blocks {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const count = view.getUint32(0);
  const parts: Uint8Array[] = [];
  let at = SIZE * (count + 1);
  for (let index = 0; index < count; index += 1) {
    const length = view.getUint32(SIZE * (index + 1));
    parts.push(packed.subarray(at, at + length));
    at += length;
  }
  const bytes = (block: number): Uint8Array => parts[block] ?? new Uint8Array();
  return { bytes, base64: (block) => base64From(bytes(block)) };
}
