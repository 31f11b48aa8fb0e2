/**
 * The same list without room to grow. An array that was pushed to keeps room for sixteen more, and the lists of notes are short, many and kept
 * as long as a build lasts.
 */
export function exactSize<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}

const NONE: readonly never[] = Object.freeze([]);
