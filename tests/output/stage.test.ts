import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLastSite } from '../../src/output/last-site.ts';
import { readManifest } from '../../src/output/manifest.ts';
import { type Stage, writeStage } from '../../src/output/stage.ts';
import { tempDir } from '../support/temp.ts';

/** Seals a stage in a folder of its own. */
function staged(fill: (stage: Stage) => void, last: string | null = null) {
  const stage = writeStage(path.join(tempDir(), 'site'), last === null ? null : readLastSite(last));
  fill(stage);
  const sums = stage.seal();
  return { dir: stage.dir, sums, digests: readManifest(stage.dir)?.files };
}

test('a text in parts is the file that the whole text is, however large', () => {
  const part = fc.record({
    text: fc.constantFrom('row,of,ascii\r\n', 'Zürich – 東京 🟢\n', '', 'x'),
    times: fc.constantFrom(1, 7, 20_000),
  });
  const property = fc.property(fc.array(part, { maxLength: 12 }), (some) => {
    const parts = some.map(({ text, times }) => text.repeat(times));
    const whole = staged((stage) => stage.write('a/rows.csv', parts.join('')));
    const inParts = staged((stage) => stage.writeParts('a/rows.csv', parts));
    expect(inParts.sums).toEqual(whole.sums);
    expect(inParts.digests).toEqual(whole.digests);
    const bytes = fs.readFileSync(path.join(inParts.dir, 'a/rows.csv'));
    expect(bytes.toString()).toBe(parts.join(''));
    expect(hash('sha256', bytes, 'hex')).toBe(inParts.digests?.['a/rows.csv']);
  });
  fc.assert(property, { numRuns: 30 });
});

test('a part is asked for when those before it are written', () => {
  const held: number[] = [];
  let dir = '';
  function* parts() {
    for (let part = 0; part < 6; part += 1) {
      held.push(dir === '' || part < 3 ? 0 : fs.statSync(path.join(dir, 'large.txt')).size);
      yield 'x'.repeat(400_000);
    }
  }
  staged((stage) => {
    dir = stage.dir;
    stage.writeParts('large.txt', parts());
  });
  expect(held).toEqual([0, 0, 0, 1_200_000, 1_600_000, 2_000_000]);
});

test('a small text in parts that is as it was in the last site is not written again', () => {
  const first = staged((stage) => stage.writeParts('a.csv', ['one', 'two']));
  const second = staged((stage) => stage.writeParts('a.csv', ['one', 'two']), first.dir);
  expect(fs.statSync(path.join(second.dir, 'a.csv')).ino).toBe(fs.statSync(path.join(first.dir, 'a.csv')).ino);
});

test('a file cannot be written twice, in parts or whole', () => {
  staged((stage) => {
    stage.writeParts('a.csv', ['x'.repeat(2_000_000), 'y'.repeat(2_000_000)]);
    expect(() => stage.writeParts('a.csv', ['x'])).toThrow('written twice');
    expect(() => stage.write('a.csv', 'x')).toThrow('written twice');
  });
});
