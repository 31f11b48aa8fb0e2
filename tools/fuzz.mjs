import { fuzzBatch, fuzzedNote } from '../tests/support/fuzz.ts';
import { fuzzSeeds } from '../tests/support/fuzz-seeds.ts';

/**
 * Runs notes of the sample and of the shared test data, mutated, through reading, parsing, the graph and drawing, and says what is wrong with what comes
 * out: node tools/fuzz.mjs [--count 20000] [--seed 1]. The same seed gives the same notes. `--show <number>` prints one of them.
 */
const words = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(words.splice(at, 2)[1]);
};
const count = option('count', 20_000);
const seed = option('seed', 1);
const show = option('show', null);
const notes = fuzzSeeds();

if (show !== null) process.stdout.write(fuzzedNote(notes, show).text);
else {
  const first = seed * 1_000_000;
  const faults = new Map();
  const hidden = new Map();
  let times = [];
  let planted = 0;
  for (let done = 0; done < count; done += 50) {
    const numbers = Array.from({ length: Math.min(50, count - done) }, (_, i) => first + done + i);
    const report = fuzzBatch(notes, numbers);
    for (const { number, fault } of report.faults) {
      const kind = fault.replace(/zq\d+zq|\d+/gu, '…');
      faults.set(kind, [...(faults.get(kind) ?? []), `${number}: ${fault}`]);
    }
    for (const [reason, found] of report.hidden) hidden.set(reason, (hidden.get(reason) ?? 0) + found);
    planted += report.words;
    // What is slow once may have met another program or the collector: only the better of two counts.
    for (const time of report.times)
      times.push(time.ms > 50 ? { ...time, ms: Math.min(time.ms, fuzzBatch(notes, [time.number]).times[0].ms) } : time);
    times = times.sort((a, b) => b.ms - a.ms).slice(0, 8);
    process.stderr.write(`\r${done + numbers.length} notes`);
  }
  process.stderr.write('\n');
  console.log(`${count} notes out of ${notes.length}, seed ${seed}; ${planted} words planted`);
  console.log('hidden by rule:', Object.fromEntries([...hidden].sort()));
  console.log('slowest:', times.map(({ number, ms, size }) => `${number}: ${ms.toFixed(0)} ms, ${size} characters`).join('; '));
  for (const [kind, found] of [...faults].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`FAULT ${kind} (${found.length})\n  ${found.slice(0, 5).join('\n  ')}`);
  }
  if (faults.size > 0) process.exitCode = 1;
}
