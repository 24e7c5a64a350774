import {
  ApplicationCommandOptionType,
  Events,
  MessageFlags,
  Routes,
  type BaseInteraction,
  type Client,
  type REST,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InteractionHandle, LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { connectClient } from '../support/connect-client.ts';
import { nextEvent } from '../support/next-event.ts';
import { createRest, refusalOf } from '../support/rest-client.ts';
import { button, quiet, row, times } from './wrong-messages.ts';

const minuteMs = 60_000;

describe('an interaction', () => {
  let discord: LocalDiscord;
  let client: Client<true>;
  let rest: REST;
  let laterMs: number;

  beforeEach(async () => {
    laterMs = 0;
    discord = await startLocalDiscord({ now: () => Date.now() + laterMs });
    client = await connectClient(discord);
    rest = createRest(discord);
    await client.application.commands.set([
      { name: 'ask', description: 'Ask' },
      {
        name: 'faq',
        description: 'An entry',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'entry',
            description: 'Which',
            autocomplete: true,
          },
        ],
      },
    ]);
  });

  afterEach(async () => {
    await client.destroy();
    await discord.close();
  });

  interface Started {
    readonly handle: InteractionHandle;
    readonly interaction: BaseInteraction;
    readonly answer: (type: number, data?: object) => Promise<unknown>;
    readonly webhook: `/webhooks/${string}`;
    readonly original: `/webhooks/${string}/${string}/messages/${string}`;
  }

  const begin = async (act: () => InteractionHandle): Promise<Started> => {
    const arrival = nextEvent(client, Events.InteractionCreate);
    const handle = act();
    const [interaction] = await arrival;
    const { id, token, applicationId } = interaction;
    return {
      handle,
      interaction,
      answer: (type, data) =>
        rest.post(Routes.interactionCallback(id, token), {
          auth: false,
          body: data === undefined ? { type } : { type, data },
        }),
      webhook: Routes.webhook(applicationId, token),
      original: Routes.webhookMessage(applicationId, token),
    };
  };
  const ask = (): Promise<Started> =>
    begin(() => discord.as(seedIds.mia).runSlashCommand({ channelId: seedIds.general, name: 'ask' }));
  const rules = (): string[] => discord.ledger.violations().map(({ rule }) => rule);

  test('takes one acknowledgement: the second is refused with 40060', async () => {
    const { answer } = await ask();
    await answer(5);
    expect((await refusalOf(answer(4, { content: 'Again', ...quiet }))).code).toBe(40_060);
    expect(rules()).toEqual(['second-acknowledgement']);
    expect(discord.ledger.interactions()).toMatchObject([{ acknowledgements: 1, refusals: 1 }]);
  });

  test('is unknown (10062) when the answer comes after more than 3 seconds', async () => {
    const { answer } = await ask();
    laterMs = 3_100;
    expect((await refusalOf(answer(5))).code).toBe(10_062);
    expect(rules()).toEqual(['late-answer']);
  });

  test('fails for the person when nothing comes within 3 seconds', async () => {
    const { handle } = await ask();
    expect((await handle.failed()).status).toBe('failed');
    await expect(handle.reply()).rejects.toThrow('The application did not respond');
  });

  test('is void without a violation when a fault makes it so', async () => {
    const { handle, answer } = await ask();
    discord.faults.expireInteraction(handle.id);
    expect((await refusalOf(answer(5))).code).toBe(10_062);
    expect(rules()).toEqual([]);
  });

  test('has a token that lives for 15 minutes', async () => {
    const { answer, original } = await ask();
    await answer(5);
    laterMs = 14.9 * minuteMs;
    await rest.patch(original, { auth: false, body: { content: 'In time', ...quiet } });
    laterMs = 15.1 * minuteMs;
    const refusal = await refusalOf(
      rest.patch(original, { auth: false, body: { content: 'Late', ...quiet } }),
    );
    expect([refusal.status, refusal.code]).toEqual([401, 50_027]);
    expect(rules()).toEqual(['token-ran-out']);
  });

  test('knows no message before it is acknowledged', async () => {
    const { original } = await ask();
    const refusal = await refusalOf(
      rest.patch(original, { auth: false, body: { content: 'Early', ...quiet } }),
    );
    expect(refusal.code).toBe(10_015);
  });

  test('is ephemeral or public for good from its deferral', async () => {
    const { handle, answer, original, webhook } = await ask();
    await answer(5, { flags: MessageFlags.Ephemeral });
    const asPublic = rest.patch(original, { auth: false, body: { content: 'x', flags: 64, ...quiet } });
    expect((await refusalOf(asPublic)).message).toContain('flags[FLAGS_INVALID]');
    await rest.post(webhook, { auth: false, body: { content: 'The first follow-up fills it in', ...quiet } });
    const reply = await handle.reply();
    expect(reply.content).toBe('The first follow-up fills it in');
    expect(handle.state()).toMatchObject({ isEphemeral: true, followUps: [] });
    expect(discord.world.messages(seedIds.general, seedIds.leo)).toEqual([]);
  });

  test('takes no other flag with its deferral', async () => {
    const { answer } = await ask();
    const refusal = await refusalOf(answer(5, { flags: MessageFlags.IsComponentsV2 }));
    expect(refusal.message).toContain('data.flags[FLAGS_INVALID]');
  });

  test('from an option takes choices only, at most 25', async () => {
    const typing = begin(() => {
      const entry = { channelId: seedIds.general, name: 'faq', options: { entry: 'a' }, focused: 'entry' };
      void discord.as(seedIds.mia).autocomplete(entry);
      return discord.as(seedIds.mia).runSlashCommand({ channelId: seedIds.general, name: 'ask' });
    });
    const { answer, interaction } = await typing;
    expect(interaction.isAutocomplete()).toBe(true);
    expect((await refusalOf(answer(4, { content: 'x', ...quiet }))).message).toContain('type[');
    const choices = times(26, (index) => ({ name: `${index}`, value: `${index}` }));
    expect((await refusalOf(answer(8, { choices }))).message).toContain('data.choices[BASE_TYPE_BAD_LENGTH]');
    await answer(8, { choices: choices.slice(1) });
  });

  const modal = (components: number) => ({
    custom_id: 'm',
    title: 'A modal',
    components: times(components, (index) => ({
      type: 18,
      label: 'Text',
      component: { type: 4, custom_id: `t${index}`, style: 1 },
    })),
  });

  test('shows a modal of up to five components, and none in answer to a modal', async () => {
    const { handle, answer } = await ask();
    expect((await refusalOf(answer(9, modal(6)))).message).toContain('data.components[BASE_TYPE_BAD_LENGTH]');
    const longTitle = { ...modal(1), title: 'x'.repeat(46) };
    expect((await refusalOf(answer(9, longTitle))).message).toContain('data.title[BASE_TYPE_MAX_LENGTH]');
    await answer(9, modal(1));
    const values = { t0: 'Hello' };
    const submitted = await begin(() =>
      discord.as(seedIds.mia).submitModal({ interactionId: handle.id, values }),
    );
    expect((await refusalOf(submitted.answer(9, modal(1)))).message).toContain('type[');
  });

  test('updates a message only when it came from one', async () => {
    const { answer } = await ask();
    expect((await refusalOf(answer(7, { content: 'x', ...quiet }))).message).toContain('type[');
    const components = [row(button({ custom_id: 'go' }))];
    await answer(4, { content: 'Press', components, ...quiet });
    const [message] = discord.world.messages(seedIds.general, seedIds.mia);
    const press = { messageId: message?.id ?? '', customId: 'go' };
    const pressed = await begin(() => discord.as(seedIds.leo).clickButton(press));
    await pressed.answer(7, { content: 'Pressed', components: [], ...quiet });
    expect((await pressed.handle.reply()).content).toBe('Pressed');
    expect(() => discord.as(seedIds.leo).clickButton(press)).toThrow('has no component "go"');
  });
});
