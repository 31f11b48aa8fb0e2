/** How much a finding matters: an `error` lost or withheld content, a `warning` changed or guessed it, `info` is worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** One finding about the content: what, where, how bad, and what to do about it. */
export interface Diagnostic {
  /** Permanent name from `catalogue.ts`. */
  readonly code: string;
  readonly severity: Severity;
  /** Vault-relative path with `/`, or null when the finding belongs to no file. */
  readonly path: string | null;
  /** 1-based line in the file, or null when unknown. */
  readonly line: number | null;
  readonly message: string;
  /** What the owner of the vault can do about it. */
  readonly hint: string;
}
