import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '../tools/compile.mjs';
import { writeHugoSite } from './hugo-site.mjs';
import { writeVault } from './make-vault.mjs';

/**
 * What building costs: node bench/bench.mjs [notes …] (default 1000 5000 20000). Hugo and Pagefind do the same notes right after, where `hugo`
 * is installed: times on a busy machine mean little, but their ratios do. CPU is user and system seconds of all processes, memory the peak of
 * the largest one; Linux only.
 */
const sizes = process.argv.slice(2).map(Number);
const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const dossier = here('../bin/dossier.mjs');
const pagefind = here('../node_modules/.bin/pagefind');

await compile();
const root = mkdtempSync(path.join(tmpdir(), 'dossier-bench-'));
const rows = [];
try {
  for (const size of sizes.length > 0 ? sizes : [1000, 5000, 20_000]) {
    const [vault, hugo, site] = ['vault', 'hugo', 'site'].map((name) => path.join(root, `${name}-${size}`));
    writeVault(vault, size);
    writeHugoSite(vault, hugo);
    const build = (...flags) => [process.execPath, dossier, 'build', vault, '-o', site, '--quiet', '--no-cache', ...flags];
    const hugoRun = [['hugo', '--quiet', '--source', hugo, '--destination', site]];
    const pagefindRun = [[process.execPath, pagefind, '--site', site, '--quiet']];
    await compare(size, 'pages', site, [build('--no-search')], hugoRun);
    await compare(size, 'pages and search', site, [build()], [...hugoRun, ...pagefindRun]);
    for (const dir of [vault, hugo]) rmSync(dir, { recursive: true });
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
console.table(rows);

/** Runs ours, then theirs, each into an empty folder. */
async function compare(notes, what, site, ours, theirs) {
  const [own, other] = [await measured(site, ours), await measured(site, theirs)];
  const ratio = (key) => (other === null ? null : +(own[key] / other[key]).toFixed(2));
  rows.push({ notes, what, by: 'Dossier', ...own, 'wall ×': ratio('wall s'), 'CPU ×': ratio('CPU s') });
  if (other !== null) rows.push({ notes, what, by: theirs.length === 1 ? 'Hugo' : 'Hugo, then Pagefind', ...other });
}

async function measured(site, commands) {
  rmSync(site, { recursive: true, force: true });
  const total = { wall: 0, cpu: 0, memory: 0 };
  for (const command of commands) {
    const run = await timed(command);
    if (run === null) return null;
    total.wall += run.wall;
    total.cpu += run.cpu;
    total.memory = Math.max(total.memory, run.memory);
  }
  const pages = readdirSync(site, { recursive: true }).filter((file) => file.endsWith('.html')).length;
  return { pages, 'wall s': +total.wall.toFixed(1), 'CPU s': +total.cpu.toFixed(1), MB: Math.round(total.memory / 1e6) };
}

/** Seconds and bytes of one command and the processes it starts; null when there is no such program. */
async function timed([program, ...args]) {
  const before = childSeconds();
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const missing = await new Promise((resolve) => {
    child.once('spawn', () => resolve(false));
    child.once('error', () => resolve(true));
  });
  if (missing) return null;
  let memory = 0;
  const timer = setInterval(() => {
    for (const pid of [child.pid, ...childrenOf(child.pid)]) memory = Math.max(memory, peakOf(pid));
  }, 50);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${code}`);
  return { wall: (performance.now() - start) / 1000, cpu: childSeconds() - before, memory };
}

/** CPU seconds of all processes that this one has started and that have ended, theirs included. */
function childSeconds() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

/** Most memory a process has had, in bytes; 0 when it is gone. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
