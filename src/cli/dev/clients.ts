import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** Browsers that look at the preview, each with the page it shows. */
export interface Clients {
  /** Keeps a response open as a stream of events for the page at `url`, whose present text is `html`. */
  readonly add: (response: ServerResponse, url: string, html: string) => void;
  /**
   * Tells every browser whose page reads differently now. `draw` gives the present text of a page. `only`: pages that may have changed.
   * Returns how many were told.
   */
  readonly announce: (draw: (url: string) => Promise<string>, only?: readonly string[]) => Promise<number>;
  /** Waits until so many browsers have come (back), at most so many milliseconds. */
  readonly comeBack: (count: number, most: number) => Promise<void>;
}

/** The browsers of one run of the server; a browser that comes back to another run reloads. */
export function openClients(): Clients {
  const run = randomUUID();
  const shown = new Map<ServerResponse, { readonly url: string; html: string }>();
  const waiting = new Set<() => void>();
  return {
    add: (response, url, html) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(`retry: 500\nevent: hello\ndata: ${run}\n\n`);
      shown.set(response, { url, html });
      for (const come of waiting) come();
      response.on('close', () => shown.delete(response));
    },
    announce: async (draw, only) => {
      let told = 0;
      for (const [response, page] of shown) {
        if (only !== undefined && !only.includes(page.url)) continue;
        const html = await draw(page.url);
        if (html === page.html) continue;
        page.html = html;
        response.write('event: change\ndata:\n\n');
        told += 1;
      }
      return told;
    },
    comeBack: async (count, most) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      let left = count;
      const come = (): void => {
        left -= 1;
        if (left <= 0) resolve();
      };
      waiting.add(come);
      await Promise.race([promise, setTimeout(count === 0 ? 0 : most)]);
      waiting.delete(come);
    },
  };
}
