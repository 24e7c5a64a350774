import { DiscordAPIError, REST } from 'discord.js';
import type { LocalDiscord } from '../../src/local/contract.ts';

/** discord.js's own REST client: it checks no body, so that anything can be sent. */
export const createRest = (discord: LocalDiscord): REST =>
  new REST({ api: discord.restUrl, version: '10', retries: 0 }).setToken(discord.botToken);

/** Discord's refusal of a request that has to be refused. */
export const refusalOf = async (request: Promise<unknown>): Promise<DiscordAPIError> => {
  try {
    await request;
  } catch (error) {
    if (error instanceof DiscordAPIError) return error;
    throw error;
  }
  throw new Error('The request was accepted.');
};
