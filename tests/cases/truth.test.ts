import { expect, test } from 'vitest';
import { scoreTable, shares, TRUTHS } from '../support/truth-score.ts';
import { type TruthShape, truthScores } from '../support/truth-vault.ts';

const FIRST_SEED = Number(process.env['TRUTH_SEED'] ?? 1);
const VAULTS = Number(process.env['TRUTH_VAULTS'] ?? 15);

/** Vaults whose accounts, meetings, people, actions, decisions and facts are known before they are written, read back and compared as sets. */
test.each<[shape: TruthShape, floor: number]>([
  ['well-formed', 1],
  ['varied', 0.98],
])(
  '%s notes are read as what they say',
  (shape, floor) => {
    const scores = truthScores(shape, FIRST_SEED, VAULTS);
    console.info(`${shape}\n${scoreTable(scores)}`);
    for (const kind of TRUTHS) {
      const { precision, recall } = shares(scores[kind]);
      const wrong = scores[kind].wrong.slice(0, 20).join('\n');
      expect(scores[kind].expected, kind).toBeGreaterThan(VAULTS);
      expect(precision, `precision of ${kind}\n${wrong}`).toBeGreaterThanOrEqual(floor);
      expect(recall, `recall of ${kind}\n${wrong}`).toBeGreaterThanOrEqual(floor);
    }
  },
  120_000,
);
