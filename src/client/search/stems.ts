/**
 * Words without their endings, by the same code that made the index: Pagefind's engine, which tells the stems of a query when it is asked
 * in its playground mode. Nothing else of the engine is used. Its calls are those of Pagefind 1.6; a test holds them.
 */
export type Stemmer = (words: readonly string[]) => readonly string[];

interface Engine {
  readonly memory: WebAssembly.Memory;
  readonly __wbindgen_externrefs: WebAssembly.Table;
  readonly __wbindgen_malloc: (size: number, align: number) => number;
  readonly __wbindgen_free: (at: number, size: number, align: number) => void;
  readonly __wbindgen_start: () => void;
  readonly init_pagefind: (at: number, size: number) => number;
  readonly enter_playground_mode: (index: number) => number;
  readonly search: (index: number, ...rest: readonly number[]) => readonly [number, number];
}

/** The metadata of an index without pages, as CBOR: a version and five empty lists. */
const EMPTY_INDEX = new Uint8Array([0x86, 0x65, 0x31, 0x2e, 0x36, 0x2e, 0x30, 0x80, 0x80, 0x80, 0x80, 0x80]);

/** Starts the engine, given as an unpacked WebAssembly file. Rejects when it is not one that can be asked. */
export async function openStemmer(wasm: Uint8Array<ArrayBuffer>): Promise<Stemmer> {
  const holder: { engine?: Engine } = {};
  const imports = {
    './pagefind_web_bg.js': {
      __wbindgen_init_externref_table: (): void => {
        const table = holder.engine?.__wbindgen_externrefs;
        if (!table) return;
        const offset = table.grow(4);
        table.set(0, undefined);
        for (const [index, value] of [undefined, null, true, false].entries()) table.set(offset + index, value);
      },
    },
  };
  const { instance } = await WebAssembly.instantiate(wasm, imports);
  const engine = instance.exports as unknown as Engine;
  holder.engine = engine;
  engine.__wbindgen_start();

  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const put = (bytes: Uint8Array): readonly [number, number] => {
    const at = engine.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(engine.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  };
  const text = (value: string): readonly [number, number] => put(encoder.encode(value));

  const index = engine.enter_playground_mode(engine.init_pagefind(...put(EMPTY_INDEX)));
  const known = new Map<string, string>();

  return (words) => {
    const unknown = [...new Set(words)].filter((word) => word !== '' && !known.has(word));
    if (unknown.length > 0) {
      const query = unknown.join(' ');
      const [at, size] = engine.search(index, ...text(query), ...text(query), ...text('{}'), ...text(''), 0, 0);
      const answer: unknown = JSON.parse(decoder.decode(new Uint8Array(engine.memory.buffer, at >>> 0, size)));
      engine.__wbindgen_free(at, size, 1);
      const { search_keywords: stems = [] } = answer as { readonly search_keywords?: readonly string[] };
      if (stems.length !== unknown.length) throw new RangeError('The search engine does not tell stems.');
      for (const [place, word] of unknown.entries()) known.set(word, stems[place] ?? word);
    }
    return words.map((word) => known.get(word) ?? word);
  };
}
