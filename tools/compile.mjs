import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';

/*
 * Makes `build/`: the command line bundled into `build/cli`, the theme compiled into `build/theme`. Both by digest of what they are made
 * from, so that a second run has nothing to do. Runs as npm's `prepare`, and before tests that use the command line.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const cliDir = join(root, 'build', 'cli');
const stamp = join(cliDir, 'digest.txt');

/** Folders of `src` that no command imports. */
const themeOnly = new Set(['components', 'layouts', 'pages', 'styles']);

/** Every file the bundled command line depends on, absolute and sorted. */
function cliInputs() {
  const sources = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => !themeOnly.has(entry.name))
    .flatMap((entry) => {
      if (!entry.isDirectory()) return [join(root, 'src', entry.name)];
      const below = readdirSync(join(root, 'src', entry.name), { recursive: true, withFileTypes: true });
      return below.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    })
    .sort();
  return [...sources, fileURLToPath(import.meta.url), join(root, 'package.json'), join(root, 'package-lock.json')];
}

function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

/**
 * Bundles `src/cli/main.ts` and what it imports into `build/cli`, with the licences of the packages in it. One chunk a command, so that each loads only
 * what it needs.
 *
 * @returns {Promise<{ compiled: boolean; digest: string; dir: string }>}
 */
export async function compileCli() {
  const digest = digestOf(cliInputs());
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return { compiled: false, digest, dir: cliDir };
  const { build } = await import('esbuild');
  const stage = join(root, 'build', `.cli-${randomUUID()}`);
  try {
    const { metafile } = await build({
      absWorkingDir: root,
      metafile: true,
      entryPoints: [
        { in: 'src/cli/main.ts', out: 'main' },
        { in: 'src/output/draw-worker.ts', out: 'draw-worker' },
        { in: 'src/search/index-worker.ts', out: 'index-worker' },
      ],
      outdir: stage,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node22',
      external,
      banner: { js: withRequire },
      plugins: [plainFields],
      // Text of one byte a letter is read faster.
      charset: 'ascii',
      minifyWhitespace: true,
      chunkNames: '[name]-[hash]',
      legalComments: 'none',
      logLevel: 'warning',
    });
    writeFileSync(join(stage, 'LICENSES.txt'), licencesOf(Object.keys(metafile.inputs)));
    writeFileSync(join(stage, 'digest.txt'), digest);
    swapIn(stage);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  return { compiled: true, digest, dir: cliDir };
}

/**
 * Packages that are asked for at run time stay outside: for their files, or since they may not be there at all. The others are bundled: a command
 * would open some 250 files before it begins.
 */
const external = ['pagefind', 'highlight.js', 'temml', ...peerPackages()].flatMap((name) => [name, `${name}/*`]);

function peerPackages() {
  return Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).peerDependencies);
}

/** CommonJS packages ask for Node's own modules by `require`, which an ES module does not have. */
const withRequire = `import { createRequire as requireFor } from 'node:module';const require = requireFor(import.meta.url);`;

/** Licences of the packages in a bundle, one after another. `files`: what it was made of. */
function licencesOf(files) {
  const folders = new Set(files.map((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]).filter(Boolean));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    return [`${name} ${version} (${license})`, file === undefined ? '' : readFileSync(join(root, folder, file), 'utf8').trim()].join(
      '\n\n',
    );
  });
  return `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * markdown-it is published with its class fields spelled as `_defineProperty(this, "name", value)`, eight calls for each of the tokens a
 * note has hundreds of: a fifth of the time a note takes. As plain assignments they say the same.
 */
const plainFields = {
  name: 'plain-fields',
  setup(build) {
    build.onLoad({ filter: /markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        /_defineProperty\(\s*this,(?:\s*\/\*\*(?:(?!\*\/)[\s\S])*\*\/)?\s*"(\w+)",([^()]*?)\)/g,
        (_, name, value) => `this.${name} = ${value.trim()}`,
      ),
    }));
  },
};

/** Puts a finished folder in the place of `build/cli`, so that no command meets a half-written one. */
function swapIn(stage) {
  const old = `${stage}-old`;
  mkdirSync(join(root, 'build'), { recursive: true });
  if (existsSync(cliDir)) renameSync(cliDir, old);
  renameSync(stage, cliDir);
  rmSync(old, { recursive: true, force: true });
}

/** Compiles both, the command line first. */
export async function compile() {
  const cli = await compileCli();
  const { compileTheme } = await import('./compile-theme.mjs');
  return { cli, theme: await compileTheme() };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const start = performance.now();
  const results = Object.entries(await compile());
  const done = results.filter(([, result]) => result.compiled).map(([name]) => name);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(done.length > 0 ? `compiled ${done.join(' and ')} in ${seconds} s` : 'build/ is up to date');
}
