import type { StateBlock } from './engine-types.ts';
import { envOf } from './parse-env.ts';

/** Open lists, items, quotes and notes at which reading stops: a list level takes two. */
export const DEEPEST_LEVEL = 64;

/** Where blocks nest too deeply, all that is left of the container becomes plain text, and a finding says so. Nothing is lost. */
export function tooDeep(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent || state.level < DEEPEST_LEVEL) return false;
  let line = startLine + 1;
  while (line < endLine && (state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent)) line++;
  const token = state.push('plain', '', 0);
  token.content = state.getLines(startLine, line, state.blkIndent, false).trim();
  token.map = [startLine, line];
  state.line = line;
  const env = envOf(state);
  if (!env.problems.some((problem) => problem.code === 'nesting-too-deep')) {
    const message = 'Lists or quotes nest too deeply; what lies deeper is shown as plain text.';
    env.problems.push({ code: 'nesting-too-deep', line: env.firstLine + startLine, message, hint: 'Flatten the list or quote.' });
  }
  return true;
}
