import { isDiagnosticCode } from './catalogue.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { groupFindings, placeOf } from './group.ts';
import { compareText } from './order.ts';
import { visibleText } from './visible.ts';

/** Sorted by path (findings without a file first), line, code, message; the order of the model and of every list. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.path ?? '', b.path ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

/** How many findings there are of each severity. */
export function countSeverities(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

export interface ReportOptions {
  /** Things named of one kind before the rest is only counted; all by default. */
  readonly limit?: number;
  /** Colours a part of the report (for a terminal); plain by default. The text is safe already. */
  readonly paint?: (text: string, role: Severity | 'hint') => string;
}

/**
 * The findings as text for people, ending in a newline, empty when there are none, in the order of `groupFindings`: one group a kind, each
 * finding with `file:line`, the advice once a group (or beside a finding that has its own). With a limit, findings about the same thing take
 * one line. Control and bidirectional characters are escaped.
 */
export function reportText(
  diagnostics: readonly Diagnostic[],
  { limit = Number.POSITIVE_INFINITY, paint = (text) => text }: ReportOptions = {},
): string {
  const brief = limit < Number.POSITIVE_INFINITY;
  return groupFindings(sortDiagnostics(diagnostics))
    .map(({ code, severity, title, hint, total, subjects }) => {
      const known = isDiagnosticCode(code);
      const lines = [`${paint(severity, severity)} ${code}${known ? ` (${title})` : ''}: ${total}`];
      let told = 0;
      for (const { findings } of subjects.slice(0, limit)) {
        told += findings.length;
        for (const finding of brief ? findings.slice(0, 1) : findings) {
          lines.push(`  ${lineOf(finding)}${elsewhere(brief ? findings.length - 1 : 0)}`);
          if (finding.hint !== hint) lines.push(`    ${paint(visibleText(finding.hint), 'hint')}`);
        }
      }
      if (total > told) lines.push(`  and ${total - told} more`);
      if (hint !== '' && subjects.some(({ findings }) => findings.some((finding) => finding.hint === hint)))
        lines.push(`  ${paint(hint, 'hint')}`);
      return `${lines.join('\n')}\n`;
    })
    .join('\n');
}

function elsewhere(count: number): string {
  return count === 0 ? '' : ` (and in ${count} more ${count === 1 ? 'place' : 'places'})`;
}

function lineOf(finding: Diagnostic): string {
  const place = placeOf(finding);
  return `${place === '' ? '' : `${visibleText(place)}  `}${visibleText(finding.message)}`;
}
