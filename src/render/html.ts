/** Finished, safe HTML: everything from a note in it is escaped or sanitized, and its links are relative to the page it stands on. */
export type Html = string & { readonly __brand: 'Html' };

/** Vouches for markup made by this folder. Only `draw.ts` hands HTML out. */
export function safeHtml(markup: string): Html {
  return markup as Html;
}
