import {
  AllowedMentionsTypes,
  ComponentType,
  type MessageFlags,
  MessageReferenceType,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { messageComponent, snowflake, type MessageComponent } from './components-schema.ts';
import { embed, embedLength } from './embed-schema.ts';
import { limits } from './limits.ts';
import { walkComponents } from './walk-components.ts';

const allowedMentions = z.strictObject({
  parse: z.array(z.enum(AllowedMentionsTypes)).exactOptional(),
  roles: z.array(snowflake).max(100).exactOptional(),
  users: z.array(snowflake).max(100).exactOptional(),
  replied_user: z.boolean().exactOptional(),
});

export type AllowedMentions = z.infer<typeof allowedMentions>;

const attachment = z.strictObject({
  id: z.union([z.string().regex(/^\d+$/u), z.int()]),
  filename: z.string().exactOptional(),
  description: z.string().max(limits.mediaDescription).nullable().exactOptional(),
});

/** The parts of a message that a creation and an edit share. */
const parts = {
  content: z.string().max(limits.content).nullable().exactOptional(),
  embeds: z.array(embed).max(limits.embeds).nullable().exactOptional(),
  components: z.array(messageComponent).max(limits.components).nullable().exactOptional(),
  allowed_mentions: allowedMentions.exactOptional(),
  attachments: z.array(attachment).max(limits.attachments).nullable().exactOptional(),
  flags: z.int().nonnegative().nullable().exactOptional(),
  // discord.js sends these with every message, edits too, where Discord ignores them.
  tts: z.boolean().exactOptional(),
  nonce: z.union([z.string().max(limits.nonce), z.int()]).exactOptional(),
  enforce_nonce: z.boolean().exactOptional(),
};

const partsSchema = z.strictObject(parts);
export type MessageParts = z.infer<typeof partsSchema>;

interface Finding {
  readonly path: string[];
  readonly code: string;
  readonly message: string;
}

/** Whether a flag is set. */
export const hasFlag = (flags: number | null | undefined, flag: MessageFlags): boolean =>
  ((flags ?? 0) & flag) !== 0;

const findSharedFaults = (
  body: MessageParts,
  components: readonly MessageComponent[],
): readonly Finding[] => {
  const all = walkComponents(components);
  const customIds = all.flatMap((each) => ('custom_id' in each ? [each.custom_id] : []));
  const isEmbedTotalOver =
    (body.embeds ?? []).reduce((sum, each) => sum + embedLength(each), 0) > limits.embedTotal;
  const hasContentKey =
    body.content !== undefined || body.embeds !== undefined || body.components !== undefined;
  return [
    ...(new Set(customIds).size === customIds.length
      ? []
      : [
          {
            path: ['components'],
            code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
            message: 'Component custom id cannot be duplicated.',
          },
        ]),
    ...(isEmbedTotalOver
      ? [
          {
            path: ['embeds'],
            code: 'MAX_EMBED_SIZE_EXCEEDED',
            message: 'Embed size exceeds maximum size of 6000.',
          },
        ]
      : []),
    ...(hasContentKey && body.allowed_mentions === undefined
      ? [
          {
            path: ['allowed_mentions'],
            code: 'ALLOWED_MENTIONS_MISSING',
            message: 'Without it, text from others may ping people.',
          },
        ]
      : []),
  ];
};

const findV2Faults = (body: MessageParts, components: readonly MessageComponent[]): readonly Finding[] => {
  const all = walkComponents(components);
  const shown = all.reduce(
    (sum, each) => sum + (each.type === ComponentType.TextDisplay ? each.content.length : 0),
    0,
  );
  const legacy = (['content', 'embeds'] as const).filter((key) => (body[key]?.length ?? 0) > 0);
  return [
    ...legacy.map((key) => ({
      path: [key],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2.`,
    })),
    ...(all.length > limits.components
      ? [
          {
            path: ['components'],
            code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
            message: 'The total number of components exceeds 40.',
          },
        ]
      : []),
    ...(shown > limits.displayedText
      ? [
          {
            path: ['components'],
            code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            message: 'The text displays exceed 4000 characters together.',
          },
        ]
      : []),
  ];
};

const findV1Faults = (components: readonly MessageComponent[]): readonly Finding[] => [
  ...(components.every(({ type }) => type === ComponentType.ActionRow)
    ? []
    : [
        {
          path: ['components'],
          code: 'UNION_TYPE_CHOICES',
          message: 'Only action rows without MessageFlags.IS_COMPONENTS_V2.',
        },
      ]),
  ...(components.length > limits.actionRows
    ? [{ path: ['components'], code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 5 in length.' }]
    : []),
];

/** What is wrong with a message as a whole; `isV2` says whether it has or gets the flag IsComponentsV2. */
export const findMessageFaults = (body: MessageParts, isV2: boolean): readonly Finding[] => {
  const components = body.components ?? [];
  return [
    ...findSharedFaults(body, components),
    ...(isV2 ? findV2Faults(body, components) : findV1Faults(components)),
  ];
};

/** POST /channels/{channel_id}/messages */
export const createMessageBody = z.strictObject({
  ...parts,
  message_reference: z
    .strictObject({
      type: z.literal(MessageReferenceType.Default).exactOptional(),
      message_id: snowflake,
      channel_id: snowflake.exactOptional(),
      guild_id: snowflake.exactOptional(),
      fail_if_not_exists: z.boolean().exactOptional(),
    })
    .exactOptional(),
});

/** A message by an interaction's token, and an edit of any message. */
export const messageBody = partsSchema;
