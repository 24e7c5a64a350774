import { randomBytes } from 'node:crypto';
import {
  ApplicationIntegrationType,
  InteractionContextType,
  type APIAuthorizingIntegrationOwnersMap,
  type APIBaseInteraction,
  type APIInteraction,
  type APIMessageInteractionMetadata,
  type InteractionType,
} from 'discord-api-types/v10';
import { ActorError, type InteractionState } from '../contract.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { toApiChannel } from '../wire/api-channel.ts';
import { toApiMember, toLocale } from '../wire/api-guild.ts';
import { permissionsIn } from '../world/permissions.ts';
import type { Channel } from '../world/records.ts';
import type { World } from '../world/world.ts';
import type { Interactions } from './interactions.ts';

/** What an act of a person works on. */
export interface ActorContext {
  readonly world: World;
  readonly interactions: Interactions;
  readonly gateway: Gateway;
}

interface NewInteraction {
  readonly kind: InteractionState['kind'];
  readonly name: string;
  readonly userId: string;
  readonly channelId: string;
  readonly locale: string;
  readonly sourceMessageId: string | null;
  readonly metadata: (common: CommonMetadata) => APIMessageInteractionMetadata;
  /** Completes what all interactions have in common to the one that is sent. */
  readonly describe: (common: CommonFields) => APIInteraction;
}

type CommonMetadata = Pick<APIMessageInteractionMetadata, 'id' | 'user' | 'authorizing_integration_owners'>;
type CommonFields = Omit<
  APIBaseInteraction<InteractionType, unknown>,
  'type' | 'data' | 'message' | 'channel' | 'channel_id'
> &
  Required<Pick<APIBaseInteraction<InteractionType, unknown>, 'channel' | 'channel_id'>>;

const tenMebibytes = 10 * 1_024 * 1_024;

const describePlace = (
  world: World,
  channel: Channel,
  userId: string,
): Pick<CommonFields, 'guild' | 'guild_id' | 'guild_locale' | 'member' | 'user' | 'context'> => {
  const guild = world.guilds.get(channel.guildId ?? '');
  const user = world.users.get(userId);
  if (guild === undefined) {
    return { context: InteractionContextType.BotDM, ...(user === undefined ? {} : { user }) };
  }
  const member = guild.members.get(userId);
  if (member === undefined) throw new ActorError(`${userId} is no member of "${guild.name}".`);
  return {
    context: InteractionContextType.Guild,
    guild: { id: guild.id, features: [], locale: toLocale(guild.locale) },
    guild_id: guild.id,
    guild_locale: toLocale(guild.locale),
    member: {
      ...toApiMember(member),
      user: member.user,
      permissions: permissionsIn(world, channel.id, userId).toString(),
    },
  };
};

const newToken = (): string => `aW50ZXJhY3Rpb24.${randomBytes(32).toString('base64url')}`;

const describeCommon = (
  world: World,
  channel: Channel,
  start: NewInteraction,
  sent: Pick<CommonFields, 'id' | 'token' | 'authorizing_integration_owners'>,
): CommonFields => ({
  ...sent,
  application_id: world.botId,
  version: 1,
  channel: toApiChannel(channel, world),
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Discord still sends it beside `channel`.
  channel_id: channel.id,
  app_permissions: permissionsIn(world, channel.id, world.botId).toString(),
  locale: toLocale(start.locale),
  entitlements: [],
  attachment_size_limit: tenMebibytes,
  ...describePlace(world, channel, start.userId),
});

/** Registers an interaction and sends it to the bot; its id. */
export const startInteraction = (
  { world, interactions, gateway }: ActorContext,
  start: NewInteraction,
): string => {
  const channel = world.channels.get(start.channelId);
  const user = world.users.get(start.userId);
  if (channel === undefined || user === undefined)
    throw new ActorError(`There is no channel ${start.channelId}.`);
  const id = world.nextId();
  const token = newToken();
  const owners: APIAuthorizingIntegrationOwnersMap = {
    [ApplicationIntegrationType.GuildInstall]: channel.guildId ?? '0',
  };
  const common = describeCommon(world, channel, start, { id, token, authorizing_integration_owners: owners });
  const { kind, name, userId, channelId, sourceMessageId } = start;
  interactions.open({
    id,
    token,
    kind,
    name,
    userId,
    channelId,
    createdAtMs: world.now(),
    status: 'waiting',
    isEphemeral: null,
    sourceMessageId,
    originalMessageId: null,
    followUpIds: [],
    modal: null,
    choices: null,
    metadata: start.metadata({ id, user, authorizing_integration_owners: owners }),
    isExpired: false,
  });
  const data = start.describe(common);
  gateway.dispatch({
    name: 'INTERACTION_CREATE',
    data,
    withheld: null,
    guildId: channel.guildId,
    intent: null,
  });
  return id;
};
