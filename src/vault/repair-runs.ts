import { codeRangesFrom } from './code-ranges.ts';
import type { Repair } from './vault.ts';

/** A longest stretch of characters above U+007F. Every damaged sequence lies in one, and mending never joins two. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly original: string;
  /** The text so far. */
  current: string;
  /** True while what the last round left may still be damaged: it decoded to sequences again. */
  damagedTwice: boolean;
  /** What was done to it, one list a round. */
  readonly rounds: Repair[][];
}

/** Every run of a text, in order. */
export function runsFrom(text: string): Run[] {
  const runs: Run[] = [];
  let line = 1;
  let newline = text.indexOf('\n');
  for (const match of text.matchAll(/[\u0080-\uffff]+/g)) {
    while (newline !== -1 && newline < match.index) {
      line += 1;
      newline = text.indexOf('\n', newline + 1);
    }
    const original = match[0];
    runs.push({
      start: match.index,
      end: match.index + original.length,
      line,
      original,
      current: original,
      damagedTwice: false,
      rounds: [],
    });
  }
  return runs;
}

/** The runs of a note's text that do not stand in code. */
export function runsOutsideCode(text: string): Run[] {
  const code = codeRangesFrom(text);
  let next = 0;
  return runsFrom(text).filter(({ start }) => {
    while ((code[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    return start < (code[next]?.start ?? Number.POSITIVE_INFINITY);
  });
}

/** The text with what has become of its runs. */
export function joinRuns(text: string, runs: readonly Run[]): string {
  let joined = '';
  let at = 0;
  for (const run of runs) {
    if (run.rounds.length === 0) continue;
    joined += text.slice(at, run.start) + run.current;
    at = run.end;
  }
  return at === 0 ? text : joined + text.slice(at);
}
