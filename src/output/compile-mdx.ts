import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** What is compiled, and into which folder. */
export interface MdxBuild {
  /** Modules in the order of their numbers. */
  readonly texts: readonly string[];
  /** Absolute; put in place whole. */
  readonly dir: string;
  /** The theme's own sources. */
  readonly source: string;
  /** The `node_modules` that holds Astro. */
  readonly modules: string;
}

/** Astro refuses a set of pages. */
export class MdxCompileError extends Error {
  override readonly name = 'MdxCompileError';
}

/** The parts of the theme that pages with components are made of. */
const PARTS = ['components', 'notes/direction.ts', 'notes/due.ts'];

const ENTRY = `import { createApp } from 'astro/app/entrypoint';
import { forgetParts, lastPart } from './components/mdx/at.ts';
const app = createApp({ streaming: false });
export async function draw(number, page, mdx, failure) {
  forgetParts();
  const request = new Request('http://localhost/');
  const response = await app.render(request, { locals: { number, page, mdx, failure }, addCookieHeader: false });
  if (failure.error !== undefined) {
    failure.part = failure.island ?? lastPart();
    throw failure.error;
  }
  if (response.status !== 200) throw new Error('the page could not be drawn');
  return response.text();
}
`;

const FAILED = `---
Astro.locals.failure.error = Astro.props.error ?? new Error('the page could not be drawn');
---
`;

/** All that is compiled besides pages and theme, for digests. */
export const MDX_FRAME: string = ENTRY + FAILED + routeOf(1);

/**
 * Compiles MDX modules with Astro into a folder that runs without it: `server/entry.mjs` exports `draw`. The work is done beside the folder, since the
 * package of Dossier may not be writable. Rejects with an MdxCompileError when Astro refuses, and with what the disk says.
 */
export async function compileMdx({ texts, dir, source, modules }: MdxBuild): Promise<void> {
  const root = `${dir}-${randomUUID()}`;
  try {
    for (const part of PARTS) fs.cpSync(path.join(source, part), path.join(root, 'src', part), { recursive: true });
    fs.symlinkSync(modules, path.join(root, 'node_modules'), 'junction');
    write(root, 'package.json', '{"type":"module"}\n');
    write(root, 'src/entry.ts', ENTRY);
    write(root, 'src/pages/500.astro', FAILED);
    write(root, 'src/pages/index.astro', routeOf(texts.length));
    for (const [number, text] of texts.entries()) write(root, `src/mdx/${number}.mdx`, text);
    await build(root).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new MdxCompileError(`its program could not be compiled: ${plainReason(reason, root)}`, { cause: error });
    });
    putInPlace(path.join(root, 'out'), dir);
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

/** What the compiler says without its places, which are not those of the page. */
function plainReason(reason: string, root: string): string {
  const [first = ''] = reason
    .split('\n')
    .map((line) => stripVTControlCharacters(line).trim())
    .filter((line) => line !== '' && !line.includes(path.basename(root)) && !/^Build failed/u.test(line));
  return first;
}

async function build(root: string): Promise<void> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const [{ build: buildAstro }, { default: mdx }, { passthroughImageService }] = await Promise.all([
    import('astro'),
    import('@astrojs/mdx'),
    import('astro/config'),
  ]);
  await buildAstro({
    root,
    configFile: false,
    logLevel: 'silent',
    output: 'server',
    outDir: path.join(root, 'out'),
    cacheDir: path.join(root, 'cache'),
    build: { inlineStylesheets: 'never' },
    devToolbar: { enabled: false },
    image: { service: passthroughImageService() },
    integrations: [mdx()],
    adapter: {
      name: 'mdx-pages',
      hooks: {
        'astro:config:done': ({ setAdapter }) =>
          setAdapter({
            name: 'mdx-pages',
            entrypointResolution: 'auto',
            serverEntrypoint: path.join(root, 'src', 'entry.ts'),
            adapterFeatures: { buildOutput: 'server' },
            supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'unsupported', sharpImageService: 'unsupported' },
          }),
      },
    },
    vite: {
      cacheDir: path.join(root, 'cache', 'vite'),
      build: { sourcemap: false },
      environments: { ssr: { resolve: { noExternal: true } } },
    },
  });
}

/** The one route: the page of the number asked for, without a frame. Each is a file of its own, so that one that breaks while it is loaded breaks alone. */
function routeOf(count: number): string {
  const numbers = Array.from({ length: count }, (_, number) => number);
  return [
    '---',
    'export const partial = true;',
    `const pages = [${numbers.map((number) => `() => import(${JSON.stringify(['..', 'mdx', `${number}.mdx`].join('/'))})`).join(', ')}];`,
    'const { default: Page } = await pages[Astro.locals.number]();',
    '---',
    '<Page query={Astro.locals.mdx.query} />',
    '',
  ].join('\n');
}

function write(root: string, file: string, text: string): void {
  const absolute = path.join(root, file);
  fs.mkdirSync(path.dirname(absolute), { recursive: true });
  fs.writeFileSync(absolute, text);
}

/** Another build may have been faster; both have made the same. */
function putInPlace(made: string, dir: string): void {
  try {
    fs.renameSync(made, dir);
  } catch (error) {
    if (!fs.existsSync(path.join(dir, 'server', 'entry.mjs'))) throw error;
  }
}
