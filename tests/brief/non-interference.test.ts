import { describe, expect, test } from 'vitest';
import { FORMS, partsOf, withBrief } from '../support/brief-forms.ts';
import { ACCOUNT, briefVault } from '../support/brief-vaults.ts';
import { randomFrom } from '../support/random.ts';

/** `BRIEF_PAIRS=100 npx vitest run --project site tests/brief/non-interference.test.ts` compares them all, in every form. */
const PAIRS = Number(process.env['BRIEF_PAIRS'] ?? 0);
const QUICK = PAIRS || 12;
const WHOLE = PAIRS || 2;
const FULL_RUN = 1_800_000;
/** Pairs apart from the vaults that are scanned for leaks. */
const FIRST = 1000;

type Output = ReadonlyMap<string, Uint8Array>;

describe('the bytes of a brief', () => {
  test(`are the same with and without what others wrote: pages, lists and index records of ${QUICK} random pairs`, {
    timeout: FULL_RUN,
  }, async () => {
    for (let seed = FIRST; seed < FIRST + QUICK; seed += 1) {
      const { files, without } = await briefVault(seed);
      const whole = await withBrief(files, ACCOUNT, partsOf);
      expect({ seed, differing: differing(whole, await withBrief(without, ACCOUNT, partsOf)) }).toEqual({ seed, differing: [] });
      expect(whole.size).toBeGreaterThan(40);
    }
  });

  test.each(FORMS)(
    `are the same with and without what others wrote: the $name of ${WHOLE} random pairs, with its search`,
    { timeout: FULL_RUN },
    async ({ name, make }) => {
      for (let seed = FIRST; seed < FIRST + WHOLE; seed += 1) {
        const { files, without } = await briefVault(seed);
        const whole = await withBrief(files, ACCOUNT, make);
        expect({ seed, differing: differing(whole, await withBrief(without, ACCOUNT, make)) }).toEqual({ seed, differing: [] });
      }
      process.stderr.write(`non-interference ${name}: ${WHOLE} pairs, 0 differ\n`);
    },
  );

  test('are the same when any one file of others is taken away, or all are there twice', async () => {
    const { files, without } = await briefVault(7);
    const own = await withBrief(without, ACCOUNT, partsOf);
    const others = Object.keys(files).filter((path) => without[path] === undefined);
    const random = randomFrom(7);
    for (const left of random.shuffled(others).slice(0, 6)) {
      const { [left]: _, ...rest } = files;
      expect({ left, differing: differing(own, await withBrief(rest, ACCOUNT, partsOf)) }).toEqual({ left, differing: [] });
    }
    const twice = Object.fromEntries(
      others
        .filter((path) => !path.startsWith('Secret/'))
        .map((path) => [`Zz copies/${path.replace('Customers/', 'Clients/')}`, files[path] ?? '']),
    );
    expect(differing(own, await withBrief({ ...files, ...twice }, ACCOUNT, partsOf))).toEqual([]);
  });

  test('would differ if a note of others came in', async () => {
    const { files, without } = await briefVault(8);
    const more = { ...files, 'Late.md': '---\naccount: Northwind Grocers\ndate: 2026-01-01\n---\nOne more.\n' };
    expect(differing(await withBrief(more, ACCOUNT, partsOf), await withBrief(without, ACCOUNT, partsOf))).not.toEqual([]);
  });
});

function differing(a: Output, b: Output): readonly string[] {
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].filter((name) => Buffer.compare(a.get(name) ?? Buffer.alloc(0), b.get(name) ?? Buffer.alloc(1)) !== 0);
}
