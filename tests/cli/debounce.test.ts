import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { batchChanges } from '../../src/cli/dev/debounce.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function recorder(duration = 0) {
  const batches: string[][] = [];
  let running = 0;
  let most = 0;
  const change = batchChanges(
    async (paths) => {
      running += 1;
      most = Math.max(most, running);
      batches.push([...paths]);
      await new Promise((resolve) => setTimeout(resolve, duration));
      running -= 1;
    },
    (error) => {
      throw error;
    },
  );
  return { batches, change, most: () => most };
}

test('changes that come together are handed on together, each path once', async () => {
  const { batches, change } = recorder();
  for (const path of ['a', 'b', 'a']) change(path);
  await vi.advanceTimersByTimeAsync(100);
  expect(batches).toEqual([['a', 'b']]);
});

test('a thousand changes in a second give few batches, and the last change is in one', async () => {
  const { batches, change, most } = recorder(50);
  for (let i = 0; i < 1000; i++) {
    change(`note-${i}`);
    await vi.advanceTimersByTimeAsync(1);
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect(batches.length).toBeLessThanOrEqual(10);
  expect(batches.flat()).toHaveLength(1000);
  expect(most()).toBe(1);
});

test('a change during the work is worked on after it', async () => {
  const { batches, change } = recorder(100);
  change('a');
  await vi.advanceTimersByTimeAsync(50);
  change('b');
  await vi.advanceTimersByTimeAsync(300);
  expect(batches).toEqual([['a'], ['b']]);
});

test('work that fails is reported, and the next change is worked on', async () => {
  const errors: unknown[] = [];
  let count = 0;
  const change = batchChanges(
    async () => {
      count += 1;
      if (count === 1) throw new Error('bad config');
    },
    (error) => errors.push(error),
  );
  change('a');
  await vi.advanceTimersByTimeAsync(50);
  change('a');
  await vi.advanceTimersByTimeAsync(50);
  expect([errors.length, count]).toEqual([1, 2]);
});

test('work can rest until there was no change for a while, and learns of one at once', async () => {
  const rests: (readonly [paths: string, rested: boolean, after: number])[] = [];
  const change = batchChanges(
    async (paths, rest) => {
      const from = performance.now();
      const rested = await rest(1000);
      rests.push([[...paths].join(), rested, Math.round(performance.now() - from)]);
    },
    (error) => {
      throw error;
    },
  );
  change('a');
  await vi.advanceTimersByTimeAsync(300);
  change('b');
  await vi.advanceTimersByTimeAsync(2000);
  expect(rests).toEqual([
    ['a', false, 285],
    ['b', true, 1000],
  ]);
});
