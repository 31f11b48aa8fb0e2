import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { META_WEIGHTS, type Pagefind } from '../../src/client/search-pagefind.ts';
import { openEngine, type SearchEngine } from '../../src/client/search-query.ts';
import type { FacetTotals } from '../../src/search/facets.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

export interface Served {
  /** With a slash at the end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves a folder on the loopback address below a path such as `/wiki/`. */
export async function serveBelow(dir: string, below: string): Promise<Served> {
  const server: Server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(dir, decodeURIComponent(pathname).slice(below.length));
    const data = pathname.startsWith(below) ? await readFile(file).catch(() => null) : null;
    if (data === null) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(data);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${below}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The browser's own query layer over an index folder, run here: Pagefind's module works in Node when its files are served. */
export async function engineOf(dir: string): Promise<{ readonly engine: SearchEngine; readonly close: () => Promise<void> }> {
  const served = await serveBelow(dir, '/');
  const pagefind: Pagefind = await import(/* @vite-ignore */ path.join(dir, 'pagefind.js'));
  await pagefind.options({ basePath: served.url, noWorker: true, ranking: { metaWeights: META_WEIGHTS } });
  const facets = async (): Promise<FacetTotals> => JSON.parse(await readFile(path.join(dir, 'facets.json'), 'utf8'));
  return { engine: await openEngine({ pagefind: async () => pagefind, facets }, '../'), close: served.close };
}
