import v8 from 'node:v8';

/** From so many notes on memory is dearer than time. */
const MANY_NOTES = 8000;
/** How much a heap may grow before garbage is looked for, in per cent of what is in use. */
const GROWTH = 25;
/** Bytes that the space for young objects may have. */
const YOUNG = 60e6;

/**
 * Keeps the memory of a large build near what it uses; to be called now and then while notes are read. Left to itself V8 lets a heap of this size
 * grow to two and a half times that before it looks for garbage, and the space for young objects to twice what is set here; looking more often
 * takes a few per cent of the time. The flags are read anew at each collection, so they may be set late.
 */
export function keepHeapSmall(notes: number): void {
  if (notes < MANY_NOTES) return;
  v8.setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  const young = v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  if (young !== undefined && young.space_size >= YOUNG) v8.setFlagsFromString('--semi-space-growth-factor=1');
}
