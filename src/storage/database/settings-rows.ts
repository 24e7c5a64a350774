import { z } from 'zod';

import { cautions } from '../../answer/caution.ts';
import {
  channelModes,
  defaultSettings,
  serverLanguages,
  type ServerSettings,
} from '../../library/settings.ts';
import type { SettingsStore } from '../../library/store.ts';

import { changeOnce } from './change.ts';
import type { Database, WritableEngine } from './tables.ts';

const schema = z.object({
  channels: z.record(z.string(), z.enum(channelModes)),
  caution: z.enum(cautions),
  language: z.enum(serverLanguages).nullable(),
  logChannel: z.string().nullable(),
  moderatorRoles: z.array(z.string()),
  cooldownSeconds: z.number().nullable(),
});

/** The settings of servers, a row each. */
export function createSettingsStore(engine: WritableEngine): SettingsStore {
  return {
    async all() {
      const rows = await engine.db.selectFrom('server_settings').selectAll().execute();
      return new Map(rows.map(({ guild_id: guildId, settings }) => [guildId, parse(settings)]));
    },
    async change(guildId, { key, alter }, act) {
      const deed = { guildId, action: `settings.${key}`, subject: guildId, act };
      const changed = await changeOnce(engine, deed, async (transaction) => {
        const before = await read(transaction, guildId);
        const value = { ...before, ...alter(before) };
        const settings = JSON.stringify(schema.parse(value));
        await transaction
          .insertInto('server_settings')
          .values({ guild_id: guildId, settings })
          .onConflict((conflict) => conflict.column('guild_id').doUpdateSet({ settings }))
          .execute();
        return { value, before: JSON.stringify(before[key]), after: JSON.stringify(value[key]) };
      });
      return changed === 'repeated' || changed === null ? null : changed;
    },
  };
}

async function read(db: Database, guildId: string): Promise<ServerSettings> {
  const row = await db
    .selectFrom('server_settings')
    .select('settings')
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  return row === undefined ? defaultSettings : parse(row.settings);
}

function parse(json: string): ServerSettings {
  return schema.parse(JSON.parse(json));
}
