import { NOTE_CODES } from './codes-notes.ts';
import { READING_CODES } from './codes-reading.ts';
import { VAULT_CODES } from './codes-vault.ts';
import type { Diagnostic, DiagnosticInfo } from './diagnostic.ts';
import { compareText } from './order.ts';

const CODES = { ...READING_CODES, ...NOTE_CODES, ...VAULT_CODES };

/** Name of a kind of finding. Names are permanent: config files and other tools refer to them. */
export type DiagnosticCode = keyof typeof CODES;

/** One entry of the catalogue. */
export interface CatalogueEntry extends DiagnosticInfo {
  readonly code: DiagnosticCode;
}

/** Every kind of finding, sorted by code. The reference page of the manual is made from it. */
export const CATALOGUE: readonly CatalogueEntry[] = (Object.keys(CODES) as DiagnosticCode[])
  .sort(compareText)
  .map((code) => ({ code, ...CODES[code] }));

/** True for a name in the catalogue. */
export function isDiagnosticCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(CODES, text);
}

/** What the catalogue says of a code. */
export function diagnosticInfo(code: DiagnosticCode): DiagnosticInfo {
  return CODES[code];
}

/** Where a finding is and what it says. `hint` replaces the advice of the catalogue. */
export interface Finding {
  readonly path: string | null;
  readonly line: number | null;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** The only maker of diagnostics: severity and advice come from the catalogue. */
export function diagnostic(code: DiagnosticCode, { path, line, message, hint }: Finding): Diagnostic {
  const info = CODES[code];
  return { code, severity: info.severity, path, line, message, hint: hint ?? info.hint };
}
