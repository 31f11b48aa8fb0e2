/** What a brief shows of the notes it is made of. */
export interface Profile {
  /** Headings whose sections are left out. */
  readonly sections: readonly string[];
  /** Frontmatter keys shown beyond those of `SHOWN_KEYS`. */
  readonly properties: readonly string[];
  readonly actions: 'all' | 'open' | 'none';
  /** Texts that are blacked out. */
  readonly redact: readonly string[];
  /** Show e-mail addresses. */
  readonly emails: boolean;
  /** Show where a note came from: `source`, `source_ref`, Source lines. */
  readonly sources: boolean;
}

/** Frontmatter that every brief shows. */
export const SHOWN_KEYS: readonly string[] = ['title', 'date', 'account', 'accounts', 'participants', 'attendees', 'tags'];
