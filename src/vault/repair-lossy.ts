import { type Codepage, HIGH_1252 } from './codepage.ts';
import type { Run } from './repair-runs.ts';

/** A damaged emoji of a task field that lost one byte or two, and what must stand behind it for the field to be read. */
interface LossyForm {
  readonly to: string;
  readonly before: RegExp;
  /** The code pages that lose bytes in it. */
  readonly from: Partial<Readonly<Record<Codepage, string>>>;
}

const A_DATE = /^ *\d{4}-\d{2}-\d{2}/u;
const THE_END = /^(?:\s|$)/u;

const LOSSY_FORMS: readonly LossyForm[] = [
  { to: '⏫', before: THE_END, from: both('â«') },
  { to: '⏬', before: THE_END, from: both('â¬') },
  { to: '⏳', before: A_DATE, from: both('â³') },
  { to: '❌', before: A_DATE, from: both('âŒ') },
  { to: '➕', before: A_DATE, from: { 'windows-1254': 'â•' } },
  { to: '🔁', before: /^ *(?:every|when)\b/iu, from: { 'windows-1252': 'ðŸ”', 'windows-1254': 'ğŸ”' } },
  { to: '🏁', before: /^ *(?:delete|keep)\b/iu, from: { 'windows-1252': 'ðŸ', 'windows-1254': 'ğŸ' } },
];

function both(text: string): LossyForm['from'] {
  return { 'windows-1252': text, 'windows-1254': text };
}

// The mark that asks for the coloured form of an emoji; its last byte has no place in either code page.
const EMOJI_MARK = /(\p{Extended_Pictographic})ï¸(?!\ufffd)/gu;
const TASK_LINE = /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[.\]/u;

/**
 * Puts back what lost a byte on the way, where the place leaves one reading only: emoji of fields in task lines, after white space and before
 * what their field needs; a closing quotation mark (its last byte is undefined in both code pages) where one is open in the line; the
 * variation mark behind an emoji; single bytes that came out as control characters. For texts with evidence of damage only: `â«` in a sound text is French.
 */
export function mendLossyRuns(runs: readonly Run[], text: string, pages: readonly Codepage[]): void {
  let line = 0;
  let quoteOpen = false;
  for (const run of runs) {
    if (run.line !== line) quoteOpen = false;
    line = run.line;
    mendTaskEmoji(run, text, pages);
    mendMark(run, pages);
    mendControls(run, pages);
    if (quoteOpen || run.current.includes('“')) mendQuote(run, text, quoteOpen, pages);
    const open = run.current.lastIndexOf('“');
    const close = run.current.lastIndexOf('”');
    if (open !== close) quoteOpen = open > close;
  }
}

function mendTaskEmoji(run: Run, text: string, pages: readonly Codepage[]): void {
  const { start, end, current } = run;
  if (current.length > 3 || !/[ \t]/u.test(text[start - 1] ?? '')) return;
  for (const { to, before, from } of LOSSY_FORMS) {
    const codepage = pages.find((page) => from[page] === current);
    if (codepage === undefined || !before.test(text.slice(end, end + 40))) continue;
    if (TASK_LINE.test(text.slice(text.lastIndexOf('\n', start) + 1, start))) log(run, current, to, to, codepage);
    return;
  }
}

function mendMark(run: Run, pages: readonly Codepage[]): void {
  const mended = run.current.replace(EMOJI_MARK, '$1\ufe0f');
  if (mended !== run.current) log(run, run.current, mended, mended, pages[0]);
}

/** A control character that stands for itself is a byte of Windows-1252 read as Latin-1. */
function mendControls(run: Run, pages: readonly Codepage[]): void {
  const mended = run.current.replace(/[\u0080-\u009f]/g, (control) => HIGH_1252[control.charCodeAt(0) - 0x80] ?? control);
  if (mended !== run.current) log(run, run.current, mended, mended, pages[0]);
}

function mendQuote(run: Run, text: string, quoteOpen: boolean, pages: readonly Codepage[]): void {
  const { start, end, current } = run;
  if (!current.endsWith('â€')) return;
  const kept = current.slice(0, -2);
  const open = kept.includes('“') || kept.includes('”') ? kept.lastIndexOf('“') > kept.lastIndexOf('”') : quoteOpen;
  const previous = kept === '' ? (text[start - 1] ?? '') : kept.slice(-1);
  // A digit or letter behind it would leave the mark in the middle of a word.
  if (open && !/\s|“/u.test(previous) && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 1))) log(run, 'â€', '”', `${kept}”`, pages[0]);
}

function log(run: Run, from: string, to: string, current: string, codepage: Codepage = 'windows-1252'): void {
  run.current = current;
  run.rounds.push([{ line: run.line, from, to, codepage, lossy: true }]);
}
