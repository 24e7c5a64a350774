import {
  ApplicationCommandType,
  RESTJSONErrorCodes,
  type APIApplicationCommand,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { commandBody, type CommandBody } from '../../validation/command-schema.ts';
import { limits } from '../../validation/limits.ts';
import { ApiError, invalidForm, missingAccess, parseBody, unknownThing } from '../api-error.ts';
import { noContent, ok, ordinaryRate, type Call, type RestAnswer, type Route } from '../route.ts';

const scopeOf = (call: Call): string | null => {
  if (call.param('application_id') !== call.world.botId) throw missingAccess();
  const guildId = call.param('guild_id');
  if (guildId === '') return null;
  if (!call.world.guilds.has(guildId)) throw missingAccess();
  return guildId;
};

const registered = (call: Call, scope: string | null): readonly APIApplicationCommand[] =>
  call.world.commands.get(scope) ?? [];

const isSame = (
  a: { readonly name: string; readonly type: number },
  b: { readonly name: string; readonly type: number },
): boolean => a.name === b.name && a.type === b.type;

const takeCreations = (call: Call, scope: string | null, count: number): void => {
  const { used, limit } = call.commandCreations.take(scope, count);
  if (used <= limit) return;
  throw new ApiError(
    400,
    RESTJSONErrorCodes.MaximumDailyApplicationCommandCreatesReached,
    'Max number of daily application command creates has been reached (200)',
    {
      violation: 'command-creations',
    },
  );
};

const complete = (call: Call, scope: string | null, body: CommandBody): APIApplicationCommand => {
  const old = registered(call, scope).find((command) => isSame(command, body));
  return {
    ...body,
    id: old?.id ?? call.world.nextId(),
    application_id: call.world.botId,
    ...(scope === null ? {} : { guild_id: scope }),
    description: body.description ?? '',
    default_member_permissions: body.default_member_permissions ?? null,
    version: call.world.nextId(),
  };
};

const checkCounts = (commands: readonly CommandBody[]): void => {
  const count = (type: ApplicationCommandType): number =>
    commands.filter((command) => command.type === type).length;
  const isOver =
    count(ApplicationCommandType.ChatInput) > limits.slashCommands ||
    count(ApplicationCommandType.User) > limits.contextMenuCommands ||
    count(ApplicationCommandType.Message) > limits.contextMenuCommands;
  if (isOver) {
    throw new ApiError(
      400,
      RESTJSONErrorCodes.MaximumNumberOfApplicationCommandsReached,
      'Maximum number of application commands reached (100)',
      {
        violation: 'too-many-commands',
      },
    );
  }
  const names = new Set(commands.map(({ type, name }) => `${type} ${name}`));
  if (names.size === commands.length) return;
  throw invalidForm([
    {
      path: [],
      code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
      message: 'Application command names must be unique',
    },
  ]);
};

const replaceAll = (call: Call): RestAnswer => {
  const scope = scopeOf(call);
  const bodies = parseBody(z.array(commandBody), call.body);
  checkCounts(bodies);
  const created = bodies.filter((body) => !registered(call, scope).some((old) => isSame(old, body)));
  takeCreations(call, scope, created.length);
  const commands = bodies.map((body) => complete(call, scope, body));
  call.world.setCommands(scope, commands);
  return ok(commands);
};

const createOne = (call: Call): RestAnswer => {
  const scope = scopeOf(call);
  const body = parseBody(commandBody, call.body);
  const others = registered(call, scope).filter((old) => !isSame(old, body));
  const isNew = others.length === registered(call, scope).length;
  takeCreations(call, scope, isNew ? 1 : 0);
  const command = complete(call, scope, body);
  call.world.setCommands(scope, [...others, command]);
  return { status: isNew ? 201 : 200, body: command };
};

const deleteOne = (call: Call): RestAnswer => {
  const scope = scopeOf(call);
  const others = registered(call, scope).filter(({ id }) => id !== call.param('command_id'));
  if (others.length === registered(call, scope).length) throw unknownThing('ApplicationCommand');
  call.world.setCommands(scope, others);
  return noContent;
};

/** Localisations are left out of the list unless it is asked for with them. */
const list = (call: Call): RestAnswer => {
  const commands = registered(call, scopeOf(call));
  return ok(call.query['with_localizations'] === 'true' ? commands : withoutLocalizations(commands));
};

const withoutLocalizations = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(
    entries.map(([key, each]: [string, unknown]) => [key, withoutLocalizations(each)]),
  );
};

export const commandRoutes: readonly Route[] = [
  '/applications/{application_id}/commands',
  '/applications/{application_id}/guilds/{guild_id}/commands',
].flatMap((template): Route[] => [
  { method: 'GET', template, needsBotToken: true, rate: ordinaryRate, run: list },
  { method: 'PUT', template, needsBotToken: true, rate: ordinaryRate, run: replaceAll },
  { method: 'POST', template, needsBotToken: true, rate: ordinaryRate, run: createOne },
  {
    method: 'DELETE',
    template: `${template}/{command_id}`,
    needsBotToken: true,
    rate: ordinaryRate,
    run: deleteOne,
  },
]);
