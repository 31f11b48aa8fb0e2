import { inspectFiles } from './inspected.ts';
import { writePlain } from './truth-plain.ts';
import { addScores, emptyScores, type Rows, rowsFromModel, rowsFromWorld, type Score } from './truth-score.ts';
import { writeVaried } from './truth-varied.ts';
import { type World, worldFrom } from './truth-world.ts';

export type TruthShape = 'well-formed' | 'varied';

/** A vault whose content is known: its files, its config, and the world they were written from. */
export function truthVault(
  shape: TruthShape,
  seed: number,
): { readonly world: World; readonly files: Readonly<Record<string, string>>; readonly config: string } {
  const world = worldFrom(seed);
  const owner = world.owner === null ? '' : `owner: ${world.owner}\n`;
  if (shape === 'well-formed') return { world, files: writePlain(world), config: owner };
  const { files, config } = writeVaried(world);
  return { world, files, config: owner + config };
}

/** Scores of what is read of some vaults against what was written, one vault a seed. */
export function truthScores(shape: TruthShape, firstSeed: number, vaults: number): Readonly<Record<keyof Rows, Score>> {
  const scores = emptyScores();
  for (let seed = firstSeed; seed < firstSeed + vaults; seed += 1) {
    const { world, files, config } = truthVault(shape, seed);
    addScores(scores, rowsFromWorld(world), rowsFromModel(inspectFiles(files, config)), `seed ${seed}`);
  }
  return scores;
}
