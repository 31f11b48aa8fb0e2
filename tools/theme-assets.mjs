import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleMermaid } from './mermaid-bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const virtualId = 'virtual:theme-assets';

/** Entry by role. Scripts become classic scripts, since `type=module` is blocked on `file://`. */
const entries = {
  style: 'src/styles/site.css',
  early: 'src/client/early.ts',
  script: 'src/client/main.ts',
  search: 'src/client/search/search.ts',
  asking: 'src/client/search/engine.ts',
  landing: 'src/client/search/landing.ts',
  landingStyle: 'src/styles/components/landing.css',
  diagrams: 'src/client/mermaid/mermaid.ts',
  math: 'src/styles/components/math.css',
  code: 'src/styles/components/code.css',
  languages: 'src/styles/components/languages.css',
  layouts: 'src/styles/components/layouts.css',
  canvas: 'src/styles/components/canvas.css',
  mdx: 'src/styles/components/mdx.css',
  record: 'src/styles/components/record.css',
  copy: 'src/client/copy-code.ts',
  findings: 'src/styles/components/findings.css',
  copyFindings: 'src/client/copy-findings.ts',
  log: 'src/client/log.ts',
  contacts: 'src/client/contacts.ts',
  home: 'src/styles/components/home.css',
  cover: 'src/styles/components/cover.css',
  visits: 'src/client/home.ts',
  board: 'src/styles/components/board.css',
  lists: 'src/client/lists.ts',
  calendar: 'src/styles/components/calendar.css',
  // Of briefs in one file: put into it by `brief/forms/`, named by no page.
  readerEarly: 'src/client/reader/early.ts',
  reader: 'src/client/reader/reader.ts',
  readerStyle: 'src/styles/reader.css',
  unlock: 'src/client/reader/unlock.ts',
  unlockStyle: 'src/styles/unlock.css',
};

/** File name by role. Files on demand ship only with sites that have a page which names them. */
const stems = {
  style: 'site',
  early: 'early',
  script: 'site',
  search: 'search',
  asking: 'on-demand/search-engine',
  landing: 'on-demand/landing',
  landingStyle: 'on-demand/landing',
  diagrams: 'on-demand/diagrams',
  engine: 'on-demand/mermaid',
  math: 'on-demand/math',
  code: 'on-demand/code',
  languages: 'on-demand/languages',
  layouts: 'on-demand/layouts',
  canvas: 'on-demand/canvas',
  mdx: 'on-demand/mdx',
  record: 'on-demand/record',
  copy: 'on-demand/copy-code',
  findings: 'on-demand/findings',
  copyFindings: 'on-demand/copy-findings',
  log: 'on-demand/log',
  contacts: 'on-demand/contacts',
  home: 'on-demand/home',
  cover: 'on-demand/cover',
  visits: 'on-demand/home',
  board: 'on-demand/lists',
  lists: 'on-demand/lists',
  calendar: 'on-demand/calendar',
  readerEarly: 'on-demand/reader-early',
  reader: 'on-demand/reader',
  readerStyle: 'on-demand/reader',
  unlock: 'on-demand/unlock',
  unlockStyle: 'on-demand/unlock',
};

/**
 * Bundles stylesheet and scripts of the theme.
 *
 * @param {{ hashed: boolean }} options `hashed` puts the content hash into the file names (builds), else names stay fixed (dev).
 * @returns {Promise<Record<string, { name: string; contents: Uint8Array; inputs: string[] }>>} by role; `name` lies below `assets/`.
 */
export async function bundleThemeAssets({ hashed }) {
  const bundled = {};
  for (const [role, entry] of Object.entries(entries)) {
    if (!existsSync(join(root, entry))) continue;
    const result = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      format: 'iife',
      target: 'es2023',
      charset: 'utf8',
      legalComments: 'none',
      minify: hashed,
      supported: { 'inline-style': true, nesting: true },
      write: false,
      metafile: true,
      outdir: 'out',
      logLevel: 'silent',
    });
    const { contents } = result.outputFiles[0];
    bundled[role] = { name: nameOf(role, contents, hashed), contents, inputs: Object.keys(result.metafile.inputs) };
  }
  const engine = await bundleMermaid();
  bundled.engine = { name: nameOf('engine', engine, hashed), contents: engine, inputs: [] };
  return bundled;
}

function nameOf(role, contents, hashed) {
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8);
  return `${stems[role]}${hashed ? `.${hash}` : ''}.${entries[role]?.endsWith('.css') ? 'css' : 'js'}`;
}

/**
 * Astro integration: makes the assets, tells their names to the layout through `virtual:theme-assets`,
 * writes them into the client folder of a build, and serves them in `astro dev`.
 */
export function themeAssets() {
  let assets = {};
  let command = 'build';
  return {
    name: 'theme-assets',
    hooks: {
      'astro:config:setup': async (setup) => {
        command = setup.command;
        assets = await bundleThemeAssets({ hashed: command === 'build' });
        setup.updateConfig({ vite: { plugins: [namesPlugin(() => assets)] } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const name = /^\/assets\/([\w./-]+)/.exec(request.url ?? '')?.[1];
          const asset = Object.values(assets).find((one) => one.name === name);
          if (!asset) return next();
          response.setHeader('content-type', name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8');
          response.setHeader('cache-control', 'no-store');
          response.end(asset.contents);
        });
        server.watcher.on('change', async (path) => {
          if (!/[\\/]src[\\/](styles|client)[\\/]/.test(path)) return;
          assets = await bundleThemeAssets({ hashed: false });
          server.ws.send({ type: 'full-reload' });
        });
      },
      'astro:build:done': async ({ dir }) => {
        const folder = join(fileURLToPath(dir), 'assets');
        await mkdir(join(folder, 'on-demand'), { recursive: true });
        for (const asset of Object.values(assets)) await writeFile(join(folder, asset.name), asset.contents);
      },
    },
  };
}

function namesPlugin(assets) {
  return {
    name: 'theme-asset-names',
    resolveId: (id) => (id === virtualId ? `\0${virtualId}` : undefined),
    load(id) {
      if (id !== `\0${virtualId}`) return undefined;
      const names = Object.fromEntries(Object.entries(assets()).map(([role, asset]) => [role, `assets/${asset.name}`]));
      return `export const assets = ${JSON.stringify(names)};`;
    },
  };
}
