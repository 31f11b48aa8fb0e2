import { expect, test } from 'vitest';
import { offlineLines } from '../../src/cli/print-summary.ts';

test('search from a folder that was left out is told, with the reason and what brings it back', () => {
  expect(offlineLines({ written: false, reason: 'large', indexBytes: 17_340_000 })).toEqual([
    '  offline search  left out: the index has 17.3 MB; search.offline: always writes it',
  ]);
  expect(offlineLines({ written: false, reason: 'never', indexBytes: 1000 })).toEqual([
    '  offline search  left out: search.offline is never',
  ]);
});

test('nothing is told of a site that has it, or has no search at all', () => {
  expect(offlineLines({ written: true })).toEqual([]);
  expect(offlineLines(null)).toEqual([]);
});
