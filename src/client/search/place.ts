/** Where a reader left the list of results, as the browser's history keeps it for whoever comes back. */
export interface Place {
  /** Hits that were asked for, those of `Show more` with them. */
  readonly asked: number;
  /** Which of those shown was opened. */
  readonly opened: number;
  /** How far below the upper edge of the window it stood, in CSS pixels. */
  readonly top: number;
}

/** The place that a state of the history holds; null when it holds none. */
export function placeIn(state: unknown): Place | null {
  if (typeof state !== 'object' || state === null) return null;
  const { asked, opened, top } = state as Partial<Record<keyof Place, unknown>>;
  return isCount(asked) && isCount(opened) && typeof top === 'number' ? { asked, opened, top } : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
