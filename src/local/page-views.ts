import * as z from 'zod';

/** What the page shows, in the page's own words; the page server makes it from Discord's payloads. */

export const id = z.string().regex(/^\d{1,20}$/);

const button = z
  .object({
    kind: z.literal('button'),
    /** Null for a link button. */
    customId: z.string().nullable(),
    url: z.string().nullable(),
    label: z.string(),
    emoji: z.string().nullable(),
    style: z.enum(['primary', 'secondary', 'success', 'danger', 'link']),
    isDisabled: z.boolean(),
  })
  .readonly();

const selectOption = z
  .object({
    label: z.string(),
    value: z.string(),
    description: z.string().nullable(),
    isDefault: z.boolean(),
  })
  .readonly();

const select = z
  .object({
    kind: z.literal('select'),
    customId: z.string(),
    placeholder: z.string(),
    minValues: z.number(),
    maxValues: z.number(),
    isDisabled: z.boolean(),
    isRequired: z.boolean(),
    options: z.array(selectOption).readonly(),
  })
  .readonly();

const text = z.object({ kind: z.literal('text'), content: z.string() }).readonly();
const file = z.object({ kind: z.literal('file'), name: z.string() }).readonly();
/** A picture that the bot uploaded; the page's own server has it. */
const picture = z
  .object({
    kind: z.literal('picture'),
    /** On the page's own server. */
    address: z.string(),
    /** What it shows, for those who do not see it. */
    description: z.string(),
    /** In pixels; 0 where it is not known. */
    width: z.number(),
    height: z.number(),
  })
  .readonly();
const gallery = z
  .object({
    kind: z.literal('gallery'),
    items: z.array(z.discriminatedUnion('kind', [picture, file])).readonly(),
  })
  .readonly();
const separator = z
  .object({ kind: z.literal('separator'), hasLine: z.boolean(), isLarge: z.boolean() })
  .readonly();
const row = z
  .object({
    kind: z.literal('row'),
    items: z.array(z.discriminatedUnion('kind', [button, select])).readonly(),
  })
  .readonly();
const section = z
  .object({
    kind: z.literal('section'),
    texts: z.array(text).readonly(),
    accessory: z.discriminatedUnion('kind', [button, file]),
  })
  .readonly();
const block = z.discriminatedUnion('kind', [text, file, gallery, separator, row, section]);
const container = z
  .object({
    kind: z.literal('container'),
    /** 24-bit RGB. */
    accentColor: z.number().nullable(),
    isSpoiler: z.boolean(),
    blocks: z.array(block).readonly(),
  })
  .readonly();

const reaction = z.object({ emoji: z.string(), userIds: z.array(id).readonly() }).readonly();

export const message = z
  .object({
    id,
    channelId: id,
    authorId: id,
    content: z.string(),
    createdAtMs: z.number(),
    editedAtMs: z.number().nullable(),
    isEphemeral: z.boolean(),
    /** A deferred reply that has not come yet: "is thinking…". */
    isThinking: z.boolean(),
    /** Discord's own line, such as the one about a new thread; `content` holds the name of the thread. */
    isSystem: z.boolean(),
    replyTo: id.nullable(),
    /** The command that this message answers. */
    command: z.object({ name: z.string(), userId: id }).readonly().nullable(),
    mentionedUserIds: z.array(id).readonly(),
    components: z.array(z.union([container, block])).readonly(),
    fileNames: z.array(z.string()).readonly(),
    reactions: z.array(reaction).readonly(),
  })
  .readonly();

export const channel = z
  .object({
    id,
    kind: z.enum(['text', 'announcement', 'forum', 'thread', 'direct']),
    guildId: id.nullable(),
    name: z.string(),
    topic: z.string().nullable(),
    parentId: id.nullable(),
    /** The other one of a direct message. */
    recipientId: id.nullable(),
    canSend: z.boolean(),
    /** Whether I may delete what others wrote. */
    canManage: z.boolean(),
  })
  .readonly();

export const user = z.object({ id, name: z.string(), isBot: z.boolean() }).readonly();
const member = z
  .object({
    userId: id,
    /** The name and colour of the highest role that has a colour. */
    role: z.object({ name: z.string(), color: z.number() }).readonly().nullable(),
  })
  .readonly();
export const guild = z.object({ id, name: z.string(), members: z.array(member).readonly() }).readonly();

const commandOption = z
  .object({
    name: z.string(),
    description: z.string(),
    type: z.enum(['string', 'integer', 'number', 'boolean']),
    isRequired: z.boolean(),
    hasAutocomplete: z.boolean(),
    choices: z.array(z.object({ name: z.string(), value: z.string() }).readonly()).readonly(),
  })
  .readonly();
export const command = z
  .object({
    name: z.string(),
    description: z.string(),
    kind: z.enum(['slash', 'message']),
    options: z.array(commandOption).readonly(),
  })
  .readonly();

const modalField = z.discriminatedUnion('kind', [
  text,
  z
    .object({
      kind: z.literal('input'),
      customId: z.string(),
      label: z.string(),
      description: z.string().nullable(),
      isParagraph: z.boolean(),
      isRequired: z.boolean(),
      placeholder: z.string(),
      value: z.string(),
      minLength: z.number(),
      maxLength: z.number(),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('choice'),
      label: z.string(),
      description: z.string().nullable(),
      select,
    })
    .readonly(),
]);
const modal = z.object({ title: z.string(), fields: z.array(modalField).readonly() }).readonly();

export const interaction = z
  .object({
    id,
    kind: z.enum(['slash-command', 'message-command', 'component', 'modal']),
    channelId: id,
    name: z.string(),
    status: z.enum(['waiting', 'answered', 'failed']),
    modal: modal.nullable(),
  })
  .readonly();

export const choice = z.object({ name: z.string(), value: z.string() }).readonly();

export type MessageView = z.infer<typeof message>;
export type ChannelView = z.infer<typeof channel>;
export type UserView = z.infer<typeof user>;
export type GuildView = z.infer<typeof guild>;
export type MemberView = z.infer<typeof member>;
export type CommandView = z.infer<typeof command>;
export type CommandOptionView = z.infer<typeof commandOption>;
export type InteractionView = z.infer<typeof interaction>;
export type ModalView = z.infer<typeof modal>;
export type ModalFieldView = z.infer<typeof modalField>;
export type ButtonView = z.infer<typeof button>;
export type SelectOptionView = z.infer<typeof selectOption>;
export type SelectView = z.infer<typeof select>;
export type PictureView = z.infer<typeof picture>;
export type BlockView = z.infer<typeof block>;
export type ContainerView = z.infer<typeof container>;
