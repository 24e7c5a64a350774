import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { seedIds } from '../../src/local/world/seed.ts';
import { expectSlashAnswer } from '../support/ask-library.ts';
import { readMarkdown } from '../support/live-markdown.ts';
import { buttonOf, buttonsOf, textOf, untilReplied } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';
import { withRig } from '../support/with-rig.ts';

const channelId = seedIds.staff;

describe('a refresh', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig({
      knowledge: sampleKnowledge,
      settings: { COOLDOWN_SECONDS: '0', MODERATOR_ROLES: seedIds.botRole },
    });
  });

  afterAll(() => rig.stop());

  test('comes by itself after a file changed', async () => {
    const { discord, bot, writeKnowledge } = rig;
    const question = `<@${discord.botUserId}> What is the wifi password?`;
    const ask = async (): Promise<string> =>
      textOf(
        await untilReplied(
          discord,
          discord.as(seedIds.mia).sendMessage({ channelId: seedIds.help, content: question }),
        ),
      );
    expect(await ask()).not.toContain('reader card');
    await writeKnowledge(
      'faq/wireless.md',
      '# Wireless\n\n## What is the wifi password?\n\nThe wifi password is printed on your reader card.\n',
    );
    await bot.untilLogged(
      ({ msg, added }) =>
        msg === 'knowledge refreshed' && Array.isArray(added) && added.includes('faq/wireless.md'),
    );
    expect(await ask()).toContain('printed on your reader card');
  });

  test('asked for by a moderator, says what changed and what is wrong with the files', async () => {
    await rig.writeKnowledge('faq/printing.md', '# Printing\n\n## Is there a printer?\n');
    const asked = rig.discord.as(seedIds.noor).runSlashCommand({ channelId, name: 'refresh' });
    const said = textOf(await asked.reply());
    expect(said).toMatch(/^Refreshed in \d+\.\d s: \d added, \d changed, 0 removed, \d passages\./);
    expect(said).toContain('1 problem:');
    expect(readMarkdown(said).text).toContain('faq/printing.md:3: unexpected question without an answer');
    expect(asked.state().isEphemeral).toBe(true);
  });

  test('is refused to members, who learn nothing else', async () => {
    const asked = rig.discord.as(seedIds.mia).runSlashCommand({ channelId: seedIds.help, name: 'refresh' });
    expect(textOf(await asked.reply())).toBe('Only moderators can do that.');
    expect(asked.state().isEphemeral).toBe(true);
  });

  test('is refused to the moderator of another server', async () => {
    const asked = rig.discord.as(seedIds.leo).runSlashCommand({ channelId: seedIds.help, name: 'refresh' });
    expect(textOf(await asked.reply())).toBe('Only moderators can do that.');
  });

  test('is open to the roles that MODERATOR_ROLES names, as long as a person has one', async () => {
    const { discord } = rig;
    const run = (): ReturnType<ReturnType<typeof discord.as>['runSlashCommand']> =>
      discord.as(seedIds.mia).runSlashCommand({ channelId: seedIds.help, name: 'refresh' });
    discord.faults.setMemberRoles(seedIds.guild, seedIds.mia, [seedIds.botRole]);
    expect(textOf(await run().reply())).toContain('Refreshed in');
    discord.faults.setMemberRoles(seedIds.guild, seedIds.mia, []);
    expect(textOf(await run().reply())).toBe('Only moderators can do that.');
  });
});

test('while a refresh of much knowledge is built, questions are answered from the version before', () => {
  const heading = (at: number): string => `## Part ${at}\n\nRoom ${at} has ${at % 7} windows and a stove.\n`;
  const article = `# Rooms\n\n${Array.from({ length: 60 }, (_unused, at) => heading(at)).join('\n')}`;
  const knowledge: Record<string, string> = { ...sampleKnowledge };
  for (let at = 0; at < 60; at += 1) knowledge[`articles/rooms-${at}.md`] = article;
  return withRig({ knowledge }, async (rig) => {
    const noor = rig.discord.as(seedIds.noor);
    const refreshed = noor.runSlashCommand({ channelId, name: 'refresh' });
    await refreshed.acknowledged();
    await expectSlashAnswer(rig);
    expect(refreshed.state().reply).toBeNull();
    expect(textOf(await refreshed.reply())).toMatch(/^Refreshed in .* 3,605 passages/u);
    await expectSlashAnswer(rig);
  });
});

describe('a refresh that would lose over half of the knowledge', () => {
  test('keeps the old version until a moderator confirms', () =>
    withRig({}, async ({ discord, bot, removeKnowledge }) => {
      await removeKnowledge('faq/library.md');
      await bot.untilLogged(({ msg, outcome }) => msg === 'knowledge refreshed' && outcome === 'kept');
      const noor = discord.as(seedIds.noor);
      const report = await noor.runSlashCommand({ channelId, name: 'refresh' }).reply();
      expect(textOf(report)).toContain('Nothing changed: only 2 of 5 passages would be left.');
      expect(textOf(report)).toContain('The old version stays in use.');
      const question = { channelId, name: 'ask', options: { question: 'How many books may I borrow?' } };
      expect(textOf(await noor.runSlashCommand(question).reply())).toContain('seven books');

      const confirm = { messageId: report.id, customId: buttonOf(report, 'Refresh anyway') };
      const done = await noor
        .clickButton(confirm)
        .until(({ reply }) => (reply !== null && textOf(reply).startsWith('Refreshed') ? reply : undefined));
      expect(textOf(done)).toContain('1 removed, 2 passages');
      expect(buttonsOf(done).size).toBe(0);
      expect(textOf(await noor.runSlashCommand(question).reply())).not.toContain('seven books');
    }));

  test('is not confirmed by someone who has ceased to be a moderator', () =>
    withRig({}, async ({ discord, removeKnowledge }) => {
      await removeKnowledge('faq/library.md');
      const leo = discord.as(seedIds.leo);
      discord.faults.setMemberRoles(seedIds.guild, seedIds.leo, [seedIds.moderatorRole]);
      const report = await leo.runSlashCommand({ channelId, name: 'refresh' }).reply();
      const confirm = { messageId: report.id, customId: buttonOf(report, 'Refresh anyway') };
      discord.faults.setMemberRoles(seedIds.guild, seedIds.leo, []);
      expect(textOf(await leo.clickButton(confirm).reply())).toBe('Only moderators can do that.');
      const status = await discord.as(seedIds.noor).runSlashCommand({ channelId, name: 'status' }).reply();
      expect(textOf(status)).toContain('5 passages');
    }));
});
