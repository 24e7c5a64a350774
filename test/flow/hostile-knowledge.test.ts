import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { seedIds } from '../../src/local/world/seed.ts';
import { limits } from '../../src/render/limits.ts';
import { readMarkdown } from '../support/live-markdown.ts';
import { buttonsOf, selectOf, textOf, untilReplied } from '../support/read-message.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const channelId = seedIds.help;
const pings = `@everyone @here <@${seedIds.mia}> <@&${seedIds.moderatorRole}> <#${seedIds.staff}>`;
const marks = '**bold** ||spoiler|| `code` [Click here](https://evil.example) discord.gg/abc <t:1:R> :smile:';
const invisible = 'r\u202eorev\u200ber\u2066se';
const long = 'Zymurgy is told at great length. '.repeat(300);
const rows = Array.from({ length: 300 }, (_unused, row) => `| Vat ${row} ${pings} | ${marks} |`).join('\n');

/** Every trick in every place of a file that reaches people. */
const knowledge = {
  'faq/tricks.md': `---
title: "# Tricks ${pings} ${invisible}"
url: https://docs.example/tricks_(all)
tags: ["${pings}", "${marks}"]
---

## Who reads this aloud ${pings}?

Nobody reads this aloud. ${pings} ${marks}

> # A heading in a quote
> ${marks}

\`\`\`\`\`
five backticks ${pings}
\`\`\`\`\`

## ${'How long is the longest question of them all '.repeat(8)}?

${long}

## Is ${invisible} open?

## Is ${invisible} open?
`,
  'articles/vats.md': `# ${'The endless vats '.repeat(20)}

## Vats ${marks}

| Vat | Contents |
| --- | --- |
${rows}

${Array.from({ length: 40 }, (_unused, at) => `## Cellar ${at} ${pings}\n\nCellar ${at} is dry. ${long}`).join('\n\n')}
`,
  ...Object.fromEntries(
    Array.from({ length: 25 }, (_unused, at) => [
      `articles/page-${at}.txt`,
      `Leaflet ${at} ${pings}\n\nBarrels ${at}\n\nThe barrel is round.\n`,
    ]),
  ),
};

/** Where our own footnotes lead, and our own quotes, small print and countdowns. */
const ours = /^(?:quote|small-print|bold|italic|address|timestamp|masked https:\/\/docs\.example\/.*)$/;

describe('knowledge that is full of tricks', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig({ knowledge });
  });

  // Stopping also finds what Discord's limits, or its OpenAPI file, would have refused.
  afterAll(() => rig.stop());

  /** Everything that the bot has said so far, in private to Noor or in public. */
  const said = (): readonly APIMessage[] =>
    rig.discord.world
      .messages(channelId, seedIds.noor)
      .filter(({ author }) => author.id === rig.discord.botUserId);

  /** Presses every button of a message. */
  async function pressAll(message: APIMessage): Promise<void> {
    const noor = rig.discord.as(seedIds.noor);
    for (const customId of buttonsOf(message).values())
      await noor.clickButton({ messageId: message.id, customId }).reply();
  }

  test('is shown by every command and button without a ping, a live trick, or a broken limit', async () => {
    const noor = rig.discord.as(seedIds.noor);
    const questions = [
      'Who reads this aloud?',
      'vats contents',
      'Cellar 7',
      'reverse open',
      'zymurgy length',
    ];
    for (const question of questions) {
      const found = await noor
        .runSlashCommand({ channelId, name: 'search', options: { words: question } })
        .reply();
      await pressAll(found);
      await pressAll(await noor.runSlashCommand({ channelId, name: 'ask', options: { question } }).reply());
    }
    const topics = await noor.runSlashCommand({ channelId, name: 'topics' }).reply();
    const { customId, values } = selectOf(topics);
    for (const value of values.values())
      await noor.chooseOptions({ messageId: topics.id, customId, values: [value] }).reply();
    await pressAll(topics);
    for (const name of ['status', 'refresh']) await noor.runSlashCommand({ channelId, name }).reply();

    expect(said().length).toBeGreaterThan(25);
    for (const message of said()) {
      expect(message).toMatchObject({ mention_everyone: false, mentions: [], mention_roles: [] });
      expect(textOf(message).length).toBeLessThanOrEqual(limits.textLength + limits.components);
      expect(textOf(message)).not.toMatch(/[\u202e\u200b\u2066]/u);
      expect(readMarkdown(textOf(message)).live.filter((kind) => !ours.test(kind))).toEqual([]);
    }
  });

  test('is offered by name within the limits of a choice', async () => {
    const choices = await rig.discord
      .as(seedIds.mia)
      .autocomplete({ channelId, name: 'faq', options: { entry: '' }, focused: 'entry' });
    expect(choices.length).toBeGreaterThan(0);
    for (const { name, value } of choices) {
      expect(name.length).toBeLessThanOrEqual(limits.autocompleteNameLength);
      expect(name).not.toMatch(/[\u202e\u200b\u2066\n]/u);
      const options = { entry: `${value}` };
      await rig.discord.as(seedIds.noor).runSlashCommand({ channelId, name: 'faq', options }).reply();
    }
  });

  test('cannot be made to ping by a question either', async () => {
    const { discord } = rig;
    const content = `<@${discord.botUserId}> ${pings} ${marks} Who reads this aloud?`;
    const asked = discord.as(seedIds.noor).sendMessage({ channelId, content });
    expect(await untilReplied(discord, asked)).toMatchObject({
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
    });
  });

  test('forges no line of the log', () => {
    const lines = rig.bot.output.trimEnd().split('\n');
    expect(rig.bot.log()).toHaveLength(lines.length);
  });
});
