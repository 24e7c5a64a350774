import { ComponentType, InteractionResponseType, TextInputStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import { numberChoice, stringChoice } from './command-schema.ts';
import { customId, selects, textDisplay } from './components-schema.ts';
import { limits } from './limits.ts';
import { messageBody } from './message-schema.ts';

const inputLook = {
  type: z.literal(ComponentType.TextInput),
  id: z.int().nonnegative().exactOptional(),
  custom_id: customId,
  style: z.enum(TextInputStyle),
  placeholder: z.string().max(limits.selectText).exactOptional(),
  value: z.string().max(limits.textInput).exactOptional(),
  min_length: z.int().min(0).max(limits.textInput).exactOptional(),
  max_length: z.int().min(1).max(limits.textInput).exactOptional(),
  required: z.boolean().exactOptional(),
};

/** In an action row a text input carries its own label; in a label it must not. */
const labelledInput = z.strictObject({ ...inputLook, label: z.string().min(1).max(limits.modalLabel) });
const input = z.strictObject(inputLook);

const modalRow = z.strictObject({
  type: z.literal(ComponentType.ActionRow),
  id: z.int().nonnegative().exactOptional(),
  components: z.array(labelledInput).length(1),
});

const label = z.strictObject({
  type: z.literal(ComponentType.Label),
  id: z.int().nonnegative().exactOptional(),
  label: z.string().min(1).max(limits.modalLabel),
  description: z.string().max(limits.modalDescription).exactOptional(),
  component: z.discriminatedUnion('type', [input, ...selects]),
});

const modal = z.strictObject({
  custom_id: customId,
  title: z.string().min(1).max(limits.modalTitle),
  components: z
    .array(z.discriminatedUnion('type', [modalRow, label, textDisplay]))
    .min(1)
    .max(limits.modalComponents),
});

const deferral = z.strictObject({ flags: z.int().nonnegative().exactOptional() });

/** POST /interactions/{interaction_id}/{interaction_token}/callback */
export const callbackBody = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal(InteractionResponseType.ChannelMessageWithSource),
    data: messageBody,
  }),
  z.strictObject({
    type: z.literal(InteractionResponseType.DeferredChannelMessageWithSource),
    data: deferral.exactOptional(),
  }),
  z.strictObject({
    type: z.literal(InteractionResponseType.DeferredMessageUpdate),
    data: deferral.exactOptional(),
  }),
  z.strictObject({ type: z.literal(InteractionResponseType.UpdateMessage), data: messageBody }),
  z.strictObject({
    type: z.literal(InteractionResponseType.ApplicationCommandAutocompleteResult),
    data: z.strictObject({ choices: z.array(z.union([stringChoice, numberChoice])).max(limits.choices) }),
  }),
  z.strictObject({ type: z.literal(InteractionResponseType.Modal), data: modal }),
]);

export type Callback = z.infer<typeof callbackBody>;
