/** Why no brief can be made of what was asked for, in one sentence for people, with what to do. */
export class BriefError extends Error {
  override readonly name = 'BriefError';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
