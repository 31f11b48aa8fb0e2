import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '../views/view.ts';

/** The compiled theme, ready to draw. */
export interface LoadedTheme {
  /** HTML of one page. Rejects, with the page's URL in the message, when the theme cannot draw it. */
  readonly render: (page: Page) => Promise<string>;
  /** The theme's own files, sorted by path: `path` relative to the site root, `file` absolute. Those on demand ship with sites that have a page which names them. */
  readonly assets: readonly { readonly path: string; readonly file: string; readonly onDemand: boolean }[];
  /** Hex digest of everything the theme was compiled from. */
  readonly digest: string;
}

/** Loads the theme that `tools/compile-theme.mjs` put into a folder. Rejects when there is none. */
export async function loadTheme(dir: string): Promise<LoadedTheme> {
  const entry = path.join(dir, 'server', 'entry.mjs');
  if (!fs.existsSync(entry)) throw new Error(`no compiled theme in ${dir}: run "npm run prepare"`);
  const compiled: { readonly render: LoadedTheme['render'] } = await import(pathToFileURL(entry).href);
  const client = path.join(dir, 'client');
  const assets = fs
    .readdirSync(client, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => path.join(file.parentPath, file.name))
    .map((file) => ({ path: path.relative(client, file).split(path.sep).join('/'), file }))
    .map((asset) => ({ ...asset, onDemand: asset.path.includes('/on-demand/') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { render: compiled.render, assets, digest: fs.readFileSync(path.join(dir, 'digest.txt'), 'utf8') };
}
