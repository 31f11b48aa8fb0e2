/** One place where a pattern stands in a text. Offsets are UTF-16 units. */
export interface Match {
  /** Index of the pattern in the list. */
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

/** Finds every place of every pattern in a text, overlapping ones too, by end, then longest first. */
export type Automaton = (text: string) => readonly Match[];

/**
 * An automaton after Aho and Corasick over UTF-16 units, built once, then linear in the text. Patterns are compared unit by unit (fold both sides
 * before); equal ones and empty ones beyond the first are never reported.
 */
export function automatonFrom(patterns: readonly string[]): Automaton {
  const classes = new Uint16Array(65536);
  let alphabet = 1;
  let units = 1;
  for (const pattern of patterns) {
    units += pattern.length;
    for (let i = 0; i < pattern.length; i += 1) classes[pattern.charCodeAt(i)] ||= alphabet++;
  }
  const edges = edgeTable(units, alphabet);
  // Per state: the pattern that ends there (-1: none), its length, where to go when nothing follows, the next shorter state with a pattern.
  const ends = new Int32Array(units).fill(-1);
  const fail = new Int32Array(units);
  const shorter = new Int32Array(units);
  let states = 1;
  const from = new Int32Array(units);
  const by = new Uint16Array(units);
  const depth = new Int32Array(units);
  for (const [index, pattern] of patterns.entries()) {
    let state = 0;
    for (let i = 0; i < pattern.length; i += 1) {
      const sign = classes[pattern.charCodeAt(i)] ?? 0;
      let next = edges.get(state, sign);
      if (next === 0) {
        next = states++;
        edges.set(state, sign, next);
        from[next] = state;
        by[next] = sign;
        depth[next] = i + 1;
      }
      state = next;
    }
    if (state !== 0 && ends[state] === -1) ends[state] = index;
  }
  for (const state of inOrderOfDepth(depth, states)) {
    if (depth[state] === 1) continue;
    let back = fail[from[state] ?? 0] ?? 0;
    while (back !== 0 && edges.get(back, by[state] ?? 0) === 0) back = fail[back] ?? 0;
    back = edges.get(back, by[state] ?? 0);
    fail[state] = back;
    shorter[state] = ends[back] === -1 ? (shorter[back] ?? 0) : back;
  }
  return (text) => {
    const found: Match[] = [];
    let state = 0;
    for (let i = 0; i < text.length; i += 1) {
      const sign = classes[text.charCodeAt(i)] ?? 0;
      if (sign === 0) {
        state = 0;
        continue;
      }
      let next = edges.get(state, sign);
      while (next === 0 && state !== 0) {
        state = fail[state] ?? 0;
        next = edges.get(state, sign);
      }
      state = next;
      for (let hit = ends[state] === -1 ? (shorter[state] ?? 0) : state; hit !== 0; hit = shorter[hit] ?? 0)
        found.push({ pattern: ends[hit] ?? 0, start: i + 1 - (depth[hit] ?? 0), end: i + 1 });
    }
    return found;
  };
}

/** The states below the root, the shallow ones first. */
function inOrderOfDepth(depth: Int32Array, states: number): Int32Array {
  return Int32Array.from({ length: states - 1 }, (_, i) => i + 1).sort((a, b) => (depth[a] ?? 0) - (depth[b] ?? 0));
}

interface Edges {
  /** The state that follows; 0: none, as no edge leads to the root. */
  readonly get: (state: number, sign: number) => number;
  readonly set: (state: number, sign: number, next: number) => void;
}

/** Edges of up to `units` states in one flat table with open addressing; those of the root in a list of their own, as most steps begin there. */
function edgeTable(units: number, alphabet: number): Edges {
  const root = new Int32Array(alphabet);
  const size = 2 ** Math.ceil(Math.log2(units * 2 + 2));
  const keys = new Float64Array(size);
  const values = new Int32Array(size);
  const slotOf = (state: number, sign: number): number => {
    const key = state * 65536 + sign;
    let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(sign, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (size - 1);
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (size - 1);
    return slot;
  };
  return {
    get: (state, sign) => (state === 0 ? root[sign] : values[slotOf(state, sign)]) ?? 0,
    set: (state, sign, next) => {
      if (state === 0) root[sign] = next;
      else {
        const slot = slotOf(state, sign);
        keys[slot] = state * 65536 + sign;
        values[slot] = next;
      }
    },
  };
}
