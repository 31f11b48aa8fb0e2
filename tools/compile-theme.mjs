import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = join(root, 'build', 'theme');
const stamp = join(outDir, 'digest.txt');

/** Everything the compiled theme depends on: files, and folders taken whole. */
const inputs = [
  'astro.config.mjs',
  'tools/compile-theme.mjs',
  'tools/theme-assets.mjs',
  'tsconfig.json',
  'src/config/names.ts',
  'src/live.config.ts',
  'src/theme.ts',
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
];

/** Digest over names and contents of all inputs that exist. */
function digestOfInputs() {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap(filesBelow))
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  return hash.digest('hex');
}

function filesBelow(input) {
  const path = join(root, input);
  if (!existsSync(path)) return [];
  const entries = readdirSync.length && isFolder(path) ? readdirSync(path, { recursive: true, withFileTypes: true }) : null;
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function isFolder(path) {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Compiles the theme into `build/theme/` unless it is there already for the same inputs.
 *
 * @returns {Promise<{ compiled: boolean; digest: string; dir: string }>}
 */
export async function compileTheme() {
  const digest = digestOfInputs();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return { compiled: false, digest, dir: outDir };
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  rmSync(outDir, { recursive: true, force: true });
  const { build } = await import('astro');
  await build({ root, logLevel: 'silent' });
  writeFileSync(stamp, digest);
  return { compiled: true, digest, dir: outDir };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const start = performance.now();
  const { compiled, digest, dir } = await compileTheme();
  const what = compiled ? `compiled in ${((performance.now() - start) / 1000).toFixed(1)} s` : 'unchanged';
  console.log(`theme ${what} (${digest.slice(0, 8)}) ${relative(root, dir)}/`);
}
