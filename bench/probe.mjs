import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

// Runs the command line in this process and says what it cost as the last line of the output.
const start = performance.now();
process.once('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const seconds = (value) => +value.toFixed(1);
  console.log(
    JSON.stringify({
      wall: seconds((performance.now() - start) / 1000),
      cpu: seconds((userCPUTime + systemCPUTime) / 1e6),
      childCpu: seconds(childSeconds()),
      memory: Math.round(maxRSS / 1000),
    }),
  );
});
await import('../build/cli/main.js');

/** CPU seconds of the indexer, which has ended by then; 0 where the system does not tell. */
function childSeconds() {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}
