import fs from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { readCleaned } from '../../output/copy-attachments.ts';
import { pageInPlace } from '../../output/page-in-place.ts';
import type { Theme } from '../../output/write-site.ts';
import type { Clients } from './clients.ts';
import { contentType } from './content-type.ts';
import type { Preview } from './preview.ts';
import { EVENTS_PATH, RELOAD_SCRIPT, RELOAD_SCRIPT_PATH, withReloadScript } from './reload-script.ts';

/** Answers requests of the preview: pages and files made of the notes from memory, the theme's files, attachments that pages show, the stream of changes. */
export function previewHandler(
  preview: Preview,
  theme: Theme,
  clients: Clients,
  onError: (url: string, error: unknown) => void,
): RequestListener {
  const themeFiles = new Map(theme.assets.map((asset) => [asset.path, asset.file]));
  const attachments = sirv(preview.site().vault.root, { dev: true, etag: true, extensions: [] });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://preview.invalid');
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    if (pathname === RELOAD_SCRIPT_PATH) return send(response, 200, contentType(RELOAD_SCRIPT_PATH), RELOAD_SCRIPT);
    if (pathname === EVENTS_PATH) {
      const url = pageUrl(searchParams.get('page') ?? '/');
      return clients.add(response, url, (await preview.draw(url)) ?? '');
    }
    const file = decoded(pathname).slice(1);
    const themeFile = themeFiles.get(file);
    if (themeFile !== undefined) return send(response, 200, contentType(themeFile), fs.readFileSync(themeFile));
    const made = preview.file(file);
    if (made !== null) return send(response, 200, contentType(file), made);
    const attachment = preview.attachment(file);
    const cleaned = attachment === undefined ? null : readCleaned(preview.site().vault.root, attachment);
    if (cleaned !== null)
      return cleaned.body === null ? send(response, 404, 'text/plain', '') : send(response, 200, cleaned.type, cleaned.body);
    if (attachment !== undefined) {
      request.url = `/${attachment.split('/').map(encodeURIComponent).join('/')}`;
      return attachments(request, response, () => send(response, 404, 'text/plain', ''));
    }
    const html = await preview.draw(pageUrl(pathname));
    if (html !== null) return send(response, 200, contentType('page.html'), withReloadScript(html));
    const missing = (await preview.draw('404.html')) ?? pageInPlace('404.html', undefined);
    return send(response, 404, contentType('page.html'), withReloadScript(missing));
  };

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      onError(request.url ?? '/', error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}

/** The page a path asks for: `/` and folders by their `index.html`, names without ending by their `.html`. */
export function pageUrl(pathname: string): string {
  const path = decoded(pathname).slice(1);
  if (path === '' || path.endsWith('/')) return `${path}index.html`;
  return path.endsWith('.html') ? path : `${path}.html`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
