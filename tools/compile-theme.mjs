import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mermaidInputs } from './mermaid-bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = join(root, 'build', 'theme');

/** Everything the compiled theme depends on: files, and folders taken whole. */
const inputs = [
  'astro.config.mjs',
  'tools/compile-theme.mjs',
  'tools/theme-assets.mjs',
  'tsconfig.json',
  'src/config/names.ts',
  'src/live.config.ts',
  'src/notes/dates.ts',
  'src/notes/direction.ts',
  'src/notes/due.ts',
  'src/views/moments.ts',
  'src/views/rhythm.ts',
  'src/theme.ts',
  'src/theme-runtime.ts',
  'src/theme-source.ts',
  'src/pages',
  'src/layouts',
  'src/components',
  'src/styles',
  'src/client',
  'src/search',
  'public',
  'node_modules/astro/package.json',
  'node_modules/esbuild/package.json',
  'node_modules/vite/package.json',
  ...mermaidInputs(),
];

/** Digest over names and contents of all inputs that exist. */
function digestOfInputs() {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap(filesBelow)) {
    hash.update(`${relative(root, path)}\0`);
    hash.update(readFileSync(path));
    hash.update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(input) {
  const path = join(root, input);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Compiles the theme into `build/theme/` unless it is there already for the same inputs. Compiled beside it and put in place whole, so that
 * a failure leaves the old one and no command meets a half-written one.
 *
 * @returns {Promise<{ compiled: boolean; digest: string; dir: string }>}
 */
export async function compileTheme() {
  const digest = digestOfInputs();
  const stamp = join(outDir, 'digest.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return { compiled: false, digest, dir: outDir };
  const stage = join(root, 'build', `.theme-${randomUUID()}`);
  const old = `${stage}-old`;
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { build } = await import('astro');
  try {
    await build({ root, outDir: stage, logLevel: 'silent' });
    writeFileSync(join(stage, 'digest.txt'), digest);
    if (existsSync(outDir)) renameSync(outDir, old);
    renameSync(stage, outDir);
  } finally {
    rmSync(stage, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
  return { compiled: true, digest, dir: outDir };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const start = performance.now();
  const { compiled, digest, dir } = await compileTheme();
  const what = compiled ? `compiled in ${((performance.now() - start) / 1000).toFixed(1)} s` : 'unchanged';
  console.log(`theme ${what} (${digest.slice(0, 8)}) ${relative(root, dir)}/`);
}
