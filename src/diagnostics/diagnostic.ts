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

/** What is known of a kind of finding, whatever note it is found in. */
export interface DiagnosticInfo {
  readonly severity: Severity;
  /** A few words, without full stop. */
  readonly title: string;
  /** What it means, in one or two sentences. */
  readonly about: string;
  /** What the owner of the vault can do, when the finding itself has no better advice. */
  readonly hint: string;
  /** Nothing is to be done unless it was understood wrongly: listed behind what waits for someone. */
  readonly settled?: true;
}
