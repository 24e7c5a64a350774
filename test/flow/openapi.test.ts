import { ApplicationCommandType } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedIds } from '../../src/local/world/seed.ts';
import { hasOpenApi, OpenApi } from '../support/openapi.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

describe.skipIf(!hasOpenApi)("Discord's OpenAPI file (../shared/discord/openapi.json)", () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig({ knowledge: sampleKnowledge });
  });

  afterAll(() => rig.stop());

  test('fits every body that the bot sends while people use all that it offers', async () => {
    const { discord } = rig;
    const noor = discord.as(seedIds.noor);
    const channelId = seedIds.general;
    const openApi = new OpenApi();
    const slash = noor
      .availableCommands(channelId)
      .filter(({ type }) => type === ApplicationCommandType.ChatInput);
    for (const { name, options = [] } of slash) {
      const required = options.filter((option) => 'required' in option && option.required);
      const values = Object.fromEntries(
        required.map((option) => [option.name, 'How many books may I borrow?']),
      );
      await noor.runSlashCommand({ channelId, name, options: values }).reply();
    }
    await noor.autocomplete({ channelId, name: 'faq', options: { entry: 'book' }, focused: 'entry' });
    const question = noor.sendMessage({ channelId, content: 'How many books may I borrow?' });
    await noor.runMessageCommand({ name: 'Find the answer', messageId: question.id }).reply();

    const bodies = discord.ledger.requests().filter(({ body }) => body !== null);
    expect(bodies.length).toBeGreaterThan(slash.length);
    expect(bodies.flatMap((request) => openApi.findFaults(request))).toEqual([]);
  });

  test('does not fit a body that is wrong', () => {
    const [right] = rig.discord.ledger
      .requests()
      .filter(({ route }) => route?.endsWith('/callback') ?? false);
    expect(right).toBeDefined();
    if (right === undefined) return;
    const faults = new OpenApi().findFaults({ ...right, body: { type: 4, data: { content: 4 } } });
    expect(faults.join('\n')).toContain('/data/content');
  });
});
