/** Letters and digits of ASCII as they are in lower case; 0 for every other sign. */
const FOLDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(sign) ? sign.charCodeAt(0) : 0;
});

/** Numbers by word, for words that are looked up where they stand in texts in ASCII, whatever their case, without being cut out of them. */
export class PlainWords {
  /** End of the word that `next` found. */
  end = 0;
  private hash = 0;
  private readonly words: string[] = [];
  private readonly hashes: number[] = [];
  private readonly values: number[] = [];
  /** One more than the place of a word in the lists, where its hash says or behind it. Never more than half full. */
  private slots = new Int32Array(1024);

  /** Start of the first word from an offset on; -1 when there is none. */
  next(text: string, from: number): number {
    let start = from;
    while (start < text.length && FOLDS[text.charCodeAt(start)] === 0) start += 1;
    if (start >= text.length) return -1;
    let hash = 0;
    let end = start;
    for (; end < text.length; end += 1) {
      const fold = FOLDS[text.charCodeAt(end)] ?? 0;
      if (fold === 0) break;
      hash = Math.imul(hash ^ fold, 0x01000193);
    }
    this.end = end;
    this.hash = hash;
    return start;
  }

  /** The number of the word that `next` found at `start`; undefined when it has none. */
  get(text: string, start: number): number | undefined {
    const mask = this.slots.length - 1;
    for (let slot = slotOf(this.hash) & mask; ; slot = (slot + 1) & mask) {
      const at = (this.slots[slot] ?? 0) - 1;
      if (at === -1) return undefined;
      if (this.hashes[at] === this.hash && isAt(text, start, this.end, this.words[at] ?? '')) return this.values[at];
    }
  }

  /** Gives a number to the word, in lower case, that `next` found and `get` did not know. */
  add(word: string, value: number): void {
    this.words.push(word);
    this.hashes.push(this.hash);
    this.values.push(value);
    if (this.words.length * 2 > this.slots.length) {
      this.slots = new Int32Array(this.slots.length * 2);
      for (let at = 0; at < this.words.length; at += 1) this.place(at);
    } else this.place(this.words.length - 1);
  }

  private place(at: number): void {
    const mask = this.slots.length - 1;
    let slot = slotOf(this.hashes[at] ?? 0) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = at + 1;
  }
}

function slotOf(hash: number): number {
  return hash ^ (hash >>> 15);
}

function isAt(text: string, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i += 1) if (FOLDS[text.charCodeAt(start + i)] !== word.charCodeAt(i)) return false;
  return true;
}
