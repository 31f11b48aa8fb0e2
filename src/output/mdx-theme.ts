import { hash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inertHtml } from '../render/inert-html.ts';
import type { MdxSource } from '../site.ts';
import { MissingPackageError } from '../vault/late-packages.ts';
import type { VaultPath } from '../vault/vault.ts';
import { withMdxText } from '../views/mdx-content.ts';
import type { MdxContent } from '../views/mdx-view.ts';
import type { Html } from '../views/row.ts';
import type { Page } from '../views/view.ts';
import { readCacheFolder } from './cache-folder.ts';
import { compileMdx, MDX_FRAME, MdxCompileError } from './compile-mdx.ts';
import { failedPart, MdxPageError } from './mdx-failure.ts';

/** What MDX pages are compiled with. */
export interface MdxTools {
  /** Absolute path of the theme's own sources (`src`). */
  readonly source: string;
  /** Digest of the compiled theme. */
  readonly digest: string;
  /** Folder for compiled pages; default: in the user's cache folder. */
  readonly cache?: string;
  /** Told before something is compiled. */
  readonly onCompile?: () => void;
}

/** What draws a page; see `Theme`. */
interface Renderer {
  readonly render: (page: Page) => Promise<string>;
}

/** Compiled sets of pages that are kept; of the others, those go that nothing has used for an hour. */
const KEPT = 8;
const UNUSED = 60 * 60 * 1000;

/**
 * A renderer that also draws MDX pages: their programs draw the text, `renderer` the page around it. Compiled once a set of pages, by digest of
 * their text, the theme and Astro; without MDX pages nothing is compiled and Astro is not asked for. A page that can not be compiled fails when it is
 * drawn. Throws a MissingPackageError where Astro is not installed.
 */
export async function withMdx<T extends Renderer>(renderer: T, pages: readonly MdxSource[], tools: MdxTools): Promise<T> {
  if (pages.length === 0) return renderer;
  const programs = await programsOf(pages, tools);
  const render = async (page: Page): Promise<string> => {
    const draw = page.mdx && programs.get(page.mdx.path);
    return renderer.render(page.mdx && draw ? withMdxText(page, await draw(page, page.mdx)) : page);
  };
  return { ...renderer, render };
}

/** Draws the text of one page. */
type Draw = (page: Page, mdx: MdxContent) => Promise<Html>;

/** The programs of pages by path. All are compiled together; where that fails, each alone, so that one page does not take the others with it. */
async function programsOf(pages: readonly MdxSource[], tools: MdxTools): Promise<ReadonlyMap<VaultPath, Draw>> {
  try {
    const dir = await compiledPages(pages, tools);
    const { draw } = await loadPages(dir);
    return new Map(pages.map((source, number) => [source.path, (page, mdx) => drawn(draw, number, { page, mdx, source, dir })]));
  } catch (error) {
    if (!(error instanceof MdxCompileError)) throw error;
    const [only, ...others] = pages;
    if (only !== undefined && others.length === 0) return new Map([[only.path, () => Promise.reject(error)]]);
    const programs = new Map<VaultPath, Draw>();
    for (const page of pages) for (const [path, draw] of await programsOf([page], tools)) programs.set(path, draw);
    return programs;
  }
}

/** What a program leaves when it breaks. */
interface Failure {
  error?: unknown;
  /** The part that was being drawn, as far as the program tells. */
  part?: string | number | null;
}

interface CompiledPages {
  readonly draw: (number: number, page: Page, mdx: MdxContent, failure: Failure) => Promise<string>;
}

interface Drawing {
  readonly page: Page;
  readonly mdx: MdxContent;
  readonly source: MdxSource;
  readonly dir: string;
}

/** The text of a page, with nothing in it that would run. Rejects with an MdxPageError. */
async function drawn(draw: CompiledPages['draw'], number: number, { page, mdx, source, dir }: Drawing): Promise<Html> {
  const failure: Failure = {};
  try {
    return inertHtml(await draw(number, page, mdx, failure));
  } catch (error) {
    throw new MdxPageError(error, source.lines[failedPart(error, dir) ?? failure.part ?? ''] ?? null);
  }
}

async function loadPages(dir: string): Promise<CompiledPages> {
  return import(pathToFileURL(path.join(dir, 'server', 'entry.mjs')).href);
}

/** The folder of the compiled pages; made when it is not there. */
async function compiledPages(pages: readonly MdxSource[], tools: MdxTools): Promise<string> {
  const packages = readPackages();
  const texts = pages.map(moduleText);
  const digest = hash('sha256', JSON.stringify([tools.digest, packages.versions, MDX_FRAME, texts]), 'hex').slice(0, 24);
  const cache = path.join(tools.cache ?? readCacheFolder(), 'mdx');
  const dir = path.join(cache, digest);
  if (isUsable(dir)) return dir;
  tools.onCompile?.();
  fs.mkdirSync(cache, { recursive: true });
  clearOld(cache);
  await compileMdx({ texts, dir, source: tools.source, modules: packages.folder });
  return dir;
}

/** Says, too, that it is in use. */
function isUsable(dir: string): boolean {
  if (!fs.existsSync(path.join(dir, 'server', 'entry.mjs'))) return false;
  const now = new Date();
  fs.utimesSync(dir, now, now);
  return true;
}

/** A page as the compiler reads it. The frontmatter is there for `{frontmatter.…}`; `layout`, with which Astro would import a file, is not. */
function moduleText({ program, properties }: MdxSource): string {
  const { layout: _, ...known } = properties;
  return `---\n${JSON.stringify(known)}\n---\n\n${program}\n`;
}

/** Where the packages are installed, and which they are. */
function readPackages(): { readonly folder: string; readonly versions: readonly string[] } {
  const { resolve } = createRequire(import.meta.url);
  try {
    const manifests = ['astro', '@astrojs/mdx'].map((name) => resolve(`${name}/package.json`));
    const versions = manifests.map((file) => String(JSON.parse(fs.readFileSync(file, 'utf8')).version));
    return { folder: path.dirname(path.dirname(manifests[0] ?? '')), versions };
  } catch (error) {
    throw new MissingPackageError(error);
  }
}

/** Best effort, with what a killed build left. */
function clearOld(cache: string): void {
  try {
    const sets = fs
      .readdirSync(cache, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^[0-9a-f]{24}(?:-|$)/u.test(entry.name));
    const byAge = sets
      .map(({ name }) => ({ dir: path.join(cache, name), time: fs.statSync(path.join(cache, name)).mtimeMs }))
      .sort((a, b) => b.time - a.time);
    const old = byAge.slice(KEPT - 1).filter(({ time }) => Date.now() - time > UNUSED);
    for (const { dir } of old) fs.rmSync(dir, { recursive: true, force: true });
  } catch {
    // Another build clears it away too.
  }
}
