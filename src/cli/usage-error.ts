/** A command that cannot be carried out as it was given: wrong arguments, or a config that cannot be read. Ends with exit code 2. */
export class UsageError extends Error {
  /** What the person can do about it. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}
