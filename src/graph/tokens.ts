import { foldedText, foldsAlone } from './fold.ts';

/** Letters, marks and digits. */
export const WORD = /[\p{L}\p{M}\p{N}_]/u;
/** Letters of the scripts that put no space between words, or endings right behind a name. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;
/** White space as `foldedText` folds it. */
const WHITE = /[^\S\t]/;

/** What a unit is part of: a word, a run of white space, nothing but itself. Stands above the unit it folds to. */
const WORDY = 1 << 16;
const SPACE = 2 << 16;
const ALONE = 3 << 16;
const KIND = 3 << 16;
/** Added for a unit whose fold depends on others. */
const UNEVEN = 1 << 18;

/**
 * Reads the tokens of texts (words, runs of white space, single other signs and letters of scripts without spaces), hashing what they fold to unit
 * by unit. What there is to know of a unit is found out when it is first met.
 */
export class Tokens {
  /** Of the tokens read. */
  hash = 0;
  /** Set once something was read that has to be folded together with what stands around it, so that the hash tells nothing. */
  isUneven = false;
  private readonly units = new Int32Array(65536);

  /** Reads the token that begins at `start` and gives its end. The hash goes on from `hash`, that of the tokens before it. */
  read(text: string, start: number, hash: number): number {
    const { units } = this;
    let unit = text.charCodeAt(start);
    const first = units[unit] || this.learn(unit);
    const kind = first & KIND;
    let mixed = mix(hash, first);
    let seen = first;
    let end = start + 1;
    if (kind !== ALONE) {
      for (; end < text.length; end += 1) {
        unit = text.charCodeAt(end);
        const next = units[unit] || this.learn(unit);
        if ((next & KIND) !== kind) break;
        seen |= next;
        if (kind === WORDY) mixed = mix(mixed, next);
      }
    }
    if ((seen & UNEVEN) !== 0) this.isUneven = true;
    this.hash = mixed;
    return end;
  }

  /** The offset behind white space that begins at `start`. */
  pastSpace(text: string, start: number): number {
    let at = start;
    for (; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (((this.units[unit] || this.learn(unit)) & KIND) !== SPACE) break;
    }
    return at;
  }

  private learn(unit: number): number {
    const sign = String.fromCharCode(unit);
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    const kind = WHITE.test(sign) ? SPACE : WORD.test(sign) && !UNSPACED.test(sign) ? WORDY : ALONE;
    const isEven = isHalf ? unit >= 0xdc00 || isEvenBeyond(unit) : foldsAlone(sign);
    const fold = isHalf ? unit : foldedText(sign).text.charCodeAt(0);
    const learnt = kind | fold | (isEven ? 0 : UNEVEN);
    this.units[unit] = learnt;
    return learnt;
  }
}

function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ (unit & 0xffff), 0x01000193);
}

/** True when all signs that begin with the first half of a pair fold to themselves. */
function isEvenBeyond(high: number): boolean {
  const signs = Array.from({ length: 1024 }, (_, low) => String.fromCharCode(high, 0xdc00 + low)).join('');
  return foldsAlone(signs) && foldedText(signs).text === signs;
}
