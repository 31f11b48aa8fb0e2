import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const chunks = join(root, 'node_modules/mermaid/dist/chunks/mermaid.core');
const cacheDir = join(root, 'node_modules/.cache/dossier');

/** Every file the bundle depends on, packages by their `package.json`, relative to the project. */
export function mermaidInputs() {
  const manifest = 'node_modules/mermaid/package.json';
  const { dependencies } = JSON.parse(readFileSync(join(root, manifest), 'utf8'));
  const packages = Object.keys(dependencies).map((name) => `node_modules/${name}/package.json`);
  const found = packages.filter((path) => existsSync(join(root, path)));
  return ['tools/mermaid-bundle.mjs', 'tools/mermaid-entry.mjs', 'node_modules/esbuild/package.json', manifest, ...found.sort()];
}

/**
 * The program that draws diagrams as one classic script, which sets `mermaid` on its window. The package brings one too, but with the ELK
 * layout (1.5 MB, EPL): without it `dagre` lays out, as in Obsidian. Kept in a cache, since it changes only with its inputs.
 *
 * @returns {Promise<Uint8Array>}
 */
export async function bundleMermaid() {
  const hash = createHash('sha256');
  for (const input of mermaidInputs()) hash.update(readFileSync(join(root, input)));
  const cached = join(cacheDir, `mermaid-${hash.digest('hex').slice(0, 16)}.js`);
  if (existsSync(cached)) return readFileSync(cached);
  const contents = await compile();
  const unfinished = `${cached}.${randomUUID()}`;
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(unfinished, contents);
  renameSync(unfinished, cached);
  return contents;
}

async function compile() {
  const { build } = await import('esbuild');
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['tools/mermaid-entry.mjs'],
    outdir: 'out',
    bundle: true,
    format: 'iife',
    target: 'es2023',
    charset: 'utf8',
    minify: true,
    legalComments: 'eof',
    write: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [dagreForElk()],
  });
  const [{ inputs }] = Object.values(result.metafile.outputs);
  const used = Object.keys(inputs).filter((input) => inputs[input].bytesInOutput > 0);
  if (used.some((input) => input.includes('node_modules/elkjs/'))) throw new Error('mermaid: the ELK layout came along');
  const banner = `/*! Draws diagrams. Bundled from:\n${licencesOf(used).join('\n')}\n*/\n`;
  return Buffer.concat([Buffer.from(banner), result.outputFiles[0].contents]);
}

/** Where mermaid would load the ELK layout, it gets the other one. */
function dagreForElk() {
  const dagre = readdirSync(chunks).filter((name) => /^dagre-\w+\.mjs$/.test(name));
  if (dagre.length !== 1) throw new Error('mermaid: its dagre layout is not where it was');
  return {
    name: 'dagre-for-elk',
    setup(setup) {
      setup.onResolve({ filter: /^\.\/elk-\w+\.mjs$/ }, () => ({ path: join(chunks, dagre[0]) }));
    },
  };
}

/** One line for each package in a bundle: name, version, licence, author. */
function licencesOf(inputs) {
  const folders = new Set(inputs.map((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]).filter(Boolean));
  return [...folders].sort().map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const by = typeof author === 'string' ? author : author?.name;
    return ` * ${name} ${version}, ${license}${by ? `, (c) ${by.replace(/\s*[<(].*$/, '')}` : ''}`;
  });
}
