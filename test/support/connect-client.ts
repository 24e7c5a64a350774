import { Client, Events, GatewayIntentBits, Partials, type ClientOptions } from 'discord.js';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { nextEvent } from './next-event.ts';

const intents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.GuildMessageTyping,
];

/** A discord.js client, unmodified, that is not logged in yet. */
const createClient = (discord: LocalDiscord, options: Partial<ClientOptions> = {}): Client =>
  new Client({
    intents,
    partials: [Partials.Channel],
    ...options,
    rest: { api: discord.restUrl, ...options.rest },
  });

/** A discord.js client that has logged in and is ready. */
export const connectClient = async (
  discord: LocalDiscord,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> => {
  const client = createClient(discord, options);
  const ready = nextEvent(client, Events.ClientReady);
  await client.login(discord.botToken);
  const [readyClient] = await ready;
  return readyClient;
};
