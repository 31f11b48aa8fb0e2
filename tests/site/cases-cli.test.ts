import path from 'node:path';
import { expect, test } from 'vitest';
import {
  type CaseRun,
  calloutRuns,
  embedRuns,
  frontmatterRuns,
  inlineFieldRuns,
  linkRuns,
  tagRuns,
  taskRuns,
} from '../support/case-runs.ts';
import { runCli } from '../support/cli.ts';
import { inspectFiles } from '../support/inspected.ts';
import { modelSchema } from '../support/model-schema.ts';
import { describeShared } from '../support/shared.ts';
import { tempDir, writeFiles } from '../support/temp.ts';

/** A few rows of each file, spread over it; every row is asked of the model itself in tests/cases. */
function sample(runs: readonly CaseRun[], count: number): readonly CaseRun[] {
  return Array.from({ length: count }, (_, i) => runs[Math.floor(((i + 0.5) * runs.length) / count)]).filter((run) => run !== undefined);
}

describeShared('the command line says what the model says', () => {
  const runs = [linkRuns, tagRuns, taskRuns, calloutRuns, embedRuns, frontmatterRuns, inlineFieldRuns].flatMap((rows) => sample(rows(), 3));

  test.each(runs.map((run) => [run.name, run] as const))('%s', (_, run) => {
    const dir = path.join(tempDir(), 'vault');
    writeFiles(dir, { ...run.files, ...(run.config === undefined ? {} : { 'dossier.yaml': run.config }) });
    const { code, stdout, stderr } = runCli(['inspect', dir]);
    expect([code, stderr]).toEqual([0, '']);
    const model = modelSchema.parse(JSON.parse(stdout));
    expect(run.found(model)).toEqual(run.found(inspectFiles(run.files, run.config)));
    expect(model.notes).toEqual(inspectFiles(run.files, run.config).notes);
  });
});
