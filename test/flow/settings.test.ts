import type { APIMessage } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { seedIds } from '../../src/local/world/seed.ts';
import { buttonOf, menuOf, repliesTo, textOf, untilReplied } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const { mia, noor, leo, general, help, staff, moderatorRole } = seedIds;
const question = 'How many books may I borrow?';

describe('/settings', () => {
  let rig: Rig;

  beforeEach(async () => {
    // An answer channel of the operator makes the bot ask for the text of messages.
    rig = await startRig({ knowledge: sampleKnowledge, settings: { ANSWER_CHANNELS: help } });
  });
  afterEach(() => rig.stop());

  const open = (who: string): Promise<APIMessage> =>
    rig.discord.as(who).runSlashCommand({ channelId: staff, name: 'settings' }).reply();
  /** Makes a choice in a menu, and waits until the reply shows that it was taken up. */
  const choose = async (
    message: APIMessage,
    name: string,
    values: readonly string[],
  ): Promise<APIMessage> => {
    const pressed = rig.discord
      .as(noor)
      .chooseOptions({ messageId: message.id, customId: menuOf(message, name), values });
    return pressed.until(({ status, reply }) => (status === 'updated' && reply !== null ? reply : undefined));
  };
  const setMode = async (channelId: string, mode: string): Promise<APIMessage> => {
    const channel = await choose(await open(noor), 'settings-channel', [channelId]);
    return choose(channel, 'settings-mode', [`${channelId}.${mode}`]);
  };
  const write = (channelId: string, content: string): APIMessage =>
    rig.discord.as(mia).sendMessage({ channelId, content });
  /** Mentions the bot elsewhere and waits: by then it has seen all that was written before. */
  const untilSeen = async (): Promise<void> => {
    await untilReplied(rig.discord, write(general, `<@${rig.discord.botUserId}> ${question}`));
  };

  test('has the bot answer in a channel what it is sure of, and be silent in another', async () => {
    await setMode(general, 'answer');
    expect(textOf(await untilReplied(rig.discord, write(general, question)))).toContain('seven books');
    expect(textOf(await open(noor))).toContain(`<#${help}> · Answer every question that I am sure of`);
    const off = await setMode(help, 'off');
    expect(textOf(off)).toContain(`<#${help}>`);
    const silent = [write(help, question), write(help, `<@${rig.discord.botUserId}> ${question}`)];
    await untilSeen();
    expect(silent.flatMap((asked) => repliesTo(rig.discord, asked))).toEqual([]);
  });

  test('has the bot offer an answer that only they see who want it', async () => {
    await setMode(help, 'suggest');
    const asked = write(help, question);
    const offer = await untilReplied(rig.discord, asked);
    expect(textOf(offer)).not.toContain('seven books');
    const shown = rig.discord
      .as(mia)
      .clickButton({ messageId: offer.id, customId: buttonOf(offer, 'Show it to me alone') });
    expect(textOf(await shown.reply())).toContain('seven books');
    expect(shown.state().isEphemeral).toBe(true);
    const unknown = write(help, 'What is the capital of France?');
    await untilSeen();
    expect(repliesTo(rig.discord, unknown)).toEqual([]);
  });

  test('holds for a thread as for its channel, over a restart of the bot', async () => {
    await setMode(general, 'answer');
    await rig.bot.stop();
    rig.startBot();
    await rig.untilOnline();
    const thread = rig.discord.as(mia).createThread({ channelId: general, name: 'Books' });
    expect(textOf(await untilReplied(rig.discord, write(thread.id, question)))).toContain('seven books');
  });

  test('has the bot speak to everyone in another language', async () => {
    await choose(await open(noor), 'settings-language', ['es']);
    const asked = write(general, `<@${rig.discord.botUserId}> zzz`);
    expect(textOf(await untilReplied(rig.discord, asked))).toContain('No tengo nada sobre eso');
  });

  test('keeps people from asking too fast', async () => {
    await choose(await open(noor), 'settings-cooldown', ['60']);
    const ask = (): Promise<APIMessage> =>
      rig.discord.as(mia).runSlashCommand({ channelId: general, name: 'ask', options: { question } }).reply();
    expect(textOf(await ask())).toContain('seven books');
    expect(textOf(await ask())).toContain('One moment');
  });

  test('tells in the log channel what moderators do and what is refused, with what there was before', async () => {
    const closed = await choose(await open(noor), 'settings-log', [staff]);
    expect(textOf(closed)).toContain('I may not write there');
    await choose(await open(noor), 'settings-log', [help]);
    await choose(await open(noor), 'settings-caution', ['careful']);
    const refused = rig.discord.as(mia).runSlashCommand({ channelId: general, name: 'settings' });
    expect(textOf(await refused.reply())).toBe('Only moderators can do that.');
    await vi.waitFor(
      () => {
        const told = rig.discord.world
          .messages(help, noor)
          .filter(({ author }) => author.id === rig.discord.botUserId)
          .map(textOf);
        expect(told.filter((text) => text.includes('settings.logChannel'))).toHaveLength(1);
        expect(told.find((text) => text.includes('settings.caution'))).toMatch(
          /<@1330000000000000012>[^]*Before:[^]*usual[^]*After:[^]*careful/u,
        );
        expect(told.find((text) => text.startsWith('Refused:'))).toContain(`<@${mia}>`);
      },
      { timeout: 10_000, interval: 20 },
    );
  });

  test('makes the members of a role moderators, when somebody says so who may manage the server', async () => {
    const { discord } = rig;
    const helperRole = seedIds.botRole;
    await choose(await open(noor), 'settings-roles', [helperRole]);
    discord.faults.setMemberRoles(seedIds.guild, leo, [helperRole]);
    const opened = await discord.as(leo).runSlashCommand({ channelId: general, name: 'settings' }).reply();
    expect(textOf(opened)).toContain('Settings of this server');
    expect(() => menuOf(opened, 'settings-roles')).toThrow('no menu');
  });

  test('lets nobody say who is a moderator who has lost the right to manage the server meanwhile', async () => {
    const { discord } = rig;
    await choose(await open(noor), 'settings-roles', [seedIds.botRole]);
    discord.faults.setMemberRoles(seedIds.guild, leo, [moderatorRole]);
    const opened = await discord.as(leo).runSlashCommand({ channelId: general, name: 'settings' }).reply();
    discord.faults.setMemberRoles(seedIds.guild, leo, [seedIds.botRole]);
    const pressed = discord.as(leo).chooseOptions({
      messageId: opened.id,
      customId: menuOf(opened, 'settings-roles'),
      values: [seedIds.botRole, moderatorRole],
    });
    expect(textOf(await pressed.reply())).toBe('Only moderators can do that.');
  });
});
