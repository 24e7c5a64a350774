import { ComponentType, MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';

import { toPayload } from '../../src/discord/to-payload.ts';
import { text, type Tone } from '../../src/render/reply.ts';

const tones = ['answered', 'suggested', 'unanswered', 'notice', 'fault'] as const satisfies readonly Tone[];

describe('the payload of a reply', () => {
  test('is one container of Components V2 that mentions nobody', () => {
    const payload = toPayload({ tone: 'answered', parts: [text('plain', '@everyone')] }, 'public');
    expect(payload.flags).toBe(MessageFlags.IsComponentsV2);
    expect(payload.components).toHaveLength(1);
    expect(payload.components[0]?.type).toBe(ComponentType.Container);
    expect(payload.allowed_mentions).toEqual({ parse: [], replied_user: false });
  });

  test('is ephemeral when it is private', () => {
    const { flags } = toPayload({ tone: 'notice', parts: [text('plain', 'x')] }, 'private');
    expect(flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
  });

  test('tells the outcome by its colour', () => {
    const colours = tones.map((tone) => toPayload({ tone, parts: [] }, 'public').components[0]?.accent_color);
    expect(new Set(colours).size).toBe(tones.length);
  });
});
