import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '../tools/compile.mjs';
import { writeVault } from './make-vault.mjs';

/** What building costs: node bench/bench.mjs [notes …] (default 1000 5000 20000). CPU is user and system seconds, memory that of this process. */
const sizes = process.argv.slice(2).map(Number);
const probe = fileURLToPath(new URL('./probe.mjs', import.meta.url));

await compile();
const root = mkdtempSync(path.join(tmpdir(), 'dossier-bench-'));
const rows = [];
try {
  for (const size of sizes.length > 0 ? sizes : [1000, 5000, 20_000]) {
    const vault = path.join(root, `vault-${size}`);
    writeVault(vault, size);
    for (const search of [false, true]) {
      const out = path.join(root, 'site');
      rmSync(out, { recursive: true, force: true });
      const run = spawnSync(process.execPath, [probe, 'build', vault, '-o', out, '--quiet', ...(search ? [] : ['--no-search'])], {
        encoding: 'utf8',
      });
      if (run.status !== 0) throw new Error(run.stderr);
      const { wall, cpu, childCpu, memory } = JSON.parse(run.stdout.trim().split('\n').at(-1));
      const pages = readdirSync(out, { recursive: true }).filter((file) => file.endsWith('.html')).length;
      rows.push({
        notes: size,
        search: search ? 'yes' : 'no',
        pages,
        'wall s': wall,
        'CPU s': cpu,
        'index CPU s': childCpu,
        MB: memory,
        'CPU ms/page': +((cpu * 1000) / pages).toFixed(2),
      });
    }
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
console.table(rows);
