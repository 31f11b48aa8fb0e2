import type { Drawing } from './drawing.ts';

/** The level of the next heading: one below the heading it belongs to, whatever numbers the note uses. A page has one `h1` and leaves no level out. */
export function nextLevel(drawing: Drawing, written: number): number {
  const { base, levels } = drawing.outline;
  while ((levels.at(-1) ?? 0) >= written) levels.pop();
  levels.push(written);
  return Math.min(6, base + levels.length);
}

/** As `nextLevel`, with a way to take it back for a heading that turns out to hold nothing. */
export function triedLevel(drawing: Drawing, written: number): { readonly level: number; readonly undo: () => void } {
  const { levels } = drawing.outline;
  const before = [...levels];
  return { level: nextLevel(drawing, written), undo: () => void levels.splice(0, levels.length, ...before) };
}
