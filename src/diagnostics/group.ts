import { diagnosticInfo, isDiagnosticCode } from './catalogue.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { compareText } from './order.ts';

/** All findings of one kind and severity. */
export interface FindingGroup {
  readonly code: string;
  readonly severity: Severity;
  /** A few words; the code where the catalogue does not know it. */
  readonly title: string;
  /** Advice of the kind; '' where there is none. */
  readonly hint: string;
  readonly total: number;
  /** What is found most often comes first. */
  readonly subjects: readonly FindingSubject[];
}

/** Findings about the same thing: a name without a note, a short name taken for a person. */
export interface FindingSubject {
  /** What is said of all of them, without words shown and parts behind `#` of a link: `[[Plan]]` for `[[Plan|the plan]]`. */
  readonly message: string;
  /** Sorted by path and line. */
  readonly findings: readonly Diagnostic[];
}

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Sorted findings in the order in which one works through them: by severity; kinds that wait for someone before those that need nothing unless
 * they are wrong, then the most frequent; within a kind, findings about the same thing side by side.
 */
export function groupFindings(diagnostics: readonly Diagnostic[]): readonly FindingGroup[] {
  const groups = new Map<string, Map<string, Diagnostic[]>>();
  for (const finding of diagnostics) {
    const key = `${SEVERITY_RANK[finding.severity]} ${finding.code}`;
    const subjects = groups.get(key) ?? new Map<string, Diagnostic[]>();
    groups.set(key, subjects);
    const subject = subjectOf(finding.message);
    const same = subjects.get(subject);
    if (same === undefined) subjects.set(subject, [finding]);
    else same.push(finding);
  }
  return [...groups.values()]
    .flatMap((subjects) => groupFrom(subjects) ?? [])
    .sort(
      (a, b) =>
        SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
        Number(isSettled(a.code)) - Number(isSettled(b.code)) ||
        b.total - a.total ||
        compareText(a.code, b.code),
    );
}

function groupFrom(subjects: ReadonlyMap<string, readonly Diagnostic[]>): FindingGroup | null {
  const all = [...subjects.values()];
  const first = all[0]?.[0];
  if (first === undefined) return null;
  const info = isDiagnosticCode(first.code) ? diagnosticInfo(first.code) : null;
  return {
    code: first.code,
    severity: first.severity,
    title: info?.title ?? first.code,
    hint: info?.hint ?? '',
    total: all.reduce((sum, findings) => sum + findings.length, 0),
    // A stable sort: of equally frequent ones the first in the vault.
    subjects: [...subjects].map(([message, findings]) => ({ message, findings })).sort((a, b) => b.findings.length - a.findings.length),
  };
}

function isSettled(code: string): boolean {
  return isDiagnosticCode(code) && diagnosticInfo(code).settled === true;
}

/** A message without what differs between links to the same: the part behind `#`, the words shown. */
function subjectOf(message: string): string {
  if (message.startsWith('[[') || message.startsWith('![['))
    return message.replace(/^(!?\[\[[^\]|#]+)(?:#[^\]|]*)?(?:\|[^\]]*)?\]\]/u, '$1]]');
  return message.startsWith('[') ? message.replace(/^\[[^\]]*\]\(/u, '[…](') : message;
}

/** Where a finding stands: `path:line`, `path`, or '' when it belongs to no file. */
export function placeOf({ path, line }: Pick<Diagnostic, 'path' | 'line'>): string {
  return path === null ? '' : path + (line === null ? '' : `:${line}`);
}
