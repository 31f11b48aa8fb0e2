import colors from 'picocolors';
import type { Severity } from '../diagnostics/diagnostic.ts';
import { visibleText } from '../diagnostics/visible.ts';

/** Prints an error and what to do about it on stderr. */
export function printError(message: string, hint: string): void {
  const lines = [`${colors.red('error')} ${message.split('\n').map(visibleText).join('\n')}`];
  if (hint !== '') lines.push(`${colors.dim('hint ')} ${visibleText(hint)}`);
  process.stderr.write(`${lines.join('\n')}\n`);
}

/** A number with its noun: `1 note`, `2 notes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Milliseconds for people: `85 ms`, `1.31 s`, `2 min 5 s`. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(2)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const PAINT: Readonly<Record<Severity | 'hint', (text: string) => string>> = {
  error: colors.red,
  warning: colors.yellow,
  info: colors.cyan,
  hint: colors.dim,
};

/** Colours a part of a report of findings. */
export function paintFinding(text: string, role: Severity | 'hint'): string {
  return PAINT[role](text);
}
