import fs from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import colors from 'picocolors';
import sirv from 'sirv';
import { readManifest } from '../output/manifest.ts';
import { mendOutput } from '../output/swap.ts';
import { EXIT } from './exit-codes.ts';
import { listen, untilStopped } from './listen.ts';
import { UsageError } from './usage-error.ts';
import { defaultOutput, readVaultFolder } from './vault-folder.ts';

export interface ServeFlags {
  readonly port: number;
  readonly base: string;
}

/** `dossier serve`: serves a built site until it is stopped. Files are read at each request, so a rebuilt site shows at once. */
export async function runServe(given: string | undefined, flags: ServeFlags): Promise<number> {
  const dir = readSiteFolder(given);
  const base = `/${flags.base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  const files = sirv(dir, { dev: true, etag: true, extensions: ['html'], onNoMatch: (_, response) => sendNotFound(response, dir) });
  const { server, origin } = await listen((request, response) => {
    const url = request.url ?? '/';
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    } else if (!url.startsWith(base)) {
      // The base without its last slash leads to it; anything else lies outside of the site.
      if (`${url.split('?', 1)[0]}/` === base) response.writeHead(308, { location: base }).end();
      else sendNotFound(response, dir);
    } else {
      request.url = `/${url.slice(base.length)}`;
      files(request, response);
    }
  }, flags.port);
  process.stdout.write(`${colors.bold(path.basename(dir))} at ${colors.cyan(origin + base)}\nStop with Ctrl-C.\n`);
  await untilStopped(server);
  return EXIT.fine;
}

function readSiteFolder(given: string | undefined): string {
  const dir = given === undefined ? defaultSiteFolder() : path.resolve(given);
  mendOutput(dir);
  if (fs.existsSync(path.join(dir, 'index.html'))) return dir;
  throw new UsageError(`There is no site in ${dir}`, 'Build one first (dossier build), or give the folder it was written to.');
}

function defaultSiteFolder(): string {
  const here = process.cwd();
  return readManifest(here) === null ? defaultOutput(readVaultFolder(undefined)) : here;
}

function sendNotFound(response: ServerResponse, dir: string): void {
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  try {
    response.end(fs.readFileSync(path.join(dir, '404.html')));
  } catch {
    response.end('<!doctype html><meta charset="utf-8"><title>Not found</title><p>There is no such page.</p>');
  }
}
