import type { StateBlock, StateInline } from './engine-types.ts';
import type { TreeProblem } from './tree.ts';

/** What one run of the parser carries through the rules. */
export interface ParseEnv extends RuleEnv {
  /** 1-based file line of the first line of the text. */
  readonly firstLine: number;
  readonly problems: TreeProblem[];
  /** Lower-cased labels of footnotes defined in the text; null when every reference counts. */
  readonly footnotes: Set<string> | null;
  /** Everything before this offset of the text is hidden by a block comment. */
  hiddenTo: number;
  /** 0-based lines that a block comment hides whole. */
  readonly hiddenLines: Set<number>;
  /** Offset, in the inline text that stands in the file, of the piece being read now. */
  offset: number;
  inFootnote: boolean;
  /** Searches that found nothing, so that no later one repeats them. */
  readonly misses: Map<string, Miss>;
  /** The line end that was found last. */
  lineEnd: Miss;
}

type RuleEnv = StateBlock['env'];

interface Miss {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export function parseEnv(firstLine: number, footnotes: Set<string> | null): ParseEnv {
  return {
    firstLine,
    problems: [],
    footnotes,
    hiddenTo: 0,
    hiddenLines: new Set(),
    offset: 0,
    inFootnote: false,
    misses: new Map(),
    lineEnd: { text: '', from: 0, to: -1 },
  };
}

export function envOf(state: StateBlock | StateInline): ParseEnv {
  return state.env as ParseEnv;
}

/**
 * Runs a search that looks for a closing sign in `text` between `from` and `to`, unless it is known to fail: what was not found
 * between two places is not found between two places inside them. Keeps searches for closers linear.
 */
export function searchOnce(env: ParseEnv, name: string, text: string, from: number, to: number, search: () => number): number {
  const miss = env.misses.get(name);
  if (miss !== undefined && miss.text === text && from >= miss.from && to <= miss.to) return -1;
  const found = search();
  if (found < 0) env.misses.set(name, { text, from, to });
  return found;
}

/** Offset of the end of the line that holds `from`, without looking twice at one line. */
export function lineEndFrom(env: ParseEnv, text: string, from: number): number {
  const { lineEnd } = env;
  if (lineEnd.text === text && from >= lineEnd.from && from <= lineEnd.to) return lineEnd.to;
  const at = text.indexOf('\n', from);
  const to = at < 0 ? text.length : at;
  env.lineEnd = { text, from, to };
  return to;
}
