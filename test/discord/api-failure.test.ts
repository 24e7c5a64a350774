import { PermissionFlagsBits, Routes, type REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { readApiFailure } from '../../src/discord/api-failure.ts';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { createRest, refusalOf } from '../support/rest-client.ts';

const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits;

describe('a refusal of Discord', () => {
  let discord: LocalDiscord;
  let rest: REST;

  beforeEach(async () => {
    discord = await startLocalDiscord();
    rest = createRest(discord);
  });

  afterEach(() => discord.close());

  /** A reply of the bot to a message that somebody wrote. */
  const reply = (): Promise<unknown> => {
    const { id } = discord.as(seedIds.mia).sendMessage({ channelId: seedIds.help, content: 'Hello' });
    const body = {
      content: 'Hello',
      message_reference: { message_id: id },
      allowed_mentions: { parse: [] },
    };
    return rest.post(Routes.channelMessages(seedIds.help), { body });
  };

  test.each([
    ['see the channel', ViewChannel],
    ['write in it', SendMessages],
    ['read what it would reply to', ReadMessageHistory],
  ])('means "forbidden" when the bot may not %s', async (_what, permission) => {
    discord.faults.denyBotPermissions(seedIds.help, permission);
    expect(readApiFailure(await refusalOf(reply()))).toBe('forbidden');
  });

  test('means "gone" when there is no such message or channel', async () => {
    const wrongIds = [
      Routes.channelMessage(seedIds.help, seedIds.mia),
      Routes.channelMessage(seedIds.mia, seedIds.mia),
    ] as const;
    for (const route of wrongIds) expect(readApiFailure(await refusalOf(rest.delete(route)))).toBe('gone');
  });

  test('means nothing that is known when the message itself is wrong', async () => {
    const wrong = rest.post(Routes.channelMessages(seedIds.help), {
      body: { allowed_mentions: { parse: [] } },
    });
    expect(readApiFailure(await refusalOf(wrong))).toBe('other');
  });
});
