import type { BlockRule } from './engine-types.ts';

const GREATER = 62;
/** How often lines without `>` may alternate with lines that have it in one quote. */
const MOST_LAZY_RUNS = 32;
/** Lines without `>` at a stretch after which the alternation is not counted on. */
const LONGEST_LAZY_RUN = 1000;

/**
 * Wraps markdown-it's rule for quotes, which looks ahead over all lines that might belong to one, also when few of them do. Text that goes on without
 * `>` and begins again with it more often than anybody writes so ends the quote, which keeps reading linear.
 */
export function boundedQuote(rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    const { src, bMarks, eMarks, tShift } = state;
    const textAt = (line: number): number => (bMarks[line] ?? 0) + (tShift[line] ?? 0);
    if (src.charCodeAt(textAt(startLine)) !== GREATER) return false;
    if (silent) return rule(state, startLine, endLine, silent);
    let runs = 0;
    let lazy = 0;
    for (let line = startLine + 1; line < endLine && lazy < LONGEST_LAZY_RUN; line += 1) {
      const start = textAt(line);
      if (start >= (eMarks[line] ?? 0)) break;
      if (src.charCodeAt(start) !== GREATER) lazy += 1;
      else if (lazy > 0) {
        if (++runs > MOST_LAZY_RUNS) return rule(state, startLine, line, silent);
        lazy = 0;
      }
    }
    return rule(state, startLine, endLine, silent);
  };
}
