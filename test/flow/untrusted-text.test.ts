import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedIds } from '../../src/local/world/seed.ts';
import { readMarkdown } from '../support/live-markdown.ts';
import { textOf } from '../support/read-message.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

// discord.js's escapeMarkdown leaves all of these live.
const traps = [
  '[free tickets](https://evil.example)',
  '<https://evil.example|tickets>',
  `<@${seedIds.mia}>`,
  `<@&${seedIds.moderatorRole}>`,
  `<#${seedIds.staff}>`,
  '</ask:1330000000000000001>',
  '<t:1790000000:R>',
  '@everyone',
  '||hidden||',
  '**loud**',
  '`code`',
] as const;

/** What the bot itself puts into an answer; and a web address, which says where it leads. */
const expected = ['quote', 'bold', 'small-print', 'address'];

describe('text that others wrote', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig({
      knowledge: {
        'articles/poster.txt': `The poster\n\nThe poster in the hall reads: ${traps.join(' ')} and no more.\n`,
      },
    });
  });

  afterAll(() => rig.stop());

  const ask = async (question: string): Promise<string> => {
    const { discord } = rig;
    const options = { question };
    return textOf(
      await discord
        .as(seedIds.noor)
        .runSlashCommand({ channelId: seedIds.general, name: 'ask', options })
        .reply(),
    );
  };

  test('is quoted as it was written, with nothing live in it', async () => {
    const { text, live } = readMarkdown(await ask('What does the poster in the hall read?'));
    expect(live.filter((construct) => !expected.includes(construct))).toEqual([]);
    for (const trap of traps) expect(text).toContain(trap);
  });

  test('is dead as a question too, whether it is answered or not', async () => {
    for (const trap of traps) {
      const { live } = readMarkdown(await ask(`${trap} zyzzyva?`));
      expect(live.filter((construct) => !expected.includes(construct))).toEqual([]);
    }
  });
});
