import type { Diagnostic, Severity } from './diagnostic.ts';

/** Severity by code as config gives it; `off` drops the finding from reports and pages. */
export type SeverityOverrides = Readonly<Record<string, Severity | 'off'>>;

/** The findings with the severities of config: changed where it names the code, dropped where it says `off`. Order is kept. */
export function applySeverities(diagnostics: readonly Diagnostic[], overrides: SeverityOverrides): readonly Diagnostic[] {
  if (Object.keys(overrides).length === 0) return diagnostics;
  return diagnostics.flatMap((diagnostic) => {
    const severity = Object.hasOwn(overrides, diagnostic.code) ? overrides[diagnostic.code] : undefined;
    if (severity === undefined || severity === diagnostic.severity) return [diagnostic];
    return severity === 'off' ? [] : [{ ...diagnostic, severity }];
  });
}
