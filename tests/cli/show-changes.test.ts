import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Rest } from '../../src/cli/dev/debounce.ts';
import { changeShower } from '../../src/cli/dev/show-changes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A preview whose whole takes so many milliseconds, and what is done with it. */
function shower(cost: number, sketches: Readonly<Record<string, readonly string[] | null>>) {
  const log: string[] = [];
  const preview = {
    update: (paths: ReadonlySet<string>) => sketches[[...paths].join()] ?? null,
    complete: () => {
      log.push('complete');
      vi.advanceTimersByTime(cost);
    },
    draw: async () => '',
  };
  const clients = {
    announce: async (_: unknown, only?: readonly string[]) => {
      log.push(only === undefined ? 'all told' : `told of ${only.join()}`);
      return 0;
    },
    comeBack: async () => undefined,
  };
  const show = changeShower(preview, clients, (behind) => log.push(behind >= cost ? 'up to date' : `only ${behind} ms behind`));
  const run = async (paths: string, rest: Rest = async () => true) => {
    const done = show(new Set([paths]), rest);
    await vi.advanceTimersByTimeAsync(50);
    await done;
    return log.splice(0);
  };
  return { run };
}

test('a text is told of before everything is worked out, and all the rest after it', async () => {
  const { run } = shower(300, { a: ['a.html'] });
  expect(await run('a')).toEqual(['told of a.html', 'complete', 'all told', 'up to date']);
});

test('a change that shows nowhere does nothing', async () => {
  const { run } = shower(300, { a: null });
  expect(await run('a')).toEqual([]);
});

test('where the whole takes long it waits for a pause, and comes after the last of several changes', async () => {
  const { run } = shower(9000, { a: ['a.html'], b: ['b.html'], none: null });
  expect(await run('a')).toEqual(['told of a.html', 'complete', 'all told', 'up to date']);
  const rests: number[] = [];
  const disturbed: Rest = async (milliseconds) => {
    rests.push(milliseconds);
    return false;
  };
  expect(await run('a', disturbed)).toEqual(['told of a.html']);
  expect(await run('b', disturbed)).toEqual(['told of b.html']);
  expect(rests).toEqual([2500, 2500]);
  // Even when the last one brings back what was there.
  const last = await run('none');
  expect(last.slice(0, 2)).toEqual(['complete', 'all told']);
  expect(await run('none')).toEqual([]);
});

test('a small site does not wait', async () => {
  const { run } = shower(2000, { a: ['a.html'] });
  await run('a');
  const never: Rest = async () => false;
  expect((await run('a', never)).slice(0, 2)).toEqual(['told of a.html', 'complete']);
});
