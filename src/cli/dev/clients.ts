import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** Browsers that look at the preview, each with the page it shows. */
export interface Clients {
  /** Keeps a response open as a stream of events for the page at `url`, whose present text is `html`. */
  readonly add: (response: ServerResponse, url: string, html: string) => void;
  /** Tells every browser whose page reads differently now. `draw` gives the present text of a page. */
  readonly announce: (draw: (url: string) => Promise<string>) => Promise<void>;
}

/** The browsers of one run of the server; a browser that comes back to another run reloads. */
export function openClients(): Clients {
  const run = randomUUID();
  const shown = new Map<ServerResponse, { readonly url: string; html: string }>();
  return {
    add: (response, url, html) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(`retry: 500\nevent: hello\ndata: ${run}\n\n`);
      shown.set(response, { url, html });
      response.on('close', () => shown.delete(response));
    },
    announce: async (draw) => {
      for (const [response, page] of shown) {
        const html = await draw(page.url);
        if (html === page.html) continue;
        page.html = html;
        response.write('event: change\ndata:\n\n');
      }
    },
  };
}
