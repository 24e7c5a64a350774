import { once } from 'node:events';
import type { Server } from 'node:http';

const lastPort = 65_535;

/** Listens on 127.0.0.1 at the first free port from `port` on, and gives that port. 0 takes any free one. */
export async function listenOnFreePort(server: Server, port: number): Promise<number> {
  for (let wanted = port; wanted <= lastPort; wanted += 1) {
    server.listen(wanted, '127.0.0.1');
    try {
      await once(server, 'listening');
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : wanted;
    } catch (error) {
      if (!isPortTaken(error)) throw error;
    }
  }
  throw new Error(`No port from ${port} on is free on 127.0.0.1.`);
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
