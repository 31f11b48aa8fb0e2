import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { openEngine, type SearchEngine } from '../../src/client/search/query.ts';
import type { Transport } from '../../src/client/search/transport.ts';

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

/** The browser's own search over an index folder, run here. */
export async function engineOf(dir: string, language = 'en'): Promise<SearchEngine> {
  const file: Transport['file'] = async (name) => new Uint8Array(await readFile(path.join(dir, name)));
  return openEngine({ file }, '../', language);
}
