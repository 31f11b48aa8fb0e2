import { describe, expect, test } from 'vitest';
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
import { inspectFiles } from '../support/inspected.ts';
import { describeShared } from '../support/shared.ts';

/** Rows that go another way on purpose, by file and name, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'linkparse: percent comment inline is indexed': 'what stands in comments is hidden and not indexed',
  'tags: inline percent comment is indexed': 'what stands in comments is hidden and not indexed',
  'tags: block percent comment': 'what stands in comments is hidden and not indexed',
  'tags: after an escaped bracket (quirk)': 'a quirk not worth copying',
  'tasks: seed line, not repaired: no fields are seen': 'the model is made from the mended text, in which the fields are seen',
};

const FILES: readonly (readonly [string, () => readonly CaseRun[]])[] = [
  ['linkparse', linkRuns],
  ['tags', tagRuns],
  ['tasks', taskRuns],
  ['callouts', calloutRuns],
  ['embeds', embedRuns],
  ['frontmatter', frontmatterRuns],
  ['inline-fields', inlineFieldRuns],
];

describeShared.each(FILES)('the model of %s', (file, runs) => {
  const rows = runs().map((run, i) => [`${i} ${run.name}`, run, `${file}: ${run.name}` in EXCEPTIONS] as const);
  test('there are rows', () => expect(rows.length).toBeGreaterThan(5));

  test.each(rows.filter(([, , excepted]) => !excepted))('%s', (_, run) => {
    expect(run.found(inspectFiles(run.files, run.config))).toEqual(run.expected);
  });

  const excepted = rows.filter(([, , isExcepted]) => isExcepted);
  test.runIf(excepted.length > 0).each(excepted)('%s: goes another way on purpose', (_, run) => {
    expect(run.found(inspectFiles(run.files, run.config))).not.toEqual(run.expected);
  });
});

describe('exceptions', () => {
  test('each names a row that there is', () => {
    const names = FILES.flatMap(([file, runs]) => runs().map((run) => `${file}: ${run.name}`));
    if (names.length > 0) expect(Object.keys(EXCEPTIONS).filter((name) => !names.includes(name))).toEqual([]);
  });
});
