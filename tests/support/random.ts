/** Chance that repeats: the same seed gives the same draws. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  readonly int: (below: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly chance: (share: number) => boolean;
  readonly shuffled: <T>(list: readonly T[]) => T[];
  /** 16 consonants, which no other draw gives. */
  readonly canary: () => string;
}

const CONSONANTS = 'bcdfghjklmnpqrstvwxz';

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * below);
  const pick = <T>(list: readonly T[]): T => {
    const item = list[int(list.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return {
    int,
    pick,
    chance: (share) => next() < share,
    shuffled: (list) => {
      const left = [...list];
      return list.map(() => left.splice(int(left.length), 1)[0] as (typeof list)[number]);
    },
    canary: () => Array.from({ length: 16 }, () => CONSONANTS[int(CONSONANTS.length)]).join(''),
  };
}
