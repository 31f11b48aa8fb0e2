import { expect, test } from 'vitest';
import { fuzzBatch } from './support/fuzz.ts';
import { fuzzSeeds } from './support/fuzz-seeds.ts';
import { mutatedNote } from './support/mutate.ts';

const seeds = fuzzSeeds();

// `node tools/fuzz.mjs` runs many more.
test.each(Array.from({ length: 6 }, (_, i) => i))(
  'mutated notes are read and drawn without fault, batch %i',
  (batch) => {
    const numbers = Array.from({ length: 50 }, (_, i) => batch * 50 + i);
    const { faults, words, times } = fuzzBatch(seeds, numbers);
    expect(faults).toEqual([]);
    expect(times.length).toBeGreaterThan(40);
    expect(words).toBeGreaterThan(200);
  },
  60_000,
);

test('a mutated note is the same every time', () => expect(mutatedNote(seeds, 12)).toBe(mutatedNote(seeds, 12)));
