import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { startPageServer, type PageServer } from '../../src/local/page-server/start-page-server.ts';
import { seedIds } from '../../src/local/world/seed.ts';

describe('the page server', () => {
  let discord: LocalDiscord;
  let folder: string;
  let server: PageServer;
  const faults: unknown[] = [];
  const start = (port: number): Promise<PageServer> =>
    startPageServer({
      discord,
      folder,
      port,
      viewerId: seedIds.mia,
      onFault: (error) => faults.push(error),
    });

  beforeEach(async () => {
    discord = await startLocalDiscord();
    folder = await mkdtemp(join(tmpdir(), 'footnote-page-server-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>page</title>');
    server = await start(0);
  });
  afterEach(async () => {
    await server.close();
    await discord.close();
    await rm(folder, { recursive: true });
    expect(faults).toEqual([]);
  });

  const portOf = ({ url }: PageServer): number => Number(new URL(url).port);
  const socketFrom = (origin: string): WebSocket =>
    new WebSocket(server.url.replace('http', 'ws'), { origin });
  const own = (): string => server.url.slice(0, -1);

  /** A request under another name, as after a name was made to resolve to 127.0.0.1. */
  const statusAs = (host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const sent = request(server.url, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.once('error', reject);
      sent.end();
    });

  const nextMessage = (socket: WebSocket): Promise<string> =>
    new Promise((resolve) => {
      socket.once('message', (data: Buffer) => {
        resolve(data.toString());
      });
    });

  it('listens on 127.0.0.1 and takes the next port when the wanted one is taken', async () => {
    const next = await start(portOf(server));
    expect(new URL(next.url).hostname).toBe('127.0.0.1');
    expect(portOf(next)).toBeGreaterThan(portOf(server));
    await next.close();
  });

  it('allows the page no script, style or request but its own', async () => {
    const response = await fetch(server.url);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
  });

  it('serves nothing under a foreign name', async () => {
    expect(await statusAs('evil.example')).toBe(403);
    expect(await statusAs(`localhost:${portOf(server)}`)).toBe(200);
  });

  it('lets no foreign site open a connection', async () => {
    const socket = socketFrom('https://evil.example');
    const refusal = new Promise<string>((resolve) => {
      socket.once('error', ({ message }) => {
        resolve(message);
      });
    });
    expect(await refusal).toContain('403');
  });

  it('closes the connection of a page that says what is not in the protocol', async () => {
    const socket = socketFrom(own());
    await once(socket, 'open');
    const code = new Promise<number>((resolve) => {
      socket.once('close', resolve);
    });
    socket.send('{"kind":"shutdown"}');
    expect(await code).toBe(1008);
  });

  it('shows a person what they may see, and nothing else', async () => {
    const socket = socketFrom(own());
    await once(socket, 'open');
    socket.send(JSON.stringify({ kind: 'enter', viewerId: seedIds.mia }));
    const forMember = await nextMessage(socket);
    socket.send(JSON.stringify({ kind: 'enter', viewerId: seedIds.noor }));
    const forModerator = await nextMessage(socket);
    expect(forMember).not.toContain(seedIds.staff);
    expect(forModerator).toContain(seedIds.staff);
    socket.close();
  });

  it('says where the page is missing and how to make it', async () => {
    await rm(join(folder, 'index.html'));
    await expect(start(0)).rejects.toThrow('npm run build:page');
  });
});
