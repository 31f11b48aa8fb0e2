import { defineMiddleware } from 'astro:middleware';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finishPage } from './components/page-extras.ts';
import { readConfig } from './config/read-config.ts';
import type { Href, PageUrl } from './graph/graph.ts';
import { buildSite, type Site } from './site.ts';
import { mount } from './theme-source.ts';
import { readVault } from './vault/read-vault.ts';

// Only `astro dev` uses this: it shows the sample vault, so that the theme can be worked on with hot reload.
const vaultDir = process.env['DOSSIER_VAULT'] ?? fileURLToPath(new URL('../content', import.meta.url));

let site: Site | null = null;

function sampleSite(): Site {
  if (site) return site;
  const { config } = readConfig(vaultDir);
  const made = buildSite(readVault(vaultDir, config), config);
  mount({ page: made.page, notes: made.plan.filter((planned) => planned.note !== null).map((planned) => planned.url) });
  site = made;
  return made;
}

/** Gives every request the page it asks for, and serves the vault's attachments. */
export const onRequest = defineMiddleware(async ({ url, locals }, next) => {
  const path = decodeURIComponent(url.pathname).replace(/^\//, '');
  const made = sampleSite();
  const file = path.startsWith('files/') ? await attachment(made, path as Href) : undefined;
  if (file) return file;
  const page = made.page((path === '' ? 'index.html' : path.endsWith('.html') ? path : `${path}.html`) as PageUrl);
  const missing = made.page('404.html' as PageUrl);
  locals.failure = {};
  if (page ?? missing) locals.page = (page ?? missing) as NonNullable<typeof page>;
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const { status, headers } = response;
  headers.delete('content-length');
  const html = await response.text();
  return new Response(locals.page ? finishPage(html, locals.page) : html, { status, headers });
});

async function attachment(made: Site, href: Href): Promise<Response | undefined> {
  const used = [...made.graph.assets.values()].find((asset) => asset.href === href);
  return used && new Response(new Uint8Array(await readFile(join(vaultDir, used.path))));
}
