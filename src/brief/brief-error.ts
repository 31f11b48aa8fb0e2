/** Why no brief can be made of what was asked for, in one sentence for people, with what to do. */
export class BriefError extends Error {
  override readonly name = 'BriefError';
  readonly hint: string;

  constructor(message: string, hint: string, options: ErrorOptions = {}) {
    super(message, options);
    this.hint = hint;
  }
}
