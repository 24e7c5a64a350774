import { fileURLToPath } from 'node:url';
import { Events, type ApplicationCommandDataResolvable, type Client, type Interaction } from 'discord.js';
import type { Browser } from 'playwright-core';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { startPageServer } from '../../src/local/page-server/start-page-server.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { connectClient } from '../support/connect-client.ts';
import { openPage, type OpenPage } from './start-page.ts';

/** A page with a bot of the test's own behind it. */
export interface BotPage {
  readonly discord: LocalDiscord;
  readonly client: Client<true>;
  readonly opened: OpenPage;
  close(): Promise<void>;
}

/** Mia's page on a Discord with one bot, which has these commands and answers so; `prepare` runs before it opens. */
export async function startBotPage(
  browser: Browser,
  commands: readonly ApplicationCommandDataResolvable[],
  answer: (interaction: Interaction) => Promise<void>,
  prepare: (client: Client<true>) => Promise<void> = () => Promise.resolve(),
): Promise<BotPage> {
  const discord = await startLocalDiscord();
  const server = await startPageServer({
    discord,
    folder: fileURLToPath(new URL('../../dist/page', import.meta.url)),
    port: 0,
    viewerId: seedIds.mia,
    onFault: (error) => {
      throw error;
    },
  });
  const client = await connectClient(discord);
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  await client.application.commands.set(commands);
  await prepare(client);
  const opened = await openPage(browser, server.url);
  return {
    discord,
    client,
    opened,
    async close() {
      await opened.page.context().close();
      await client.destroy();
      await server.close();
      await discord.close();
    },
  };
}
