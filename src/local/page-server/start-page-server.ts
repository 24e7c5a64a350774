import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { extname, join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { WebSocketServer } from 'ws';
import type { LocalDiscord, WorldView } from '../contract.ts';
import { listenOnFreePort } from './listen-on-free-port.ts';
import { servePage } from './page-session.ts';

interface PageServerOptions {
  readonly discord: LocalDiscord;
  /** The bundled page, as `npm run build:page` makes it. */
  readonly folder: string;
  /** Taken if it is free, else the next one that is. */
  readonly port: number;
  /** The person that a page shows at first. */
  readonly viewerId: string;
  readonly onFault: (error: unknown) => void;
}

/** The server of the page. */
export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page on 127.0.0.1, to pages of its own only: a foreign site can neither read it nor drive it. */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const app = createApp(await readPage(options.folder), options.discord.world);
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => void listener(request, response));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  server.on('upgrade', (request, socket, head) => {
    if (!isFromOwnPage(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (connection) => {
      servePage({ ...options, socket: connection });
    });
  });
  const port = await listenOnFreePort(server, options.port);
  return { url: `http://127.0.0.1:${port}/`, close: () => closeAll(server, sockets) };
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

interface PageFile {
  readonly path: string;
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

async function readPage(folder: string): Promise<readonly PageFile[]> {
  const names = await readdir(folder).catch((): string[] => []);
  if (!names.includes('index.html')) {
    throw new Error(`The page is not in ${folder}; make it with: npm run build:page`);
  }
  return Promise.all(
    names.map(async (name) => ({
      path: name === 'index.html' ? '/' : `/${name}`,
      type: contentTypes[extname(name)] ?? 'application/octet-stream',
      content: new Uint8Array(await readFile(join(folder, name))),
    })),
  );
}

function createApp(files: readonly PageFile[], world: WorldView): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    // A name that resolves to 127.0.0.1 must not make a foreign site of this server (DNS rebinding).
    if (!isOwnHost(context.req.header('host'))) return context.text('Only for this machine.', 403);
    await next();
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // The message component writes a role's colour as a style attribute; style elements stay refused.
        styleSrcAttr: ["'unsafe-inline'"],
        fontSrc: ["'self'"],
        // Pictures of people are drawn by the page itself.
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['lit-html'],
      },
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false,
    }),
  );
  for (const { path, type, content } of files) {
    app.get(path, (context) =>
      context.body(content, 200, { 'content-type': type, 'cache-control': 'no-cache' }),
    );
  }
  app.get('/files/:id', (context) => {
    const file = world.file(context.req.param('id'));
    // Anything else could be opened as a page of this server's own.
    if (file?.type !== 'image/png') return context.notFound();
    return context.body(file.bytes, 200, { 'content-type': file.type });
  });
  return app;
}

function isOwnHost(host: string | undefined): boolean {
  return host !== undefined && /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/u.test(host);
}

function isFromOwnPage({ headers }: IncomingMessage): boolean {
  return isOwnHost(headers.host) && headers.origin === `http://${headers.host ?? ''}`;
}

async function closeAll(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const client of sockets.clients) client.terminate();
  sockets.close();
  server.closeAllConnections();
  await new Promise<void>((resolve) =>
    server.close(() => {
      resolve();
    }),
  );
}
