import v8 from 'node:v8';

/** From so many notes on memory is dearer than time. */
const MANY_NOTES = 8000;
/** How much a heap may grow before garbage is looked for, in per cent of what is in use. */
const GROWTH = 25;

/**
 * Keeps the memory of a large build near what it uses. Left to itself V8 lets a heap of this size grow to two and a half times that before it
 * looks for garbage; looking more often takes a few per cent of the time. The flag is read anew at each collection, so it may be set late.
 */
export function keepHeapSmall(notes: number): void {
  if (notes >= MANY_NOTES) v8.setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
