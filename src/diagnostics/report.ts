import { diagnosticInfo, isDiagnosticCode } from './catalogue.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { compareText } from './order.ts';
import { visibleText } from './visible.ts';

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

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
  /** Findings shown of one code before the rest is only counted; all by default. */
  readonly limit?: number;
  /** Colours a part of the report (for a terminal); plain by default. The text is safe already. */
  readonly paint?: (text: string, role: Severity | 'hint') => string;
}

/**
 * The findings as text for people, ending in a newline, empty when there are none: errors first, then warnings, then infos, one group a code,
 * each finding with `file:line`, the advice once a group (or beside a finding that has its own). Control and bidirectional characters are escaped.
 */
export function reportText(
  diagnostics: readonly Diagnostic[],
  { limit = Number.POSITIVE_INFINITY, paint = (text) => text }: ReportOptions = {},
): string {
  return groupByCode(sortDiagnostics(diagnostics))
    .map(({ code, severity, findings }) => {
      const info = isDiagnosticCode(code) ? diagnosticInfo(code) : null;
      const shared = info?.hint ?? '';
      const lines = [`${paint(severity, severity)} ${code}${info ? ` (${info.title})` : ''}: ${findings.length}`];
      for (const finding of findings.slice(0, limit)) {
        lines.push(`  ${placeText(finding)}${visibleText(finding.message)}`);
        if (finding.hint !== shared) lines.push(`    ${paint(visibleText(finding.hint), 'hint')}`);
      }
      if (findings.length > limit) lines.push(`  and ${findings.length - limit} more`);
      if (shared !== '' && findings.some(({ hint }) => hint === shared)) lines.push(`  ${paint(shared, 'hint')}`);
      return `${lines.join('\n')}\n`;
    })
    .join('\n');
}

function placeText({ path, line }: Diagnostic): string {
  if (path === null) return '';
  return `${visibleText(path)}${line === null ? '' : `:${line}`}  `;
}

interface Group {
  readonly code: string;
  readonly severity: Severity;
  readonly findings: readonly Diagnostic[];
}

function groupByCode(diagnostics: readonly Diagnostic[]): readonly Group[] {
  const groups = new Map<string, { code: string; severity: Severity; findings: Diagnostic[] }>();
  for (const finding of diagnostics) {
    const key = `${SEVERITY_RANK[finding.severity]} ${finding.code}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { code: finding.code, severity: finding.severity, findings: [finding] });
  }
  return [...groups].sort(([a], [b]) => compareText(a, b)).map(([, group]) => group);
}
