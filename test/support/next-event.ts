import type { Client, ClientEvents } from 'discord.js';

/** The next event of this name that the client emits. */
export const nextEvent = <Name extends keyof ClientEvents>(
  client: Client,
  name: Name,
): Promise<ClientEvents[Name]> =>
  new Promise((resolve) => {
    client.once(name, (...args) => {
      resolve(args);
    });
  });
