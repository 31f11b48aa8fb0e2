import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentDir } from '../support/cli.ts';
import { sharedPath } from '../support/shared.ts';
import { judge, searchOf, success, type Verdict } from './judge.ts';
import { JUDGED_SAMPLE, JUDGED_SHARED } from './judged.ts';
import { UNSEEN_SAMPLE, UNSEEN_SHARED } from './judged-unseen.ts';

/** The vaults at hand: the sample always. */
const vaults = [['', contentDir], ...Object.keys(JUDGED_SHARED).map((name) => [name, sharedPath(`vaults/${name}`)])].filter(
  ([, dir = '']) => existsSync(dir),
);

const lost = (verdicts: readonly Verdict[], within: number) =>
  verdicts.filter(({ place }) => place === null || place > within).map(({ query, wanted, got }) => ({ query, wanted, got }));

const sets = [
  { name: 'the ranking was tuned on', sample: JUDGED_SAMPLE, shared: JUDGED_SHARED, first: 0.92, five: 0.98, verdicts: [] as Verdict[] },
  {
    name: 'were written without a look at the results',
    sample: UNSEEN_SAMPLE,
    shared: UNSEEN_SHARED,
    first: 0.85,
    five: 0.97,
    verdicts: [] as Verdict[],
  },
];

beforeAll(async () => {
  for (const [name = '', dir = ''] of vaults) {
    const { engine, close } = await searchOf(dir);
    for (const { sample, shared, verdicts } of sets) verdicts.push(...(await judge(engine, name === '' ? sample : (shared[name] ?? []))));
    close();
  }
}, 120_000);

describe.each(sets)('queries with known answers that $name', ({ sample, first, five, verdicts }) => {
  test('are many', () => {
    expect(sample.length).toBeGreaterThanOrEqual(60);
    expect(verdicts.length).toBeGreaterThanOrEqual(sample.length);
  });

  test('show a wanted page first', () => {
    expect(success(verdicts, 1), JSON.stringify(lost(verdicts, 1), null, 1)).toBeGreaterThanOrEqual(first);
  });

  test('show a wanted page among the first five', () => {
    expect(success(verdicts, 5), JSON.stringify(lost(verdicts, 5), null, 1)).toBeGreaterThanOrEqual(five);
  });
});
