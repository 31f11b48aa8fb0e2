import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from './usage-error.ts';

/** Only this computer: notes are private. */
const HOST = '127.0.0.1';
/** Ports tried after the one asked for. */
const TRIES = 20;

export interface Listening {
  readonly server: http.Server;
  /** `http://127.0.0.1:4321`, without slash at the end. */
  readonly origin: string;
}

/**
 * Serves on the loopback interface at `port`, or at the next free one. Requests that name another host are refused, so that no page of
 * another site can read notes by pointing its own name at this computer.
 */
export async function listen(handler: http.RequestListener, port: number): Promise<Listening> {
  const server = http.createServer((request, response) => {
    if (isLocal(request.headers.host)) return handler(request, response);
    response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end('This server answers only on this computer.\n');
  });
  for (let tried = port; tried <= port + TRIES; tried++) {
    if (await canListen(server, tried)) {
      return { server, origin: `http://${HOST}:${(server.address() as AddressInfo).port}` };
    }
  }
  throw new UsageError(`No port from ${port} to ${port + TRIES} is free`, 'Give another one with --port.');
}

/** Resolves when the server was closed or the process was asked to end; closes it then. */
export async function untilStopped(server: http.Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.once('close', resolve);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  server.closeAllConnections();
  server.close();
}

async function canListen(server: http.Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    server.once('error', onError);
    server.listen(port, HOST, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}

function isLocal(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host);
}
