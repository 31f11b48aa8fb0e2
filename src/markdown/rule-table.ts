import type { BlockRule, StateBlock, Token } from './engine-types.ts';
import { envOf } from './parse-env.ts';

const PIPE = 124;
const BACKSLASH = 92;

/** Where a table cell stands in the text: offset of its first character, and its source with `\|` kept. */
export interface CellSource {
  readonly base: number;
  readonly raw: string;
}

/** Wraps markdown-it's table rule: every cell learns where it stands, a link cut in two by a `|` and cells beyond the head are reported. */
export function tableWithPlaces(table: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    const from = state.tokens.length;
    if (!table(state, startLine, endLine, silent)) return false;
    if (!silent) for (let at = from; at < state.tokens.length; at++) if (state.tokens[at]?.type === 'tr_open') placeRow(state, at);
    return true;
  };
}

function placeRow(state: StateBlock, at: number): void {
  const line = state.tokens[at]?.map?.[0] ?? 0;
  const cells = cellsOf(state, line);
  const split = cells.findIndex((cell, i) => /\[\[[^\]]*$/u.test(cell.raw) && (cells[i + 1]?.raw.includes(']]') ?? false));
  if (split >= 0) {
    const message = 'A `|` inside a link ends the table cell.';
    envOf(state).problems.push({
      code: 'table-split-link',
      line: envOf(state).firstLine + line,
      message,
      hint: 'Write `\\|` inside the link.',
    });
  }
  let cell = 0;
  for (let i = at + 1; state.tokens[i] !== undefined && state.tokens[i]?.type !== 'tr_close'; i++) {
    const token: Token | undefined = state.tokens[i];
    if (token?.type !== 'inline') continue;
    const place = cells[cell++];
    if (place !== undefined) token.meta = { cell: place };
    token.map = [line, line + 1];
  }
  const lost = cells.slice(cell).filter(({ raw }) => raw !== '');
  if (lost.length > 0) {
    envOf(state).problems.push({
      code: 'table-cells-dropped',
      line: envOf(state).firstLine + line,
      message: `The row is longer than the table's head: "${lost.map(({ raw }) => raw).join(' | ')}" is not shown.`,
      hint: 'Add columns to the head, or write `\\|` for a `|` that is text.',
    });
  }
}

/** Splits a row as markdown-it does, keeping places. */
function cellsOf(state: StateBlock, line: number): readonly CellSource[] {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const whole = state.src.slice(start, state.eMarks[line]);
  const row = whole.trim();
  const base = start + whole.indexOf(row);
  const cells: CellSource[] = [];
  let from = 0;
  for (let at = 0; at <= row.length; at++) {
    if (at < row.length && (row.charCodeAt(at) !== PIPE || row.charCodeAt(at - 1) === BACKSLASH)) continue;
    const raw = row.slice(from, at);
    const trimmed = raw.trim();
    const outer = raw === '' && (from === 0 || at === row.length);
    if (!outer) cells.push({ base: base + from + raw.indexOf(trimmed), raw: trimmed });
    from = at + 1;
  }
  return cells;
}
