import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '../views/view.ts';
import { OutputError } from './output-error.ts';

/** The compiled theme, ready to draw. */
export interface LoadedTheme {
  /** HTML of one page. Rejects, with the page's URL in the message, when the theme cannot draw it. */
  readonly render: (page: Page) => Promise<string>;
  /** Loads its code, which happens with the first page else. Rejects with an OutputError. */
  readonly load: () => Promise<void>;
  /** The theme's own files, sorted by path: `path` relative to the site root, `file` absolute. Those on demand ship with sites that have a page which names them. */
  readonly assets: readonly { readonly path: string; readonly file: string; readonly onDemand: boolean }[];
  /** Hex digest of everything the theme was compiled from. */
  readonly digest: string;
}

/** The theme that `tools/compile-theme.mjs` put into a folder; its code is loaded with the first page it draws. Throws when there is none. */
export function loadTheme(dir: string): LoadedTheme {
  const entry = path.join(dir, 'server', 'entry.mjs');
  if (!fs.existsSync(entry)) throw new Error(`no compiled theme in ${dir}: run "npm run prepare"`);
  const client = path.join(dir, 'client');
  const assets = fs
    .readdirSync(client, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => path.join(file.parentPath, file.name))
    .map((file) => ({ path: path.relative(client, file).split(path.sep).join('/'), file }))
    .map((asset) => ({ ...asset, onDemand: asset.path.includes('/on-demand/') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  let loading: Promise<Pick<LoadedTheme, 'render'>> | null = null;
  const compiled = (): Promise<Pick<LoadedTheme, 'render'>> => {
    loading ??= import(pathToFileURL(entry).href).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new OutputError('page', `The compiled theme can not be loaded: ${reason}`, 'Run `npm run compile` in the folder of dossier.', {
        cause,
      });
    });
    return loading;
  };
  const render: LoadedTheme['render'] = async (page) => (await compiled()).render(page);
  const load = async (): Promise<void> => {
    await compiled();
  };
  return { render, load, assets, digest: fs.readFileSync(path.join(dir, 'digest.txt'), 'utf8') };
}
