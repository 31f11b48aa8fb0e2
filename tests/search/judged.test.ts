import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentDir } from '../support/cli.ts';
import { sharedPath } from '../support/shared.ts';
import { judge, searchOf, success, type Verdict } from './judge.ts';
import { JUDGED_SAMPLE, JUDGED_SHARED } from './judged.ts';

/** The vaults at hand with what is asked of each: the sample always. */
const sets = [
  [contentDir, JUDGED_SAMPLE] as const,
  ...Object.entries(JUDGED_SHARED).map(([name, judged]) => [sharedPath(`vaults/${name}`), judged] as const),
].filter(([dir]) => existsSync(dir));

const lost = (verdicts: readonly Verdict[], within: number) =>
  verdicts.filter(({ place }) => place === null || place > within).map(({ query, wanted, got }) => ({ query, wanted, got }));

describe('queries with known answers', () => {
  const verdicts: Verdict[] = [];

  beforeAll(async () => {
    for (const [dir, judged] of sets) {
      const { engine, close } = await searchOf(dir);
      verdicts.push(...(await judge(engine, judged)));
      close();
    }
  }, 120_000);
  afterAll(() => verdicts.splice(0));

  test('are many', () => {
    expect(JUDGED_SAMPLE.length).toBeGreaterThanOrEqual(60);
    expect(verdicts.length).toBeGreaterThanOrEqual(JUDGED_SAMPLE.length);
  });

  test('show a wanted page first', () => {
    expect(success(verdicts, 1), JSON.stringify(lost(verdicts, 1), null, 1)).toBeGreaterThanOrEqual(0.92);
  });

  test('show a wanted page among the first five', () => {
    expect(success(verdicts, 5), JSON.stringify(lost(verdicts, 5), null, 1)).toBeGreaterThanOrEqual(0.98);
  });
});
