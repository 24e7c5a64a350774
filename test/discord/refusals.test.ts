import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Refusal } from '../../src/discord/dispatch.ts';
import type { InteractionHandle } from '../../src/local/contract.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { buttonOf, selectOf, textOf } from '../support/read-message.ts';
import { createSampleJobs, say, type Run } from '../support/sample-jobs.ts';
import { startDispatch, type DispatchRig } from '../support/start-dispatch.ts';

const channelId = seedIds.help;

describe('what is for moderators', () => {
  let rig: DispatchRig;
  let runs: Run[];
  let refusals: Refusal[];
  let isAuditBroken: boolean;

  beforeEach(async () => {
    runs = [];
    refusals = [];
    isAuditBroken = false;
    rig = await startDispatch({
      jobs: createSampleJobs(runs),
      onRefused(refused) {
        if (isAuditBroken) throw new Error('the audit log is gone');
        refusals.push(refused);
      },
    });
  });
  afterEach(async () => {
    await rig.stop();
    expect(rig.discord.ledger.violations()).toEqual([]);
  });

  const give = (roles: readonly string[]): void => {
    rig.discord.faults.setMemberRoles(seedIds.guild, seedIds.mia, roles);
  };

  const panel = {
    ...say('Entries'),
    parts: [
      ...say('Entries').parts,
      {
        kind: 'buttons',
        buttons: [{ label: 'Edit again', action: { name: 'entry-again', argument: 'key' }, look: 'main' }],
      },
      {
        kind: 'select',
        action: 'gap',
        placeholder: 'Which',
        choices: [{ label: 'One', value: '1' }],
        chosen: null,
      },
    ],
  } as const;

  /** The bot's message with a button and a select, as Mia sees it. */
  const postPanel = async () => {
    const nonce = String(rig.discord.world.messages(channelId, seedIds.mia).length);
    await rig.poster.post({ channelId, replyTo: null, reply: panel, calls: [], nonce });
    const message = rig.discord.world.messages(channelId, seedIds.mia).at(-1);
    if (message === undefined) throw new Error('the panel was not posted');
    return message;
  };

  /** By what ways Mia tries, and as what the audit log knows each. */
  const ways: readonly [string, string, () => Promise<InteractionHandle>][] = [
    [
      'a command',
      'lock',
      () => Promise.resolve(rig.discord.as(seedIds.mia).runSlashCommand({ channelId, name: 'lock' })),
    ],
    [
      'a subcommand',
      'entry.edit',
      () => {
        const options = { entry: 'badges' };
        const mia = rig.discord.as(seedIds.mia);
        return Promise.resolve(mia.runSlashCommand({ channelId, name: 'entry edit', options }));
      },
    ],
    [
      'the menu of a message',
      'Keep this',
      () => {
        const mia = rig.discord.as(seedIds.mia);
        const { id: messageId } = mia.sendMessage({ channelId, content: 'Where is my badge?' });
        return Promise.resolve(mia.runMessageCommand({ name: 'Keep this', messageId }));
      },
    ],
    [
      'a button',
      'entry.edit',
      async () => {
        const message = await postPanel();
        const customId = buttonOf(message, 'Edit again');
        return rig.discord.as(seedIds.mia).clickButton({ messageId: message.id, customId });
      },
    ],
    [
      'a select',
      'entry.edit',
      async () => {
        const message = await postPanel();
        const { customId } = selectOf(message);
        return rig.discord.as(seedIds.mia).chooseOptions({ messageId: message.id, customId, values: ['1'] });
      },
    ],
    [
      'a form that was open before the role was lost',
      'entry.add',
      async () => {
        const mia = rig.discord.as(seedIds.mia);
        give([seedIds.moderatorRole]);
        const opened = mia.runSlashCommand({ channelId, name: 'entry edit', options: { entry: 'badges' } });
        await opened.modal();
        give([]);
        runs.length = 0;
        return mia.submitModal({ interactionId: opened.id, values: { question: 'x', answer: 'y' } });
      },
    ],
  ];

  test.each(ways)('is refused to a member by %s, which is noted once', async (_way, action, attempt) => {
    const attempted = await attempt();
    expect(textOf(await attempted.reply())).toBe('Only moderators can do that.');
    expect(attempted.state().isEphemeral).toBe(true);
    expect(runs).toEqual([]);
    const noted = refusals.map(({ guildId, by, action: done }) => [guildId, by, done]);
    expect(noted).toEqual([[seedIds.guild, seedIds.mia, action]]);
  });

  test('is refused all the same when the refusal cannot be noted', async () => {
    isAuditBroken = true;
    const attempted = rig.discord.as(seedIds.mia).runSlashCommand({ channelId, name: 'lock' });
    expect(textOf(await attempted.reply())).toBe('Only moderators can do that.');
    expect(rig.logged).toContain('a refusal was not noted');
  });

  test('is refused in direct messages, where there is nothing to moderate and nothing to note', async () => {
    const noor = rig.discord.as(seedIds.noor);
    const attempted = noor.runSlashCommand({ channelId: noor.openDm().id, name: 'lock' });
    expect(textOf(await attempted.reply())).toBe('Only moderators can do that.');
    expect(refusals).toEqual([]);
  });

  test('completes nothing for a member, without a word, and for a moderator with the place in view', async () => {
    const typing = { channelId, name: 'entry edit', options: { entry: 'bad', tags: 'de' }, focused: 'tags' };
    expect(await rig.discord.as(seedIds.mia).autocomplete(typing)).toEqual([]);
    expect(refusals).toEqual([]);
    const choices = await rig.discord.as(seedIds.noor).autocomplete(typing);
    expect(choices).toEqual([{ name: 'tags: de', value: seedIds.guild }]);
  });

  test('leaves to everyone what is for everyone in the same group', async () => {
    const listed = rig.discord.as(seedIds.mia).runSlashCommand({ channelId, name: 'entry list' });
    expect(textOf(await listed.reply())).toBe('all entries');
    expect(refusals).toEqual([]);
  });
});
