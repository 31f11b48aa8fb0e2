let last: string | null = null;

/**
 * Stands before the parts of an MDX program. What counts is where the call stands in the compiled program: a failure behind it is of that part; for one
 * that tells no place, the part that was begun last.
 */
export function at(part: string): void {
  last = part;
}

/** The part that was begun last, without what a mark has before its name; null before any. */
export function lastPart(): string | null {
  return last?.replace(/^mdx:/u, '') ?? null;
}

/** To be called before a page is drawn. */
export function forgetParts(): void {
  last = null;
}
