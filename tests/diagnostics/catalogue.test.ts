import { describe, expect, test } from 'vitest';
import { CATALOGUE, diagnostic, diagnosticInfo, isDiagnosticCode } from '../../src/diagnostics/catalogue.ts';
import { compareText } from '../../src/diagnostics/order.ts';
import { applySeverities } from '../../src/diagnostics/severity.ts';

describe('the catalogue', () => {
  test('has a title, an explanation and advice for every code, in one style', () => {
    expect(CATALOGUE.length).toBeGreaterThan(40);
    for (const { code, severity, title, about, hint } of CATALOGUE) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)+$/u);
      expect(['error', 'warning', 'info']).toContain(severity);
      expect(title).toMatch(/^[A-Z].*[^.]$/u);
      expect(about).toMatch(/^[A-Z].*\.$/u);
      expect(hint).toMatch(/^[A-Z].*\.$/u);
    }
    expect(CATALOGUE.map(({ code }) => code)).toEqual(CATALOGUE.map(({ code }) => code).sort(compareText));
  });

  test('gives severity and advice; a finding may bring better advice', () => {
    const place = { path: 'a.md', line: 3, message: 'x' };
    const info = diagnosticInfo('link-healed');
    expect(diagnostic('link-healed', place)).toEqual({ code: 'link-healed', severity: info.severity, ...place, hint: info.hint });
    expect(diagnostic('link-healed', { ...place, hint: 'y' }).hint).toBe('y');
  });

  test('knows its own names only', () => {
    expect(isDiagnosticCode('link-healed')).toBe(true);
    expect(isDiagnosticCode('toString')).toBe(false);
  });
});

test('config changes and drops findings by code', () => {
  const place = { path: null, line: null, message: 'x' };
  const findings = [diagnostic('link-healed', place), diagnostic('link-missing', place), diagnostic('embed-cycle', place)];
  const changed = applySeverities(findings, { 'link-healed': 'error', 'link-missing': 'off' });
  expect(changed.map(({ code, severity }) => [code, severity])).toEqual([
    ['link-healed', 'error'],
    ['embed-cycle', 'warning'],
  ]);
  expect(applySeverities(findings, {})).toEqual(findings);
});

test('texts are ordered by code point, not by UTF-16 unit', () => {
  const sorted = ['', 'A', 'Z', 'a', 'a!', 'ab', 'é', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '😀'];
  expect([...sorted].reverse().sort(compareText)).toEqual(sorted);
});
