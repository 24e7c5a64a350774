import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { askByMention, expectAnswer, expectSlashAnswer } from '../support/ask-library.ts';
import { withRig } from '../support/with-rig.ts';

const interactionEvent = z.object({ d: z.object({ token: z.string() }) });
const callbacks = { method: 'POST', path: /\/callback$/ } as const;
/** Without an acknowledgement there is no message to fill in, which the bot finds out by trying. */
const allowed = ['message-before-acknowledgement'];

describe.concurrent('a process of the bot', { timeout: 180_000 }, () => {
  test('shares the work with another one on the same token: each question is answered once', () =>
    // Only one of them can acknowledge.
    withRig({ allowed: ['second-acknowledgement'] }, async (rig) => {
      rig.startBot();
      await vi.waitFor(
        () => {
          const ready = rig.discord.ledger.gateway().filter(({ name }) => name === 'READY');
          expect(ready).toHaveLength(2);
        },
        { timeout: 60_000, interval: 20 },
      );
      await expectSlashAnswer(rig);
      await expectAnswer(rig, askByMention(rig));
      const [interaction] = rig.discord.ledger.interactions();
      expect(interaction).toMatchObject({ deliveries: 2, acknowledgements: 1 });
    }));

  test('goes on and ends as usual when nobody reads its log any more', () =>
    withRig({}, async (rig) => {
      rig.bot.closeOutput();
      // Each refresh writes a line.
      for (const name of ['first', 'second']) {
        await rig.writeKnowledge(`articles/${name}.md`, `# The ${name}\n\nIt is the ${name}.\n`);
        await rig.discord
          .as(seedIds.noor)
          .runSlashCommand({ channelId: seedIds.staff, name: 'refresh' })
          .reply();
      }
      await expectSlashAnswer(rig);
      expect(await rig.bot.stop()).toBe(0);
    }));

  test('never repeats an acknowledgement, even one that was reset or met an error of Discord', () =>
    withRig({ allowed }, async ({ discord, ...rig }) => {
      for (const fault of [
        { kind: 'reset', when: 'before-commit' },
        { kind: 'server-error', status: 500 },
      ] as const) {
        discord.faults.failRequests(fault, callbacks, 1);
        const status = { channelId: seedIds.general, name: 'status' };
        const handle = discord.as(seedIds.mia).runSlashCommand(status);
        await handle.failed();
        const sent = discord.ledger.requests().map(({ path }) => path);
        expect(sent.filter((path) => path.includes(`/interactions/${handle.id}/`))).toHaveLength(1);
      }
      await expectSlashAnswer({ discord, ...rig });
    }));

  test('never writes a token or the text of a question into its log, whatever fails', () =>
    withRig({ allowed }, async (rig) => {
      const { discord, bot } = rig;
      discord.faults.failRequests({ kind: 'server-error', status: 500 }, callbacks, 1);
      const failing = discord.as(seedIds.mia).runSlashCommand({
        channelId: seedIds.general,
        name: 'ask',
        options: { question: 'Where is the canary?' },
      });
      await failing.failed();
      await bot.untilLogged(({ msg }) => msg.includes('interaction'));
      await expectSlashAnswer(rig);
      const tokens = discord.ledger.gateway().flatMap(({ name, payload }) => {
        const parsed = interactionEvent.safeParse(payload);
        return name === 'INTERACTION_CREATE' && parsed.success ? [parsed.data.d.token] : [];
      });
      expect(tokens).toHaveLength(2);
      for (const secret of [...tokens, discord.botToken, 'canary']) {
        expect(bot.output + bot.errors).not.toContain(secret);
      }
    }));

  test('answers although Discord takes no commands, which it says', () => {
    const prepare = ({ faults }: LocalDiscord): void => {
      faults.failRequests({ kind: 'server-error', status: 503 }, { method: 'PUT' });
    };
    return withRig({ waitsForBot: false, prepare }, async (rig) => {
      await rig.bot.untilLogged(({ msg }) => msg.includes('commands could not be registered'));
      await expectAnswer(rig, askByMention(rig));
    });
  });

  test('uses nothing that discord.js deprecates, and ends well when it is asked to', () =>
    withRig({}, async (rig) => {
      await expectSlashAnswer(rig);
      expect(await rig.bot.stop()).toBe(0);
      expect(rig.bot.errors).toBe('');
    }));
});
