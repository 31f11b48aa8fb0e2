/**
 * Why an output folder was not written, in words for the person who ran the command.
 * `usage`: the folder asked for must not be written. `busy`: another build holds it. `disk`: the disk refused.
 * `page`: a page failed in a strict build. `search`: the search index could not be made.
 */
export class OutputError extends Error {
  readonly reason: 'usage' | 'busy' | 'disk' | 'page' | 'search';
  /** What the person can do about it. */
  readonly hint: string;

  constructor(reason: OutputError['reason'], message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutputError';
    this.reason = reason;
    this.hint = hint;
  }
}

const DISK_HINTS: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: free some space and build again.',
  EDQUOT: 'The disk quota is used up: free some space and build again.',
  EACCES: 'The folder may not be written by this user: choose another with -o, or change its permissions.',
  EPERM: 'The folder may not be written by this user: choose another with -o, or change its permissions.',
  EROFS: 'The file system is read-only: choose another folder with -o.',
  EXDEV: 'The folder is a mount point, so it cannot be replaced whole: choose a folder inside it with -o.',
  EBUSY: 'The folder is in use or a mount point, so it cannot be replaced whole: choose a folder inside it with -o.',
  EMFILE: 'Too many files are open: close other programs or raise the limit, and build again.',
  ENAMETOOLONG: 'The path is too long for this file system: choose a folder with a shorter path.',
};

/** An OutputError for whatever the disk threw; OutputErrors pass unchanged. Anything without an errno code is a bug and is returned as it is. */
export function diskErrorFrom(error: unknown, doing: string): unknown {
  if (error instanceof OutputError || !(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) return error;
  const hint = DISK_HINTS[code] ?? 'The old site, if there was one, is as it was. Build again when the cause is gone.';
  return new OutputError('disk', `${doing}: ${error.message}`, hint, { cause: error });
}
