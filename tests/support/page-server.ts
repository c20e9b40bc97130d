import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** One page as it goes over the wire. */
export interface ServedPage {
  /** Text is sent as UTF-8; bytes as they are. */
  readonly body: string | Uint8Array;
  /** Media type without charset; HTML when left out. */
  readonly type?: string;
  /** Charset of the header; UTF-8 for text when left out. `null` sends none. */
  readonly charset?: string | null;
}

/** A server on the loopback interface that plays any number of http sites; browsers are told to ask it for all hosts. */
export interface PageServer {
  readonly port: number;
  /** Addresses that were asked for and not served, favicons aside. */
  readonly missing: string[];
  /** Serves one page at `address`; again with the same address replaces it. */
  serve(address: string, page: string | ServedPage): void;
  /** Serves the files of `folder` below `address`, which ends in a slash. */
  mount(address: string, folder: string): void;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

function contentType({ type = 'text/html', charset = 'utf-8' }: ServedPage): string {
  return charset === null || !type.startsWith('text/') ? type : `${type}; charset=${charset}`;
}

function fileBelow(folder: string, path: string): ServedPage | undefined {
  const inside = normalize(decodeURIComponent(path));
  if (inside.startsWith('..')) return undefined;
  const file = join(folder, inside === '.' ? 'index.html' : inside);
  try {
    return { body: readFileSync(file), type: types[extname(file)] ?? 'application/octet-stream' };
  } catch {
    return undefined;
  }
}

/** Starts a page server on a free port. */
export async function startPageServer(): Promise<PageServer> {
  const pages = new Map<string, ServedPage>();
  const folders = new Map<string, string>();
  const missing: string[] = [];

  function find(address: string): ServedPage | undefined {
    const page = pages.get(address);
    if (page) return page;
    for (const [start, folder] of folders) {
      if (address.startsWith(start)) return fileBelow(folder, address.slice(start.length) || '.');
    }
    return undefined;
  }

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const address = new URL(request.url ?? '/', `http://${request.headers.host}`);
    // Firefox keeps our port in the address; the sites that are played have none.
    address.port = '';
    const page = find(address.origin + address.pathname);
    if (!page) {
      const icon = address.pathname === '/favicon.ico';
      if (!icon) missing.push(address.href);
      response.writeHead(icon ? 204 : 404, { 'content-type': 'text/plain' }).end();
      return;
    }
    response.writeHead(200, { 'content-type': contentType(page) }).end(page.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    port: (server.address() as AddressInfo).port,
    missing,
    serve: (address, page) => {
      pages.set(new URL(address).href, typeof page === 'string' ? { body: page } : page);
    },
    mount: (address, folder) => {
      folders.set(address, folder);
    },
    close: () =>
      new Promise((closed, failed) => {
        server.close((error) => (error ? failed(error) : closed()));
        // Browsers keep connections open; without this the server would wait for them.
        server.closeAllConnections();
      }),
  };
}
