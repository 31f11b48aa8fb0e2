const SPACE = 0x20;

/**
 * How often what stands between spaces does in many texts. A hash table over the texts themselves: a site says a few thousand words millions of
 * times, and only the first time each is made a string of its own.
 */
export class TokenCounts {
  private readonly tokens: string[] = [];
  private readonly hashes: number[] = [];
  private readonly counts: number[] = [];
  /** Numbers of tokens, from 1, at the place of their hash or the next free one; half of the places stay free at least. */
  private places = new Int32Array(1 << 12);

  /** Counts each token of a text so many times. */
  add(text: string, times: number): void {
    let start = 0;
    let hash = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === SPACE) {
        if (at > start) this.count(text, start, at, hash, times);
        start = at + 1;
        hash = 0;
      } else hash = (Math.imul(hash, 31) + code) | 0;
    }
    if (text.length > start) this.count(text, start, text.length, hash, times);
  }

  /** Every token with its count, in the order in which they came. */
  *entries(): Iterable<readonly [token: string, count: number]> {
    for (const [number, token] of this.tokens.entries()) yield [token, this.counts[number] ?? 0];
  }

  private count(text: string, start: number, end: number, hash: number, times: number): void {
    const { places } = this;
    const last = places.length - 1;
    let place = firstPlace(hash, last);
    for (let number = places[place] ?? 0; number !== 0; number = places[place] ?? 0) {
      if (this.hashes[number - 1] === hash && isSame(this.tokens[number - 1] ?? '', text, start, end)) {
        this.counts[number - 1] = (this.counts[number - 1] ?? 0) + times;
        return;
      }
      place = (place + 1) & last;
    }
    this.tokens.push(text.slice(start, end));
    this.hashes.push(hash);
    this.counts.push(times);
    places[place] = this.tokens.length;
    if (this.tokens.length * 2 > places.length) this.grow();
  }

  private grow(): void {
    const places = new Int32Array(this.places.length * 2);
    const last = places.length - 1;
    for (const [number, hash] of this.hashes.entries()) {
      let place = firstPlace(hash, last);
      while (places[place] !== 0) place = (place + 1) & last;
      places[place] = number + 1;
    }
    this.places = places;
  }
}

/** Spreads hashes over places: those of short tokens are small numbers near each other. */
function firstPlace(hash: number, last: number): number {
  return (Math.imul(hash, 0x9e3779b1) >>> 8) & last;
}

function isSame(token: string, text: string, start: number, end: number): boolean {
  if (token.length !== end - start) return false;
  for (let at = 0; at < token.length; at += 1) if (token.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
