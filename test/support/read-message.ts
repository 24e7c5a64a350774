import { ComponentType, type APIMessage, type APIMessageTopLevelComponent } from 'discord.js';
import { vi } from 'vitest';

import type { LocalDiscord } from '../../src/local/contract.ts';

type Component = APIMessageTopLevelComponent;
type Inner = Extract<Component, { type: ComponentType.Container }>['components'][number];

function componentsOf(message: APIMessage): readonly (Component | Inner)[] {
  return (message.components ?? []).flatMap((component) =>
    component.type === ComponentType.Container ? component.components : [component],
  );
}

/** All texts of a message, a line each. */
export function textOf(message: APIMessage): string {
  return componentsOf(message)
    .flatMap((component) => (component.type === ComponentType.TextDisplay ? [component.content] : []))
    .join('\n');
}

/** The custom_id of the message's buttons, by label. */
export function buttonsOf(message: APIMessage): ReadonlyMap<string, string> {
  const buttons = componentsOf(message)
    .flatMap((component) => (component.type === ComponentType.ActionRow ? component.components : []))
    .flatMap((control) =>
      control.type === ComponentType.Button && 'custom_id' in control
        ? [[control.label ?? '', control.custom_id] as const]
        : [],
    );
  return new Map(buttons);
}

/** The custom_id of a button; throws when the message has none of that label. */
export function buttonOf(message: APIMessage, label: string): string {
  const customId = buttonsOf(message).get(label);
  if (customId === undefined)
    throw new Error(`no button "${label}" in: ${[...buttonsOf(message).keys()].join(', ')}`);
  return customId;
}

interface SelectInMessage {
  readonly customId: string;
  /** The value of each choice, by label. */
  readonly values: ReadonlyMap<string, string>;
}

/** The select of a message; throws when it has none. */
export function selectOf(message: APIMessage): SelectInMessage {
  for (const component of componentsOf(message)) {
    if (component.type !== ComponentType.ActionRow) continue;
    for (const control of component.components) {
      if (control.type !== ComponentType.StringSelect) continue;
      return {
        customId: control.custom_id,
        values: new Map(control.options.map(({ label, value }) => [label, value])),
      };
    }
  }
  throw new Error(`no select in: ${textOf(message)}`);
}

/** The custom_id of a menu, of which `name` is the action; throws when the message has none. */
export function menuOf(message: APIMessage, name: string): string {
  const controls = componentsOf(message).flatMap((component) =>
    component.type === ComponentType.ActionRow ? component.components : [],
  );
  for (const control of controls)
    if ('custom_id' in control && control.custom_id.startsWith(`${name}:`)) return control.custom_id;
  throw new Error(`no menu ${name} in: ${textOf(message)}`);
}

/** The bot's replies to a message as they stand now. */
export function repliesTo(discord: LocalDiscord, question: APIMessage): readonly APIMessage[] {
  return discord.world
    .messages(question.channel_id, question.author.id)
    .filter((message) => message.message_reference?.message_id === question.id);
}

/** The bot's reply to a message, once its text fits. */
export async function untilReplied(
  discord: LocalDiscord,
  question: APIMessage,
  fits: (text: string) => boolean = () => true,
): Promise<APIMessage> {
  return vi.waitFor(
    () => {
      const reply = repliesTo(discord, question).find((message) => fits(textOf(message)));
      if (reply === undefined) {
        throw new Error(`no such reply, but: ${repliesTo(discord, question).map(textOf).join(' / ')}`);
      }
      return reply;
    },
    { timeout: 10_000, interval: 20 },
  );
}
