import type { MemberView } from '../../contract.ts';
import { toApiChannel } from '../../wire/api-channel.ts';
import { toApiGuild, toApiMember, toApiRole } from '../../wire/api-guild.ts';
import type { Guild } from '../../world/records.ts';
import { unknownThing } from '../api-error.ts';
import { ok, ordinaryRate, type Call, type RestAnswer, type Route } from '../route.ts';

const get = (template: string, run: (call: Call) => RestAnswer): Route => ({
  method: 'GET',
  template,
  needsBotToken: true,
  rate: ordinaryRate,
  run,
});

const findUser = (call: Call, userId: string): RestAnswer => {
  const user = call.world.users.get(userId);
  if (user === undefined) throw unknownThing('User');
  return ok(user);
};

const findGuild = (call: Call): Guild => {
  const guild = call.world.guilds.get(call.param('guild_id'));
  if (guild === undefined) throw unknownThing('Guild');
  return guild;
};

const findMember = (call: Call): MemberView => {
  const member = findGuild(call).members.get(call.param('user_id'));
  if (member === undefined) throw unknownThing('Member');
  return member;
};

const describeApplication = ({ world }: Call): RestAnswer => {
  const bot = world.users.get(world.botId);
  return ok({
    id: world.botId,
    name: bot?.global_name ?? '',
    icon: null,
    description: '',
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    bot,
  });
};

const describeGateway = ({ faults, gatewayUrl }: Call): RestAnswer => {
  const { total, remaining, resetAfterMs, maxConcurrency } = faults.sessionStartLimit;
  return ok({
    url: gatewayUrl(),
    shards: faults.recommendedShards,
    session_start_limit: { total, remaining, reset_after: resetAfterMs, max_concurrency: maxConcurrency },
  });
};

export const accountRoutes: readonly Route[] = [
  get('/gateway/bot', describeGateway),
  get('/users/@me', (call) => findUser(call, call.world.botId)),
  get('/users/@me/guilds', ({ world }) => ok([...world.guilds.values()].map(toApiGuild))),
  get('/users/{user_id}', (call) => findUser(call, call.param('user_id'))),
  get('/applications/@me', describeApplication),
  get('/oauth2/applications/@me', describeApplication),
  get('/guilds/{guild_id}', (call) => ok(toApiGuild(findGuild(call)))),
  get('/guilds/{guild_id}/roles', (call) => ok(findGuild(call).roles.map(toApiRole))),
  get('/guilds/{guild_id}/channels', (call) => {
    const { id } = findGuild(call);
    const channels = [...call.world.channels.values()].filter(
      ({ guildId, parentId }) => guildId === id && parentId === null,
    );
    return ok(channels.map((channel) => toApiChannel(channel, call.world)));
  }),
  get('/guilds/{guild_id}/members/{user_id}', (call) => ok(toApiMember(findMember(call)))),
];
